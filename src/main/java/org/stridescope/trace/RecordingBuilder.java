package org.stridescope.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/** Sorts events as they come into one trace a run and a thread. Not for several threads at once. */
final class RecordingBuilder implements EventSink {
    private final Map<Integer, RunTrace.Builder> runs = new TreeMap<>();
    private final Map<Integer, ThreadTrace.Builder> threads = new TreeMap<>();
    private final Map<String, CounterTrace.Builder> counters = new TreeMap<>();
    private final MemoryTrace.Builder memory = new MemoryTrace.Builder();
    private final StackTable.Builder stacks = new StackTable.Builder();
    private final TaskTrace.Builder tasks = new TaskTrace.Builder();
    private final GrowingList<TraceEvent.Collection> collections = new GrowingList<>();
    private final GrowingList<TraceEvent.LockWait> locks = new GrowingList<>();
    private final GrowingList<TraceEvent.LineCost> lines = new GrowingList<>();
    private final GrowingList<TraceEvent.ProbeCost> probes = new GrowingList<>();
    private final GrowingList<TraceEvent.Mark> marks = new GrowingList<>();
    private ThreadTrace.@Nullable Builder lastThread;
    private long lastNanos;

    void add(TraceEvent event) {
        switch (event) {
            case TraceEvent.ThreadSample e -> threadSample(e.nanos(), e.thread(), e.cpuNanos());
            case TraceEvent.StackSample e -> stackSample(e.nanos(), e.thread(), e.stack(), e.kind(), e.weight());
            case TraceEvent.Counter e -> counter(e.nanos(), e.name(), e.value());
            default -> event(event);
        }
    }

    @Override
    public void threadSample(long nanos, int thread, long cpuNanos) {
        lastNanos = Math.max(lastNanos, nanos);
        thread(thread).sample(nanos, cpuNanos);
    }

    @Override
    public void stackSample(long nanos, int thread, int stack, SampleKind kind, long weight) {
        lastNanos = Math.max(lastNanos, nanos);
        stacks.sample(nanos, thread, stack, kind, weight);
    }

    @Override
    public void counter(long nanos, String name, long value) {
        lastNanos = Math.max(lastNanos, nanos);
        counters.computeIfAbsent(name, CounterTrace.Builder::new).sample(nanos, value);
    }

    @Override
    public void event(TraceEvent event) {
        lastNanos = Math.max(lastNanos, event.nanos());
        switch (event) {
            case TraceEvent.RunStarted e -> runs.computeIfAbsent(e.run(), RunTrace.Builder::new).started(e);
            case TraceEvent.TileDone e -> runs.computeIfAbsent(e.run(), RunTrace.Builder::new).tile(e);
            case TraceEvent.RunEnded e -> runs.computeIfAbsent(e.run(), RunTrace.Builder::new).ended(e);
            case TraceEvent.ThreadSeen e -> thread(e.thread()).seen(e);
            case TraceEvent.ThreadState e -> thread(e.thread()).state(e);
            case TraceEvent.MemorySample e -> memory.sample(e);
            case TraceEvent.Collection e -> collections.add(e);
            case TraceEvent.StackSeen e -> stacks.seen(e);
            case TraceEvent.LockWait e -> locks.add(e);
            case TraceEvent.LineCost e -> lines.add(e);
            case TraceEvent.ProbeCost e -> probes.add(e);
            case TraceEvent.Mark e -> marks.add(e);
            case TraceEvent.WorkerSeen e -> tasks.worker(e);
            case TraceEvent.TaskSeen e -> tasks.task(e);
            case TraceEvent.TaskChanged e -> tasks.changed(e);
            case TraceEvent.ResultMoved e -> tasks.moved(e);
            case TraceEvent.ThreadSample e -> add(e);
            case TraceEvent.StackSample e -> add(e);
            case TraceEvent.Counter e -> add(e);
        }
    }

    private ThreadTrace.Builder thread(int number) {
        ThreadTrace.Builder last = lastThread;
        if (last == null || last.thread() != number) {
            last = threads.computeIfAbsent(number, ThreadTrace.Builder::new);
            lastThread = last;
        }
        return last;
    }

    /** Time of the latest event. */
    long lastNanos() {
        return lastNanos;
    }

    /**
     * What has come so far, in time that grows with the number of runs, threads and counters but not of events. Threads
     * without a sample, and runs that began before the recording did, are left out; the latter's tiles count as dropped.
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
        List<CounterTrace> counterTraces = counters.values().stream().map(CounterTrace.Builder::build).toList();
        return new Recording(experiment, settings, durationNanos, List.copyOf(runTraces), List.copyOf(threadTraces),
                memory.build(), collections.soFar(), counterTraces, stacks.build(), tasks.build(), locks.soFar(),
                lines.soFar(), probes.soFar(), marks.soFar(), dropped);
    }
}
