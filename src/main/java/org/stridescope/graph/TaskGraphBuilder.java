package org.stridescope.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/** Gathers delayed calls; what they need may be added before or after them. Nothing runs. For one thread. */
public final class TaskGraphBuilder {
    private static final int MOST_NAMED = 12;

    private final List<Task> tasks = new ArrayList<>();
    private final Map<Key, Integer> numbers = TaskGraph.room(16);

    TaskGraphBuilder() {}

    public int size() {
        return tasks.size();
    }

    public boolean contains(Key key) {
        return numbers.containsKey(key);
    }

    /** Adds a call and returns its key, to be an argument of other calls. GraphError where the key is taken. */
    public Key add(Key key, Operation operation, @Nullable Object... arguments) {
        return add(Task.of(key, operation, arguments));
    }

    public Key add(Task task) {
        if (numbers.putIfAbsent(task.key(), tasks.size()) != null)
            throw new GraphError("there are two tasks " + task.key() + ": give each its own key");
        tasks.add(task);
        return task.key();
    }

    /** Adds all tasks of a graph, leaving out those whose key is there already. */
    public TaskGraphBuilder addAll(TaskGraph graph) {
        for (int task = 0; task < graph.size(); task++) {
            if (!contains(graph.key(task)))
                add(graph.task(task));
        }
        return this;
    }

    /** The graph; {@link GraphError} names a missing dependency or a cycle. The builder may go on. */
    public TaskGraph build() {
        Edges dependencies = edges();
        requireNoCycle(dependencies);
        Map<Key, Integer> copy = TaskGraph.room(numbers.size());
        copy.putAll(numbers);
        return new TaskGraph(tasks.toArray(Task[]::new), copy, dependencies);
    }

    private Edges edges() {
        int[] start = new int[tasks.size() + 1];
        int[][] ends = {new int[Math.max(16, 2 * tasks.size())]};
        int[] met = new int[tasks.size()];
        Arrays.fill(met, -1);
        int[] count = {0};
        for (int task = 0; task < tasks.size(); task++) {
            int number = task;
            Task call = tasks.get(task);
            call.eachReference(key -> {
                int needed = needed(call, key);
                if (met[needed] == number)
                    return;
                met[needed] = number;
                if (count[0] == ends[0].length)
                    ends[0] = Arrays.copyOf(ends[0], 2 * count[0]);
                ends[0][count[0]++] = needed;
            });
            start[task + 1] = count[0];
        }
        return new Edges(start, Arrays.copyOf(ends[0], count[0]));
    }

    private int needed(Task call, Key key) {
        Integer number = numbers.get(key);
        if (number == null) {
            throw new GraphError("task " + call.key() + " needs " + key + ", which is not in the graph");
        }
        return number;
    }

    /** Takes away tasks that need nothing more until none is left; what stays has a cycle. */
    private void requireNoCycle(Edges dependencies) {
        Edges dependents = dependencies.reversed();
        int[] waiting = new int[tasks.size()];
        int[] free = new int[tasks.size()];
        int found = 0;
        for (int task = 0; task < waiting.length; task++) {
            waiting[task] = dependencies.count(task);
            if (waiting[task] == 0)
                free[found++] = task;
        }
        for (int taken = 0; taken < found; taken++) {
            for (int i = 0; i < dependents.count(free[taken]); i++) {
                int dependent = dependents.get(free[taken], i);
                if (--waiting[dependent] == 0)
                    free[found++] = dependent;
            }
        }
        if (found < waiting.length)
            throw new GraphError(cycle(dependencies, waiting));
    }

    /** From any task that is left, going on to one it waits for must come round. */
    private String cycle(Edges dependencies, int[] waiting) {
        int task = 0;
        while (waiting[task] == 0)
            task++;
        List<Integer> path = new ArrayList<>();
        int[] place = new int[waiting.length];
        Arrays.fill(place, -1);
        while (place[task] < 0) {
            place[task] = path.size();
            path.add(task);
            task = firstWaiting(dependencies.of(task), waiting);
        }
        List<Integer> round = new ArrayList<>(path.subList(place[task], path.size()));
        round.add(task);
        String names = round.stream().limit(MOST_NAMED).map(number -> tasks.get(number).key().toString())
                .collect(Collectors.joining(" needs "));
        String rest = round.size() > MOST_NAMED ? " needs … (a round of " + (round.size() - 1) + " tasks)" : "";
        return "these tasks wait for each other and none can start: " + names + rest;
    }

    private static int firstWaiting(int[] candidates, int[] waiting) {
        return Arrays.stream(candidates).filter(task -> waiting[task] > 0).findFirst().orElseThrow();
    }
}
