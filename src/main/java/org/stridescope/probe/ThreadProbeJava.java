package org.stridescope.probe;

import java.lang.management.ThreadInfo;

import org.stridescope.trace.Recorder;

/** Java threads by ThreadMXBean, where the system has no cheap clock for every thread. */
final class ThreadProbeJava implements ThreadProbe {
    private final Recorder recorder;
    private final ThreadRoster roster;
    private long listedNanos = -1;
    private volatile int threads;

    ThreadProbeJava(Recorder recorder) {
        this.recorder = recorder;
        this.roster = new ThreadRoster(recorder);
    }

    @Override
    public void sample(boolean last) {
        long listing = recorder.now();
        long born = listedNanos;
        long[] ids = roster.bean().getAllThreadIds();
        long[] cpu = roster.bean().getThreadCpuTime(ids);
        for (int i = 0; i < ids.length; i++) {
            if (cpu[i] >= 0)
                sample(ids[i], cpu[i], born);
        }
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

    @Override
    public int current() {
        return roster.current();
    }

    @Override
    public int of(long systemThread) {
        return -1;
    }

    @Override
    public int threads() {
        return threads;
    }

    @Override
    public String gap() {
        return "native threads (OpenMP workers) are not seen on " + System.getProperty("os.name")
                + ": their CPU clocks are read on Linux alone";
    }
}
