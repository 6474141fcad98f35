package org.stridescope.explain.findings;

import java.util.Locale;
import java.util.Optional;

import org.stridescope.explain.findings.Finding.Kind;
import org.stridescope.explain.lines.LineCosts;
import org.stridescope.explain.lines.Selection;
import org.stridescope.trace.CounterTrace;
import org.stridescope.trace.MemoryTrace;
import org.stridescope.trace.SampleKind;
import org.stridescope.trace.StackTable;
import org.stridescope.trace.TraceEvent;

/** What takes memory, or waits for it. */
final class MemoryRules {
    private static final double GIBI = 1L << 30;
    private static final double LEAST_ALLOCATION_RATE = 0.25 * GIBI;
    private static final double PAUSES_SHARE = 0.05;
    private static final double BOUND_SHARE = 0.6;

    private MemoryRules() {}

    static Optional<Finding> temporary(Stretch stretch) {
        double bytes = stretch.setting("n") * stretch.setting("m") * stretch.setting("k") * itemBytes(stretch);
        double result = stretch.setting("n") * stretch.setting("m") * itemBytes(stretch);
        if (bytes < 4 * result || bytes < 1 << 20)
            return Optional.empty();
        MemoryTrace memory = stretch.recording().memory();
        long before = memory.peakOffHeap(0, stretch.from()) == 0 ? 0 : lastArrays(stretch);
        double rise = memory.peakOffHeap(stretch.from(), stretch.to()) - (double) before;
        if (rise < 0.8 * bytes)
            return Optional.empty();
        return Optional.of(stretch.finding(Kind.TEMPORARY, String.format(Locale.ROOT,
                "memory rises by %.2f GiB, most of it the n x m x k temporary of %.0f x %.0f x %.0f items, which takes"
                        + " %.2f GiB; the result takes %.2f",
                rise / GIBI, stretch.setting("n"), stretch.setting("m"), stretch.setting("k"), bytes / GIBI,
                result / GIBI), 0.5));
    }

    private static double itemBytes(Stretch stretch) {
        return stretch.recording().settings().getOrDefault("dtype", "float64").equals("float32") ? 4 : 8;
    }

    /** Bytes in arrays as they were before the stretch. */
    private static long lastArrays(Stretch stretch) {
        long last = 0;
        for (TraceEvent.MemorySample sample : stretch.recording().memory().samples()) {
            if (sample.nanos() > stretch.from())
                break;
            last = sample.offHeapBytes();
        }
        return last;
    }

    static Optional<Finding> allocation(Stretch stretch) {
        StackTable stacks = stretch.recording().stacks();
        double bytes = 0;
        int end = stacks.countBy(stretch.to());
        for (int i = stacks.countBy(stretch.from()); i < end; i++) {
            if (stacks.kindAt(i) == SampleKind.ALLOCATION)
                bytes += stacks.weightAt(i);
        }
        double rate = bytes / (stretch.nanos() / 1e9);
        if (rate < LEAST_ALLOCATION_RATE || bytes < 64 << 20)
            return Optional.empty();
        String where = LineCosts.of(stretch.recording(), Selection.between(stretch.from(), stretch.to())).rows()
                .stream()
                .max(java.util.Comparator.comparingLong(row -> row.allocatedBytes()))
                .map(row -> ", most of it at " + row.file() + ":" + row.line()).orElse("");
        return Optional.of(stretch.finding(Kind.ALLOCATION, String.format(Locale.ROOT,
                "it allocates %.2f GiB of Java objects, %.2f GiB a second%s: the collector has to keep up",
                bytes / GIBI,
                rate / GIBI, where), Math.min(0.9, rate / (8 * GIBI))));
    }

    static Optional<Finding> pauses(Stretch stretch) {
        long paused = 0;
        int count = 0;
        for (TraceEvent.Collection each : stretch.recording().collections()) {
            long from = Math.max(stretch.from(), each.nanos() - each.durationNanos());
            long to = Math.min(stretch.to(), each.nanos());
            if (to <= from || !stops(each.collector()))
                continue;
            paused += to - from;
            count++;
        }
        double share = (double) paused / stretch.nanos();
        if (share < PAUSES_SHARE || paused < 2_000_000)
            return Optional.empty();
        return Optional.of(stretch.finding(Kind.COLLECTOR_PAUSES, String.format(Locale.ROOT,
                "the collector stops it %d time%s, %.0f ms in all, %.0f %% of its time", count, count == 1 ? "" : "s",
                paused / 1e6, 100 * share), share));
    }

    /** Some collectors' work beside the program is told of as if it were a pause. */
    private static boolean stops(String collector) {
        return !collector.contains("Concurrent") && !collector.contains("Cycles");
    }

    static Optional<Finding> memoryBound(Stretch stretch) {
        double limit = stretch.measured(CounterTrace.STORE_LIMIT);
        double result = stretch.setting("n") * stretch.setting("m") * itemBytes(stretch);
        if (limit <= 0 || result < 16 << 20)
            return Optional.empty();
        double rate = result / (stretch.nanos() / 1e9);
        if (rate < BOUND_SHARE * limit)
            return Optional.empty();
        double operations = 2 * stretch.setting("k");
        return Optional.of(stretch.finding(Kind.MEMORY_BOUND, String.format(Locale.ROOT,
                "it is held up by memory: it writes %.1f GB a second of the %.1f that this machine can, with %.2g"
                        + " operations for each byte",
                rate / 1e9, limit / 1e9, operations / itemBytes(stretch)), 0.4));
    }
}
