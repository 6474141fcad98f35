package org.stridescope.array;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Reads a strip of items (n of them, {@code step} bytes apart) into a heap array of the lane in which an operation is
 * computed: doubles for floats, longs for booleans and integers (uint64 keeps its bits), pairs of doubles for complex.
 * Strips fit the first-level cache, so that the loops over them vectorise and no operation needs a variant a dtype.
 */
public final class Gather {
    static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT_UNALIGNED;
    static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED;
    static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED;
    static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT_UNALIGNED;
    static final ValueLayout.OfDouble DOUBLE = ValueLayout.JAVA_DOUBLE_UNALIGNED;
    static final ValueLayout.OfByte BYTE = ValueLayout.JAVA_BYTE;

    private Gather() {}

    /** Items as doubles; of complex the real part. */
    public static void doubles(MemorySegment from, DType dtype, long at, long step, double[] to, int n) {
        switch (dtype) {
            case FLOAT64, COMPLEX128 -> float64(from, at, step, to, n);
            case FLOAT32, COMPLEX64 -> {
                for (int i = 0; i < n; i++)
                    to[i] = from.get(FLOAT, at + i * step);
            }
            case FLOAT16 -> {
                for (int i = 0; i < n; i++)
                    to[i] = Float.float16ToFloat(from.get(SHORT, at + i * step));
            }
            case INT64 -> {
                for (int i = 0; i < n; i++)
                    to[i] = from.get(LONG, at + i * step);
            }
            case UINT64 -> {
                for (int i = 0; i < n; i++)
                    to[i] = unsigned(from.get(LONG, at + i * step));
            }
            case INT32 -> {
                for (int i = 0; i < n; i++)
                    to[i] = from.get(INT, at + i * step);
            }
            case UINT32 -> {
                for (int i = 0; i < n; i++)
                    to[i] = from.get(INT, at + i * step) & 0xffff_ffffL;
            }
            case INT16 -> {
                for (int i = 0; i < n; i++)
                    to[i] = from.get(SHORT, at + i * step);
            }
            case UINT16 -> {
                for (int i = 0; i < n; i++)
                    to[i] = from.get(SHORT, at + i * step) & 0xffff;
            }
            case INT8 -> {
                for (int i = 0; i < n; i++)
                    to[i] = from.get(BYTE, at + i * step);
            }
            case UINT8 -> {
                for (int i = 0; i < n; i++)
                    to[i] = from.get(BYTE, at + i * step) & 0xff;
            }
            case BOOL -> {
                for (int i = 0; i < n; i++)
                    to[i] = from.get(BYTE, at + i * step) != 0 ? 1 : 0;
            }
        }
    }

    private static void float64(MemorySegment from, long at, long step, double[] to, int n) {
        if (step == 8) {
            MemorySegment.copy(from, DOUBLE, at, to, 0, n);
        } else if (step == 0) {
            java.util.Arrays.fill(to, 0, n, from.get(DOUBLE, at));
        } else {
            for (int i = 0; i < n; i++)
                to[i] = from.get(DOUBLE, at + i * step);
        }
    }

    /** Integers and booleans as longs; floats are cut as {@link Scatter#cut} cuts them. */
    public static void longs(MemorySegment from, DType dtype, long at, long step, long[] to, int n) {
        switch (dtype) {
            case INT64, UINT64 -> {
                if (step == 8)
                    MemorySegment.copy(from, LONG, at, to, 0, n);
                else
                    for (int i = 0; i < n; i++)
                        to[i] = from.get(LONG, at + i * step);
            }
            case INT32 -> {
                for (int i = 0; i < n; i++)
                    to[i] = from.get(INT, at + i * step);
            }
            case UINT32 -> {
                for (int i = 0; i < n; i++)
                    to[i] = from.get(INT, at + i * step) & 0xffff_ffffL;
            }
            case INT16 -> {
                for (int i = 0; i < n; i++)
                    to[i] = from.get(SHORT, at + i * step);
            }
            case UINT16 -> {
                for (int i = 0; i < n; i++)
                    to[i] = from.get(SHORT, at + i * step) & 0xffff;
            }
            case INT8 -> {
                for (int i = 0; i < n; i++)
                    to[i] = from.get(BYTE, at + i * step);
            }
            case UINT8 -> {
                for (int i = 0; i < n; i++)
                    to[i] = from.get(BYTE, at + i * step) & 0xff;
            }
            case BOOL -> {
                for (int i = 0; i < n; i++)
                    to[i] = from.get(BYTE, at + i * step) != 0 ? 1 : 0;
            }
            case FLOAT16 -> {
                for (int i = 0; i < n; i++)
                    to[i] = Scatter.cut(Float.float16ToFloat(from.get(SHORT, at + i * step)));
            }
            case FLOAT32, COMPLEX64 -> {
                for (int i = 0; i < n; i++)
                    to[i] = Scatter.cut(from.get(FLOAT, at + i * step));
            }
            case FLOAT64, COMPLEX128 -> {
                for (int i = 0; i < n; i++)
                    to[i] = Scatter.cut(from.get(DOUBLE, at + i * step));
            }
        }
    }

    /** Items as pairs: the real part at 2i, the imaginary at 2i + 1. */
    public static void complex(MemorySegment from, DType dtype, long at, long step, double[] to, int n) {
        if (dtype == DType.COMPLEX128) {
            for (int i = 0; i < n; i++) {
                to[2 * i] = from.get(DOUBLE, at + i * step);
                to[2 * i + 1] = from.get(DOUBLE, at + i * step + 8);
            }
            return;
        }
        if (dtype == DType.COMPLEX64) {
            for (int i = 0; i < n; i++) {
                to[2 * i] = from.get(FLOAT, at + i * step);
                to[2 * i + 1] = from.get(FLOAT, at + i * step + 4);
            }
            return;
        }
        doubles(from, dtype, at, step, to, n);
        for (int i = n - 1; i >= 0; i--) {
            to[2 * i] = to[i];
            to[2 * i + 1] = 0;
        }
    }

    /** The bits of a uint64 as a double. */
    public static double unsigned(long bits) {
        return bits >= 0 ? bits : ((bits >>> 1) | (bits & 1)) * 2.0;
    }
}
