package org.stridescope.ffi;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

import static java.lang.foreign.ValueLayout.JAVA_INT;

/**
 * The scheduler's weight of a single thread. Java's own thread priorities do nothing on Linux without administrator rights;
 * a thread may always make itself nicer, and the threads it starts, OpenMP's too, inherit that.
 */
public final class ThreadNiceness {
    private static final int PRIO_PROCESS = 0;
    /** For {@code setpriority}, on Linux: the calling thread, not its process. */
    private static final int CALLER = 0;

    private ThreadNiceness() {}

    /**
     * Lets threads of the usual niceness (0) go first from now on; elsewhere than on Linux nothing happens.
     *
     * @param niceness 1 to 19
     */
    public static void lowerCallingThread(int niceness) {
        if (!System.getProperty("os.name").equals("Linux"))
            return;
        Linker linker = Linker.nativeLinker();
        MemorySegment address = linker.defaultLookup().findOrThrow("setpriority");
        MethodHandle set = linker.downcallHandle(address,
                FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT));
        try {
            int ignored = (int) set.invokeExact(PRIO_PROCESS, CALLER, niceness); // a sandbox may forbid it: no harm
        } catch (Throwable e) {
            throw new AssertionError("a downcall can't fail", e);
        }
    }
}
