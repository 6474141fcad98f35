package org.stridescope.script;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

import org.stridescope.script.Values.Module;
import org.stridescope.script.Values.PyIterator;
import org.stridescope.script.Values.PyList;
import org.stridescope.script.Values.PyTuple;
import org.stridescope.script.Values.Singleton;

/** Python's {@code itertools}; {@link Combinations} has those that choose. */
final class IterationTools {
    private IterationTools() {}

    static Module make() {
        Names names = new Names();
        endless(names);
        joining(names);
        cutting(names);
        Combinations.addTo(names);
        return names.module("itertools");
    }

    private static void endless(Names names) {
        names.function("count(start=, step=)", call -> {
            Interpreter in = call.interpreter();
            Object step = call.given("step") ? call.get("step") : (Object) 1L;
            Object[] next = {call.given("start") ? call.get("start") : (Object) 0L};
            return PythonIterators.stepping("count", () -> {
                in.tick();
                Object now = next[0];
                next[0] = Operators.binary("+", now, step, in);
                return now;
            });
        });
        names.function("repeat(object, times=)", call -> {
            Interpreter in = call.interpreter();
            long[] left = {call.whole("times", Long.MAX_VALUE)};
            Object value = call.get("object");
            return PythonIterators.stepping("repeat", () -> {
                in.tick();
                return left[0]-- > 0 ? value : null;
            }, value);
        });
        names.function("cycle(iterable)", call -> {
            Interpreter in = call.interpreter();
            Iterator<Object> items = PythonIterators.iterate(call, "iterable");
            PyList seen = new PyList();
            int[] next = {0};
            return PythonIterators.stepping("cycle", () -> {
                in.tick();
                if (items.hasNext()) {
                    in.grows(seen.items.size() + 1L);
                    seen.items.add(items.next());
                    return seen.items.getLast();
                }
                return seen.items.isEmpty() ? null : seen.items.get(next[0]++ % seen.items.size());
            }, call.get("iterable"), seen);
        });
    }

    private static void joining(Names names) {
        names.value("chain", new Chain());
        names.function("zip_longest(*iterables, fillvalue=)", call -> {
            PyTuple sources = (PyTuple) call.get("iterables");
            List<Iterator<Object>> all = PythonIterators.each(sources, call.interpreter());
            Object fill = call.get("fillvalue");
            return PythonIterators.stepping("zip_longest", () -> {
                if (all.stream().noneMatch(Iterator::hasNext))
                    return null;
                List<Object> row = new ArrayList<>();
                for (Iterator<Object> items : all)
                    row.add(items.hasNext() ? items.next() : fill);
                return new PyTuple(row);
            }, sources, fill);
        });
        names.function("starmap(function, iterable)", call -> {
            Interpreter in = call.interpreter();
            Iterator<Object> items = PythonIterators.iterate(call, "iterable");
            Object function = call.get("function");
            return PythonIterators.stepping("starmap",
                    () -> items.hasNext() ? in.call(function, in.items(items.next()), Map.of()) : null,
                    call.get("iterable"), function);
        });
        names.function("accumulate(iterable, func=, *, initial=)", call -> {
            Interpreter in = call.interpreter();
            Iterator<Object> items = PythonIterators.iterate(call, "iterable");
            Object function = call.get("func");
            PyList total = new PyList();
            boolean[] first = {call.has("initial")};
            if (first[0])
                total.items.add(call.get("initial"));
            return PythonIterators.stepping("accumulate", () -> {
                if (first[0]) {
                    first[0] = false;
                    return total.items.getFirst();
                }
                if (!items.hasNext())
                    return null;
                Object item = items.next();
                if (total.items.isEmpty())
                    total.items.add(item);
                else
                    total.items.set(0, function == Singleton.NONE
                            ? Operators.binary("+", total.items.getFirst(), item, in)
                            : in.call(function, List.of(total.items.getFirst(), item), Map.of()));
                return total.items.getFirst();
            }, call.get("iterable"), function, total);
        });
        names.function("pairwise(iterable)", call -> {
            Iterator<Object> items = PythonIterators.iterate(call, "iterable");
            PyList last = new PyList();
            return PythonIterators.stepping("pairwise", () -> {
                if (last.items.isEmpty() && items.hasNext())
                    last.items.add(items.next());
                if (!items.hasNext())
                    return null;
                Object before = last.items.getFirst();
                last.items.set(0, items.next());
                return PyTuple.of(before, last.items.getFirst());
            }, call.get("iterable"), last);
        });
    }

