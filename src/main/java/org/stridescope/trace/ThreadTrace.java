package org.stridescope.trace;

import java.util.Arrays;

/**
 * One thread's CPU time as sampled: {@code cpuNanos[i]} used since the thread's start at {@code nanos[i]}, both ascending.
 */
public final class ThreadTrace {
    private final int thread;
    private final String name;
    private final boolean isNative;
    private final long[] nanos;
    private final long[] cpuNanos;

    private ThreadTrace(int thread, String name, boolean isNative, long[] nanos, long[] cpuNanos) {
        this.thread = thread;
        this.name = name;
        this.isNative = isNative;
        this.nanos = nanos;
        this.cpuNanos = cpuNanos;
    }

    public int thread() {
        return thread;
    }

    public String name() {
        return name;
    }

    /** Not a Java thread: an OpenMP worker, the collector, the compiler. */
    public boolean isNative() {
        return isNative;
    }

    public int samples() {
        return nanos.length;
    }

    public long nanosAt(int sample) {
        return nanos[sample];
    }

    /** CPU nanoseconds used between the first sample and the last. */
    public long cpuNanos() {
        return nanos.length == 0 ? 0 : cpuNanos[nanos.length - 1] - cpuNanos[0];
    }

    /** CPU nanoseconds used between two times, by straight lines between samples. */
    public double cpuNanosBetween(long from, long to) {
        return cpuAt(to) - cpuAt(from);
    }

    /** Share of one processor used between two times: 0 idle, 1 busy all along. */
    public double utilisation(long from, long to) {
        return to <= from ? 0 : Math.clamp(cpuNanosBetween(from, to) / (to - from), 0, 1);
    }

    private double cpuAt(long time) {
        if (nanos.length == 0)
            return 0;
        int at = Arrays.binarySearch(nanos, time);
        if (at >= 0)
            return cpuNanos[at];
        int next = -at - 1;
        if (next == 0)
            return cpuNanos[0];
        if (next == nanos.length)
            return cpuNanos[next - 1];
        double share = (double) (time - nanos[next - 1]) / (nanos[next] - nanos[next - 1]);
        return cpuNanos[next - 1] + share * (cpuNanos[next] - cpuNanos[next - 1]);
    }

    static final class Builder {
        private final int thread;
        private String name = "";
        private boolean isNative;
        private long[] nanos = new long[64];
        private long[] cpuNanos = new long[64];
        private int count;

        Builder(int thread) {
            this.thread = thread;
        }

        void seen(TraceEvent.ThreadSeen event) {
            name = event.name();
            isNative = event.isNative();
        }

        void sample(TraceEvent.ThreadSample event) {
            if (count > 0 && (event.nanos() <= nanos[count - 1] || event.cpuNanos() < cpuNanos[count - 1]))
                return;
            if (count == nanos.length) {
                nanos = Arrays.copyOf(nanos, 2 * count);
                cpuNanos = Arrays.copyOf(cpuNanos, 2 * count);
            }
            nanos[count] = event.nanos();
            cpuNanos[count++] = event.cpuNanos();
        }

        ThreadTrace build() {
            return new ThreadTrace(thread, name, isNative, Arrays.copyOf(nanos, count), Arrays.copyOf(cpuNanos, count));
        }
    }
}
