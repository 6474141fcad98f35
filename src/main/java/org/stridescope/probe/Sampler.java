package org.stridescope.probe;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jdk.jfr.consumer.RecordedThread;
import org.jspecify.annotations.Nullable;

import org.stridescope.ffi.ThreadNiceness;
import org.stridescope.probe.lines.LineProbe;
import org.stridescope.probe.lines.LineProbes;
import org.stridescope.trace.Recorder;

/**
 * Samples threads and memory into a recorder from a thread of its own, at a steady rate, and measures what that costs. A
 * tick that comes late is not made up for. {@link #sampleNow} adds a sample between ticks, so that a run shorter than a
 * period has one at its start and one at its end.
 */
public final class Sampler implements AutoCloseable {
    public static final double HERTZ = 50;

    private static final double DETAIL_HERTZ = 4;
    private static final double PROPORTIONAL_HERTZ = 0.1;
    private static final double PROPORTIONAL_BUDGET = 0.005;
    private static final double THREADS_BUDGET = 0.01;
    private static final double SMALL_BUDGET = 0.002;

    private static final double LINES_HERTZ = 1;
    private static final double LINES_BUDGET = 0.03;
    private static final int LINES_NICENESS = 10;
    private static final long LINES_PARK_NANOS = 100_000_000;

    private final Object linesLock = new Object();
    private final Recorder recorder;
    private final OtherSystem system = OtherSystem.here();
    private final ThreadProbe threads;
    private final MemoryProbe memory;
    private final MemoryDetailProbe detail;
    private final ProportionalSetProbe proportional;
    private final CollectionProbe collections;
    private final @Nullable LineProbe lines;
    private final @Nullable PacedProbe pacedLines;
    private final Thread linesThread;
    private final PacedProbe pacedThreads;
    private final PacedProbe pacedMemory;
    private final List<PacedProbe> paced;
    private final long periodNanos;
    private final long startNanos;
    private final Thread thread;
    private long ticks;
    private volatile boolean closed;

    private Sampler(Recorder recorder, LongSupplier offHeap, double hertz, boolean withLines) {
        this.recorder = recorder;
        this.threads = ThreadProbe.open(recorder, system);
        this.memory = new MemoryProbe(recorder, offHeap, system);
        this.detail = new MemoryDetailProbe(recorder);
        this.proportional = new ProportionalSetProbe(recorder);
        this.collections = new CollectionProbe(recorder);
        this.pacedThreads = new PacedProbe("threads", hertz, THREADS_BUDGET, threads.gap(), recorder,
                () -> threads.sample(false));
        this.pacedMemory = new PacedProbe("memory", hertz, SMALL_BUDGET, memory.gap(), recorder, memory::sample);
        this.paced = List.of(pacedThreads, pacedMemory,
                new PacedProbe("heap pools and page faults", Math.min(hertz, DETAIL_HERTZ), SMALL_BUDGET, "", recorder,
                        detail::sample),
                new PacedProbe("proportional set", PROPORTIONAL_HERTZ, PROPORTIONAL_BUDGET, proportional.gap(),
                        recorder,
                        proportional::sample));
        this.periodNanos = Math.round(1e9 / hertz);
        this.startNanos = recorder.now();
        this.thread = Thread.ofPlatform().name("stridescope-sampler").daemon(true).unstarted(this::tick);
        this.lines = withLines ? LineProbes.open(recorder, this::numberOf) : null;
        LineProbe opened = lines;
        this.pacedLines = opened == null
                ? null
                : new PacedProbe("lines", LINES_HERTZ, LINES_BUDGET, opened.gap(), recorder, opened::collect).spread();
        this.linesThread = Thread.ofPlatform().name("stridescope-lines").daemon(true).unstarted(this::collectLines);
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
        return begin(new Sampler(recorder, offHeap, hertz, false));
    }

