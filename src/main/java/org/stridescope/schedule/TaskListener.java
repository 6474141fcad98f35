package org.stridescope.schedule;

import java.util.List;

import org.stridescope.graph.TaskGraph;

/**
 * Sees every transition of every task, one at a time and in order, from whatever worker brought it about. It must be quick,
 * and must not throw: the scheduler waits for it.
 */
public interface TaskListener {
    /** A run begins: the tasks that are needed, all waiting, and who will run them. */
    default void started(TaskGraph graph, String scheduler, List<String> workers, long nanoTime) {}

    default void changed(TaskChange change) {}

    /** The run is over; {@code failure} is empty where all went well. */
    default void ended(long nanoTime, String failure) {}
}
