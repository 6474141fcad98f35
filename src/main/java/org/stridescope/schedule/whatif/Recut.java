package org.stridescope.schedule.whatif;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import org.stridescope.graph.Key;
import org.stridescope.graph.TaskGraph;
import org.stridescope.graph.TaskGraphBuilder;

/**
 * A graph with known durations as it would be with its chunks cut finer, or put together. The model: tasks whose name occurs
 * more than once each stand for a chunk. Cut by f, such a task becomes f, with an f-th of its time and of its result each, of
 * which the j-th needs the j-th parts of what the whole needed; a task alone of its name stays whole and needs all parts. Put
 * together by f, of the tasks of one name that lie equally deep in the graph, f neighbours become one, with their times and
 * results added up. So the work is the same in sum; what changes is how evenly it can be shared, and how often it costs
 * what handing out a task costs.
 *
 * @param durations nanoseconds, by number
 * @param bytes of each task's result
 */
public record Recut(TaskGraph graph, long[] durations, long[] bytes) {
    /** More tasks than this are not made. */
    public static final int MOST_TASKS = 50_000;

    /** Every chunk in {@code parts}. */
    public static Recut finer(TaskGraph graph, long[] durations, long[] bytes, int parts) {
        Map<String, Integer> counts = counts(graph);
        int[] first = new int[graph.size() + 1];
        for (int task = 0; task < graph.size(); task++)
            first[task + 1] = first[task] + (counts.getOrDefault(name(graph, task), 0) > 1 ? parts : 1);
        int size = first[graph.size()];
        if (parts < 1 || parts > 1 && size > MOST_TASKS)
            throw new IllegalArgumentException("cut by " + parts + ": " + size + " tasks are too many");
        TaskGraphBuilder builder = TaskGraph.builder();
        long[] times = new long[size];
        long[] sizes = new long[size];
        for (int task = 0; task < graph.size(); task++) {
            int count = first[task + 1] - first[task];
            for (int part = 0; part < count; part++) {
                builder.add(key(first[task] + part), graph.task(task).operation(), needs(graph, task, part, first));
                times[first[task] + part] = share(durations[task], part, count);
                sizes[first[task] + part] = share(bytes[task], part, count);
            }
        }
        return new Recut(builder.build(), times, sizes);
    }

    private static List<Key> needs(TaskGraph graph, int task, int part, int... first) {
        List<Key> needs = new ArrayList<>();
        for (int i = 0; i < graph.dependencyCount(task); i++) {
            int needed = graph.dependency(task, i);
            boolean both = first[task + 1] - first[task] > 1 && first[needed + 1] - first[needed] > 1;
            int from = both ? first[needed] + part : first[needed];
            int to = both ? from + 1 : first[needed + 1];
            for (int number = from; number < to; number++)
                needs.add(key(number));
        }
        return needs;
    }

    private static long share(long whole, int part, int parts) {
        return whole * (part + 1) / parts - whole * part / parts;
    }

    /** Of every name, {@code together} neighbours as one; fewer where there are no more. */
    public static Recut coarser(TaskGraph graph, long[] durations, long[] bytes, int together) {
        if (together < 1)
            throw new IllegalArgumentException(together + " chunks together");
        int[] group = groups(graph, together);
        int size = Arrays.stream(group).max().orElse(-1) + 1;
        List<TreeSet<Integer>> needs = new ArrayList<>();
        int[] member = new int[size];
        for (int number = 0; number < size; number++)
            needs.add(new TreeSet<>());
        long[] times = new long[size];
        long[] sizes = new long[size];
        for (int task = 0; task < graph.size(); task++) {
            member[group[task]] = task;
            times[group[task]] += durations[task];
            sizes[group[task]] += bytes[task];
            for (int i = 0; i < graph.dependencyCount(task); i++)
                needs.get(group[task]).add(group[graph.dependency(task, i)]);
        }
        TaskGraphBuilder builder = TaskGraph.builder();
        for (int number = 0; number < size; number++)
            builder.add(key(number), graph.task(member[number]).operation(),
                    needs.get(number).stream().map(Recut::key).toList());
        return new Recut(builder.build(), times, sizes);
    }

    /** For each task the number of the one that it goes into; equal depth keeps the graph free of cycles. */
    private static int[] groups(TaskGraph graph, int together) {
        record Kind(String name, int depth) {}
        int[] depth = depths(graph);
        Map<Kind, int[]> open = new HashMap<>();
        int[] group = new int[graph.size()];
        int next = 0;
        for (int task = 0; task < graph.size(); task++) {
            int[] state = open.computeIfAbsent(new Kind(name(graph, task), depth[task]), _ -> new int[2]);
            if (state[1] % together == 0)
                state[0] = next++;
            state[1]++;
            group[task] = state[0];
        }
        return group;
    }

    /** How many tasks lie before each on the longest way to it. */
    private static int[] depths(TaskGraph graph) {
        int[] depth = new int[graph.size()];
        int[] missing = new int[graph.size()];
        int[] order = new int[graph.size()];
        int found = 0;
        for (int task = 0; task < missing.length; task++) {
            missing[task] = graph.dependencyCount(task);
            if (missing[task] == 0)
                order[found++] = task;
        }
        for (int at = 0; at < found; at++) {
            for (int i = 0; i < graph.dependentCount(order[at]); i++) {
                int dependent = graph.dependent(order[at], i);
                depth[dependent] = Math.max(depth[dependent], depth[order[at]] + 1);
                if (--missing[dependent] == 0)
                    order[found++] = dependent;
            }
        }
        return depth;
    }

    /** How many tasks there are of each name, by what their operation is called. */
    public static Map<String, Integer> counts(TaskGraph graph) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (int task = 0; task < graph.size(); task++)
            counts.merge(name(graph, task), 1, Integer::sum);
        return counts;
    }

    private static String name(TaskGraph graph, int task) {
        return graph.task(task).operation().name();
    }

    private static Key key(int number) {
        return Key.of("task", number);
    }

    /** Runs it on a machine that is only thought of. */
    public Simulation on(SimulatedMachine machine) {
        return Simulation.of(graph, durations, bytes, machine);
    }
}
