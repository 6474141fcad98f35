package org.stridescope.script;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;

import org.jspecify.annotations.Nullable;

/**
 * Lists, strings and numbers live on the JVM's heap, beside all else in this process: a script ends by MemoryError when what
 * survives collections passes half of the heap, or where more was taken when it began, when it adds a quarter.
 */
final class HeapWatch {
    private static final long BETWEEN = 500_000_000;

    private final Runtime runtime = Runtime.getRuntime();
    private final @Nullable MemoryPoolMXBean old;
    private final long most;
    private long collected;
    private boolean full;

    HeapWatch() {
        old = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP && pool.isUsageThresholdSupported()).findFirst()
                .orElse(null);
        long max = runtime.maxMemory();
        most = Math.clamp(survivors() + max / 4, max / 2, max / 10 * 8);
        // a pool counts as collected long ago, so that the first alarm is looked into
        collected = System.nanoTime() - 2 * BETWEEN;
    }

    private long survivors() {
        return old == null ? 0 : old.getUsage().getUsed();
    }

    /** MemoryError where the script has taken too much. */
    void look() {
        if (runtime.totalMemory() - runtime.freeMemory() < most || survivors() < most) {
            full = false;
            return;
        }
        long now = System.nanoTime();
        if (now - collected > BETWEEN) {
            System.gc();
            collected = System.nanoTime();
            full = survivors() >= most;
        }
        if (full)
            throw new ScriptError("MemoryError", "the script used up the memory for lists and strings");
    }
}
