package org.stridescope.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sorts events as they come into one trace a run and a thread. Not for several threads at once. */
final class RecordingBuilder {
    private final Map<Integer, RunTrace.Builder> runs = new TreeMap<>();
    private final Map<Integer, ThreadTrace.Builder> threads = new TreeMap<>();
    private final MemoryTrace.Builder memory = new MemoryTrace.Builder();
    private final GrowingList<TraceEvent.Collection> collections = new GrowingList<>();
    private long lastNanos;

    void add(TraceEvent event) {
        lastNanos = Math.max(lastNanos, event.nanos());
        switch (event) {
            case TraceEvent.RunStarted e -> runs.computeIfAbsent(e.run(), RunTrace.Builder::new).started(e);
            case TraceEvent.TileDone e -> runs.computeIfAbsent(e.run(), RunTrace.Builder::new).tile(e);
            case TraceEvent.RunEnded e -> runs.computeIfAbsent(e.run(), RunTrace.Builder::new).ended(e);
            case TraceEvent.ThreadSeen e -> threads.computeIfAbsent(e.thread(), ThreadTrace.Builder::new).seen(e);
            case TraceEvent.ThreadSample e -> threads.computeIfAbsent(e.thread(), ThreadTrace.Builder::new).sample(e);
            case TraceEvent.MemorySample e -> memory.sample(e);
            case TraceEvent.Collection e -> collections.add(e);
        }
    }

    /** Time of the latest event. */
    long lastNanos() {
        return lastNanos;
    }

    /**
     * What has come so far, in time that grows with the number of runs and threads but not of events. Threads without a
     * sample, and runs that began before the recording did, are left out; the latter's tiles count as dropped.
     */
    Recording build(String experiment, Map<String, String> settings, long durationNanos, long droppedBefore) {
        List<RunTrace> runTraces = new ArrayList<>();
        long dropped = droppedBefore;
        for (RunTrace.Builder run : runs.values()) {
            if (run.hasStarted())
                runTraces.add(run.build(durationNanos));
            else
                dropped += run.tileCount();
        }
        List<ThreadTrace> threadTraces = new ArrayList<>();
        for (ThreadTrace.Builder thread : threads.values()) {
            if (thread.hasSamples())
                threadTraces.add(thread.build());
        }
        return new Recording(experiment, settings, durationNanos, List.copyOf(runTraces), List.copyOf(threadTraces),
                memory.build(), collections.soFar(), dropped);
    }
}
