package org.stridescope.probe;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.stridescope.probe.tool.JvmThreadsText.Known;
import org.stridescope.probe.tool.ToolReading;
import org.stridescope.trace.Recorder;
import org.stridescope.trace.TraceEvent;

/**
 * The threads that Java did not start, where there is no clock for each: one by one where the system's program numbers them
 * (Windows), else all together, as what the process used beyond its Java threads.
 */
final class NativeShare {
    static final String TOGETHER = "native threads, all together";

    private final Recorder recorder;
    private final ThreadRoster roster;
    private final Supplier<Optional<ToolReading>> tool;
    private final Supplier<Map<Long, Known>> jvm;
    private final LongSupplier processCpu;
    private final Map<Long, ThreadRoster.Entry> entries = new HashMap<>();
    private final Set<Long> javaThreads = new HashSet<>();
    private ThreadRoster.@Nullable Entry together;
    private @Nullable ToolReading seen;
    private int unknown;
    private long lastNanos;

    /**
     * @param tool the system's last reading
     * @param jvm which of the system's threads are the JVM's
     * @param processCpu CPU nanoseconds of the whole process; negative where not told
     */
    NativeShare(Recorder recorder, ThreadRoster roster, Supplier<Optional<ToolReading>> tool,
            Supplier<Map<Long, Known>> jvm, LongSupplier processCpu) {
        this.recorder = recorder;
        this.roster = roster;
        this.tool = tool;
        this.jvm = jvm;
        this.processCpu = processCpu;
    }

    /** @param javaNanos CPU time of all Java threads, of those that ended too */
    void sample(long javaNanos) {
        ToolReading reading = tool.get().orElse(null);
        boolean numbered = reading != null && reading.threads().stream().anyMatch(row -> row.systemThread() >= 0);
        if (!numbered)
            together(javaNanos);
        else if (reading != null && reading != seen)
            each(reading);
        seen = reading;
    }

    private void together(long javaNanos) {
        long process = processCpu.getAsLong();
        if (process < 0)
            return;
        if (together == null)
            together = roster.enterNative(TOGETHER, recorder.now());
        lastNanos = Math.max(lastNanos, process - javaNanos);
        roster.sample(together, recorder.now(), lastNanos);
    }

    private void each(ToolReading reading) {
        if (reading.threads().stream().anyMatch(row -> !isKnown(row.systemThread())))
            meet(reading);
        long now = recorder.now();
        for (ToolReading.Row row : reading.threads()) {
            ThreadRoster.Entry entry = entries.get(row.systemThread());
            if (entry == null)
                continue;
            roster.sample(entry, now, row.cpuNanos());
            recorder.add(new TraceEvent.ThreadState(now, entry.number, row.activity(), -1, row.userNanos(),
                    row.systemNanos(), row.waitsFor()));
        }
    }

    private boolean isKnown(long systemThread) {
        return entries.containsKey(systemThread) || javaThreads.contains(systemThread);
    }

    private void meet(ToolReading reading) {
        Map<Long, Known> dump = jvm.get();
        for (ToolReading.Row row : reading.threads()) {
            long thread = row.systemThread();
            Known known = dump.get(thread);
            if (isKnown(thread))
                continue;
            if (known != null && known.javaId() >= 0) {
                javaThreads.add(thread);
                continue;
            }
            String name = known != null ? known.name() : "native thread " + ++unknown;
            entries.put(thread, roster.enterNative(name, recorder.now()));
        }
    }
}
