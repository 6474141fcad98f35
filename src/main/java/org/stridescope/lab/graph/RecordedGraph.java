package org.stridescope.lab.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.stridescope.graph.CriticalPath;
import org.stridescope.graph.Key;
import org.stridescope.graph.Operation;
import org.stridescope.graph.Task;
import org.stridescope.graph.TaskGraph;
import org.stridescope.trace.TaskState;
import org.stridescope.trace.TaskTrace;
import org.stridescope.trace.TraceEvent.TaskChanged;
import org.stridescope.trace.TraceEvent.TaskSeen;

/**
 * A graph as a recording shows it: which tasks there were, how long each took, how large its result was. Its tasks do nothing.
 *
 * @param durations nanoseconds, by number; 0 for a task that did not run to its end
 * @param bytes of each task's result
 * @param makespanNanos from the first task's start to the last one's end
 * @param overheadNanos what handing out a task took a worker, as {@link HandOutGaps} finds it
 */
public record RecordedGraph(TaskGraph graph, long[] durations, long[] bytes, int workers, long makespanNanos,
        long overheadNanos) {

    public static RecordedGraph of(TaskTrace trace, long now) {
        TaskGraph graph = graph(trace);
        long[] durations = new long[graph.size()];
        long[] bytes = new long[graph.size()];
        long first = Long.MAX_VALUE;
        long last = 0;
        for (TaskTrace.Span span : trace.spans(now)) {
            first = Math.min(first, span.startNanos());
            last = Math.max(last, span.endNanos());
            if (span.end() == TaskState.DONE)
                durations[span.task()] = span.endNanos() - span.startNanos();
        }
        for (TaskChanged change : trace.changes()) {
            if (change.state() == TaskState.DONE)
                bytes[change.task()] = change.bytes();
        }
        return new RecordedGraph(graph, durations, bytes, trace.workers().size(), Math.max(0, last - first),
                HandOutGaps.median(trace, now));
    }

    /** Numbers in the graph are those of the recording. */
    private static TaskGraph graph(TaskTrace trace) {
        Map<Integer, TaskSeen> seen = new HashMap<>();
        trace.tasks().forEach(task -> seen.put(task.task(), task));
        List<Task> tasks = new ArrayList<>();
        for (int number = 0; number < seen.size(); number++) {
            TaskSeen task = seen.get(number);
            if (task == null)
                break; // the recording begins in the middle
            List<Key> needs = task.dependencies().stream().filter(seen::containsKey).map(RecordedGraph::key).toList();
            tasks.add(Task.of(key(number), new Named(task.name()), needs));
        }
        return TaskGraph.of(tasks);
    }

    private static Key key(int number) {
        return Key.of("task", number);
    }

    private record Named(String name) implements Operation {
        @Override
        public Object apply(List<@org.jspecify.annotations.Nullable Object> arguments) {
            throw new IllegalStateException(name + " is only known from a recording");
        }
    }

    public CriticalPath criticalPath() {
        return CriticalPath.of(graph, durations);
    }

    /** Share of the workers' time, first start to last end, in which tasks ran. */
    public double busyFraction() {
        double busy = java.util.Arrays.stream(durations).sum();
        return makespanNanos == 0 || workers == 0 ? 0 : Math.min(1, busy / ((double) makespanNanos * workers));
    }

    /** As {@code info --json} prints it. */
    public Map<String, Object> json() {
        Map<String, Object> json = new java.util.LinkedHashMap<>();
        json.put("count", graph.size());
        json.put("workers", workers);
        json.put("critical_path_s", criticalPath().length() / 1e9);
        json.put("makespan_s", makespanNanos / 1e9);
        json.put("busy_fraction", busyFraction());
        return json;
    }
}
