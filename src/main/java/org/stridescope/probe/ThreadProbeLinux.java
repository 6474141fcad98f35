package org.stridescope.probe;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import org.stridescope.ffi.ProcFile;
import org.stridescope.ffi.ThreadClockBindings;
import org.stridescope.trace.Activity;
import org.stridescope.trace.Recorder;
import org.stridescope.trace.TraceEvent;

/**
 * Every thread of the process on Linux. Threads are listed anew when the count of /proc/self/task changes, when one of them
 * is gone, and once a second. A new thread that matches no Java thread is held back until the next sample, as a Java thread
 * under construction is not in the JVM's list yet; its readings are kept. A thread that has used no CPU since the last reading
 * is written down only when it has again, with the time until which it had not.
 *
 * <p>Most threads of a program wait. Those that have stood still for a while are not read one by one: the clock of the process
 * counts all of them, and as long as it says no more than the threads that are read, they stand still yet. All are read where it
 * says more, and ten times a second, which is also when new threads are looked for.
 */
final class ThreadProbeLinux implements ThreadProbe {
    private static final long RELIST_NANOS = 1_000_000_000;
    private static final long READ_ALL_NANOS = 100_000_000;
    /** Readings without change until a thread counts as still. */
    private static final int STILL = 3;
    /** CPU time that the process's clock may be ahead before the still ones are read: threads run while others are read. */
    private static final long SLACK_NANOS = 200_000;

    private final Recorder recorder;
    private final ThreadClockBindings clocks;
    private final ThreadRoster roster;
    private final TaskFolder folder = new TaskFolder();
    private final JavaThreads javaThreads;
    private final NativeNames names;
    private final ProcFile.Room room = new ProcFile.Room();
    private final Map<Integer, Tracked> alive = new LinkedHashMap<>();
    /** Numbers in the recording, asked for by any thread; of threads that are gone too, as samples of them may still come. */
    private final Map<Integer, Integer> numbers = new ConcurrentHashMap<>();
    private int links = -1;
    private long listedNanos = -RELIST_NANOS;
    private long sampledNanos = -1;
    private long readAllNanos = -READ_ALL_NANOS;
    /** CPU time of the process that no living thread accounts for, as of the last reading of all. */
    private long unaccountedNanos;
    private long accountedNanos;
    /** Until when the threads that are not read each time are known to have stood still. */
    private long stillNanos = -1;
    private final List<Tracked> active = new ArrayList<>();
    private final List<Tracked> unknown = new ArrayList<>();
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
        int still;

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
        long now = recorder.now();
        boolean first = links < 0;
        boolean all = last || first || now - readAllNanos >= READ_ALL_NANOS;
        if (all)
            lookForNew(now);
        identify(first || last);
        long process = clocks.processCpuNanos();
        boolean gone = readEach(all ? alive.values() : active, last);
        if (!all && (gone || process - unaccountedNanos - accountedNanos > SLACK_NANOS)) {
            all = true; // a still thread has run, or there is one that is not known yet
            lookForNew(now);
            identify(false);
            gone |= readEach(alive.values(), last);
        }
        if (all)
            divide(now, process);
        else
            stillNanos = recorder.now();
        if (gone)
            links = 0; // one may have come as another went: list at the next sample
        threads = alive.size();
    }

    /** Tells the threads that run from those that stand still, all of which have just been read. */
    private void divide(long now, long process) {
        active.clear();
        for (Tracked thread : alive.values())
            if (thread.still < STILL)
                active.add(thread);
        readAllNanos = now;
        sampledNanos = now;
        roster.listed(now);
        unaccountedNanos = process - accountedNanos;
    }

    private void lookForNew(long now) {
        int found = folder.links();
        if (found != links || now - listedNanos > RELIST_NANOS)
            list(now, found);
    }

    /** Whether a thread was gone. */
    private boolean readEach(Collection<Tracked> which, boolean last) {
        boolean gone = false;
        for (Iterator<Tracked> each = which.iterator(); each.hasNext();) {
            Tracked thread = each.next();
            if (read(thread, last))
                continue;
            accountedNanos -= thread.cpuNanos;
            javaThreads.forget(thread.tid);
            end(thread);
            each.remove();
            alive.remove(thread.tid, thread);
            gone = true;
        }
        return gone;
    }

    private void list(long now, int found) {
        for (int tid : folder.list()) {
            if (alive.containsKey(tid))
                continue;
            Tracked met = new Tracked(tid, sampledNanos, new ThreadStatesLinux(recorder, roster.bean(), room, tid));
            alive.put(tid, met);
            active.add(met);
            unknown.add(met);
        }
        links = found;
        listedNanos = now;
    }

    /** Enters the threads that have no entry yet. */
    private void identify(boolean decide) {
        unknown.removeIf(thread -> thread.entry != null || alive.get(thread.tid) != thread);
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
        if (thread.still >= STILL && stillNanos > thread.readNanos) {
            thread.held = thread.entry != null;
            thread.readNanos = stillNanos; // that it had not run until then is known by the process's clock
        }
        long now = recorder.now();
        ThreadRoster.Entry entry = thread.entry;
        long used = cpu - thread.cpuNanos;
        thread.still = used == 0 && entry != null ? thread.still + 1 : 0;
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
        accountedNanos += used;
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
