package org.stridescope.chunked;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.stridescope.graph.Key;
import org.stridescope.graph.Task;
import org.stridescope.graph.TaskGraph;
import org.stridescope.graph.TaskGraphBuilder;

/**
 * Tasks on blocks run together where only one other task needs them: chains always, and trees where there are enough such
 * trees to keep all workers busy. What a tree's inner tasks yield is let go as soon as it is used, so a mean over a thousand
 * days holds one day and one sum, and the result of a chain is written where it belongs.
 */
final class Inlining {
    /** Trees of a kind from which on each may become one task. */
    private static final int ENOUGH = 8;

    private final TaskGraph graph;
    private final Set<Key> wanted;
    private final BlockMemory memory;
    private final Map<String, Integer> counts;

    private Inlining(TaskGraph graph, Collection<Key> wanted, BlockMemory memory) {
        this.graph = graph;
        this.wanted = new HashSet<>(wanted);
        this.memory = memory;
        counts = graph.countByName();
    }

    /** A graph with the same results; all its blocks come from {@code memory}. */
    static TaskGraph of(TaskGraph graph, Collection<Key> wanted, BlockMemory memory) {
        return new Inlining(graph, wanted, memory).inlined();
    }

    private TaskGraph inlined() {
        TaskGraphBuilder builder = TaskGraph.builder();
        for (int task = 0; task < graph.size(); task++) {
            Task call = graph.task(task);
            if (isInlined(task))
                continue;
            if (!(call.operation() instanceof BlockOperation)) {
                builder.add(call);
                continue;
            }
            List<Object> outside = new ArrayList<>();
            BlockTree.Node root = node(call, outside);
            builder.add(call.key(), new BlockTree(root, memory), outside.toArray());
        }
        return builder.build();
    }

    private boolean isInlined(int task) {
        if (graph.dependentCount(task) != 1 || wanted.contains(graph.key(task)))
            return false;
        int dependent = graph.dependent(task, 0);
        if (!(graph.task(task).operation() instanceof BlockOperation)
                || !(graph.task(dependent).operation() instanceof BlockOperation operation))
            return false;
        boolean tree = operation.swallows() && counts.getOrDefault(graph.key(dependent).name(), 0) >= ENOUGH;
        return (graph.dependencyCount(dependent) == 1 || tree)
                && references(graph.task(dependent).arguments(), graph.key(task)) == 1;
    }

    /** What is asked for twice in one call is computed once, so it stays a task. */
    private static int references(List<?> arguments, Key key) {
        int count = 0;
        for (Object argument : arguments) {
            if (key.equals(argument))
                count++;
            else if (argument instanceof List<?> list)
                count += references(list, key);
        }
        return count;
    }

    private BlockTree.Node node(Task call, List<Object> outside) {
        return new BlockTree.Node((BlockOperation) call.operation(), arguments(call.arguments(), outside));
    }

    private List<@Nullable Object> arguments(List<?> arguments, List<Object> outside) {
        List<@Nullable Object> made = new ArrayList<>(arguments.size());
        for (Object argument : arguments) {
            if (argument instanceof List<?> list) {
                made.add(arguments(list, outside));
            } else if (argument instanceof Key key) {
                int number = graph.number(key);
                if (isInlined(number)) {
                    made.add(node(graph.task(number), outside));
                } else {
                    made.add(new BlockTree.Slot(outside.size()));
                    outside.add(key);
                }
            } else {
                made.add(argument);
            }
        }
        return made;
    }
}
