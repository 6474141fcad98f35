package org.stridescope.lab.lanes;

import java.util.List;

/**
 * One operation timed in several ways on this machine.
 *
 * @param items items of each operand
 * @param lanes float64 lanes of a register here
 */
public record LaneTimes(LaneOperation operation, int items, int lanes, List<Way> ways) {
    /**
     * A way to do it, its median time of several interleaved rounds, and the fastest and slowest of them.
     *
     * @param how what it does, in a sentence
     * @param lanes items worked on at once; 0 where the way does not say
     */
    public record Way(String name, String how, int lanes, long medianNanos, long fastestNanos, long slowestNanos) {}

    public LaneTimes {
        ways = List.copyOf(ways);
    }

    /** How many times as fast a way is as the first one. */
    public double speedUp(Way way) {
        return way.fastestNanos() == 0 ? 1 : (double) ways.getFirst().fastestNanos() / way.fastestNanos();
    }
}
