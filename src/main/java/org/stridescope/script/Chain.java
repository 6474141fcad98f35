package org.stridescope.script;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.stridescope.script.Values.PyIterator;
import org.stridescope.script.Values.PyList;

/** {@code itertools.chain}: called with iterables, or by {@code from_iterable} with one of them. */
record Chain() implements Values.Custom {
    @Override
    public String typeName() {
        return "type";
    }

    @Override
    public Collection<Object> holds() {
        return List.of();
    }

    @Override
    public @Nullable Object attribute(String name) {
        return switch (name) {
            case "__call__" -> Attributes.bound("chain(*iterables)", call -> over(call.get("iterables"), call));
            case "from_iterable" -> Attributes.bound("from_iterable(iterable)",
                    call -> over(call.get("iterable"), call));
            default -> null;
        };
    }

    private static PyIterator over(Object sources, Call call) {
        Interpreter in = call.interpreter();
        Iterator<Object> all = Iteration.over(sources, in);
        PyList now = new PyList();
        Iterator<?>[] items = {java.util.Collections.emptyIterator()};
        return PythonIterators.stepping("itertools.chain", () -> {
            while (!items[0].hasNext()) {
                in.tick();
                if (!all.hasNext())
                    return null;
                now.items.clear();
                now.items.add(all.next());
                items[0] = Iteration.over(now.items.getFirst(), in);
            }
            return items[0].next();
        }, sources, now);
    }
}
