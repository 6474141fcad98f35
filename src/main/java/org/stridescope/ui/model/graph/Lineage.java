package org.stridescope.ui.model.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

import org.stridescope.explain.graph.DrawnGraph.TaskNode;

/**
 * What a task comes from, and what comes from it.
 *
 * @param all both, and the task
 */
public record Lineage(int task, BitSet ancestors, BitSet descendants, BitSet all) {
    public static final Lineage NONE = new Lineage(-1, new BitSet(), new BitSet(), new BitSet());

    public static Lineage of(List<TaskNode> tasks, int task) {
        if (task < 0 || task >= tasks.size())
            return NONE;
        List<List<Integer>> dependents = new ArrayList<>();
        tasks.forEach(_ -> dependents.add(new ArrayList<>()));
        for (int each = 0; each < tasks.size(); each++) {
            for (int dependency : tasks.get(each).dependencies())
                dependents.get(dependency).add(each);
        }
        BitSet ancestors = reach(task, tasks.stream().map(TaskNode::dependencies).toList());
        BitSet descendants = reach(task, dependents);
        BitSet all = new BitSet();
        all.or(ancestors);
        all.or(descendants);
        all.set(task);
        return new Lineage(task, ancestors, descendants, all);
    }

    private static BitSet reach(int from, List<List<Integer>> next) {
        BitSet found = new BitSet();
        Deque<Integer> open = new ArrayDeque<>(next.get(from));
        while (!open.isEmpty()) {
            int task = open.pop();
            if (found.get(task))
                continue;
            found.set(task);
            open.addAll(next.get(task));
        }
        return found;
    }

    public boolean isEmpty() {
        return task < 0;
    }
}
