package org.stridescope.ui.model.arrays;

import java.util.Locale;

import org.stridescope.array.ArrayError;
import org.stridescope.array.DType;
import org.stridescope.array.NDArray;

/** An item typed into a cell. */
final class TypedItem {
    private TypedItem() {}

    /** Writes it; integers must fit the dtype. */
    static void write(NDArray array, String typed, long... index) {
        String text = typed.strip().replace('\u2212', '-');
        if (!array.isWriteable())
            throw new ArrayError("assignment destination is read-only");
        if (array.dtype() == DType.BOOL) {
            array.setLong(truth(text), index);
        } else if (array.dtype().isInteger()) {
            array.setLong(integer(array.dtype(), text), index);
        } else {
            array.setDouble(real(text), index);
        }
    }

    private static long truth(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "1" -> 1;
            case "false", "0" -> 0;
            default -> throw new ArrayError("'" + text + "' is no truth value: True or False are wanted");
        };
    }

    private static long integer(DType dtype, String text) {
        try {
            if (dtype == DType.UINT64)
                return Long.parseUnsignedLong(text);
            long value = Long.parseLong(text);
            int bits = dtype.itemsize() * 8;
            boolean unsigned = dtype.kind() == DType.Kind.UNSIGNED;
            long low = unsigned ? 0 : -1L << (bits - 1);
            long high = unsigned ? (1L << bits) - 1 : ~low;
            if (value >= low && value <= high)
                return value;
            throw new ArrayError("Python integer " + value + " out of bounds for " + dtype.pythonName(),
                    ArrayError.Kind.OVERFLOW);
        } catch (NumberFormatException e) {
            throw new ArrayError("'" + text + "' is no " + dtype.pythonName() + " number");
        }
    }

    private static double real(String text) {
        try {
            return switch (text.toLowerCase(Locale.ROOT)) {
                case "nan" -> Double.NaN;
                case "inf" -> Double.POSITIVE_INFINITY;
                case "-inf" -> Double.NEGATIVE_INFINITY;
                default -> Double.parseDouble(text);
            };
        } catch (NumberFormatException e) {
            throw new ArrayError("could not convert string to float: '" + text + "'");
        }
    }
}
