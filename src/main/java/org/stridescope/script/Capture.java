package org.stridescope.script;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import org.stridescope.schedule.ScheduleError;
import org.stridescope.schedule.ScheduleError.Reason;
import org.stridescope.script.Values.PyDict;
import org.stridescope.script.Values.PyList;
import org.stridescope.script.Values.PyTuple;

/**
 * Functions of a script made ready for another process: copies whose frames hold no more than the names that the function, and
 * those it calls, speak of. So a script's large arrays stay where they are unless they are used.
 */
final class Capture {
    private final Map<Frame, Frame> frames = new IdentityHashMap<>();
    private final Map<Function, Function> functions = new IdentityHashMap<>();
    /** What is being looked into. */
    private final Set<Object> open = Collections.newSetFromMap(new IdentityHashMap<>());

    /**
     * The value with every function in it copied so; the value itself where there is none.
     *
     * @throws ScheduleError where it contains itself
     */
    Object of(Object value) {
        return switch (value) {
            case Function function -> function(function);
            case PyList _,PyTuple _,PyDict _ -> {
                if (!open.add(value))
                    throw new ScheduleError(Reason.NOT_PORTABLE, "a " + Types.name(value)
                            + " that contains itself cannot be sent to another process: run the graph with threads");
                Object changed = container(value);
                open.remove(value);
                yield changed;
            }
            default -> value;
        };
    }

    private Object container(Object value) {
        return switch (value) {
            case PyList list -> {
                List<Object> items = each(list.items, this::of);
                yield items == list.items ? list : new PyList(items);
            }
            case PyTuple tuple -> {
                List<Object> items = each(tuple.items(), this::of);
                yield items == tuple.items() ? tuple : new PyTuple(items);
            }
            case PyDict dict -> dict(dict);
            default -> value;
        };
    }

    /** All changed; the list itself where none was. */
    static List<Object> each(List<Object> items, UnaryOperator<Object> change) {
        List<Object> changed = new ArrayList<>(items.size());
        boolean same = true;
        for (Object item : items) {
            Object other = change.apply(item);
            same &= other == item;
            changed.add(other);
        }
        return same ? items : changed;
    }

    private PyDict dict(PyDict dict) {
        List<Object> values = List.copyOf(dict.entries.values());
        List<Object> changed = each(values, this::of);
        if (changed == values)
            return dict;
        PyDict made = new PyDict();
        int i = 0;
        for (Object key : dict.entries.keySet())
            made.entries.put(key, changed.get(i++));
        return made;
    }

    private Function function(Function function) {
        Function known = functions.get(function);
        if (known != null)
            return known;
        Function copy = new Function(function.definition(), new ArrayList<>(each(function.defaults(), this::of)),
                frame(function.outer()), true);
        functions.put(function, copy);
        Set<String> names = new HashSet<>();
        names(function.definition(), names);
        names.forEach(name -> bind(function.outer(), name));
        return copy;
    }

    private Frame frame(Frame frame) {
        Frame known = frames.get(frame);
        if (known != null)
            return known;
        Frame copy = frame.emptied(frame.outer() == null ? null : frame(Objects.requireNonNull(frame.outer())));
        frames.put(frame, copy);
        return copy;
    }

    private void bind(Frame from, String name) {
        for (Frame frame = from; frame != null; frame = frame.outer()) {
            Object value = frame.own(name);
            if (value == null)
                continue;
            Frame copy = frame(frame);
            if (copy.own(name) == null)
                copy.bind(name, of(value));
            return;
        }
    }

    /** Every name that a tree speaks of, whatever it is there. */
    private static void names(@Nullable Object tree, Set<String> into) {
        switch (tree) {
            case Node.Name name -> into.add(name.name());
            case Node.Outer outer -> into.addAll(outer.names());
            case List<?> list -> list.forEach(item -> names(item, into));
            case Record node when node.getClass().getEnclosingClass() == Node.class -> {
                for (RecordComponent component : node.getClass().getRecordComponents())
                    names(component(node, component), into);
            }
            case null, default -> {}
        }
    }

    private static @Nullable Object component(Record node, RecordComponent component) {
        try {
            return component.getAccessor().invoke(node);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(node + " cannot be looked into", e);
        }
    }
}
