package org.stridescope.script;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.LongFunction;

import org.stridescope.array.NDArray;
import org.stridescope.script.Values.PyDict;
import org.stridescope.script.Values.PyIterator;
import org.stridescope.script.Values.PyList;
import org.stridescope.script.Values.PyRange;
import org.stridescope.script.Values.PySet;
import org.stridescope.script.Values.PyTuple;

/** Python's iteration over values. */
final class Iteration {
    private Iteration() {}

    static Iterator<Object> over(Object value, Interpreter interpreter) {
        return switch (value) {
            // by index, so that a list may grow while it is walked
            case PyList list -> new Iterator<>() {
                private int next;

                @Override
                public boolean hasNext() {
                    return next < list.items.size();
                }

                @Override
                public Object next() {
                    if (!hasNext())
                        throw new NoSuchElementException();
                    return list.items.get(next++);
                }
            };
            case PyTuple tuple -> tuple.items().iterator();
            case PyRange range -> counted(range.length(), i -> range.start() + i * range.step());
            case PyIterator iterator -> iterator.items;
            case PyDict dict -> java.util.List.copyOf(dict.entries.keySet()).iterator();
            case PySet set -> java.util.List.copyOf(set.items).iterator();
            case String text -> counted(text.length(), i -> text.substring((int) i, (int) i + 1));
            case NDArray array when array.ndim() == 0 -> throw ScriptError.type("iteration over a 0-d array");
            case NDArray array -> counted(array.shape(0), i -> array.ndim() > 1
                    ? array.at(i)
                    : Scalar.at(array, array.layout().offset() + i * array.layout().stride(0), interpreter.memory()));
            case Values.Custom custom when Attributes.special(custom, "__iter__") instanceof Object iterate ->
                over(interpreter.call(iterate, java.util.List.of(), java.util.Map.of()), interpreter);
            default -> throw ScriptError.type("'" + Types.name(value) + "' object is not iterable");
        };
    }

    static Iterator<Object> counted(long length, LongFunction<Object> item) {
        return new Iterator<>() {
            private long next;

            @Override
            public boolean hasNext() {
                return next < length;
            }

            @Override
            public Object next() {
                if (!hasNext())
                    throw new NoSuchElementException();
                return item.apply(next++);
            }
        };
    }
}
