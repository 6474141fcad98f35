package org.stridescope.probe.flight;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.stridescope.trace.StackFrame;
import org.stridescope.trace.TraceEvent;

/** Gives every call stack its number in a recording, and tells the recording of it when it is met first. */
public final class StackBook {
    private final Map<List<StackFrame>, Integer> numbers = new HashMap<>();
    private final Consumer<TraceEvent> sink;

    public StackBook(Consumer<TraceEvent> sink) {
        this.sink = sink;
    }

    /** The number of a stack, its frames innermost first. */
    public synchronized int number(long nanos, List<StackFrame> frames) {
        Integer known = numbers.get(frames);
        if (known != null)
            return known;
        int number = numbers.size();
        numbers.put(List.copyOf(frames), number);
        sink.accept(new TraceEvent.StackSeen(nanos, number, frames));
        return number;
    }
}
