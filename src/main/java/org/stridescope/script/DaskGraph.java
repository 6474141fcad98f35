package org.stridescope.script;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import org.stridescope.graph.Operation;
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
            for (Object position : each.positions)
                arguments.add(shown(position));
            if (!each.named.isEmpty())
                arguments.add(each.named.values().stream().map(DaskGraph::shown).toList());
            builder.add(each.key, new Calling(each, caller, arrays), arguments.toArray());
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

    private static boolean needs(Object value) {
        boolean[] found = {false};
        each(value, one -> found[0] = true, one -> found[0] = true);
        return found[0];
    }

    /** The argument as the scheduler sees it: keys, values, and lists of them. */
    private static Object shown(Object value) {
        if (!needs(value))
            return value;
        return switch (value) {
            case DaskDelayed one -> one.key;
            case PyList list -> list.items.stream().map(DaskGraph::shown).toList();
            case PyTuple tuple -> tuple.items().stream().map(DaskGraph::shown).toList();
            case PyDict dict -> dict.entries.values().stream().map(DaskGraph::shown).toList();
            default -> value;
        };
    }

    /** The call of a delayed function with the values that its arguments have by then. */
    static final class Calling implements Operation {
        final DaskDelayed delayed;
        private final @Nullable Interpreter caller;
        private final java.util.function.Function<DaskArray, Object> arrays;

        Calling(DaskDelayed delayed, @Nullable Interpreter caller,
                java.util.function.Function<DaskArray, Object> arrays) {
            this.delayed = delayed;
            this.caller = caller;
            this.arrays = arrays;
        }

        @Override
        public String name() {
            return delayed.key.name();
        }

        @Override
        public Object apply(List<@Nullable Object> arguments) {
            List<Object> positions = new ArrayList<>();
            for (int i = 0; i < delayed.positions.size(); i++)
                positions.add(filled(delayed.positions.get(i), arguments.get(i)));
            Map<String, Object> named = new LinkedHashMap<>();
            if (!delayed.named.isEmpty() && arguments.getLast() instanceof List<?> values) {
                int i = 0;
                for (var entry : delayed.named.entrySet())
                    named.put(entry.getKey(), filled(entry.getValue(), values.get(i++)));
            }
            return DaskTasks.call(java.util.Objects.requireNonNull(caller), delayed.function, positions, named);
        }

        /** The argument as it was given, with results in the places of what was delayed. */
        private Object filled(Object given, @Nullable Object shown) {
            if (!needs(given))
                return given;
            return switch (given) {
                case DaskDelayed one -> java.util.Objects.requireNonNull(shown);
                case DaskArray array -> arrays.apply(array);
                case PyList list -> new PyList(filled(list.items, (List<?>) shown));
                case PyTuple tuple -> new PyTuple(filled(tuple.items(), (List<?>) shown));
                case PyDict dict -> {
                    List<Object> values = filled(List.copyOf(dict.entries.values()), (List<?>) shown);
                    PyDict made = new PyDict();
                    int i = 0;
                    for (Object key : dict.entries.keySet())
                        made.entries.put(key, values.get(i++));
                    yield made;
                }
                default -> given;
            };
        }

        private List<Object> filled(List<Object> given, @Nullable List<?> shown) {
            List<Object> values = new ArrayList<>();
            for (int i = 0; i < given.size(); i++)
                values.add(filled(given.get(i), java.util.Objects.requireNonNull(shown).get(i)));
            return values;
        }
    }
}
