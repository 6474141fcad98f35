package org.stridescope.probe;

import java.lang.management.ManagementFactory;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import org.stridescope.trace.Recorder;
import org.stridescope.trace.TraceEvent;

/** Gives every thread its number in the recording; a Java thread has one number whoever meets it first. */
final class ThreadRoster {
    /** A working thread that reports its tiles needs no sample more often than this. */
    private static final long OWN_SAMPLE_NANOS = 1_000_000;

    private final Recorder recorder;
    private final com.sun.management.ThreadMXBean bean = (com.sun.management.ThreadMXBean) ManagementFactory
            .getThreadMXBean();
    private final ConcurrentHashMap<Long, Entry> javaThreads = new ConcurrentHashMap<>();
    private final AtomicInteger next = new AtomicInteger();
    /** Time of the last listing of threads: whoever was not in it had used no CPU by then. */
    private volatile long listedNanos = -1;

    /** A thread in the recording; {@code sampledNanos} is the time of its last sample. */
    static final class Entry {
        final int number;
        volatile long sampledNanos = Long.MIN_VALUE;

        Entry(int number) {
            this.number = number;
        }
    }

    ThreadRoster(Recorder recorder) {
        this.recorder = recorder;
    }

    com.sun.management.ThreadMXBean bean() {
        return bean;
    }

    void listed(long nanos) {
        listedNanos = nanos;
    }

    /** Enters a thread that the JVM does not know. */
    Entry enterNative(String name, long nanos) {
        Entry entry = new Entry(next.getAndIncrement());
        recorder.add(new TraceEvent.ThreadSeen(nanos, entry.number, name, true));
        return entry;
    }

    /** The entry of a Java thread, made where there is none yet. */
    Entry java(long id, String name, long nanos) {
        return javaThreads.computeIfAbsent(id, key -> {
            Entry entry = new Entry(next.getAndIncrement());
            recorder.add(new TraceEvent.ThreadSeen(nanos, entry.number, name, false));
            return entry;
        });
    }

    int ofJava(long id) {
        Entry entry = javaThreads.get(id);
        return entry == null ? -1 : entry.number;
    }

    boolean knowsJava(long id) {
        return javaThreads.containsKey(id);
    }

    /** The number of the calling thread, sampled where its last sample is old. */
    int current() {
        Thread thread = Thread.currentThread();
        Entry known = javaThreads.get(thread.threadId());
        long now = recorder.now();
        if (known != null && now - known.sampledNanos < OWN_SAMPLE_NANOS)
            return known.number;
        Entry entry = known != null ? known : java(thread.threadId(), thread.getName(), now);
        long cpu = bean.getCurrentThreadCpuTime();
        long listed = listedNanos;
        if (listed >= 0 && cpu <= now - listed)
            begin(entry, listed);
        sample(entry, recorder.now(), cpu);
        return entry.number;
    }

    /** Notes that a thread without samples had used no CPU at a time when it was not there yet: none of its youth is lost. */
    void begin(Entry entry, long bornNanos) {
        if (entry.sampledNanos == Long.MIN_VALUE)
            sample(entry, bornNanos, 0);
    }

    void sample(Entry entry, long nanos, long cpuNanos) {
        entry.sampledNanos = nanos;
        recorder.add(new TraceEvent.ThreadSample(nanos, entry.number, cpuNanos));
    }
}
