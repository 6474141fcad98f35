package org.stridescope.script;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;

import org.jspecify.annotations.Nullable;

import org.stridescope.script.Values.PyIterator;
import org.stridescope.script.Values.PyTuple;

/** Python's built-in iterators, each item found when it is wanted, and what folds the items of one. */
final class PythonIterators {
    private PythonIterators() {}

    /** Gives the next item, or null at the end. */
    @FunctionalInterface
    interface Step {
        @Nullable
        Object next();
    }

    /** Looks one item ahead, no more: a step is taken when an item is wanted. */
    private static final class Stepping implements Iterator<Object> {
        private final Step step;
        private @Nullable Object ahead;
        private boolean ended;

        Stepping(Step step) {
            this.step = step;
        }

        @Override
        public boolean hasNext() {
            if (ahead == null && !ended) {
                ahead = step.next();
                ended = ahead == null;
            }
            return ahead != null;
        }

        @Override
        public Object next() {
            if (!hasNext() || ahead == null)
                throw new java.util.NoSuchElementException();
            Object item = ahead;
            ahead = null;
            return item;
        }
    }

    /** An iterator that holds what its items come from, and the item that it has ready. */
    static PyIterator stepping(String type, Step step, Object... from) {
        Stepping items = new Stepping(step);
        return new PyIterator(items, type, () -> {
            List<Object> held = new ArrayList<>(List.of(from));
            if (items.ahead != null)
                held.add(items.ahead);
            return held;
        });
    }

    static void addTo(Names names) {
        names.function("enumerate(iterable, start=)", call -> {
            Iterator<Object> items = iterate(call, "iterable");
            long[] next = {call.whole("start", 0)};
            return stepping("enumerate", () -> items.hasNext() ? PyTuple.of(next[0]++, items.next()) : null,
                    call.get("iterable"));
        });
        names.function("zip(*iterables, strict=)", call -> {
            PyTuple sources = (PyTuple) call.get("iterables");
            List<Iterator<Object>> all = each(sources, call.interpreter());
            boolean strict = call.truth("strict", false);
            return stepping("zip", () -> row(all, strict), sources);
        });
        names.function("map(function, *iterables)", call -> {
            Interpreter in = call.interpreter();
            PyTuple sources = (PyTuple) call.get("iterables");
            List<Iterator<Object>> all = each(sources, in);
            if (all.isEmpty())
                throw ScriptError.type("map() must have at least two arguments.");
            Object function = call.get("function");
            return stepping("map", () -> row(all, false) instanceof PyTuple row
                    ? in.call(function, row.items(), Map.of())
                    : null, sources, function);
        });
        names.function("filter(function, iterable)", call -> {
            Interpreter in = call.interpreter();
            Iterator<Object> items = iterate(call, "iterable");
            return stepping("filter", () -> passing(call, items, in), call.get("iterable"), call.get("function"));
        });
        names.function("reversed(sequence)", call -> {
            Object of = call.get("sequence");
            if (of instanceof PyIterator)
                throw ScriptError.type("'" + Types.name(of) + "' object is not reversible");
            List<Object> items = call.interpreter().items(of);
            java.util.Collections.reverse(items);
            return new PyIterator(items.iterator(), "reversed", new Values.PyList(items));
        });
        names.function("iter(x)", call -> call.get("x") instanceof PyIterator already
                ? already
                : new PyIterator(iterate(call, "x"), "iterator", call.get("x")));
        names.function("next(iterator, default=)", call -> {
            if (!(call.get("iterator") instanceof PyIterator iterator))
                throw ScriptError.type("'" + Types.name(call.get("iterator")) + "' object is not an iterator");
            if (call.given("default") && !iterator.items.hasNext())
                return call.get("default");
            return Generators.next(iterator);
        });
    }

    static Iterator<Object> iterate(Call call, String parameter) {
        return Iteration.over(call.get(parameter), call.interpreter());
    }

    static List<Iterator<Object>> each(PyTuple sources, Interpreter in) {
        List<Iterator<Object>> all = new ArrayList<>();
        for (Object source : sources.items())
            all.add(Iteration.over(source, in));
        return all;
    }

    /** One item of each; null where the first one ends. */
    static @Nullable PyTuple row(List<Iterator<Object>> all, boolean strict) {
        List<Object> row = new ArrayList<>(all.size());
        for (int i = 0; i < all.size(); i++) {
            boolean more = all.get(i).hasNext();
            if (strict && i > 0 && !more)
                throw ScriptError.value("zip() argument " + (i + 1) + " is shorter than argument" + (i > 1
                        ? "s 1-" + i
                        : " 1"));
            if (!more) {
                if (strict)
                    longer(all);
                return null;
            }
            row.add(all.get(i).next());
        }
        return row.isEmpty() ? null : new PyTuple(row);
    }

    private static void longer(List<Iterator<Object>> all) {
        for (int i = 1; i < all.size(); i++)
            if (all.get(i).hasNext())
                throw ScriptError.value("zip() argument " + (i + 1) + " is longer than argument" + (i > 1
                        ? "s 1-" + i
                        : " 1"));
    }

    private static @Nullable Object passing(Call call, Iterator<Object> items, Interpreter in) {
        int mark = in.roots.mark();
        while (items.hasNext()) {
            in.tick();
            Object item = items.next();
            Object passes = call.has("function") ? in.call(call.get("function"), List.of(item), Map.of()) : item;
            boolean kept = in.truth(passes);
            in.roots.keep(mark, item);
            if (kept)
                return item;
        }
        return null;
    }

    /** The items one by one into one value, of which alone arrays are kept. */
    static Object folded(Call call, String parameter, Object start, BinaryOperator<Object> fold) {
        Interpreter in = call.interpreter();
        Iterator<Object> items = iterate(call, parameter);
        int mark = in.roots.mark();
        Object total = start;
        while (items.hasNext()) {
            in.tick();
            total = fold.apply(total, items.next());
            in.roots.keep(mark, total);
        }
        return total;
    }

    /** Whether some item has this truth. */
    static boolean some(Call call, boolean wanted) {
        Interpreter in = call.interpreter();
        Iterator<Object> items = iterate(call, "iterable");
        int mark = in.roots.mark();
        while (items.hasNext()) {
            in.tick();
            if (in.truth(items.next()) == wanted)
                return true;
            in.roots.cut(mark);
        }
        return false;
    }
}