    private static void cutting(Names names) {
        names.function("islice(iterable, *bounds)", IterationTools::slice);
        names.function("takewhile(predicate, iterable)", call -> {
            Interpreter in = call.interpreter();
            Iterator<Object> items = PythonIterators.iterate(call, "iterable");
            return PythonIterators.stepping("takewhile", () -> {
                if (!items.hasNext())
                    return null;
                Object item = items.next();
                return in.truth(in.call(call.get("predicate"), List.of(item), Map.of())) ? item : null;
            }, call.get("iterable"), call.get("predicate"));
        });
        names.function("dropwhile(predicate, iterable)", call -> {
            Interpreter in = call.interpreter();
            Iterator<Object> items = PythonIterators.iterate(call, "iterable");
            boolean[] dropping = {true};
            return PythonIterators.stepping("dropwhile", () -> {
                while (items.hasNext()) {
                    in.tick();
                    Object item = items.next();
                    dropping[0] = dropping[0] && in.truth(in.call(call.get("predicate"), List.of(item), Map.of()));
                    if (!dropping[0])
                        return item;
                }
                return null;
            }, call.get("iterable"), call.get("predicate"));
        });
        names.function("groupby(iterable, key=)", call -> {
            Interpreter in = call.interpreter();
            PyList groups = new PyList();
            PyList last = new PyList();
            for (Object item : in.items(call.get("iterable"))) {
                Object key = call.has("key") ? in.call(call.get("key"), List.of(item), Map.of()) : item;
                if (last.items.isEmpty() || !in.truth(Operators.compare("==", key,
                        ((PyTuple) groups.items.getLast()).items().getFirst(), in))) {
                    last = new PyList();
                    groups.items.add(PyTuple.of(key, last));
                }
                last.items.add(item);
            }
            return new PyIterator(groups.items.iterator(), "itertools.groupby", groups);
        });
        names.function("tee(iterable, n=)", call -> {
            PyList items = new PyList(call.interpreter().items(call.get("iterable")));
            List<Object> all = new ArrayList<>();
            for (long i = Math.min(call.whole("n", 2), 1000); i > 0; i--)
                all.add(new PyIterator(Iteration.over(items, call.interpreter()), "itertools._tee", items));
            return new PyTuple(all);
        });
    }

    private static Object slice(Call call) {
        List<Object> bounds = ((PyTuple) call.get("bounds")).items();
        if (bounds.isEmpty() || bounds.size() > 3)
            throw ScriptError.type("islice expected at least 2 arguments, got " + (bounds.size() + 1));
        long start = bounds.size() > 1 ? bound(bounds.getFirst(), 0) : 0;
        long stop = bound(bounds.size() > 1 ? bounds.get(1) : bounds.getFirst(), Long.MAX_VALUE);
        long step = bounds.size() > 2 ? bound(bounds.get(2), 1) : 1;
        if (step == 0)
            throw ScriptError.value("Step for islice() must be a positive integer or None.");
        Interpreter in = call.interpreter();
        Iterator<Object> items = PythonIterators.iterate(call, "iterable");
        long[] at = {0, start};
        return PythonIterators.stepping("islice", () -> {
            while (at[1] < stop && items.hasNext()) {
                in.tick();
                Object item = items.next();
                if (at[0]++ == at[1]) {
                    at[1] = step > Long.MAX_VALUE - at[1] ? Long.MAX_VALUE : at[1] + step;
                    return item;
                }
            }
            return null;
        }, call.get("iterable"));
    }

    private static long bound(Object value, long otherwise) {
        if (value == Singleton.NONE)
            return otherwise;
        long bound = Numbers.index(value);
        if (bound < 0)
            throw ScriptError.value(
                    "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.");
        return bound;
    }
}
