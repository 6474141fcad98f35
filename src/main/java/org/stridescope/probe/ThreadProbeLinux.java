package org.stridescope.probe;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.stridescope.ffi.ThreadClockBindings;
import org.stridescope.trace.Recorder;

/**
 * Every thread of the process on Linux. Threads are listed anew when the count of /proc/self/task changes, when one of them
 * is gone, and once a second. A new thread that matches no Java thread is held back until the next sample, as a Java thread
 * under construction is not in the JVM's list yet; its readings are kept.
 */
final class ThreadProbeLinux implements ThreadProbe {
    private static final long RELIST_NANOS = 1_000_000_000;

    private final Recorder recorder;
    private final ThreadClockBindings clocks;
    private final ThreadRoster roster;
    private final TaskFolder folder = new TaskFolder();
    private final JavaThreads javaThreads;
    private final NativeNames names;
    private final Map<Integer, Tracked> alive = new LinkedHashMap<>();
    private int links = -1;
    private long listedNanos = -RELIST_NANOS;
    private long sampledNanos = -1;
    private volatile int threads;

    /** A kernel thread; no entry while its kind is in doubt. */
    private static final class Tracked {
        final int tid;
        ThreadRoster.@Nullable Entry entry;
        /** When it was not there yet; negative where it was there before the first sample. */
        final long bornNanos;
        long readNanos = -1;
        long cpuNanos;

        Tracked(int tid, long bornNanos) {
            this.tid = tid;
            this.bornNanos = bornNanos;
        }
    }

    ThreadProbeLinux(Recorder recorder, ThreadClockBindings clocks) {
        this.recorder = recorder;
        this.clocks = clocks;
        this.roster = new ThreadRoster(recorder);
        this.javaThreads = new JavaThreads(roster.bean(), clocks);
        this.names = new NativeNames(folder);
    }

    @Override
    public void sample(boolean last) {
        long listing = recorder.now();
        boolean first = links < 0;
        int found = folder.links();
        boolean listed = found != links || listing - listedNanos > RELIST_NANOS;
        if (listed)
            list(listing, found);
        identify(first || last);
        boolean gone = false;
        for (Iterator<Tracked> each = alive.values().iterator(); each.hasNext();) {
            Tracked thread = each.next();
            if (read(thread))
                continue;
            javaThreads.forget(thread.tid);
            each.remove();
            gone = true;
        }
        if (gone)
            links = 0; // one may have come as another went: list at the next sample
        threads = alive.size();
        sampledNanos = listing;
        roster.listed(listing);
    }

    private void list(long now, int found) {
        for (int tid : folder.list())
            alive.computeIfAbsent(tid, key -> new Tracked(key, sampledNanos));
        links = found;
        listedNanos = now;
    }

    /** Enters the threads that have no entry yet. */
    private void identify(boolean decide) {
        List<Tracked> unknown = new ArrayList<>();
        for (Tracked thread : alive.values()) {
            if (thread.entry == null)
                unknown.add(thread);
        }
        if (unknown.isEmpty())
            return;
        javaThreads.match(unknown.stream().mapToInt(t -> t.tid).toArray());
        for (Tracked thread : unknown) {
            JavaThreads.Found java = javaThreads.of(thread.tid);
            if (java != null)
                names.java(thread.tid, java.name());
        }
        for (Tracked thread : unknown) {
            JavaThreads.Found java = javaThreads.of(thread.tid);
            if (java != null)
                enter(thread, roster.java(java.id(), java.name(), recorder.now()));
            else if (decide || thread.readNanos >= 0) {
                enter(thread, roster.enterNative(names.name(thread.tid), recorder.now()));
            }
        }
    }

    private void enter(Tracked thread, ThreadRoster.Entry entry) {
        thread.entry = entry;
        if (thread.bornNanos >= 0)
            roster.begin(entry, thread.bornNanos);
        if (thread.readNanos >= 0)
            roster.sample(entry, thread.readNanos, thread.cpuNanos);
    }

    /** Whether the thread is alive still. */
    private boolean read(Tracked thread) {
        long cpu = clocks.cpuNanos(thread.tid);
        if (cpu < thread.cpuNanos)
            return false; // -1: gone; less than before: its number was given to a new thread
        thread.cpuNanos = cpu;
        thread.readNanos = recorder.now();
        if (thread.entry != null)
            roster.sample(thread.entry, thread.readNanos, cpu);
        return true;
    }

    @Override
    public int current() {
        return roster.current();
    }

    @Override
    public int of(long systemThread) {
        Tracked thread = alive.get((int) systemThread);
        return thread == null || thread.entry == null ? -1 : thread.entry.number;
    }

    @Override
    public int threads() {
        return threads;
    }

    @Override
    public String gap() {
        return "";
    }
}
