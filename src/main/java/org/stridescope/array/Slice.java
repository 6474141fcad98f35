package org.stridescope.array;

import java.io.Serializable;

import org.jspecify.annotations.Nullable;

/** Python's {@code start:stop:step}; a null bound is the one left out. */
public record Slice(@Nullable Long start, @Nullable Long stop, @Nullable Long step) implements Serializable {
    /** The whole axis: {@code :}. */
    public static final Slice ALL = new Slice(null, null, null);

    /** A slice settled for one length: {@code length} items from {@code start}, {@code step} apart. */
    public record Range(long start, long step, long length) {}

    public Slice {
        if (step != null && step == 0)
            throw new ArrayError("slice step cannot be zero");
    }

    public static Slice of(long start, long stop) {
        return new Slice(start, stop, null);
    }

    public static Slice of(long start, long stop, long step) {
        return new Slice(start, stop, step);
    }

    /** Clipped to an axis of this length, by Python's rules. */
    public Range over(long length) {
        long by = step == null ? 1 : step;
        long low = by < 0 ? -1 : 0;
        long high = by < 0 ? length - 1 : length;
        long from = start == null ? (by < 0 ? high : low) : clip(start, length, low, high);
        long to = stop == null ? (by < 0 ? low : high) : clip(stop, length, low, high);
        long span = by < 0 ? from - to : to - from;
        // by may be as small as -2^63, whose absolute value does not fit: divide by the negative instead
        long count = span <= 0 ? 0 : by < 0 ? 1 - (span - 1) / by : 1 + (span - 1) / by;
        return new Range(from, by, count);
    }

    private static long clip(long bound, long length, long low, long high) {
        long at = bound < 0 ? bound + length : bound;
        return Math.max(low, Math.min(high, at));
    }
}
