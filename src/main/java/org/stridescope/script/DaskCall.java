package org.stridescope.script;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.stridescope.graph.Key;
import org.stridescope.graph.MobileOperation;
import org.stridescope.script.Values.PyDict;
import org.stridescope.script.Values.PyList;
import org.stridescope.script.Values.PyTuple;

/**
 * The call of a delayed function with the values that its arguments have by then. In another process the function is called
 * with copies of all that it speaks of, and what it prints comes back with its result.
 *
 * @param positions what was given, with {@link Place} for what was delayed
 * @param keywords names of the last arguments, whose values are {@code values}
 * @param caller null where the graph is only drawn
 */
record DaskCall(String name, Object function, List<Object> positions, List<String> keywords, List<Object> values,
        @Nullable Interpreter caller) implements MobileOperation {

    /** Where the result of another task goes. */
    record Place(Key key) implements Serializable {}

    /** Arguments as a call keeps them: keys for what is delayed, chunked arrays computed. */
    record Places(java.util.function.Function<DaskArray, Object> arrays) {
        List<Object> all(List<Object> values) {
            return Capture.each(values, this::of);
        }

        private Object of(Object value) {
            return switch (value) {
                case DaskDelayed one -> new Place(one.key);
                case DaskArray array -> arrays.apply(array);
                case PyList list -> {
                    List<Object> items = all(list.items);
                    yield items == list.items ? list : new PyList(items);
                }
                case PyTuple tuple -> {
                    List<Object> items = all(tuple.items());
                    yield items == tuple.items() ? tuple : new PyTuple(items);
                }
                case PyDict dict -> {
                    List<Object> items = List.copyOf(dict.entries.values());
                    List<Object> changed = all(items);
                    yield changed == items ? dict : dict(dict, changed);
                }
                default -> value;
            };
        }
    }

    private static PyDict dict(PyDict like, List<Object> values) {
        PyDict made = new PyDict();
        int i = 0;
        for (Object key : like.entries.keySet())
            made.entries.put(key, values.get(i++));
        return made;
    }

    private static boolean needs(Object value) {
        return switch (value) {
            case Place _ -> true;
            case PyList list -> list.items.stream().anyMatch(DaskCall::needs);
            case PyTuple tuple -> tuple.items().stream().anyMatch(DaskCall::needs);
            case PyDict dict -> dict.entries.values().stream().anyMatch(DaskCall::needs);
            default -> false;
        };
    }

    /** The argument as the scheduler sees it: keys, values, and lists of them. */
    static Object shown(Object value) {
        if (!needs(value))
            return value;
        return switch (value) {
            case Place place -> place.key;
            case PyList list -> list.items.stream().map(DaskCall::shown).toList();
            case PyTuple tuple -> tuple.items().stream().map(DaskCall::shown).toList();
            case PyDict dict -> dict.entries.values().stream().map(DaskCall::shown).toList();
            default -> value;
        };
    }

    @Override
    public Object apply(List<@Nullable Object> arguments) {
        List<Object> all = new ArrayList<>();
        for (int i = 0; i < positions.size(); i++)
            all.add(filled(positions.get(i), arguments.get(i)));
        Map<String, Object> named = new LinkedHashMap<>();
        if (!keywords.isEmpty() && arguments.getLast() instanceof List<?> given) {
            for (int i = 0; i < keywords.size(); i++)
                named.put(keywords.get(i), filled(values.get(i), given.get(i)));
        }
        Interpreter by = Objects.requireNonNull(caller);
        return by.isElsewhere()
                ? DaskTasks.lent(by, function, all, named)
                : DaskTasks.call(by, function, all, named);
    }

    /** The argument as it was given, with results in the places of what was delayed. */
    private Object filled(Object given, @Nullable Object shown) {
        if (!needs(given))
            return Objects.requireNonNull(shown);
        return switch (given) {
            case Place _ -> shown instanceof DaskTasks.Printed printed
                    ? printed.value()
                    : Objects.requireNonNull(shown);
            case PyList list -> new PyList(filled(list.items, (List<?>) shown));
            case PyTuple tuple -> new PyTuple(filled(tuple.items(), (List<?>) shown));
            case PyDict dict -> dict(dict, filled(List.copyOf(dict.entries.values()), (List<?>) shown));
            default -> given;
        };
    }

    private List<Object> filled(List<Object> given, @Nullable List<?> shown) {
        List<Object> all = new ArrayList<>();
        for (int i = 0; i < given.size(); i++)
            all.add(filled(given.get(i), Objects.requireNonNull(shown).get(i)));
        return all;
    }

    /** What goes to another process: values that are sent as arguments are left out. */
    private Object writeReplace() {
        return new DaskCall(name, function, Capture.each(positions, DaskCall::slim),
                new ArrayList<>(keywords), Capture.each(values, DaskCall::slim), caller);
    }

    private static Object slim(Object given) {
        return needs(given) ? given : Values.Singleton.NONE;
    }

    @Override
    public String toString() {
        return name;
    }
}
