package org.stridescope.graph;

import java.util.Arrays;

/** For each task the numbers of others, all in one array: those of task t lie from start[t] to start[t + 1]. */
record Edges(int[] start, int[] ends) {
    int count(int task) {
        return start[task + 1] - start[task];
    }

    int get(int task, int i) {
        return ends[start[task] + i];
    }

    int[] of(int task) {
        return Arrays.copyOfRange(ends, start[task], start[task + 1]);
    }

    int total() {
        return ends.length;
    }

    int tasks() {
        return start.length - 1;
    }

    /** The same edges seen from their other ends, each list in ascending order. */
    Edges reversed() {
        int[] begin = new int[start.length];
        for (int end : ends)
            begin[end + 1]++;
        for (int task = 0; task < tasks(); task++)
            begin[task + 1] += begin[task];
        int[] next = begin.clone();
        int[] back = new int[ends.length];
        for (int task = 0; task < tasks(); task++) {
            for (int at = start[task]; at < start[task + 1]; at++)
                back[next[ends[at]]++] = task;
        }
        return new Edges(begin, back);
    }

    /** What can be reached along the edges from these tasks, themselves included. */
    boolean[] reachable(int... from) {
        boolean[] seen = new boolean[tasks()];
        int[] stack = new int[tasks()];
        int depth = 0;
        for (int task : from) {
            if (!seen[task]) {
                seen[task] = true;
                stack[depth++] = task;
            }
        }
        while (depth > 0) {
            int task = stack[--depth];
            for (int at = start[task]; at < start[task + 1]; at++) {
                if (!seen[ends[at]]) {
                    seen[ends[at]] = true;
                    stack[depth++] = ends[at];
                }
            }
        }
        return seen;
    }
}
