package org.stridescope.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * All that was seen of one experiment, immutable, on one clock from 0 to {@link #durationNanos}. Panes draw from it and a
 * time alone. {@code dropped} counts events that were lost.
 */
public record Recording(String experiment, Map<String, String> settings, long durationNanos, List<RunTrace> runs,
        List<ThreadTrace> threads, MemoryTrace memory, List<TraceEvent.Collection> collections, long dropped) {

    /** Sorts events, whatever order they came in, into one trace a run and a thread. */
    public static Recording of(String experiment, Map<String, String> settings, long durationNanos,
            List<TraceEvent> events) {
        RecordingBuilder builder = new RecordingBuilder();
        events.forEach(builder::add);
        return builder.build(experiment, Map.copyOf(settings), durationNanos, 0);
    }

    /** This recording as it was at an earlier time: later events left out. Shares its columns. */
    public Recording until(long nanos) {
        List<RunTrace> begun = runs.stream().filter(run -> run.startNanos() <= nanos).map(run -> run.until(nanos))
                .toList();
        List<ThreadTrace> met = threads.stream().map(thread -> thread.until(nanos)).filter(t -> t.samples() > 0)
                .toList();
        return new Recording(experiment, settings, nanos, begun, met, memory.until(nanos),
                collections.subList(0, EventOrder.countBy(collections, nanos)), dropped);
    }

    /** All that happened, in order of time; {@link #of} makes the same recording of it. */
    public List<TraceEvent> events() {
        List<TraceEvent> events = new ArrayList<>();
        for (RunTrace run : runs)
            run.addTo(events);
        for (ThreadTrace thread : threads)
            thread.addTo(events);
        events.addAll(memory.samples());
        events.addAll(collections);
        events.sort(Comparator.comparingLong(TraceEvent::nanos));
        return events;
    }
}
