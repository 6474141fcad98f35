package org.stridescope.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Graphs of sums, drawn from a seed, and what they must yield. */
public final class RandomGraphs {
    /** The sum of all numbers among the arguments, also in lists, and one. */
    public static final Operation SUM = Operation.of("sum", RandomGraphs::sum);

    private RandomGraphs() {}

    private static Object sum(List<?> arguments) {
        return total(arguments) + 1;
    }

    private static long total(List<?> arguments) {
        long total = 0;
        for (Object argument : arguments)
            total += argument instanceof List<?> list ? total(list) : ((Number) argument).longValue();
        return total;
    }

    /** Tasks that each need up to three of those before, the last ones more often than the first. */
    public static TaskGraph sums(Random random, int tasks, Operation sum) {
        TaskGraphBuilder builder = TaskGraph.builder();
        List<Key> keys = new ArrayList<>();
        for (int i = 0; i < tasks; i++) {
            int needs = i == 0 ? 0 : random.nextInt(4);
            List<Object> needed = new ArrayList<>();
            for (int n = 0; n < needs; n++)
                needed.add(keys.get(i - 1 - random.nextInt(random.nextBoolean() ? Math.min(i, 5) : i)));
            Key key = Key.of("t" + random.nextInt(3), i);
            Object first = needed.isEmpty() ? (Object) 7L : needed.removeFirst();
            keys.add(builder.add(key, sum, first, List.copyOf(needed), (long) random.nextInt(10)));
        }
        return builder.build();
    }

    /** Every task's result, by recursion. */
    public static Map<Key, Object> bruteForce(TaskGraph graph) {
        Map<Key, Object> results = new HashMap<>();
        for (Task task : graph.tasks())
            evaluate(graph, task.key(), results);
        return results;
    }

    private static Object evaluate(TaskGraph graph, Key key, Map<Key, Object> results) {
        Object known = results.get(key);
        if (known != null)
            return known;
        Task task = graph.task(graph.number(key));
        Object result = sum(task.resolve(needed -> evaluate(graph, needed, results)));
        results.put(key, result);
        return result;
    }
}
