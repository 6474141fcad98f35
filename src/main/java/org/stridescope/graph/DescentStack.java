package org.stridescope.graph;

import java.util.Arrays;

/** The way from a root down to where a depth-first walk stands, with what is still to be visited at each step of it. */
final class DescentStack {
    private int[] tasks;
    private int[][] needs;
    private int[] done;
    private int depth;

    DescentStack(int most) {
        int room = Math.min(most + 1, 64);
        tasks = new int[room];
        needs = new int[room][];
        done = new int[room];
    }

    boolean isEmpty() {
        return depth == 0;
    }

    void push(int task, int[] need) {
        if (depth == tasks.length) {
            tasks = Arrays.copyOf(tasks, 2 * depth);
            needs = Arrays.copyOf(needs, 2 * depth);
            done = Arrays.copyOf(done, 2 * depth);
        }
        tasks[depth] = task;
        needs[depth] = need;
        done[depth] = 0;
        depth++;
    }

    int top() {
        return tasks[depth - 1];
    }

    /** What to visit next from the top; -1 where all was. */
    int next() {
        return done[depth - 1] < needs[depth - 1].length ? needs[depth - 1][done[depth - 1]++] : -1;
    }

    void pop() {
        depth--;
    }
}
