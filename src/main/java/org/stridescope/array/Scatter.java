package org.stridescope.array;

import java.lang.foreign.MemorySegment;

import static org.stridescope.array.Gather.BYTE;
import static org.stridescope.array.Gather.DOUBLE;
import static org.stridescope.array.Gather.FLOAT;
import static org.stridescope.array.Gather.INT;
import static org.stridescope.array.Gather.LONG;
import static org.stridescope.array.Gather.SHORT;

/** Writes a strip from a lane (see {@link Gather}) to items {@code step} bytes apart, cast as C casts on x86-64. */
public final class Scatter {
    private static final double TWO_63 = 0x1p63;

    private Scatter() {}

    public static void doubles(double[] from, MemorySegment to, DType dtype, long at, long step, int n) {
        switch (dtype) {
            case FLOAT64 -> {
                if (step == 8)
                    MemorySegment.copy(from, 0, to, DOUBLE, at, n);
                else
                    for (int i = 0; i < n; i++)
                        to.set(DOUBLE, at + i * step, from[i]);
            }
            case COMPLEX128 -> {
                for (int i = 0; i < n; i++) {
                    to.set(DOUBLE, at + i * step, from[i]);
                    to.set(DOUBLE, at + i * step + 8, 0);
                }
            }
            case COMPLEX64 -> {
                for (int i = 0; i < n; i++) {
                    to.set(FLOAT, at + i * step, (float) from[i]);
                    to.set(FLOAT, at + i * step + 4, 0);
                }
            }
            case FLOAT32 -> {
                for (int i = 0; i < n; i++)
                    to.set(FLOAT, at + i * step, (float) from[i]);
            }
            case FLOAT16 -> {
                for (int i = 0; i < n; i++)
                    to.set(SHORT, at + i * step, half(from[i]));
            }
            case BOOL -> {
                for (int i = 0; i < n; i++)
                    to.set(BYTE, at + i * step, (byte) (from[i] != 0 ? 1 : 0));
            }
            case INT64, UINT64 -> {
                for (int i = 0; i < n; i++)
                    to.set(LONG, at + i * step, cut(from[i], dtype));
            }
            case INT32, UINT32 -> {
                for (int i = 0; i < n; i++)
                    to.set(INT, at + i * step, (int) cut(from[i], dtype));
            }
            case INT16, UINT16 -> {
                for (int i = 0; i < n; i++)
                    to.set(SHORT, at + i * step, (short) cut(from[i], dtype));
            }
            case INT8, UINT8 -> {
                for (int i = 0; i < n; i++)
                    to.set(BYTE, at + i * step, (byte) cut(from[i], dtype));
            }
        }
    }

    /** Longs to any dtype; {@code unsigned} says whether they stand for uint64. */
    public static void longs(long[] from, boolean unsigned, MemorySegment to, DType dtype, long at, long step, int n) {
        switch (dtype) {
            case INT64, UINT64 -> {
                if (step == 8)
                    MemorySegment.copy(from, 0, to, LONG, at, n);
                else
                    for (int i = 0; i < n; i++)
                        to.set(LONG, at + i * step, from[i]);
            }
            case INT32, UINT32 -> {
                for (int i = 0; i < n; i++)
                    to.set(INT, at + i * step, (int) from[i]);
            }
            case INT16, UINT16 -> {
                for (int i = 0; i < n; i++)
                    to.set(SHORT, at + i * step, (short) from[i]);
            }
            case INT8, UINT8 -> {
                for (int i = 0; i < n; i++)
                    to.set(BYTE, at + i * step, (byte) from[i]);
            }
            case BOOL -> {
                for (int i = 0; i < n; i++)
                    to.set(BYTE, at + i * step, (byte) (from[i] != 0 ? 1 : 0));
            }
            case FLOAT16, FLOAT32, FLOAT64, COMPLEX64, COMPLEX128 -> {
                double[] values = new double[n];
                for (int i = 0; i < n; i++)
                    values[i] = unsigned ? Gather.unsigned(from[i]) : from[i];
                doubles(values, to, dtype, at, step, n);
            }
        }
    }

    /** Pairs (see {@link Gather#complex}) to any dtype; the imaginary part is dropped where there is none. */
    public static void complex(double[] from, MemorySegment to, DType dtype, long at, long step, int n) {
        if (dtype == DType.COMPLEX128) {
            for (int i = 0; i < n; i++) {
                to.set(DOUBLE, at + i * step, from[2 * i]);
                to.set(DOUBLE, at + i * step + 8, from[2 * i + 1]);
            }
            return;
        }
        if (dtype == DType.COMPLEX64) {
            for (int i = 0; i < n; i++) {
                to.set(FLOAT, at + i * step, (float) from[2 * i]);
                to.set(FLOAT, at + i * step + 4, (float) from[2 * i + 1]);
            }
            return;
        }
        double[] real = new double[n];
        for (int i = 0; i < n; i++) {
            boolean truth = dtype == DType.BOOL && from[2 * i] == 0;
            real[i] = truth ? from[2 * i + 1] : from[2 * i];
        }
        doubles(real, to, dtype, at, step, n);
    }

    /** A double cut towards zero to 64 bits; what does not fit becomes -2^63, as the processor has it. */
    public static long cut(double value) {
        return value >= -TWO_63 && value < TWO_63 ? (long) value : Long.MIN_VALUE;
    }

    /** As {@link #cut(double)}; below 32 bits C goes through int, and uint64 has its own upper half. */
    static long cut(double value, DType dtype) {
        return switch (dtype) {
            case UINT64 -> value >= TWO_63 ? cut(value - TWO_63) ^ Long.MIN_VALUE : cut(value);
            case INT64, UINT32 -> cut(value);
            default -> value > Integer.MIN_VALUE - 1.0 && value < Integer.MAX_VALUE + 1.0
                    ? (long) value
                    : Integer.MIN_VALUE;
        };
    }

    /** A double rounded once to half precision: by way of a float rounded to odd, which cannot round twice. */
    static short half(double value) {
        float near = (float) value;
        if (near != value && !Float.isNaN(near) && !Float.isInfinite(near)
                && (Float.floatToRawIntBits(near) & 1) == 0) {
            boolean inward = Math.abs(near) > Math.abs(value);
            near = Float.intBitsToFloat(Float.floatToRawIntBits(near) + (inward ? -1 : 1));
        }
        return Float.floatToFloat16(near);
    }
}
