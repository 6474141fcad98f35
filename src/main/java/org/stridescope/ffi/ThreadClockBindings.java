package org.stridescope.ffi;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Locale;
import java.util.Optional;

/**
 * The CPU clocks that Linux keeps for every thread of this process, native ones too. {@code clock_gettime(2)} brings a running
 * thread's account up to date as it reads it, so a reading is exact to the nanosecond; /proc/self/task/TID/schedstat is as
 * much as a timer tick behind and costs a little more. One object serves one reader at a time.
 */
public final class ThreadClockBindings {
    private static final long TIMESPEC_BYTES = 16;
    /** CLOCK_PROCESS_CPUTIME_ID and CLOCK_THREAD_CPUTIME_ID, the same on all Linux. */
    private static final int PROCESS = 2;
    private static final int OWN = 3;

    private final MemorySegment timespec = Arena.ofAuto().allocate(TIMESPEC_BYTES, 8);

    /** Linked when first asked for; a constant, so that the compiler sees through it and a call costs no more than in C. */
    private static final class Libc {
        static final MethodHandle CLOCK_GETTIME = Linker.nativeLinker().downcallHandle(
                Linker.nativeLinker().defaultLookup().findOrThrow("clock_gettime"),
                FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
    }

    private ThreadClockBindings() {}

    /** Empty on a system that has no such clocks. */
    public static Optional<ThreadClockBindings> open() {
        boolean linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
        return linux ? Optional.of(new ThreadClockBindings()) : Optional.empty();
    }

    /** CPU nanoseconds that this thread has used since it started; -1 where there is no such thread any more. */
    public long cpuNanos(int tid) {
        return read(clockOf(tid));
    }

    /** CPU nanoseconds that all threads of the process have used, those that have ended included. */
    public long processCpuNanos() {
        return read(PROCESS);
    }

    /** CPU nanoseconds that the calling thread has used. */
    public long ownCpuNanos() {
        return read(OWN);
    }

    private long read(int clock) {
        try {
            int failed = (int) Libc.CLOCK_GETTIME.invokeExact(clock, timespec);
            if (failed != 0)
                return -1;
            return timespec.get(ValueLayout.JAVA_LONG, 0) * 1_000_000_000 + timespec.get(ValueLayout.JAVA_LONG, 8);
        } catch (Throwable e) {
            throw new IllegalStateException("clock_gettime cannot be called", e);
        }
    }

    /** The kernel's name for a thread's scheduler clock: MAKE_THREAD_CPUCLOCK(tid, CPUCLOCK_SCHED). */
    private static int clockOf(int tid) {
        return ~tid << 3 | 6;
    }
}
