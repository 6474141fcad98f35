package org.stridescope.script;

import java.io.Serializable;

import org.jspecify.annotations.Nullable;

import org.stridescope.array.ArrayMemory;
import org.stridescope.array.DType;
import org.stridescope.array.Layout;
import org.stridescope.array.NDArray;

/**
 * A NumPy scalar: an array without axes that is a value, not a place. float64, int64 and bool are kept as Java's own until
 * somebody asks for the array: a loop over items would otherwise allocate native memory at every step.
 */
public final class Scalar implements Serializable {
    private final DType dtype;
    private final long bits;
    private final transient @Nullable ArrayMemory memory;
    private transient @Nullable NDArray array;

    public Scalar(NDArray array) {
        this.dtype = array.dtype();
        this.bits = 0;
        this.memory = null;
        this.array = array;
    }

    private Scalar(DType dtype, long bits, ArrayMemory memory) {
        this.dtype = dtype;
        this.bits = bits;
        this.memory = memory;
    }

    static Scalar of(double value, ArrayMemory memory) {
        return new Scalar(DType.FLOAT64, Double.doubleToRawLongBits(value), memory);
    }

    static Scalar of(long value, ArrayMemory memory) {
        return new Scalar(DType.INT64, value, memory);
    }

    static Scalar of(boolean value, ArrayMemory memory) {
        return new Scalar(DType.BOOL, value ? 1 : 0, memory);
    }

    /** The item at this byte of the array's buffer. */
    static Scalar at(NDArray from, long at, ArrayMemory memory) {
        return switch (from.dtype()) {
            case FLOAT64 -> of(from.doubleAt(at), memory);
            case INT64 -> of(from.longAt(at), memory);
            case BOOL -> of(from.longAt(at) != 0, memory);
            default -> new Scalar(from.view(Layout.of(new long[0], new long[0], at)).copy(memory));
        };
    }

    public DType dtype() {
        return dtype;
    }

    /** Without axes. */
    public NDArray array() {
        if (array == null && memory != null) {
            NDArray made = NDArray.zeros(memory, dtype);
            if (dtype == DType.FLOAT64)
                made.setDouble(Double.longBitsToDouble(bits));
            else
                made.setLong(bits);
            array = made;
        }
        if (array == null)
            throw new IllegalStateException("a scalar has an array or the memory to make one");
        return array;
    }

    /** The array if it was asked for before. */
    @Nullable
    NDArray made() {
        return array;
    }

    /** As a long: floats are cut towards zero. */
    long whole() {
        if (memory == null)
            return array().getLong();
        return dtype == DType.FLOAT64 ? (long) Double.longBitsToDouble(bits) : bits;
    }

    /** As a double; of a complex number its real part. */
    double real() {
        if (memory == null)
            return array().getDouble();
        return dtype == DType.FLOAT64 ? Double.longBitsToDouble(bits) : bits;
    }

    /** Python's number of it, as {@code item()} gives it. */
    Object python() {
        if (memory == null)
            return Numbers.python(array(), array().layout().offset());
        return switch (dtype) {
            case FLOAT64 -> Double.longBitsToDouble(bits);
            case BOOL -> bits != 0;
            default -> bits;
        };
    }

    private Object writeReplace() {
        return new Sent(array());
    }

    private record Sent(NDArray array) implements Serializable {
        private Object readResolve() {
            return new Scalar(array);
        }
    }
}
