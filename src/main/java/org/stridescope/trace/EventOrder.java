package org.stridescope.trace;

import java.util.List;

/** Searching lists of events that ascend in time. */
final class EventOrder {
    private EventOrder() {}

    /** How many of them had happened by this time, itself included. */
    static int countBy(List<? extends TraceEvent> events, long nanos) {
        int low = 0;
        int high = events.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (events.get(middle).nanos() <= nanos)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
