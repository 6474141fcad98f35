package org.stridescope.script;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

import org.stridescope.array.ArrayMemory;
import org.stridescope.array.NDArray;
import org.stridescope.script.Values.PyDict;
import org.stridescope.script.Values.PyIterator;
import org.stridescope.script.Values.PyList;
import org.stridescope.script.Values.PySet;
import org.stridescope.script.Values.PySlice;
import org.stridescope.script.Values.PyTuple;

/**
 * Finds the buffers that values still show, starting from roots, and releases all others: as Python would. Every kind of value
 * that can hold others is asked for what it holds. Walks a list of its own, so that deep nesting needs no deep stack.
 */
final class Sweep {
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Object> open = new ArrayDeque<>();
    private final Set<Long> live = new HashSet<>();
    private final List<Roots.Own> own = new ArrayList<>();

    /** Gives back all buffers of this memory that are not held by what was marked. */
    void release(ArrayMemory memory) {
        memory.releaseAllBut(live, number -> {
            for (Roots.Own each : own)
                if (number > each.after() && number <= each.last())
                    return true;
            return false;
        });
    }

    /** {@code memory} holds no more than these values show. */
    static void toValues(ArrayMemory memory, Frame frame, Object value) {
        Sweep sweep = new Sweep();
        sweep.mark(frame);
        sweep.mark(value);
        sweep.release(memory);
    }

    void mark(Object root) {
        open.push(root);
        while (!open.isEmpty())
            visit(open.pop());
    }

    private void visit(Object value) {
        switch (value) {
            case NDArray array -> live.add(array.buffer().address());
            case Scalar scalar -> {
                if (scalar.made() instanceof NDArray array)
                    live.add(array.buffer().address());
            }
            case Values.Flags flags -> live.add(flags.array().buffer().address());
            case Roots.Own numbers -> own.add(numbers);
            case PyList list -> each(list, list.items);
            case PyTuple tuple -> each(tuple, tuple.items());
            case PySet set -> each(set, set.items);
            case PyDict dict -> {
                each(dict, dict.entries.values());
                open.addAll(dict.extras());
            }
            case PySlice slice -> each(slice, List.of(slice.start(), slice.stop(), slice.step()));
            case PyIterator iterator -> each(iterator, iterator.holds());
            case Function function -> {
                if (seen.add(function)) {
                    open.push(function.outer());
                    open.addAll(function.defaults());
                }
            }
            case Frame frame -> {
                if (seen.add(frame))
                    frame.holds(open);
            }
            case Values.ExceptionValue exception -> each(exception, exception.args());
            case Values.Builtin bound -> each(bound, bound.holds());
            case Values.Custom custom -> each(custom, custom.holds());
            default -> {}
        }
    }

    private void each(Object holder, Iterable<Object> items) {
        if (!seen.add(holder))
            return;
        // tasks in other threads may add to what the script's own frame holds
        synchronized (items) {
            for (Object item : items)
                if (!(item instanceof Long || item instanceof Double || item instanceof String))
                    open.push(item);
        }
    }
}
