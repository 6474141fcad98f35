package org.stridescope.array;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** One item of a buffer read or written as a number; of a complex the real part. */
final class SingleItems {
    private static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT_UNALIGNED;
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED;
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED;
    private static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT_UNALIGNED;
    private static final ValueLayout.OfDouble DOUBLE = ValueLayout.JAVA_DOUBLE_UNALIGNED;

    private SingleItems() {}

    /** As a double; uint64 and int64 beyond 2^53 are rounded. */
    static double real(MemorySegment buffer, DType dtype, long at) {
        return switch (dtype) {
            case FLOAT64, COMPLEX128 -> buffer.get(DOUBLE, at);
            case FLOAT32, COMPLEX64 -> buffer.get(FLOAT, at);
            case FLOAT16 -> Float.float16ToFloat(buffer.get(SHORT, at));
            case UINT64 -> {
                long bits = buffer.get(LONG, at);
                yield bits >= 0 ? bits : ((bits >>> 1) | (bits & 1)) * 2.0;
            }
            default -> whole(buffer, dtype, at);
        };
    }

    /** As a long: floats are cut towards zero, uint64 keeps its bits. */
    static long whole(MemorySegment buffer, DType dtype, long at) {
        return switch (dtype) {
            case BOOL -> buffer.get(ValueLayout.JAVA_BYTE, at) == 0 ? 0 : 1;
            case INT8 -> buffer.get(ValueLayout.JAVA_BYTE, at);
            case UINT8 -> buffer.get(ValueLayout.JAVA_BYTE, at) & 0xff;
            case INT16 -> buffer.get(SHORT, at);
            case UINT16 -> buffer.get(SHORT, at) & 0xffff;
            case INT32 -> buffer.get(INT, at);
            case UINT32 -> buffer.get(INT, at) & 0xffff_ffffL;
            case INT64, UINT64 -> buffer.get(LONG, at);
            case FLOAT16 -> (long) Float.float16ToFloat(buffer.get(SHORT, at));
            case FLOAT32, COMPLEX64 -> (long) buffer.get(FLOAT, at);
            case FLOAT64, COMPLEX128 -> (long) buffer.get(DOUBLE, at);
        };
    }

    /** Written, cut to the dtype as a C cast would. */
    static void put(double value, MemorySegment to, DType dtype, long at) {
        switch (dtype) {
            case FLOAT64, COMPLEX128 -> to.set(DOUBLE, at, value);
            case FLOAT32, COMPLEX64 -> to.set(FLOAT, at, (float) value);
            case FLOAT16 -> to.set(SHORT, at, Scatter.half(value));
            case BOOL -> to.set(ValueLayout.JAVA_BYTE, at, (byte) (value != 0 ? 1 : 0));
            default -> put((long) value, to, dtype, at);
        }
    }

    /** Written; integers wrap around. */
    static void put(long value, MemorySegment to, DType dtype, long at) {
        switch (dtype) {
            case BOOL -> to.set(ValueLayout.JAVA_BYTE, at, (byte) (value != 0 ? 1 : 0));
            case INT8, UINT8 -> to.set(ValueLayout.JAVA_BYTE, at, (byte) value);
            case INT16, UINT16 -> to.set(SHORT, at, (short) value);
            case INT32, UINT32 -> to.set(INT, at, (int) value);
            case INT64, UINT64 -> to.set(LONG, at, value);
            case FLOAT16 -> to.set(SHORT, at, Scatter.half(value));
            case FLOAT32, COMPLEX64 -> to.set(FLOAT, at, value);
            case FLOAT64, COMPLEX128 -> to.set(DOUBLE, at, value);
        }
    }
}
