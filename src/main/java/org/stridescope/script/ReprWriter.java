package org.stridescope.script;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import org.stridescope.script.Values.Complex;
import org.stridescope.script.Values.ExceptionValue;
import org.stridescope.script.Values.PyDict;
import org.stridescope.script.Values.PyList;
import org.stridescope.script.Values.PySet;
import org.stridescope.script.Values.PySlice;
import org.stridescope.script.Values.PyTuple;

/** One value's text, with all that it holds: three dots where a list holds itself, bounded in length and in depth. */
final class ReprWriter {
    /** A list may hold the same list many times, and that another: its text grows beyond any memory. */
    private static final int LONGEST = 10_000_000;
    private static final int DEEPEST = 900;

    private final StringBuilder text = new StringBuilder();
    private final List<Object> within = new ArrayList<>();

    @Override
    public String toString() {
        return text.toString();
    }

    ReprWriter write(Object value) {
        switch (value) {
            case PyList list -> inside(list, list.opening() + "[...]",
                    () -> items(list.items, list.opening() + "[", "]" + list.closing()));
            case PyDict dict -> inside(dict, "{...}", () -> entries(dict));
            case PySet set -> {
                if (set.items.isEmpty())
                    add("set()");
                else
                    items(set.items, "{", "}");
            }
            case PyTuple tuple -> inside(tuple, "(...)", () -> tuple(tuple));
            case PySlice slice -> items(List.of(slice.start(), slice.stop(), slice.step()), "slice(", ")");
            case ExceptionValue exception -> inside(exception, "(...)",
                    () -> items(exception.args(), exception.kind() + "(", ")"));
            default -> add(Repr.plain(value));
        }
        return this;
    }

    private void add(String more) {
        if (text.length() + more.length() > LONGEST)
            throw new ScriptError("MemoryError", "a text of more than " + LONGEST + " characters");
        text.append(more);
    }

    private void inside(Object value, String again, Runnable writing) {
        for (Object around : within) {
            if (around == value) {
                add(again);
                return;
            }
        }
        if (within.size() >= DEEPEST)
            throw new ScriptError("RecursionError",
                    "maximum recursion depth exceeded while getting the repr of an object");
        within.add(value);
        writing.run();
        within.removeLast();
    }

    private void items(Collection<Object> items, String open, String close) {
        add(open);
        boolean first = true;
        for (Object item : items) {
            if (!first)
                add(", ");
            first = false;
            write(item);
        }
        add(close);
    }

    private void tuple(PyTuple tuple) {
        TupleType type = tuple.type();
        if (type == null) {
            items(tuple.items(), "(", tuple.items().size() == 1 ? ",)" : ")");
            return;
        }
        add(type.name() + "(");
        for (int i = 0; i < tuple.items().size(); i++) {
            add((i > 0 ? ", " : "") + type.fields().get(i) + "=");
            write(tuple.items().get(i));
        }
        add(")");
    }

    private void entries(PyDict dict) {
        String opening = dict.opening();
        boolean bare = opening.isEmpty();
        if (dict.entries.isEmpty() && !bare && !opening.contains(",")) {
            add(opening + ")");
            return;
        }
        List<Map.Entry<Object, Object>> entries = new ArrayList<>(dict.entries.entrySet());
        if (dict instanceof CollectionTypes.Counter)
            entries.sort(Comparator.comparingDouble(e -> Numbers.isNumber(e.getValue())
                    && !(e.getValue() instanceof Complex) ? -Numbers.real(e.getValue()) : 0));
        add(opening + "{");
        boolean first = true;
        for (Map.Entry<Object, Object> entry : entries) {
            if (!first)
                add(", ");
            first = false;
            write(entry.getKey());
            add(": ");
            write(entry.getValue());
        }
        add(bare ? "}" : "})");
    }
}
