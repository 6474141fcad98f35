package org.stridescope.trace;

import java.util.List;

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

    /**
     * What a thread does from now on; noted when it changes, and while it runs with every new account of its time.
     *
     * @param processor number of the processor it ran on last; -1 where the system does not tell
     * @param userNanos CPU time in the program itself since the thread's start, to the kernel's tick; -1 where not told
     * @param systemNanos CPU time in the kernel on the thread's behalf; -1 where not told
     * @param blockedOn the lock or the call that it waits for; empty where it waits for nothing or that is not known
     */
    record ThreadState(long nanos, int thread, Activity activity, int processor, long userNanos, long systemNanos,
            String blockedOn) implements TraceEvent {}

    /** A quantity by name as it was at this time; {@link CounterTrace} has the names that the program itself uses. */
    record Counter(long nanos, String name, long value) implements TraceEvent {}

    /** A call stack was met for the first time: its frames, the innermost first. */
    record StackSeen(long nanos, int stack, List<StackFrame> frames) implements TraceEvent {
        public StackSeen {
            frames = List.copyOf(frames);
        }
    }

    /**
     * A thread was met in a stack.
     *
     * @param weight what this sample stands for: nanoseconds of CPU or elapsed time, or bytes allocated
     */
    record StackSample(long nanos, int thread, int stack, SampleKind kind, long weight) implements TraceEvent {}

    /**
     * A thread got a lock, at {@code nanos}, for which it had waited this long.
     *
     * @param owner the thread that held it; -1 where not known
     * @param stack where it waited; -1 where not known
     */
    record LockWait(long nanos, int thread, String lock, int owner, long durationNanos, int stack)
            implements
                TraceEvent {}

    /** A worker of a task graph began to take part; {@code thread} is its thread in this process, -1 for another process. */
    record WorkerSeen(long nanos, int worker, String name, int thread) implements TraceEvent {}

    /**
     * A task of a graph came to be known.
     *
     * @param key unique in its graph
     * @param name what it does, the same for all tasks of a kind: the key's readable part
     * @param dependencies numbers of the tasks whose results it takes
     */
    record TaskSeen(long nanos, int task, String key, String name, List<Integer> dependencies) implements TraceEvent {
        public TaskSeen {
            dependencies = List.copyOf(dependencies);
        }
    }

    /**
     * A task passed into another state.
     *
     * @param worker who has it; -1 where nobody has
     * @param bytes size of its result once it is there; 0 before
     */
    record TaskChanged(long nanos, int task, TaskState state, int worker, long bytes) implements TraceEvent {}

    /** A task's result has been carried from one worker to another, from {@code startNanos} to {@code nanos}. */
    record ResultMoved(long nanos, int task, int fromWorker, int toWorker, long bytes, long startNanos)
            implements
                TraceEvent {}

    /**
     * A line of a script has been run so often since it was last told.
     *
     * @param selfNanos time that it took, with the functions that it called
     * @param allocatedBytes of arrays that it made
     * @param freedBytes of arrays that nothing held any more after it
     * @param copies of arrays that it made
     */
    record LineCost(long nanos, String file, int line, long hits, long selfNanos, long allocatedBytes,
            long freedBytes, long copies) implements TraceEvent {}

    /**
     * What a probe has cost since the recording's start.
     *
     * @param samples how often it looked
     * @param cpuNanos CPU time that this took
     * @param note that it was thinned, or what it cannot see, and why; empty where there is nothing to say
     */
    record ProbeCost(long nanos, String probe, long samples, long cpuNanos, String note) implements TraceEvent {}

    /** Something worth a line across all panes: a phase of the experiment, a user's marker. */
    record Mark(long nanos, String label) implements TraceEvent {}
}
