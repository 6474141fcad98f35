package org.stridescope.ui.model.graph;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.stridescope.explain.graph.DrawnGraph;
import org.stridescope.graph.CriticalPath;
import org.stridescope.lab.graph.GraphOutcome;
import org.stridescope.lab.graph.RecordedGraph;
import org.stridescope.trace.Recording;
import org.stridescope.trace.TaskState;
import org.stridescope.trace.TaskTrace;
import org.stridescope.trace.TraceEvent.ResultMoved;
import org.stridescope.trace.TraceEvent.TaskChanged;

/**
 * One run of a graph as it is drawn: its recording, and from it the tasks, their spans and who did them. Time 0 of a run is
 * its first event, so that several stand on one clock.
 *
 * @param calls for each task how it is written, {@code cdist(x, split-3)}; empty where only a recording is there
 */
public record ShownRun(String scheduler, Recording recording, TaskTrace trace, List<TaskTrace.Span> spans,
        List<String> workers,
        List<DrawnGraph.TaskNode> tasks, List<String> calls, long originNanos, long lengthNanos,
        @Nullable GraphOutcome outcome, String failure) {

    /** @param until the recording's end, or now */
    public static ShownRun of(String scheduler, Recording recording, List<String> calls,
            @Nullable GraphOutcome outcome, String failure) {
        TaskTrace trace = recording.tasks();
        List<TaskTrace.Span> spans = trace.spans(recording.durationNanos());
        long origin = trace.tasks().isEmpty() ? 0 : trace.tasks().getFirst().nanos();
        long end = recording.durationNanos();
        if (outcome != null || !failure.isEmpty())
            end = spans.stream().mapToLong(TaskTrace.Span::endNanos).max().orElse(origin);
        List<DrawnGraph.TaskNode> tasks = new ArrayList<>();
        trace.tasks().stream().sorted(java.util.Comparator.comparingInt(t -> t.task()))
                .forEach(t -> tasks.add(new DrawnGraph.TaskNode(t.key(), t.name(), t.dependencies())));
        return new ShownRun(scheduler, recording, trace, spans, trace.workers().stream().map(w -> w.name()).toList(),
                List.copyOf(tasks), calls, origin, Math.max(0, end - origin), outcome, failure);
    }

    public boolean isOver() {
        return outcome != null || !failure.isEmpty();
    }

    /** States of all tasks at a time of this run. */
    public TaskState[] statesAt(long nanos) {
        TaskState[] states = new TaskState[tasks.size()];
        java.util.Arrays.fill(states, TaskState.WAITING);
        for (TaskChanged change : trace.changes()) {
            if (change.nanos() > originNanos + nanos)
                break;
            states[change.task()] = change.state();
        }
        return states;
    }

    /** Bytes of results held at a time of this run. */
    public long heldBytesAt(long nanos) {
        long held = 0;
        long[] bytes = new long[tasks.size()];
        for (TaskChanged change : trace.changes()) {
            if (change.nanos() > originNanos + nanos)
                break;
            held -= bytes[change.task()];
            bytes[change.task()] = change.state() == TaskState.DONE ? change.bytes() : 0;
            held += bytes[change.task()];
        }
        return held;
    }

    /** The last time that this task ran; null where it has not. */
    public TaskTrace.@Nullable Span span(int task) {
        TaskTrace.Span found = null;
        for (TaskTrace.Span span : spans) {
            if (span.task() == task)
                found = span;
        }
        return found;
    }

    /** Bytes of this task's result. */
    public long bytes(int task) {
        return trace.changes().stream().filter(c -> c.task() == task).mapToLong(TaskChanged::bytes).max().orElse(0);
    }

    public List<ResultMoved> moves() {
        return trace.moves();
    }

    /** Times at which tasks began and ended, in this run. */
    public long[] eventTimes() {
        return spans.stream().flatMapToLong(s -> java.util.stream.LongStream.of(s.startNanos(), s.endNanos()))
                .map(t -> t - originNanos).toArray();
    }

    /** As the simulator takes it. */
    public RecordedGraph recorded() {
        return RecordedGraph.of(trace, originNanos + lengthNanos);
    }

    public CriticalPath criticalPath() {
        return recorded().criticalPath();
    }
}
