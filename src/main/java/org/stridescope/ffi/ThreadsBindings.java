package org.stridescope.ffi;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

/** The functions of {@code native/threads-c}: lessons about OpenMP. Sizes are checked before every call. */
public final class ThreadsBindings {
    /** What {@code stridescope_threads_abi} must answer. */
    private static final int ABI = 1;
    /** Numbers a tile in the log of {@link #schedule}: start, end, OpenMP's number of the thread, the system's. */
    public static final int LOG_NUMBERS = 4;

    private final MethodHandle nanos;
    private final MethodHandle schedule;
    private final MethodHandle count;
    private final MethodHandle preemptions;

    /** Looks all functions up; a library of another version is an error. */
    public ThreadsBindings(NativeLibrary.Loaded library) {
        library.requireVersion("stridescope_threads_abi", ABI);
        nanos = library.function("stridescope_threads_nanos", FunctionDescriptor.of(JAVA_LONG));
        schedule = library.function("stridescope_threads_schedule", FunctionDescriptor.ofVoid(ADDRESS, JAVA_LONG,
                JAVA_LONG, ADDRESS, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS));
        count = library.function("stridescope_threads_count",
                FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_INT, JAVA_LONG, ADDRESS));
        preemptions = library.function("stridescope_threads_preemptions", FunctionDescriptor.of(JAVA_LONG));
    }

    /** How often the system has taken the processor from a thread of this process that had work; -1 where not known. */
    public long preemptions() {
        try {
            return (long) preemptions.invokeExact();
        } catch (Throwable e) {
            throw new AssertionError("a downcall can't fail", e);
        }
    }

    /** The library's clock, in nanoseconds from an origin of its own. */
    public long nanos() {
        try {
            return (long) nanos.invokeExact();
        } catch (Throwable e) {
            throw new AssertionError("a downcall can't fail", e);
        }
    }

    /**
     * How a loop over tiles is shared out.
     *
     * @param kind 0 static, 1 dynamic, 2 guided
     * @param chunk tiles a helping; 0: OpenMP's own choice
     */
    public record Sharing(int kind, int chunk, int threads) {}

    /** Distances within x (n, k), C order, into out (n, n), by tiles of this side; four numbers a tile into the log. */
    public void schedule(MemorySegment x, long n, long k, MemorySegment out, long side, boolean triangle,
            Sharing sharing, MemorySegment log) {
        require(n > 0 && k > 0 && side > 0, "n, k and the side of a tile must be positive");
        require(sharing.kind >= 0 && sharing.kind <= 2 && sharing.chunk >= 0 && sharing.threads > 0, "no such sharing");
        require(x, Math.multiplyExact(n, k), "x");
        require(out, Math.multiplyExact(n, n), "out");
        require(log, LOG_NUMBERS * Math.ceilDiv(n, side) * Math.ceilDiv(n, side), "log");
        try {
            schedule.invokeExact(x, n, k, out, side, triangle ? 1 : 0, sharing.kind, sharing.chunk, sharing.threads,
                    log);
        } catch (Throwable e) {
            throw new AssertionError("a downcall can't fail", e);
        }
    }

    /** Counts in each thread, in counters so many bytes apart; nanoseconds of the slowest. */
    public long count(long increments, int threads, long bytesApart, MemorySegment counters) {
        require(increments >= 0 && threads > 0 && bytesApart >= 8 && bytesApart % 8 == 0, "no such counters");
        require(counters, threads * bytesApart / 8, "counters");
        try {
            return (long) count.invokeExact(increments, threads, bytesApart, counters);
        } catch (Throwable e) {
            throw new AssertionError("a downcall can't fail", e);
        }
    }

    private static void require(MemorySegment segment, long items, String name) {
        require(segment.isNative() && segment.byteSize() >= items * ValueLayout.JAVA_DOUBLE.byteSize(),
                name + " holds fewer than " + items + " items");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds)
            throw new IllegalArgumentException(otherwise);
    }
}
