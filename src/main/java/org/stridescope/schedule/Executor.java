package org.stridescope.schedule;

import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.stridescope.graph.TaskGraph;

/** Who runs tasks. The scheduling loop is the same for all; an executor lends it workers. Closing ends them. */
public interface Executor extends AutoCloseable {
    /** The word for it: synchronous, threads, processes. */
    String name();

    List<Worker> workers();

    /** How long to go on handing out tasks at once that together take less than this, instead of one by one. */
    default long batchNanos() {
        return 50_000;
    }

    /** Whether what a task is given, and what it writes to, is the same memory for all workers and for who asked. */
    default boolean sharesMemory() {
        return true;
    }

    /** Looks before a run whether this graph can be run here; {@link ScheduleError} where it cannot. */
    default void check(TaskGraph graph) {}

    /** The value behind what a worker of this executor gave as a result. */
    default @Nullable Object value(@Nullable Object held) {
        return held;
    }

    /**
     * Moves what a worker gave as a result from memory into a file in this folder; null where that is nothing for it. The one
     * that is returned stands for the result from then on, and the other is to be let go.
     */
    default @Nullable Object toDisk(@Nullable Object held, Path folder) {
        return null;
    }

    /** Lets go of what a worker of this executor gave as a result. */
    default void release(@Nullable Object held) {}

    @Override
    void close();
}
