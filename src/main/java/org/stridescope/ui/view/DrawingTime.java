package org.stridescope.ui.view;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.LongSupplier;

/** CPU time of the threads that draw the window: its own and the renderer's. To be asked on the window's thread. */
final class DrawingTime implements LongSupplier {
    private static final String RENDERER = "QuantumRenderer";

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private long[] renderers = {};

    @Override
    public long getAsLong() {
        if (!threads.isThreadCpuTimeSupported() || !threads.isThreadCpuTimeEnabled())
            return 0;
        if (renderers.length == 0)
            renderers = find();
        long spent = threads.getCurrentThreadCpuTime();
        for (long renderer : renderers)
            spent += Math.max(0, threads.getThreadCpuTime(renderer));
        return spent;
    }

    private static long[] find() {
        ThreadGroup group = Thread.currentThread().getThreadGroup();
        while (group.getParent() != null)
            group = group.getParent();
        Thread[] all = new Thread[2 * group.activeCount() + 16];
        group.enumerate(all);
        return Arrays.stream(all).filter(Objects::nonNull).filter(thread -> thread.getName().startsWith(RENDERER))
                .mapToLong(Thread::threadId).toArray();
    }
}
