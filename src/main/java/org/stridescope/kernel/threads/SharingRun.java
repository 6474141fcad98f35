package org.stridescope.kernel.threads;

/**
 * Threads counting, each in a counter of its own.
 *
 * @param bytesApart from one counter to the next: 8 is side by side, {@link ThreadLessons#LINE_BYTES} a line each
 * @param nanos of the slowest thread
 * @param counted the sum of all counters: always threads times increments, since no counter is shared
 */
public record SharingRun(int threads, long increments, int bytesApart, long nanos, long counted) {
    public double nanosAnIncrement() {
        return increments == 0 ? 0 : (double) nanos / increments;
    }

    /** Whether counters share cache lines. */
    public boolean isShared() {
        return threads > 1 && bytesApart < ThreadLessons.LINE_BYTES;
    }
}
