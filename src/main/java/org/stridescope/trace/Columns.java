package org.stridescope.trace;

/** Searching columns of times that ascend; equal times may follow one another. */
final class Columns {
    private Columns() {}

    /** How many of the first {@code count} are at or before a time. */
    static int countBy(long[] nanos, int count, long time) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (nanos[middle] <= time)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
