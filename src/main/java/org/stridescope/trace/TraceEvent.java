package org.stridescope.trace;

/**
 * One thing that happened, at {@link #nanos} nanoseconds after the recording's start. Threads are named by the number that
 * their {@link ThreadSeen} gave them, runs by that of their {@link RunStarted}.
 */
public sealed interface TraceEvent {
    /** Nanoseconds since the recording began, on its monotonic clock. */
    long nanos();

    /** A thread was met for the first time; {@code isNative}: the JVM does not know it (an OpenMP worker). */
    record ThreadSeen(long nanos, int thread, String name, boolean isNative) implements TraceEvent {}

    /** A thread's CPU time since it was started, as the kernel counts it. */
    record ThreadSample(long nanos, int thread, long cpuNanos) implements TraceEvent {}

    /** Bytes used in the Java heap, in arrays outside it, and resident in memory by the whole process. */
    record MemorySample(long nanos, long heapBytes, long offHeapBytes, long residentBytes) implements TraceEvent {}

    /** A collector stopped or slowed the program for this long, ending at {@code nanos}. */
    record Collection(long nanos, String collector, long durationNanos) implements TraceEvent {}

    /** A variant began on a result of rows x columns items, cut into this many tiles. */
    record RunStarted(long nanos, int run, String variant, long rows, long columns, int tiles) implements TraceEvent {}

    /** A block of the result is there: rows [row, rowEnd), columns [column, columnEnd), made by {@code thread}. */
    record TileDone(long nanos, int run, int tile, long row, long rowEnd, long column, long columnEnd, long startNanos,
            int thread, TilePreview preview) implements TraceEvent {}

    /** A variant ended; how, and what it took at most. */
    record RunEnded(long nanos, int run, RunOutcome outcome, String message) implements TraceEvent {}
}
