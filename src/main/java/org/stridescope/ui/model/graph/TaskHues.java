package org.stridescope.ui.model.graph;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.stridescope.explain.graph.DrawnGraph.TaskNode;

/** Which hue each task name keeps in every pane, in the order in which the names come. */
public record TaskHues(Map<String, Integer> byName) {
    public static final TaskHues NONE = new TaskHues(Map.of());

    /** The names of several graphs: the runs may differ in a task or two. */
    public static TaskHues of(List<List<TaskNode>> graphs) {
        Map<String, Integer> hues = new LinkedHashMap<>();
        for (List<TaskNode> tasks : graphs) {
            for (TaskNode task : tasks)
                hues.putIfAbsent(task.name(), hues.size());
        }
        return new TaskHues(hues);
    }

    public int of(String name) {
        return byName.getOrDefault(name, 0);
    }
}
