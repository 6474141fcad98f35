package org.stridescope.ui.model.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

import org.stridescope.trace.MemoryTrace;
import org.stridescope.trace.SampleKind;
import org.stridescope.trace.StackTable;
import org.stridescope.trace.ThreadTrace;
import org.stridescope.trace.TraceEvent;
import org.stridescope.ui.model.Figures;
import org.stridescope.ui.model.timeline.Span;
import org.stridescope.ui.model.timeline.ThreadKind;

/**
 * A line of the table of differences.
 *
 * @param name what is compared
 * @param values each contestant's, in words
 * @param changes each contestant's against the first: +12 %, 3.1x; empty for the first and where it says nothing
 */
public record Difference(String name, List<String> values, List<String> changes) {
    /** A contestant's figure with how it differs from the first one's. */
    public String value(int contestant) {
        String change = changes.get(contestant);
        return values.get(contestant) + (change.isEmpty() ? "" : "   (" + change + ")");
    }

    private static final double BUSY = 0.01;

    /** The table: wall, CPU, threads, memory, allocation, collections, tasks. */
    public static List<Difference> of(List<Contestant> all) {
        DoubleFunction<String> time = nanos -> Figures.duration(nanos / 1e9);
        DoubleFunction<String> bytes = value -> Figures.bytes((long) value);
        DoubleFunction<String> count = value -> Figures.count((long) value);
        List<Difference> rows = new ArrayList<>();
        rows.add(row("wall time", all, c -> c.part().length(), time));
        rows.add(row("CPU time of its threads", all, c -> threads(c)
                .mapToDouble(t -> t.cpuNanosBetween(c.part().from(), c.part().to())).sum(), time));
        rows.add(row("CPU time of the busiest thread", all, c -> threads(c)
                .mapToDouble(t -> t.cpuNanosBetween(c.part().from(), c.part().to())).max().orElse(0), time));
        rows.add(row("busy threads", all, c -> threads(c).filter(t -> isBusy(t, c.part())).count(), count));
        rows.add(row("peak of off-heap arrays", all, c -> memory(c).peakOffHeap(c.part().from(), c.part().to()),
                bytes));
        rows.add(row("peak of the Java heap", all, c -> memory(c).peakHeap(c.part().from(), c.part().to()), bytes));
        rows.add(row("peak resident set", all, c -> memory(c).peakResident(c.part().from(), c.part().to()), bytes));
        rows.add(row("allocated in the Java heap", all, Difference::allocated, bytes));
        rows.add(row("collections", all, c -> stops(c).size(), count));
        rows.add(row("time of collections", all,
                c -> stops(c).stream().mapToLong(TraceEvent.Collection::durationNanos).sum(), time));
        rows.add(row("tiles and tasks", all, Difference::tasks, count));
        return List.copyOf(rows);
    }

    /** All but those that the JVM and the profiler need for themselves. */
    private static Stream<ThreadTrace> threads(Contestant contestant) {
        return contestant.recording().threads().stream()
                .filter(thread -> ThreadKind.of(thread.name(), false) != ThreadKind.OWN);
    }

    private static boolean isBusy(ThreadTrace thread, Span part) {
        return thread.utilisation(part.from(), part.to()) >= BUSY;
    }

    private static MemoryTrace memory(Contestant contestant) {
        return contestant.recording().memory();
    }

    private static double allocated(Contestant contestant) {
        StackTable stacks = contestant.recording().stacks();
        double sum = 0;
        int end = stacks.countBy(contestant.part().to());
        for (int i = stacks.countBy(contestant.part().from() - 1); i < end; i++)
            if (stacks.kindAt(i) == SampleKind.ALLOCATION)
                sum += stacks.weightAt(i);
        return sum;
    }

    private static List<TraceEvent.Collection> stops(Contestant contestant) {
        return contestant.recording().collections().stream()
                .filter(stop -> contestant.part().contains(stop.nanos())).toList();
    }

    private static double tasks(Contestant contestant) {
        Span part = contestant.part();
        long tiles = contestant.recording().runs().stream().flatMap(run -> run.tiles().stream())
                .filter(tile -> tile.nanos() > part.from() && tile.nanos() <= part.to()).count();
        return tiles + contestant.recording().tasks().spans(part.to()).stream()
                .filter(span -> span.endNanos() > part.from() && span.endNanos() <= part.to()).count();
    }

    private static Difference row(String name, List<Contestant> all, ToDoubleFunction<Contestant> value,
            DoubleFunction<String> text) {
        double[] values = all.stream().mapToDouble(value).toArray();
        List<String> words = new ArrayList<>();
        List<String> changes = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            words.add(values[i] == 0 ? "0" : text.apply(values[i]));
            changes.add(i == 0 ? "" : change(values[0], values[i]));
        }
        return new Difference(name, words, changes);
    }

    /** Up to a doubling or a halving in percent, beyond that as a factor. */
    static String change(double base, double value) {
        if (base <= 0 || value <= 0)
            return "";
        double factor = value / base;
        if (factor >= 2)
            return String.format(Locale.ROOT, factor < 9.95 ? "%.1f\u00d7" : "%.0f\u00d7", factor);
        if (factor <= 0.5)
            return String.format(Locale.ROOT, factor > 1 / 9.95 ? "1/%.1f" : "1/%.0f", 1 / factor);
        long percent = Math.round(100 * (factor - 1));
        return percent == 0 ? "same" : (percent > 0 ? "+" : "\u2212") + Math.abs(percent) + " %";
    }
}
