package org.stridescope.explain.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is drawn of a graph: each task by itself, or, where there are too many to be told apart, all of one name and depth as
 * one box with their count.
 *
 * @param nodes boxes, each with the numbers of the tasks that it stands for
 * @param edges from box to box
 */
public record DrawnGraph(List<Node> nodes, List<Edge> edges) {
    /** Beyond this many tasks they are grouped. */
    public static final int MOST_SINGLE = 240;

    /** @param label a key, or a name and how many */
    public record Node(String label, int[] tasks) {
        public boolean isGroup() {
            return tasks.length > 1;
        }
    }

    /** Numbers of two boxes. */
    public record Edge(int from, int to) {}

    /** What is known of a task. */
    public record TaskNode(String key, String name, List<Integer> dependencies) {}

    public static DrawnGraph of(List<TaskNode> tasks) {
        return tasks.size() <= MOST_SINGLE ? single(tasks) : grouped(tasks);
    }

    private static DrawnGraph single(List<TaskNode> tasks) {
        List<Node> nodes = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        for (int task = 0; task < tasks.size(); task++) {
            nodes.add(new Node(tasks.get(task).key(), new int[]{task}));
            for (int dependency : tasks.get(task).dependencies())
                edges.add(new Edge(dependency, task));
        }
        return new DrawnGraph(List.copyOf(nodes), List.copyOf(edges));
    }

    /** By name and depth, so that no group needs itself. */
    private static DrawnGraph grouped(List<TaskNode> tasks) {
        int[] depths = depths(tasks);
        Map<String, List<Integer>> groups = new LinkedHashMap<>();
        for (int task = 0; task < tasks.size(); task++) {
            groups.computeIfAbsent(tasks.get(task).name() + " " + depths[task], _ -> new ArrayList<>()).add(task);
        }
        int[] groupOf = new int[tasks.size()];
        List<Node> nodes = new ArrayList<>();
        groups.forEach((_, members) -> {
            members.forEach(task -> groupOf[task] = nodes.size());
            TaskNode first = tasks.get(members.getFirst());
            nodes.add(new Node(members.size() == 1 ? first.key() : first.name() + " \u00d7 " + members.size(),
                    members.stream().mapToInt(Integer::intValue).toArray()));
        });
        Set<Edge> edges = new LinkedHashSet<>();
        for (int task = 0; task < tasks.size(); task++) {
            for (int dependency : tasks.get(task).dependencies())
                edges.add(new Edge(groupOf[dependency], groupOf[task]));
        }
        return new DrawnGraph(List.copyOf(nodes), List.copyOf(edges));
    }

    /** The longest way to each task from one that needs nothing. */
    private static int[] depths(List<TaskNode> tasks) {
        int[] depths = new int[tasks.size()];
        int[] missing = new int[tasks.size()];
        List<List<Integer>> dependents = new ArrayList<>();
        tasks.forEach(_ -> dependents.add(new ArrayList<>()));
        List<Integer> free = new ArrayList<>();
        for (int task = 0; task < tasks.size(); task++) {
            missing[task] = tasks.get(task).dependencies().size();
            for (int dependency : tasks.get(task).dependencies())
                dependents.get(dependency).add(task);
            if (missing[task] == 0)
                free.add(task);
        }
        for (int at = 0; at < free.size(); at++) {
            int task = free.get(at);
            for (int dependent : dependents.get(task)) {
                depths[dependent] = Math.max(depths[dependent], depths[task] + 1);
                if (--missing[dependent] == 0)
                    free.add(dependent);
            }
        }
        return depths;
    }
}
