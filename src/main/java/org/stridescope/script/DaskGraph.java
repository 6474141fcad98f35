package org.stridescope.script;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import org.stridescope.graph.TaskGraph;
import org.stridescope.graph.TaskGraphBuilder;
import org.stridescope.script.Values.PyDict;
import org.stridescope.script.Values.PyList;
import org.stridescope.script.Values.PyTuple;

/** Delayed calls as a graph of tasks: an argument that is delayed is a key, also inside lists, tuples and dicts. */
final class DaskGraph {
    private DaskGraph() {}

    static TaskGraph of(List<DaskDelayed> wanted, @Nullable Interpreter caller,
            java.util.function.Function<DaskArray, Object> arrays) {
        TaskGraphBuilder builder = TaskGraph.builder();
        for (DaskDelayed each : withInputs(wanted)) {
            if (builder.contains(each.key))
                continue;
            List<Object> arguments = new ArrayList<>();
            DaskCall.Places places = new DaskCall.Places(arrays);
            List<Object> positions = places.all(each.positions);
            List<Object> values = places.all(List.copyOf(each.named.values()));
            for (int i = 0; i < positions.size(); i++)
                arguments.add(DaskCall.shown(positions.get(i)));
            if (!values.isEmpty())
                arguments.add(values.stream().map(DaskCall::shown).toList());
            builder.add(each.key, new DaskCall(each.key.name(), each.function, positions,
                    List.copyOf(each.named.keySet()), values, caller), arguments.toArray());
        }
        return builder.build();
    }

    /** These and all they need, each once, in the order they were made. */
    static List<DaskDelayed> withInputs(List<DaskDelayed> wanted) {
        Set<DaskDelayed> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<DaskDelayed> open = new ArrayList<>(wanted);
        List<DaskDelayed> all = new ArrayList<>();
        while (!open.isEmpty()) {
            DaskDelayed next = open.removeLast();
            if (!seen.add(next))
                continue;
            all.add(next);
            for (Object argument : next.holds())
                each(argument, open::add, array -> {});
        }
        all.sort(java.util.Comparator.comparingInt(each -> each.key.index()[0]));
        return all;
    }

    static void each(Object value, Consumer<DaskDelayed> delayed, Consumer<DaskArray> arrays) {
        switch (value) {
            case DaskDelayed one -> delayed.accept(one);
            case DaskArray one -> arrays.accept(one);
            case PyList list -> list.items.forEach(item -> each(item, delayed, arrays));
            case PyTuple tuple -> tuple.items().forEach(item -> each(item, delayed, arrays));
            case PyDict dict -> dict.entries.values().forEach(item -> each(item, delayed, arrays));
            default -> {}
        }
    }
}
