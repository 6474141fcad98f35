package org.stridescope.kernel.threads;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.stridescope.array.ArrayMemory;
import org.stridescope.ffi.NativeLibrary;
import org.stridescope.ffi.ThreadsBindings;
import org.stridescope.kernel.Availability;
import org.stridescope.kernel.KernelError;
import org.stridescope.kernel.NativeKernels;
import org.stridescope.kernel.threads.ScheduleRun.TileSpan;

/**
 * OpenMP's threads made visible, by {@code native/threads-c}. Calls block for as long as the lesson runs, tens of
 * milliseconds to a second or two: call them off the window's thread.
 */
public final class ThreadLessons {
    /** Bytes that a core owns at a time; two lines, because processors fetch them in pairs. */
    public static final int LINE_BYTES = 128;
    /** The resource paths of what runs, to be shown beside the results. */
    public static final String SCHEDULE_SOURCE = "sources/threads-c/schedule.c";
    public static final String SHARING_SOURCE = "sources/threads-c/sharing.c";
    public static final String RACE_SOURCE = "sources/threads-c/race.c";

    private final NativeKernels<ThreadsBindings> library;

    private ThreadLessons(NativeKernels<ThreadsBindings> library) {
        this.library = library;
    }

    /** Looks for the library; without it {@link #availability} has the reason. */
    public static ThreadLessons open() {
        return new ThreadLessons(NativeKernels.open(NativeLibrary.open("threads-c"), ThreadsBindings::new));
    }

    public Availability availability() {
        return library.availability();
    }

    /** How often a thread of this process has lost its processor while it had work; -1 where nobody counts. */
    long preemptions() {
        return library.bindings().map(ThreadsBindings::preemptions).orElse(-1L);
    }

    /** Runs the experiment once, after a short run that wakes the threads. */
    public ScheduleRun run(ScheduleExperiment experiment) {
        ThreadsBindings c = library.require();
        int n = experiment.n();
        int across = experiment.across();
        try (ArrayMemory memory = ArrayMemory.scoped()) {
            MemorySegment x = points(memory, n, experiment.k());
            MemorySegment out = memory.allocate((long) n * n * Double.BYTES);
            out.fill((byte) 0); // the first touch of a page is not what is shown
            MemorySegment log = memory.allocate((long) across * across * ThreadsBindings.LOG_NUMBERS * Long.BYTES);
            var sharing = new ThreadsBindings.Sharing(experiment.schedule().ordinal(), experiment.chunk(),
                    experiment.threads());
            c.schedule(x, Math.min(n, experiment.side()), experiment.k(), out, experiment.side(), false, sharing, log);
            c.schedule(x, n, experiment.k(), out, experiment.side(), experiment.triangle(), sharing, log);
            return read(experiment, log);
        }
    }

    private static ScheduleRun read(ScheduleExperiment experiment, MemorySegment log) {
        int across = experiment.across();
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (int t = 0; t < across * across; t++) {
            first = Math.min(first, entry(log, t, 0));
            last = Math.max(last, entry(log, t, 1));
        }
        List<TileSpan> tiles = new ArrayList<>();
        for (int t = 0; t < across * across; t++) {
            tiles.add(new TileSpan(t / across, t % across, (int) entry(log, t, 2), entry(log, t, 3),
                    entry(log, t, 0) - first, entry(log, t, 1) - first));
        }
        return new ScheduleRun(experiment, List.copyOf(tiles), last - first);
    }

    private static long entry(MemorySegment log, int tile, int number) {
        return log.getAtIndex(ValueLayout.JAVA_LONG, (long) tile * ThreadsBindings.LOG_NUMBERS + number);
    }

    private static MemorySegment points(ArrayMemory memory, int n, int k) {
        MemorySegment points = memory.allocate((long) n * k * Double.BYTES);
        Random random = new Random(1);
        for (long i = 0; i < (long) n * k; i++)
            points.setAtIndex(ValueLayout.JAVA_DOUBLE, i, random.nextDouble());
        return points;
    }

    /**
     * Counts in every thread.
     *
     * @param increments a thread, up to 1e9: about a nanosecond each where no line is shared, several where one is
     * @param bytesApart 8 to 4096, a multiple of 8
     */
    public SharingRun count(int threads, long increments, int bytesApart) {
        if (threads < 1 || threads > ScheduleExperiment.MOST_THREADS || increments < 0 || increments > 1_000_000_000L)
            throw new KernelError("threads must be 1 to " + ScheduleExperiment.MOST_THREADS
                    + " and increments 0 to 1e9, not " + threads + " and " + increments);
        if (bytesApart < 8 || bytesApart > 4096 || bytesApart % 8 != 0)
            throw new KernelError("counters stand 8 to 4096 bytes apart, a multiple of 8, not " + bytesApart);
        ThreadsBindings c = library.require();
        try (ArrayMemory memory = ArrayMemory.scoped()) {
            long bytes = (long) threads * bytesApart;
            MemorySegment room = memory.allocate(bytes + LINE_BYTES);
            MemorySegment counters = room.asSlice(Math.floorMod(-room.address(), (long) LINE_BYTES), bytes);
            counters.fill((byte) 0);
            c.count(Math.min(increments, 100_000), threads, bytesApart, counters);
            counters.fill((byte) 0);
            long nanos = c.count(increments, threads, bytesApart, counters);
            long counted = 0;
            for (int t = 0; t < threads; t++)
                counted += counters.get(ValueLayout.JAVA_LONG, (long) t * bytesApart);
            return new SharingRun(threads, increments, bytesApart, nanos, counted);
        }
    }
}
