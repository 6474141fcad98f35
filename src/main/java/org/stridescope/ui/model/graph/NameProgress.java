package org.stridescope.ui.model.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.stridescope.trace.TaskState;

/**
 * How far the tasks of one name are.
 *
 * @param running how many run now
 */
public record NameProgress(String name, int done, int running, int all) {
    /** Of every name, in the order in which they first occur. */
    public static List<NameProgress> of(ShownRun run, TaskState[] states) {
        Map<String, int[]> counts = new LinkedHashMap<>();
        for (int task = 0; task < states.length; task++) {
            int[] count = counts.computeIfAbsent(run.tasks().get(task).name(), _ -> new int[3]);
            count[2]++;
            switch (states[task]) {
                case DONE, SPILLED, RELEASED -> count[0]++;
                case RUNNING -> count[1]++;
                default -> {}
            }
        }
        List<NameProgress> all = new ArrayList<>();
        counts.forEach((name, count) -> all.add(new NameProgress(name, count[0], count[1], count[2])));
        return all;
    }
}
