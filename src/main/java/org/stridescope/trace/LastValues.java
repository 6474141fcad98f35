package org.stridescope.trace;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** The last value of each of many series by their small numbers; 0 at first. */
final class LastValues {
    /** Larger numbers are rare and kept in a map, so that a wrong one cannot fill the memory. */
    private static final int SMALL = 1 << 16;

    private final Map<Integer, Long> others = new HashMap<>();
    private long[] values = new long[64];

    /** Adds to a series and returns its new value. */
    long add(int series, long difference) {
        if (series >= SMALL)
            return others.merge(series, difference, Long::sum);
        if (series >= values.length)
            values = Arrays.copyOf(values, Math.max(series + 1, 2 * values.length));
        return values[series] += difference;
    }
}