    /** As {@link #start(Recorder, LongSupplier)}, with source lines, allocations and locks. */
    public static Sampler startWithLines(Recorder recorder, LongSupplier offHeap) {
        return begin(new Sampler(recorder, offHeap, HERTZ, true));
    }

    private static Sampler begin(Sampler sampler) {
        sampler.thread.start();
        sampler.sampleNow();
        if (sampler.lines != null)
            sampler.linesThread.start();
        return sampler;
    }

    private void collectLines() {
        ThreadNiceness.lowerCallingThread(LINES_NICENESS); // what it does can wait
        PacedProbe paced = pacedLines;
        while (!closed && paced != null) {
            LockSupport.parkNanos(LINES_PARK_NANOS);
            synchronized (linesLock) {
                if (!closed)
                    paced.tick(recorder.now());
            }
        }
    }

    /** The number in the recording of a thread that a profiler names by what the operating system calls it. */
    private int numberOf(RecordedThread profiled) {
        int number = threads.of(profiled.getOSThreadId());
        return number >= 0 ? number : threads.ofJava(profiled.getJavaThreadId());
    }

    private void tick() {
        long next = System.nanoTime() + periodNanos;
        while (!closed) {
            long wait = next - System.nanoTime();
            if (wait > 0) {
                LockSupport.parkNanos(wait);
                continue;
            }
            sample();
            next = Math.max(next + periodNanos, System.nanoTime());
        }
    }

    private synchronized void sample() {
        if (closed)
            return;
        ticks++;
        long now = recorder.now();
        for (PacedProbe probe : paced)
            probe.tick(now);
    }

    /** Adds a sample of all threads and the memory at once; returns when it is in the recorder. */
    public synchronized void sampleNow() {
        if (closed)
            return;
        ticks++;
        pacedThreads.look(() -> threads.sample(true));
        pacedMemory.look();
    }

    /** The calling Java thread's number in the recording; cheap enough to be asked for with every tile. */
    public int currentThread() {
        return threads.current();
    }

    /**
     * The number in the recording of the thread that the operating system calls {@code systemThread}; the caller's where
     * that thread cannot be told. A thread met for the first time is sampled at once.
     */
    public int threadOf(long systemThread) {
        int known = threads.of(systemThread);
        if (known < 0 && systemThread != 0)
            known = meet(systemThread);
        return known < 0 ? threads.current() : known;
    }

    private synchronized int meet(long systemThread) {
        if (!closed)
            threads.sample(true);
        return threads.of(systemThread);
    }

    public synchronized SamplingCost cost() {
        double elapsed = Math.max(1, recorder.now() - startNanos);
        long profiled = pacedLines == null ? 0 : pacedLines.costNanos();
        return new SamplingCost(ticks * 1e9 / elapsed,
                (profiled + paced.stream().mapToLong(PacedProbe::costNanos).sum()) / elapsed);
    }

    /** What cannot be seen on this system, and why; empty where all is. */
    public String gap() {
        return Stream.of(threads.gap(), memory.gap(), proportional.gap()).filter(g -> !g.isEmpty())
                .collect(Collectors.joining("; "));
    }

    /** Takes a last sample and stops. */
    @Override
    public void close() {
        if (closed)
            return;
        sampleNow();
        synchronized (linesLock) {
            PacedProbe profiled = pacedLines;
            if (lines != null && profiled != null) {
                profiled.look(lines::close);
                profiled.tell(recorder.now());
            }
            synchronized (this) {
                finish();
            }
        }
        LockSupport.unpark(thread);
        LockSupport.unpark(linesThread);
        collections.close();
    }

    private void finish() {
        detail.sample();
        paced.forEach(probe -> probe.tell(recorder.now()));
        closed = true;
        memory.close();
        detail.close();
        proportional.close();
        threads.close();
        system.close();
    }

    /** After {@link #close}: what was sampled of lines as a flight recording (.jfr), to be deleted by the caller. */
    public Optional<Path> flight() {
        LineProbe profiled = lines;
        return profiled == null ? Optional.empty() : profiled.flight();
    }
}
