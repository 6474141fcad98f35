package org.stridescope.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All that was seen of one experiment, immutable, on one clock from 0 to {@link #durationNanos}. Panes draw from it and a
 * time alone.
 */
public record Recording(String experiment, Map<String, String> settings, long durationNanos, List<RunTrace> runs,
        List<ThreadTrace> threads, MemoryTrace memory, List<TraceEvent.Collection> collections, long dropped) {

    /** Sorts events, whatever order they came in, into one trace a run and a thread. */
    public static Recording of(String experiment, Map<String, String> settings, long durationNanos,
            List<TraceEvent> events) {
        Map<Integer, RunTrace.Builder> runs = new TreeMap<>();
        Map<Integer, ThreadTrace.Builder> threads = new TreeMap<>();
        MemoryTrace.Builder memory = new MemoryTrace.Builder();
        List<TraceEvent.Collection> collections = new ArrayList<>();
        for (TraceEvent event : events) {
            switch (event) {
                case TraceEvent.RunStarted e -> runs.computeIfAbsent(e.run(), RunTrace.Builder::new).started(e);
                case TraceEvent.TileDone e -> runs.computeIfAbsent(e.run(), RunTrace.Builder::new).tile(e);
                case TraceEvent.RunEnded e -> runs.computeIfAbsent(e.run(), RunTrace.Builder::new).ended(e);
                case TraceEvent.ThreadSeen e -> threads.computeIfAbsent(e.thread(), ThreadTrace.Builder::new).seen(e);
                case TraceEvent.ThreadSample e ->
                    threads.computeIfAbsent(e.thread(), ThreadTrace.Builder::new).sample(e);
                case TraceEvent.MemorySample e -> memory.sample(e);
                case TraceEvent.Collection e -> collections.add(e);
            }
        }
        return new Recording(experiment, Map.copyOf(settings), durationNanos,
                runs.values().stream().map(b -> b.build(durationNanos)).toList(),
                threads.values().stream().map(ThreadTrace.Builder::build).toList(), memory.build(),
                List.copyOf(collections), 0);
    }
}
