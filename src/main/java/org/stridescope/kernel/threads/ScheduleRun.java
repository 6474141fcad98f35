package org.stridescope.kernel.threads;

import java.util.List;

/**
 * What one run of a {@link ScheduleExperiment} did: which thread computed which tile, and when.
 *
 * @param tiles in the order of the tiles, row by row
 * @param wallNanos from the first tile's start to the last tile's end
 */
public record ScheduleRun(ScheduleExperiment experiment, List<TileSpan> tiles, long wallNanos) {
    /**
     * One tile: {@code row} and {@code column} count tiles, not points.
     *
     * @param thread OpenMP's number, 0 to threads - 1
     * @param systemThread the system's number of that thread, 0 where it is not known
     * @param startNanos since the first tile began; so {@code endNanos}
     */
    public record TileSpan(int row, int column, int thread, long systemThread, long startNanos, long endNanos) {
        public long nanos() {
            return endNanos - startNanos;
        }
    }

    /** Nanoseconds in tiles, thread by thread. */
    public long[] busyNanos() {
        long[] busy = new long[experiment.threads()];
        for (TileSpan tile : tiles)
            busy[tile.thread()] += tile.nanos();
        return busy;
    }

    /** Tiles done, thread by thread. */
    public int[] tileCounts() {
        int[] counts = new int[experiment.threads()];
        for (TileSpan tile : tiles)
            counts[tile.thread()]++;
        return counts;
    }

    /** The busiest thread's time over the mean of all: 1 is even; wall time grows with it. */
    public double imbalance() {
        long most = 0;
        long sum = 0;
        for (long busy : busyNanos()) {
            most = Math.max(most, busy);
            sum += busy;
        }
        return sum == 0 ? 1 : most * (double) experiment.threads() / sum;
    }

    /** Share of all threads' time between first start and last end that was spent in tiles, 0 to 1. */
    public double efficiency() {
        long sum = 0;
        for (long busy : busyNanos())
            sum += busy;
        return wallNanos == 0 ? 1 : Math.min(1, sum / ((double) wallNanos * experiment.threads()));
    }
}
