package org.stridescope.graph;

import java.util.Arrays;

/** The least number of results to be held, over all orders: by dynamic programming over sets of done tasks. */
final class Exhaustive {
    private Exhaustive() {}

    static int leastHeld(TaskGraph graph) {
        int tasks = graph.size();
        int[] needs = new int[tasks];
        int[] users = new int[tasks];
        for (int task = 0; task < tasks; task++) {
            for (int i = 0; i < graph.dependencyCount(task); i++)
                needs[task] |= 1 << graph.dependency(task, i);
            for (int i = 0; i < graph.dependentCount(task); i++)
                users[task] |= 1 << graph.dependent(task, i);
        }
        int[] least = new int[1 << tasks];
        Arrays.fill(least, Integer.MAX_VALUE);
        least[0] = 0;
        for (int done = 0; done < least.length; done++) {
            if (least[done] == Integer.MAX_VALUE)
                continue;
            int held = held(done, users) + 1;
            for (int task = 0; task < tasks; task++) {
                if ((done >> task & 1) == 0 && (needs[task] & ~done) == 0) {
                    int next = done | 1 << task;
                    least[next] = Math.min(least[next], Math.max(least[done], held));
                }
            }
        }
        return least[least.length - 1];
    }

    private static int held(int done, int[] users) {
        int held = 0;
        for (int task = 0; task < users.length; task++) {
            if ((done >> task & 1) == 1 && (users[task] == 0 || (users[task] & ~done) != 0))
                held++;
        }
        return held;
    }
}
