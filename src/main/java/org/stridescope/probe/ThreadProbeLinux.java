package org.stridescope.probe;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import org.stridescope.ffi.ThreadClockBindings;
import org.stridescope.trace.Activity;
import org.stridescope.trace.Recorder;
import org.stridescope.trace.TraceEvent;

/**
 * Every thread of the process on Linux. Threads are listed anew when the count of /proc/self/task changes, when one of them
 * is gone, and once a second. A new thread that matches no Java thread is held back until the next sample, as a Java thread
 * under construction is not in the JVM's list yet; its readings are kept. A thread that has used no CPU since the last reading
 * is written down only when it has again, with the time until which it had not.
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
    /** Numbers in the recording, asked for by any thread; of threads that are gone too, as samples of them may still come. */
    private final Map<Integer, Integer> numbers = new ConcurrentHashMap<>();
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
        final ThreadStatesLinux states;
        long readNanos = -1;
        long cpuNanos;
        /** The last reading is not in the recording, as it said no more than the one before. */
        boolean held;
        long javaId = -1;

        Tracked(int tid, long bornNanos, ThreadStatesLinux states) {
            this.tid = tid;
            this.bornNanos = bornNanos;
            this.states = states;
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
            if (read(thread, last))
                continue;
            javaThreads.forget(thread.tid);
            end(thread);
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
            alive.computeIfAbsent(tid, key -> new Tracked(key, sampledNanos,
                    new ThreadStatesLinux(recorder, roster.bean(), key)));
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
            if (java != null) {
                thread.javaId = java.id();
                enter(thread, roster.java(java.id(), java.name(), recorder.now()));
            } else if (decide || thread.readNanos >= 0) {
                enter(thread, roster.enterNative(names.name(thread.tid), recorder.now()));
            }
        }
    }

    private void enter(Tracked thread, ThreadRoster.Entry entry) {
        thread.entry = entry;
        numbers.put(thread.tid, entry.number);
        if (thread.bornNanos >= 0)
            roster.begin(entry, thread.bornNanos);
        if (thread.readNanos >= 0)
            roster.sample(entry, thread.readNanos, thread.cpuNanos);
    }

    /** Whether the thread is alive still. */
    private boolean read(Tracked thread, boolean last) {
        long cpu = clocks.cpuNanos(thread.tid);
        if (cpu < thread.cpuNanos)
            return false; // -1: gone; less than before: its number was given to a new thread
        long now = recorder.now();
        ThreadRoster.Entry entry = thread.entry;
        long used = cpu - thread.cpuNanos;
        if (entry != null) {
            boolean same = used == 0 && thread.readNanos >= 0;
            if (!same && thread.held)
                roster.sample(entry, thread.readNanos, thread.cpuNanos); // until then it had stood still
            if (!same || last)
                roster.sample(entry, now, cpu);
            thread.held = same && !last;
            if (thread.readNanos >= 0)
                thread.states.look(entry.number, thread.javaId, now, used, now - thread.readNanos);
        }
        thread.cpuNanos = cpu;
        thread.readNanos = now;
        return true;
    }

    private void end(Tracked thread) {
        thread.states.close();
        ThreadRoster.Entry entry = thread.entry;
        if (entry == null)
            return;
        if (thread.held)
            roster.sample(entry, thread.readNanos, thread.cpuNanos);
        recorder.add(new TraceEvent.ThreadState(recorder.now(), entry.number, Activity.ENDED, -1, -1, -1, ""));
    }

    @Override
    public void close() {
        alive.values().forEach(thread -> thread.states.close());
    }

    @Override
    public int current() {
        return roster.current();
    }

    @Override
    public int of(long systemThread) {
        return numbers.getOrDefault((int) systemThread, -1);
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
        return "";
    }
}
