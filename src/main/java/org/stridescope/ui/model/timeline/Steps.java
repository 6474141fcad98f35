package org.stridescope.ui.model.timeline;

/**
 * A function of time that is level between edges: interval {@code i} of {@code count()} goes from {@code edge(i)} to
 * {@code edge(i + 1)}, edges ascending, at {@code level(i)}.
 */
public interface Steps {
    int count();

    /** Nanoseconds; {@code i} from 0 to {@link #count}, both included. */
    long edge(int i);

    double level(int i);

    /** Many at once: {@code count} levels from interval {@code first} on, and the edges around them, one more. */
    default void read(int first, int count, long[] edges, float[] levels) {
        for (int i = 0; i < count; i++) {
            edges[i] = edge(first + i);
            levels[i] = (float) level(first + i);
        }
        edges[count] = edge(first + count);
    }

    /** The interval that holds a time, -1 before the first, {@link #count} after the last. */
    default int intervalAt(long nanos) {
        int n = count();
        if (n == 0 || nanos < edge(0))
            return -1;
        if (nanos >= edge(n))
            return n;
        int low = 0;
        int high = n - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (edge(middle) <= nanos)
                low = middle;
            else
                high = middle - 1;
        }
        return low;
    }
}
