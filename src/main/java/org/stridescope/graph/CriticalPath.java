package org.stridescope.graph;

import java.util.ArrayList;
import java.util.List;

/**
 * Which tasks decide the time. With workers without end, a task starts when its last dependency is done; the critical path is
 * the chain that makes the whole last as long as it does, and slack is how much later a task could end without delaying it.
 * Times are in the unit of the given durations. After the critical path method (Kelley and Walker, 1959).
 */
public final class CriticalPath {
    private final TaskGraph graph;
    private final long[] durations;
    private final long[] start;
    private final long[] latestEnd;
    private final long length;

    private CriticalPath(TaskGraph graph, long[] durations) {
        this.graph = graph;
        this.durations = durations.clone();
        this.start = new long[graph.size()];
        this.latestEnd = new long[graph.size()];
        int[] order = Topological.order(graph);
        long end = 0;
        for (int task : order) {
            for (int i = 0; i < graph.dependencyCount(task); i++)
                start[task] = Math.max(start[task], end(graph.dependency(task, i)));
            end = Math.max(end, end(task));
        }
        length = end;
        for (int at = order.length - 1; at >= 0; at--) {
            int task = order[at];
            latestEnd[task] = length;
            for (int i = 0; i < graph.dependentCount(task); i++) {
                int dependent = graph.dependent(task, i);
                latestEnd[task] = Math.min(latestEnd[task], latestEnd[dependent] - durations[dependent]);
            }
        }
    }

    /** By how long each task takes, in the order of their numbers. */
    public static CriticalPath of(TaskGraph graph, long[] durations) {
        if (durations.length != graph.size()) {
            throw new GraphError("there are " + durations.length + " durations for " + graph.size() + " tasks");
        }
        return new CriticalPath(graph, durations);
    }

    /** The shortest time in which any number of workers can do it. */
    public long length() {
        return length;
    }

    /** When the task could start at the earliest. */
    public long start(int task) {
        return start[task];
    }

    private long end(int task) {
        return start[task] + durations[task];
    }

    /** How much later the task could end without delaying the whole. */
    public long slack(int task) {
        return latestEnd[task] - end(task);
    }

    /** One chain, in order, whose durations add up to {@link #length}; empty for an empty graph. */
    public List<Key> path() {
        return tasks().stream().map(graph::key).toList();
    }

    /** {@link #path} by number. */
    public List<Integer> tasks() {
        List<Integer> path = new ArrayList<>();
        int last = -1;
        for (int task = 0; task < graph.size() && last < 0; task++) {
            if (end(task) == length)
                last = task;
        }
        for (int task = last; task >= 0; task = before(task))
            path.add(task);
        return path.reversed();
    }

    /** The dependency that the task had to wait for; -1 where it has none. */
    private int before(int task) {
        for (int i = 0; i < graph.dependencyCount(task); i++) {
            if (end(graph.dependency(task, i)) == start[task])
                return graph.dependency(task, i);
        }
        return -1;
    }
}
