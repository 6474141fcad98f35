package org.stridescope.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Chains made one: where a task is needed by one other only, and that one needs nothing else, the two run as one task, so that
 * nothing is handed out and nothing waits between them. The fused task has the last one's key, so whoever needed that needs
 * it still.
 *
 * @param graph the graph with fused chains
 * @param members for each task of the new graph the tasks of the old one that it runs, in order
 */
public record Fusion(TaskGraph graph, Map<Key, List<Key>> members) {

    /** Fuses every chain; the tasks of {@code wanted} keep a result of their own. */
    public static Fusion of(TaskGraph before, Collection<Key> wanted) {
        Set<Key> kept = new HashSet<>(wanted);
        TaskGraphBuilder builder = TaskGraph.builder();
        Map<Key, List<Key>> members = new HashMap<>();
        for (int task = 0; task < before.size(); task++) {
            if (runsOn(before, task, kept))
                continue; // it becomes part of a later task
            List<Task> chain = chainTo(before, task, kept);
            builder.add(chain.size() == 1 ? chain.getFirst() : fused(chain));
            members.put(before.key(task), chain.stream().map(Task::key).toList());
        }
        return new Fusion(builder.build(), Map.copyOf(members));
    }

    /** Whether the task's result goes to one other task only, which needs nothing else. */
    private static boolean runsOn(TaskGraph graph, int task, Set<Key> kept) {
        return graph.dependentCount(task) == 1 && graph.dependencyCount(graph.dependent(task, 0)) == 1
                && !kept.contains(graph.key(task));
    }

    private static List<Task> chainTo(TaskGraph graph, int last, Set<Key> kept) {
        List<Task> chain = new ArrayList<>();
        int task = last;
        chain.add(graph.task(task));
        while (graph.dependencyCount(task) == 1 && runsOn(graph, graph.dependency(task, 0), kept)) {
            task = graph.dependency(task, 0);
            chain.add(graph.task(task));
        }
        return List.copyOf(chain.reversed());
    }

    /** The first task's arguments become the fused one's, so that its dependencies stay known. */
    private static Task fused(List<Task> chain) {
        return new Task(chain.getLast().key(), new FusedOperation(chain), chain.getFirst().arguments());
    }
}
