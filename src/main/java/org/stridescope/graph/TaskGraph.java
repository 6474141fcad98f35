package org.stridescope.graph;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Delayed calls and who needs whom: immutable, without cycles, every dependency there. Tasks have numbers from 0 in the order
 * in which they were added, and dependencies are kept by number in flat arrays, so that a hundred thousand tasks build, order
 * and run in well under a second.
 */
public final class TaskGraph {
    private final Task[] tasks;
    private final Map<Key, Integer> numbers;
    private final Edges dependencies;
    private final Edges dependents;

    TaskGraph(Task[] tasks, Map<Key, Integer> numbers, Edges dependencies) {
        this.tasks = tasks;
        this.numbers = numbers;
        this.dependencies = dependencies;
        this.dependents = dependencies.reversed();
    }

    public static TaskGraphBuilder builder() {
        return new TaskGraphBuilder();
    }

    /** A graph of these tasks; {@link GraphError} as {@link TaskGraphBuilder#build}. */
    public static TaskGraph of(Collection<Task> tasks) {
        TaskGraphBuilder builder = builder();
        tasks.forEach(builder::add);
        return builder.build();
    }

    public int size() {
        return tasks.length;
    }

    public Task task(int number) {
        return tasks[number];
    }

    public Key key(int number) {
        return tasks[number].key();
    }

    public List<Task> tasks() {
        return List.of(tasks);
    }

    public boolean contains(Key key) {
        return numbers.containsKey(key);
    }

    /** The task's number; GraphError where there is none of this key. */
    public int number(Key key) {
        Integer number = numbers.get(key);
        if (number == null)
            throw new GraphError("there is no task " + key + " in this graph of " + size());
        return number;
    }

    public @Nullable Task find(Key key) {
        Integer number = numbers.get(key);
        return number == null ? null : tasks[number];
    }

    public int dependencyCount(int task) {
        return dependencies.count(task);
    }

    /** The {@code i}th task, of {@link #dependencyCount}, whose result this one needs; each only once. */
    public int dependency(int task, int i) {
        return dependencies.get(task, i);
    }

    public int dependentCount(int task) {
        return dependents.count(task);
    }

    /** The {@code i}th task, of {@link #dependentCount}, that needs this one's result. */
    public int dependent(int task, int i) {
        return dependents.get(task, i);
    }

    public List<Key> dependencies(Key key) {
        return keys(dependencies.of(number(key)));
    }

    public List<Key> dependents(Key key) {
        return keys(dependents.of(number(key)));
    }

    private List<Key> keys(int[] of) {
        return Arrays.stream(of).mapToObj(this::key).toList();
    }

    /** Tasks that nobody needs: what one usually wants to have. */
    public List<Key> outputs() {
        return java.util.stream.IntStream.range(0, size()).filter(task -> dependentCount(task) == 0)
                .mapToObj(this::key).toList();
    }

    public int edgeCount() {
        return dependencies.total();
    }

    /** Everything that these tasks need, and themselves, by number. */
    public boolean[] ancestors(int... of) {
        return dependencies.reachable(of);
    }

    /** Everything that needs these tasks, and themselves, by number. */
    public boolean[] descendants(int... of) {
        return dependents.reachable(of);
    }

    /** The graph without the tasks that these keys do not need. */
    public TaskGraph cull(Collection<Key> wanted) {
        boolean[] kept = ancestors(wanted.stream().mapToInt(this::number).toArray());
        TaskGraphBuilder builder = builder();
        for (int task = 0; task < size(); task++) {
            if (kept[task])
                builder.add(tasks[task]);
        }
        return builder.size() == size() ? this : builder.build();
    }

    /** How many tasks there are of each name, in the order of their first. */
    public Map<String, Integer> countByName() {
        Map<String, Integer> counts = new java.util.LinkedHashMap<>();
        for (Task task : tasks)
            counts.merge(task.key().name(), 1, Integer::sum);
        return counts;
    }

    static Map<Key, Integer> room(int size) {
        return HashMap.newHashMap(size);
    }
}
