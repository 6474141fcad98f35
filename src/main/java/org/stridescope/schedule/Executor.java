package org.stridescope.schedule;

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

    /** Looks before a run whether this graph can be run here; {@link ScheduleError} where it cannot. */
    default void check(TaskGraph graph) {}

    /** The value behind what a worker of this executor gave as a result. */
    default @Nullable Object value(@Nullable Object held) {
        return held;
    }

    /** Lets go of what a worker of this executor gave as a result. */
    default void release(@Nullable Object held) {}

    @Override
    void close();
}
