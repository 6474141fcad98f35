package org.stridescope.schedule;

import java.util.List;

import org.stridescope.graph.TaskGraph;

/** Tells listeners; makes nothing where there are none. */
final class Announcer {
    private final TaskListener[] listeners;

    Announcer(List<TaskListener> listeners) {
        this.listeners = listeners.toArray(TaskListener[]::new);
    }

    void started(TaskGraph graph, Executor executor) {
        List<String> workers = executor.workers().stream().map(Worker::name).toList();
        long now = System.nanoTime();
        for (TaskListener listener : listeners)
            listener.started(graph, executor.name(), workers, now);
    }

    void changed(int task, TaskState from, TaskState to, int worker) {
        if (listeners.length == 0)
            return;
        tell(TaskChange.of(System.nanoTime(), task, from, to, worker));
    }

    void changedAt(long nanoTime, int task, TaskState from, TaskState to, int worker) {
        tell(TaskChange.of(nanoTime, task, from, to, worker));
    }

    boolean hasListeners() {
        return listeners.length > 0;
    }

    void ran(int task, int worker, Outcome outcome, long bytes) {
        if (listeners.length == 0)
            return;
        tell(new TaskChange(System.nanoTime(), task, TaskState.RUNNING, TaskState.IN_MEMORY, worker,
                outcome.startNano(), outcome.endNano(), outcome.transferNanos(), bytes, outcome.movedBytes()));
    }

    void ended(String failure) {
        long now = System.nanoTime();
        for (TaskListener listener : listeners)
            listener.ended(now, failure);
    }

    private void tell(TaskChange change) {
        for (TaskListener listener : listeners)
            listener.changed(change);
    }
}
