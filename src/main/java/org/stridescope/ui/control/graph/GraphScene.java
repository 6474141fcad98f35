package org.stridescope.ui.control.graph;

import java.util.BitSet;
import java.util.List;

import org.stridescope.explain.graph.GraphLayout;
import org.stridescope.trace.TaskState;
import org.stridescope.ui.model.graph.Lineage;

/**
 * What the graph looks like at one time.
 *
 * @param states of all tasks
 * @param workers who ran or runs each; -1 where nobody yet
 * @param order the place of each in the order of starts; -1 where it has not begun
 * @param critical the tasks of the critical path; empty until it is known
 */
public record GraphScene(GraphLayout layout, TaskState[] states, int[] workers, int[] order, Lineage lineage,
        BitSet critical, Colouring colouring, int workerCount) {

    /** What the colour of a box says; the mark always says the state. */
    public enum Colouring {
        STATE("state"), WORKER("worker"), ORDER("order of execution");

        private final String word;

        Colouring(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    public static final GraphScene EMPTY = new GraphScene(GraphLayout.EMPTY, new TaskState[0], new int[0], new int[0],
            Lineage.NONE, new BitSet(), Colouring.STATE, 1);

    boolean isLit(int node) {
        return any(node, lineage.all());
    }

    boolean isCritical(int node) {
        return any(node, critical);
    }

    private boolean any(int node, BitSet set) {
        for (int task : tasks(node)) {
            if (set.get(task))
                return true;
        }
        return false;
    }

    int[] tasks(int node) {
        return layout.graph().nodes().get(node).tasks();
    }

    TaskState state(int task) {
        return task < states.length ? states[task] : TaskState.WAITING;
    }

    /** The state that a box shows: of a group, that of the task which is furthest from done but at work. */
    TaskState nodeState(int node) {
        int[] tasks = tasks(node);
        if (tasks.length == 1)
            return state(tasks[0]);
        List<TaskState> ranked = List.of(TaskState.FAILED, TaskState.RUNNING, TaskState.READY, TaskState.WAITING,
                TaskState.DONE, TaskState.SPILLED, TaskState.RELEASED);
        int best = ranked.size() - 1;
        for (int task : tasks)
            best = Math.min(best, ranked.indexOf(state(task)));
        return ranked.get(best);
    }

    /** What a box is: a task and its state, or how many tasks of a group are done. */
    String words(int node) {
        int[] tasks = tasks(node);
        String label = layout.graph().nodes().get(node).label();
        if (tasks.length > 1)
            return label + ": " + doneIn(node) + " of " + tasks.length + " tasks done";
        int place = tasks[0] < order.length ? order[tasks[0]] : -1;
        return label + ": " + state(tasks[0]).word() + (place < 0 ? "" : ", begun as number " + (place + 1))
                + (critical.get(tasks[0]) ? "; on the critical path" : "");
    }

    /** How many of a box's tasks are done. */
    int doneIn(int node) {
        int done = 0;
        for (int task : tasks(node))
            done += state(task).isDone() ? 1 : 0;
        return done;
    }
}
