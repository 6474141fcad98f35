package org.stridescope.graph;

import java.util.Arrays;

/**
 * How many results must be held at a time to make each task's, if nothing were shared: Sethi and Ullman's number. A dependency
 * that others need too counts as one that must be held anyway.
 */
final class RoomNeeded {
    private RoomNeeded() {}

    static int[] of(TaskGraph graph) {
        int[] room = new int[graph.size()];
        for (int task : Topological.order(graph))
            room[task] = of(graph, task, room);
        return room;
    }

    private static int of(TaskGraph graph, int task, int[] room) {
        int count = graph.dependencyCount(task);
        if (count == 0)
            return 1;
        if (count == 1)
            return Math.max(2, room[graph.dependency(task, 0)]);
        int[] needs = new int[count];
        for (int i = 0; i < count; i++)
            needs[i] = room[graph.dependency(task, i)];
        Arrays.sort(needs);
        int most = count + 1; // all dependencies and the result
        for (int i = 0; i < count; i++)
            most = Math.max(most, needs[count - 1 - i] + i);
        return most;
    }
}
