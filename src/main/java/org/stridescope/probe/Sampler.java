package org.stridescope.probe;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.stridescope.trace.Recorder;

/**
 * Samples threads and memory into a recorder from a thread of its own, at a steady rate, and measures what that costs. A
 * tick that comes late is not made up for. {@link #sampleNow} adds a sample between ticks, so that a run shorter than a
 * period has one at its start and one at its end.
 */
public final class Sampler implements AutoCloseable {
    public static final double HERTZ = 50;

    private final Recorder recorder;
    private final ThreadProbe threads;
    private final MemoryProbe memory;
    private final CollectionProbe collections;
    private final ThreadMXBean clocks = ManagementFactory.getThreadMXBean();
    private final long periodNanos;
    private final long startNanos;
    private final Thread thread;
    private long ticks;
    private long costNanos;
    private volatile boolean closed;

    private Sampler(Recorder recorder, LongSupplier offHeap, double hertz) {
        this.recorder = recorder;
        this.threads = ThreadProbe.open(recorder);
        this.memory = new MemoryProbe(recorder, offHeap);
        this.collections = new CollectionProbe(recorder);
        this.periodNanos = Math.round(1e9 / hertz);
        this.startNanos = recorder.now();
        this.thread = Thread.ofPlatform().name("stridescope-sampler").daemon(true).unstarted(this::tick);
    }

    /**
     * Takes a first sample and goes on at {@link #HERTZ} until closed.
     *
     * @param offHeap bytes in arrays outside the heap at the moment
     */
    public static Sampler start(Recorder recorder, LongSupplier offHeap) {
        return start(recorder, offHeap, HERTZ);
    }

    /** As above, at another rate. */
    public static Sampler start(Recorder recorder, LongSupplier offHeap, double hertz) {
        Sampler sampler = new Sampler(recorder, offHeap, hertz);
        sampler.thread.start();
        sampler.sampleNow();
        return sampler;
    }

    private void tick() {
        long next = System.nanoTime() + periodNanos;
        while (!closed) {
            long wait = next - System.nanoTime();
            if (wait > 0) {
                LockSupport.parkNanos(wait);
                continue;
            }
            sample(false);
            next = Math.max(next + periodNanos, System.nanoTime());
        }
    }

    /** Adds a sample of all threads and the memory at once; returns when it is in the recorder. */
    public void sampleNow() {
        sample(true);
    }

    private synchronized void sample(boolean decide) {
        if (closed)
            return;
        long before = clocks.getCurrentThreadCpuTime();
        threads.sample(decide);
        memory.sample();
        ticks++;
        costNanos += clocks.getCurrentThreadCpuTime() - before;
    }

    /** The calling Java thread's number in the recording; cheap enough to be asked for with every tile. */
    public int currentThread() {
        return threads.current();
    }

    /**
     * The number in the recording of the thread that the operating system calls {@code systemThread}; the caller's where
     * that thread cannot be told. A thread met for the first time is sampled at once.
     */
    public synchronized int threadOf(long systemThread) {
        int known = threads.of(systemThread);
        if (known < 0 && systemThread != 0 && !closed) {
            threads.sample(true);
            known = threads.of(systemThread);
        }
        return known < 0 ? threads.current() : known;
    }

    public synchronized SamplingCost cost() {
        double elapsed = Math.max(1, recorder.now() - startNanos);
        return new SamplingCost(ticks * 1e9 / elapsed, costNanos / elapsed);
    }

    /** What cannot be seen on this system, and why; empty where all is. */
    public String gap() {
        return Stream.of(threads.gap(), memory.gap()).filter(g -> !g.isEmpty()).collect(Collectors.joining("; "));
    }

    /** Takes a last sample and stops. */
    @Override
    public void close() {
        if (closed)
            return;
        sampleNow();
        closed = true;
        LockSupport.unpark(thread);
        collections.close();
        synchronized (this) {
            memory.close();
        }
    }
}
