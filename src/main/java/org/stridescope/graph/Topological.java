package org.stridescope.graph;

/** Tasks so that each comes after all it needs, otherwise by number: level by level, as a queue would run them. */
final class Topological {
    private Topological() {}

    static int[] order(TaskGraph graph) {
        int[] waiting = new int[graph.size()];
        int[] order = new int[graph.size()];
        int found = 0;
        for (int task = 0; task < waiting.length; task++) {
            waiting[task] = graph.dependencyCount(task);
            if (waiting[task] == 0)
                order[found++] = task;
        }
        for (int taken = 0; taken < found; taken++) {
            int task = order[taken];
            for (int i = 0; i < graph.dependentCount(task); i++) {
                int dependent = graph.dependent(task, i);
                if (--waiting[dependent] == 0)
                    order[found++] = dependent;
            }
        }
        return order;
    }
}
