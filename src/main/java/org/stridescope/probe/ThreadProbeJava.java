package org.stridescope.probe;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import com.sun.management.OperatingSystemMXBean;

import org.stridescope.probe.tool.JvmThreadsText;
import org.stridescope.probe.tool.ToolReading;
import org.stridescope.trace.Activity;
import org.stridescope.trace.Recorder;
import org.stridescope.trace.TraceEvent;

/** Java threads by ThreadMXBean, where the system has no cheap clock for every thread, and native ones as {@link NativeShare} can. */
final class ThreadProbeJava implements ThreadProbe {
    private static final long STATES_NANOS = 100_000_000;

    private final Recorder recorder;
    private final Map<Long, Long> lastCpu = new HashMap<>();
    private final Map<Long, Activity> lastActivity = new HashMap<>();
    private long statesNanos = -STATES_NANOS;
    private final ThreadRoster roster;
    private long listedNanos = -1;
    private final NativeShare others;
    private final String gap;
    /** CPU time of threads as of the last sample, and of all that have ended. */
    private Map<Long, Long> sampled = new HashMap<>();
    private long endedNanos;
    private volatile int threads;

    /** @param tool the last reading of the system's own program
     * @param gap what cannot be seen here, and why */
    ThreadProbeJava(Recorder recorder, Supplier<Optional<ToolReading>> tool, String gap) {
        this.recorder = recorder;
        this.gap = gap;
        this.roster = new ThreadRoster(recorder);
        this.others = new NativeShare(recorder, roster, tool, JvmThreadsText::ask, ThreadProbeJava::processCpu);
    }

    private static long processCpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    @Override
    public void sample(boolean last) {
        long listing = recorder.now();
        long born = listedNanos;
        long[] ids = roster.bean().getAllThreadIds();
        long[] cpu = roster.bean().getThreadCpuTime(ids);
        Map<Long, Long> now = new HashMap<>();
        for (int i = 0; i < ids.length; i++) {
            if (cpu[i] < 0)
                continue;
            sample(ids[i], cpu[i], born);
            now.put(ids[i], cpu[i]);
        }
        sampled.forEach((id, used) -> endedNanos += now.containsKey(id) ? 0 : used);
        sampled = now;
        others.sample(endedNanos + now.values().stream().mapToLong(Long::longValue).sum());
        if (last || listing - statesNanos > STATES_NANOS)
            states(listing, ids, cpu);
        threads = ids.length;
        listedNanos = listing;
        roster.listed(listing);
    }

    private void sample(long id, long cpuNanos, long born) {
        if (roster.knowsJava(id)) {
            roster.sample(roster.java(id, "", recorder.now()), recorder.now(), cpuNanos);
            return;
        }
        ThreadInfo info = roster.bean().getThreadInfo(id);
        if (info == null)
            return; // it ended since it was listed
        ThreadRoster.Entry entry = roster.java(id, info.getThreadName(), recorder.now());
        if (born >= 0)
            roster.begin(entry, born);
        roster.sample(entry, recorder.now(), cpuNanos);
    }

    /** What the threads do, by the JVM: a thread that reads a file or computes is runnable to it, so its clock decides. */
    private void states(long now, long[] ids, long[] cpu) {
        statesNanos = now;
        ThreadInfo[] infos = roster.bean().getThreadInfo(ids);
        for (int i = 0; i < ids.length; i++) {
            if (infos[i] == null || cpu[i] < 0)
                continue;
            Long before = lastCpu.put(ids[i], cpu[i]);
            boolean used = before == null || cpu[i] > before;
            boolean runs = used && infos[i].getThreadState() == Thread.State.RUNNABLE;
            Activity found = runs ? Activity.RUNNING : Activity.WAITING;
            if (lastActivity.put(ids[i], found) == found)
                continue;
            String lock = runs || infos[i].getLockName() == null ? "" : infos[i].getLockName();
            int number = roster.java(ids[i], infos[i].getThreadName(), now).number;
            recorder.add(new TraceEvent.ThreadState(now, number, found, -1, -1, -1, lock.replaceFirst("@.*", "")));
        }
    }

    @Override
    public int current() {
        return roster.current();
    }

    @Override
    public int of(long systemThread) {
        return -1;
    }

    @Override
    public int ofJava(long javaId) {
        return roster.ofJava(javaId);
    }

    @Override
    public int threads() {
        return threads;
    }

    @Override
    public String gap() {
        return gap;
    }

    @Override
    public void close() {
        // it holds nothing
    }
}
