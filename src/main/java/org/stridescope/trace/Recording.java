package org.stridescope.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that was seen of one experiment, immutable, on one clock from 0 to {@link #durationNanos}. Panes draw from it and a
 * time alone. All lists ascend in time, but for runs and threads, which come by number, and counters, by name.
 *
 * @param stacks where threads were met: CPU time, allocation and waiting by call stack
 * @param lines exact costs of lines of scripts
 * @param probes what watching cost
 * @param dropped events that were lost
 */
public record Recording(String experiment, Map<String, String> settings, long durationNanos, List<RunTrace> runs,
        List<ThreadTrace> threads, MemoryTrace memory, List<TraceEvent.Collection> collections,
        List<CounterTrace> counters, StackTable stacks, TaskTrace tasks, List<TraceEvent.LockWait> locks,
        List<TraceEvent.LineCost> lines, List<TraceEvent.ProbeCost> probes, List<TraceEvent.Mark> marks,
        long dropped) {
    /** Settings of this name and a file's hold the file's text: a script that was run. */
    public static final String SOURCE = "source of ";

    /** Sorts events, whatever order they came in, into one trace a run and a thread. */
    public static Recording of(String experiment, Map<String, String> settings, long durationNanos,
            List<TraceEvent> events) {
        RecordingBuilder builder = new RecordingBuilder();
        events.forEach(builder::add);
        return builder.build(experiment, Map.copyOf(settings), durationNanos, 0);
    }

    /** The same with these marks instead of its own. */
    public Recording withMarks(List<TraceEvent.Mark> others) {
        return new Recording(experiment, settings, durationNanos, runs, threads, memory, collections, counters, stacks,
                tasks, locks, lines, probes,
                others.stream().sorted(Comparator.comparingLong(TraceEvent::nanos)).toList(),
                dropped);
    }

    /** This recording as it was at an earlier time: later events left out. Shares its columns. */
    public Recording until(long nanos) {
        List<RunTrace> begun = runs.stream().filter(run -> run.startNanos() <= nanos).map(run -> run.until(nanos))
                .toList();
        List<ThreadTrace> met = threads.stream().map(thread -> thread.until(nanos)).filter(t -> t.samples() > 0)
                .toList();
        List<CounterTrace> counted = counters.stream().map(counter -> counter.until(nanos))
                .filter(c -> c.samples() > 0).toList();
        return new Recording(experiment, settings, nanos, begun, met, memory.until(nanos), cut(collections, nanos),
                counted, stacks.until(nanos), tasks.until(nanos), cut(locks, nanos), cut(lines, nanos),
                cut(probes, nanos), cut(marks, nanos), dropped);
    }

    private static <E extends TraceEvent> List<E> cut(List<E> events, long nanos) {
        return events.subList(0, EventOrder.countBy(events, nanos));
    }

    /** The text of a file that came with the recording. */
    public Optional<String> source(String file) {
        return Optional.ofNullable(settings.get(SOURCE + file));
    }

    /** A counter by its name, such as {@link CounterTrace#PROPORTIONAL_SET}. */
    public Optional<CounterTrace> counter(String name) {
        return counters.stream().filter(counter -> counter.name().equals(name)).findFirst();
    }

    /** A thread by its number. */
    public Optional<ThreadTrace> thread(int number) {
        return threads.stream().filter(thread -> thread.thread() == number).findFirst();
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
        for (CounterTrace counter : counters)
            counter.addTo(events);
        stacks.addTo(events);
        tasks.addTo(events);
        events.addAll(locks);
        events.addAll(lines);
        events.addAll(probes);
        events.addAll(marks);
        events.sort(Comparator.comparingLong(TraceEvent::nanos));
        return events;
    }
}
