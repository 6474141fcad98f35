package org.stridescope.graph;

import java.util.Arrays;

/**
 * In which order one worker should run the tasks so that few results are held at a time. Depth first: a result is finished
 * with before the next branch is begun. Of several dependencies the one comes first that needs most room for itself (Sethi and
 * Ullman, "The generation of optimal code for arithmetic expressions", 1970, exact for trees). Whatever can run and by that
 * lets a held result go runs at once. Ideas in the spirit of dask.order.
 */
public final class TaskOrder {
    private final TaskGraph graph;
    private final int[] room;
    private final int[] rank;
    private final int[] missing;
    private final int[] uses;
    private final int[] order;
    private int placed;

    private TaskOrder(TaskGraph graph) {
        this.graph = graph;
        int tasks = graph.size();
        rank = new int[tasks];
        Arrays.fill(rank, -1);
        missing = new int[tasks];
        uses = new int[tasks];
        order = new int[tasks];
        for (int task = 0; task < tasks; task++) {
            missing[task] = graph.dependencyCount(task);
            uses[task] = graph.dependentCount(task);
        }
        room = RoomNeeded.of(graph);
    }

    /** For each task its place, from 0, in that order: the lower, the more urgent. */
    public static int[] ranks(TaskGraph graph) {
        TaskOrder order = new TaskOrder(graph);
        order.placeAll();
        return order.rank;
    }

    /** The tasks' numbers in that order. */
    public static int[] of(TaskGraph graph) {
        TaskOrder order = new TaskOrder(graph);
        order.placeAll();
        return order.order;
    }

    private void placeAll() {
        DescentStack stack = new DescentStack(graph.size());
        for (int root = 0; root < graph.size(); root++) {
            if (graph.dependentCount(root) != 0 || rank[root] >= 0)
                continue;
            stack.push(root, needs(root));
            while (!stack.isEmpty())
                step(stack);
        }
    }

    private void step(DescentStack stack) {
        int task = stack.top();
        if (rank[task] >= 0) {
            stack.pop();
            return;
        }
        int next = stack.next();
        if (next < 0) {
            stack.pop();
            place(task);
        } else if (rank[next] < 0) {
            stack.push(next, needs(next));
        }
    }

    /** What is missing of the task's dependencies, that with the greatest need of room first. */
    private int[] needs(int task) {
        int[] needs = new int[missing[task]];
        int count = 0;
        for (int i = 0; i < graph.dependencyCount(task); i++) {
            int dependency = graph.dependency(task, i);
            if (rank[dependency] < 0)
                needs[count++] = dependency;
        }
        sortByRoom(needs);
        return needs;
    }

    private void sortByRoom(int[] needs) {
        if (needs.length < 2)
            return;
        long[] keyed = new long[needs.length];
        for (int i = 0; i < needs.length; i++)
            keyed[i] = (long) -room[needs[i]] << 32 | i;
        Arrays.sort(keyed);
        int[] before = needs.clone();
        for (int i = 0; i < needs.length; i++)
            needs[i] = before[(int) keyed[i]];
    }

    private void place(int first) {
        int from = placed;
        put(first);
        for (int at = from; at < placed; at++)
            placeWhatFrees(order[at]);
    }

    private void put(int task) {
        rank[task] = placed;
        order[placed++] = task;
        for (int i = 0; i < graph.dependencyCount(task); i++)
            uses[graph.dependency(task, i)]--;
        for (int i = 0; i < graph.dependentCount(task); i++)
            missing[graph.dependent(task, i)]--;
    }

    /** Of the results that this task touched, those with one use left: that use comes now if it can. */
    private void placeWhatFrees(int task) {
        placeLastUse(task);
        for (int i = 0; i < graph.dependencyCount(task); i++)
            placeLastUse(graph.dependency(task, i));
    }

    private void placeLastUse(int task) {
        if (uses[task] != 1)
            return;
        for (int i = 0; i < graph.dependentCount(task); i++) {
            int dependent = graph.dependent(task, i);
            if (rank[dependent] < 0) {
                if (missing[dependent] == 0)
                    put(dependent);
                return;
            }
        }
    }
}
