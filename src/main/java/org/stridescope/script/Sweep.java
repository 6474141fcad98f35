package org.stridescope.script;

import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Set;

import org.stridescope.array.ArrayMemory;
import org.stridescope.array.NDArray;
import org.stridescope.script.Values.PyDict;
import org.stridescope.script.Values.PyIterator;
import org.stridescope.script.Values.PyList;
import org.stridescope.script.Values.PySet;
import org.stridescope.script.Values.PyTuple;
import org.stridescope.script.Values.Scalar;

/** Finds the buffers that some name, or some value under way, still shows, and releases all others: as Python would. */
final class Sweep {
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Long> live = new HashSet<>();
    private boolean opaque;

    private Sweep() {}

    static void run(ArrayMemory memory, Iterable<Frame> frames, Iterable<Object> pins) {
        Sweep sweep = new Sweep();
        for (Frame frame : frames)
            sweep.mark(frame);
        for (Object pin : pins)
            sweep.mark(pin);
        // a library's own value may hold arrays that can't be seen from here
        if (!sweep.opaque)
            memory.releaseAllBut(sweep.live);
    }

    /** Whether the sweep could see all; then {@code memory} holds no more than these values show. */
    static boolean toValues(ArrayMemory memory, Frame frame, Object value) {
        Sweep sweep = new Sweep();
        sweep.mark(frame);
        sweep.mark(value);
        if (!sweep.opaque)
            memory.releaseAllBut(sweep.live);
        return !sweep.opaque;
    }

    private void mark(Frame start) {
        for (Frame frame = start; frame != null && seen.add(frame); frame = frame.outer)
            frame.names.values().forEach(this::mark);
    }

    private void mark(Object value) {
        switch (value) {
            case NDArray array -> live.add(array.buffer().address());
            case Scalar scalar -> live.add(scalar.array().buffer().address());
            case Values.Flags flags -> mark(flags.array());
            case PyList list -> each(list, list.items);
            case PyTuple tuple -> each(tuple, tuple.items());
            case PySet set -> each(set, set.items);
            case PyDict dict -> each(dict, dict.entries.values());
            case Function function -> {
                if (!seen.add(function))
                    return;
                mark(function.outer());
                function.defaults().forEach(this::mark);
            }
            case Values.ExceptionValue exception -> each(exception, exception.args());
            case PyIterator iterator -> opaque = true;
            case Values.Builtin bound -> {
                if (bound.signature().name().startsWith("."))
                    opaque = true;
            }
            case Values.Custom custom -> {
                java.util.Collection<Object> held = custom.holds();
                if (held == null)
                    opaque = true;
                else
                    each(custom, held);
            }
            default -> {}
        }
    }

    private void each(Object holder, Iterable<Object> items) {
        if (seen.add(holder))
            items.forEach(this::mark);
    }
}
