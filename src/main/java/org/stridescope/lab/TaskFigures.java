package org.stridescope.lab;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.stridescope.trace.Recording;
import org.stridescope.trace.TaskTrace;
import org.stridescope.trace.TaskTrace.Span;
import org.stridescope.trace.TraceEvent.TaskSeen;

/**
 * A graph's run in figures.
 *
 * @param criticalPathSeconds time that the longest chain of dependent tasks took: no number of workers could beat it
 * @param makespanSeconds from the first task's start to the last one's end
 * @param busyFraction share of the workers' time that they had a task, 0 to 1
 */
public record TaskFigures(int count, int workers, double criticalPathSeconds, double makespanSeconds,
        double busyFraction) {

    public static TaskFigures of(Recording recording) {
        TaskTrace trace = recording.tasks();
        List<Span> spans = trace.spans(recording.durationNanos());
        int workers = (int) Math.max(trace.workers().stream().map(each -> each.worker()).distinct().count(),
                spans.stream().mapToInt(Span::worker).distinct().count());
        if (spans.isEmpty())
            return new TaskFigures(trace.tasks().size(), workers, 0, 0, 0);
        long start = spans.getFirst().startNanos();
        long end = spans.stream().mapToLong(Span::endNanos).max().orElse(start);
        long busy = spans.stream().mapToLong(span -> span.endNanos() - span.startNanos()).sum();
        int count = trace.tasks().isEmpty()
                ? (int) spans.stream().mapToInt(Span::task).distinct().count()
                : trace.tasks().size();
        return new TaskFigures(count, workers, criticalNanos(trace, spans) / 1e9, (end - start) / 1e9,
                end == start ? 0 : Math.min(1, (double) busy / ((end - start) * (double) workers)));
    }

    /** Tasks end in an order in which each comes after those that it depends on. */
    private static long criticalNanos(TaskTrace trace, List<Span> spans) {
        Map<Integer, List<Integer>> dependencies = new HashMap<>();
        for (TaskSeen task : trace.tasks())
            dependencies.put(task.task(), task.dependencies());
        Map<Integer, Long> reached = new HashMap<>();
        long longest = 0;
        List<Span> ended = spans.stream().sorted(java.util.Comparator.comparingLong(Span::endNanos)).toList();
        for (Span span : ended) {
            long before = 0;
            for (int dependency : dependencies.getOrDefault(span.task(), List.of()))
                before = Math.max(before, reached.getOrDefault(dependency, 0L));
            long at = before + span.endNanos() - span.startNanos();
            reached.merge(span.task(), at, Math::max);
            longest = Math.max(longest, at);
        }
        return longest;
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("count", count);
        json.put("workers", workers);
        json.put("critical_path_s", criticalPathSeconds);
        json.put("makespan_s", makespanSeconds);
        json.put("busy_fraction", busyFraction);
        return json;
    }
}
