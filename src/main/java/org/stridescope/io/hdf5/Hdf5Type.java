package org.stridescope.io.hdf5;

import java.nio.ByteOrder;

import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.EnumDataType;
import io.jhdf.object.datatype.FixedPoint;
import io.jhdf.object.datatype.FloatingPoint;

import org.stridescope.array.ArrayError;
import org.stridescope.array.DType;

/** What a dataset's items are: our dtype, and whether their bytes must be turned round. */
record Hdf5Type(DType dtype, boolean swapped) {
    private static final String SUPPORTED = "bool, int8 to int64, uint8 to uint64, and float16 to float64";

    static Hdf5Type of(DataType type) {
        boolean swapped = type instanceof io.jhdf.object.datatype.OrderedDataType ordered && type.getSize() > 1
                && ordered.getByteOrder() != ByteOrder.nativeOrder();
        return switch (type) {
            case FixedPoint fixed when fixed.getBitOffset() == 0 && fixed.getBitPrecision() == 8 * fixed.getSize() ->
                new Hdf5Type(whole(fixed), swapped);
            case FloatingPoint floating -> new Hdf5Type(floating(floating), swapped);
            // h5py writes bool as an enumeration of FALSE and TRUE
            case EnumDataType named when named.getSize() == 1 && named.getEnumMapping().containsValue("TRUE") ->
                new Hdf5Type(DType.BOOL, false);
            default -> throw unsupported(type.getClass().getSimpleName());
        };
    }

    private static DType whole(FixedPoint type) {
        return switch (type.getSize()) {
            case 1 -> type.isSigned() ? DType.INT8 : DType.UINT8;
            case 2 -> type.isSigned() ? DType.INT16 : DType.UINT16;
            case 4 -> type.isSigned() ? DType.INT32 : DType.UINT32;
            case 8 -> type.isSigned() ? DType.INT64 : DType.UINT64;
            default -> throw unsupported("integers of " + type.getSize() + " bytes");
        };
    }

    private static DType floating(FloatingPoint type) {
        boolean ieee = type.getBitOffset() == 0 && type.getBitPrecision() == 8 * type.getSize();
        return switch (ieee ? type.getSize() : 0) {
            case 2 -> DType.FLOAT16;
            case 4 -> DType.FLOAT32;
            case 8 -> DType.FLOAT64;
            default -> throw unsupported("floats of " + type.getBitPrecision() + " bits");
        };
    }

    private static ArrayError unsupported(String what) {
        return new ArrayError("its items (" + what + ") are not supported; " + SUPPORTED + " are: convert it in h5py");
    }
}
