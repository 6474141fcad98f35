package org.stridescope.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.stridescope.trace.TraceEvent.ResultMoved;
import org.stridescope.trace.TraceEvent.TaskChanged;
import org.stridescope.trace.TraceEvent.TaskSeen;
import org.stridescope.trace.TraceEvent.WorkerSeen;

/** What happened to the tasks of graphs, each list ascending in time. */
public record TaskTrace(List<WorkerSeen> workers, List<TaskSeen> tasks, List<TaskChanged> changes,
        List<ResultMoved> moves) {

    /**
     * A task on a worker.
     *
     * @param end state that it passed into at {@code endNanos}; {@link TaskState#RUNNING} where it runs still
     */
    public record Span(int task, int worker, long startNanos, long endNanos, TaskState end) {}

    public boolean isEmpty() {
        return tasks.isEmpty() && changes.isEmpty();
    }

    /** The tasks' runs in the order they began, one that is tried again several times. {@code now} ends those that run. */
    public List<Span> spans(long now) {
        Map<Integer, TaskChanged> running = new HashMap<>();
        List<Span> spans = new ArrayList<>();
        for (TaskChanged change : changes) {
            TaskChanged begun = change.state() == TaskState.RUNNING
                    ? running.put(change.task(), change)
                    : running.remove(change.task());
            if (begun != null)
                spans.add(new Span(change.task(), begun.worker(), begun.nanos(), change.nanos(), change.state()));
        }
        for (TaskChanged begun : running.values())
            spans.add(new Span(begun.task(), begun.worker(), begun.nanos(), now, TaskState.RUNNING));
        spans.sort(java.util.Comparator.comparingLong(Span::startNanos).thenComparingInt(Span::task));
        return spans;
    }

    TaskTrace until(long nanos) {
        return new TaskTrace(workers.subList(0, EventOrder.countBy(workers, nanos)),
                tasks.subList(0, EventOrder.countBy(tasks, nanos)),
                changes.subList(0, EventOrder.countBy(changes, nanos)),
                moves.subList(0, EventOrder.countBy(moves, nanos)));
    }

    void addTo(List<TraceEvent> events) {
        events.addAll(workers);
        events.addAll(tasks);
        events.addAll(changes);
        events.addAll(moves);
    }

    static final class Builder {
        private final GrowingList<WorkerSeen> workers = new GrowingList<>();
        private final GrowingList<TaskSeen> tasks = new GrowingList<>();
        private final GrowingList<TaskChanged> changes = new GrowingList<>();
        private final GrowingList<ResultMoved> moves = new GrowingList<>();

        void worker(WorkerSeen event) {
            workers.add(event);
        }

        void task(TaskSeen event) {
            tasks.add(event);
        }

        void changed(TaskChanged event) {
            changes.add(event);
        }

        void moved(ResultMoved event) {
            moves.add(event);
        }

        TaskTrace build() {
            return new TaskTrace(workers.soFar(), tasks.soFar(), changes.soFar(), moves.soFar());
        }
    }
}
