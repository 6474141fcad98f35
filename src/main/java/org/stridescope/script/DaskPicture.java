package org.stridescope.script;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.stridescope.graph.TaskGraph;
import org.stridescope.graph.TaskGraphBuilder;
import org.stridescope.script.Values.Custom;

/** What {@code visualize} gives: the graph, for a window to draw; as text it says how many tasks of which kind there are. */
public final class DaskPicture implements Custom {
    private final TaskGraph graph;

    private DaskPicture(TaskGraph graph) {
        this.graph = graph;
    }

    static DaskPicture of(List<Object> values) {
        List<DaskDelayed> delayed = new java.util.ArrayList<>();
        TaskGraphBuilder builder = TaskGraph.builder();
        for (Object value : values)
            DaskGraph.each(value, delayed::add, array -> builder.addAll(array.array().graph()));
        TaskGraph calls = DaskGraph.of(delayed, null, array -> array);
        return new DaskPicture(builder.addAll(calls).build());
    }

    /** The tasks, none of them run. */
    public TaskGraph graph() {
        return graph;
    }

    @Override
    public String typeName() {
        return "TaskGraph";
    }

    @Override
    public @Nullable Object attribute(String name) {
        return name.equals("__len__") ? (Long) (long) graph.size() : null;
    }

    @Override
    public java.util.Collection<Object> holds() {
        return List.of();
    }

    @Override
    public String repr() {
        String kinds = graph.countByName().entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed()).limit(8)
                .map(entry -> entry.getKey() + " " + entry.getValue()).collect(Collectors.joining(", "));
        int more = graph.countByName().size() - 8;
        return "<task graph of " + graph.size() + " tasks: " + kinds + (more > 0 ? " and " + more + " kinds more" : "")
                + ">";
    }
}
