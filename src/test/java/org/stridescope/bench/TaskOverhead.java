package org.stridescope.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.stridescope.graph.Key;
import org.stridescope.graph.Operation;
import org.stridescope.graph.TaskGraph;
import org.stridescope.graph.TaskOrder;
import org.stridescope.schedule.Executor;
import org.stridescope.schedule.RunOptions;
import org.stridescope.schedule.Scheduler;
import org.stridescope.schedule.ThreadsExecutor;

/** What a task costs that does nothing: whole runs of graphs of empty tasks, ordering included, in nanoseconds a task. */
public final class TaskOverhead {
    private static final Operation NOTHING = Operation.of("nothing", arguments -> null);
    private static final int REPEATS = 15;

    private TaskOverhead() {}

    public static void main(String[] args) {
        int tasks = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
        for (int workers : new int[]{1, 2}) {
            measure("independent", independent(tasks), workers);
            measure("chain", chain(tasks), workers);
            measure("tree of sums", tree(tasks), workers);
            measure("20 layers, each task needs 2", layers(tasks), workers);
        }
    }

    private static void measure(String name, TaskGraph graph, int workers) {
        double[] nanos = new double[REPEATS];
        double[] order = new double[REPEATS];
        try (Executor executor = ThreadsExecutor.of(workers)) {
            for (int i = -5; i < REPEATS; i++) {
                long start = System.nanoTime();
                int ranked = TaskOrder.of(graph).length;
                long ordered = System.nanoTime();
                Scheduler.run(graph, List.of(graph.key(ranked - 1)), executor, RunOptions.DEFAULT);
                if (i >= 0) {
                    nanos[i] = (System.nanoTime() - ordered) / (double) graph.size();
                    order[i] = (ordered - start) / (double) graph.size();
                }
            }
        }
        Arrays.sort(nanos);
        Arrays.sort(order);
        System.out.printf(Locale.ROOT, "%-30s %d threads: best %5.0f, median %5.0f ns a task (ordering alone: %3.0f)%n",
                name, workers, nanos[0], nanos[REPEATS / 2], order[0]);
    }

    static TaskGraph independent(int tasks) {
        var builder = TaskGraph.builder();
        List<Object> all = new ArrayList<>();
        for (int i = 0; i < tasks; i++)
            all.add(builder.add(Key.of("nothing", i), NOTHING));
        builder.add(Key.of("end"), NOTHING, all);
        return builder.build();
    }

    private static TaskGraph chain(int tasks) {
        var builder = TaskGraph.builder();
        Key last = builder.add(Key.of("chain", 0), NOTHING);
        for (int i = 1; i < tasks; i++)
            last = builder.add(Key.of("chain", i), NOTHING, last);
        return builder.build();
    }

    private static TaskGraph tree(int tasks) {
        var builder = TaskGraph.builder();
        List<Key> level = new ArrayList<>();
        for (int i = 0; i < tasks / 2; i++)
            level.add(builder.add(Key.of("leaf", i), NOTHING));
        for (int height = 1; level.size() > 1; height++) {
            List<Key> next = new ArrayList<>();
            for (int i = 0; i + 1 < level.size(); i += 2)
                next.add(builder.add(Key.of("add", height, i), NOTHING, level.get(i), level.get(i + 1)));
            if (level.size() % 2 == 1)
                next.add(level.getLast());
            level = next;
        }
        return builder.build();
    }

    private static TaskGraph layers(int tasks) {
        int width = tasks / 20;
        var builder = TaskGraph.builder();
        for (int layer = 0; layer < 20; layer++) {
            for (int i = 0; i < width; i++) {
                Key key = Key.of("layer" + layer, i);
                if (layer == 0)
                    builder.add(key, NOTHING);
                else
                    builder.add(key, NOTHING, Key.of("layer" + (layer - 1), i),
                            Key.of("layer" + (layer - 1), (i + 1) % width));
            }
        }
        List<Object> all = new ArrayList<>();
        for (int i = 0; i < width; i++)
            all.add(Key.of("layer19", i));
        builder.add(Key.of("end"), NOTHING, all);
        return builder.build();
    }
}
