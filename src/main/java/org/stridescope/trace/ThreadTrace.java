package org.stridescope.trace;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One thread's CPU time as sampled: {@code cpuNanos[i]} used since the thread's start at {@code nanos[i]}, both ascending.
 */
public final class ThreadTrace {
    private final int thread;
    private final String name;
    private final boolean isNative;
    private final long[] nanos;
    private final long[] cpuNanos;
    /** Samples that belong to this trace: the columns may be longer, as they grow while a recording goes on. */
    private final int count;
    private final List<TraceEvent.ThreadState> states;

    private ThreadTrace(int thread, String name, boolean isNative, long[] nanos, long[] cpuNanos, int count,
            List<TraceEvent.ThreadState> states) {
        this.thread = thread;
        this.name = name;
        this.isNative = isNative;
        this.nanos = nanos;
        this.cpuNanos = cpuNanos;
        this.count = count;
        this.states = states;
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
        return count;
    }

    public long nanosAt(int sample) {
        return nanos[Objects.checkIndex(sample, count)];
    }

    /** CPU nanoseconds used since the thread's start at this sample. */
    public long cpuNanosAt(int sample) {
        return cpuNanos[Objects.checkIndex(sample, count)];
    }

    /** Times and CPU times of many samples at once, into the beginning of two arrays. */
    public void copy(int first, int samples, long[] nanosInto, long[] cpuNanosInto) {
        Objects.checkFromIndexSize(first, samples, count);
        System.arraycopy(nanos, first, nanosInto, 0, samples);
        System.arraycopy(cpuNanos, first, cpuNanosInto, 0, samples);
    }

    /** What it did: each holds until the next one, ascending in time; empty where states were not sampled. */
    public List<TraceEvent.ThreadState> states() {
        return states;
    }

    /** What it did at a time, by the last account until then. */
    public Optional<TraceEvent.ThreadState> stateAt(long time) {
        int by = EventOrder.countBy(states, time);
        return by == 0 ? Optional.empty() : Optional.of(states.get(by - 1));
    }

    /** CPU nanoseconds used between the first sample and the last. */
    public long cpuNanos() {
        return count == 0 ? 0 : cpuNanos[count - 1] - cpuNanos[0];
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
        int at = Arrays.binarySearch(nanos, 0, count, time);
        if (at >= 0)
            return cpuNanos[at];
        int next = -at - 1;
        if (next == 0)
            return cpuNanos[0];
        if (next == count)
            return cpuNanos[next - 1];
        double share = (double) (time - nanos[next - 1]) / (nanos[next] - nanos[next - 1]);
        return cpuNanos[next - 1] + share * (cpuNanos[next] - cpuNanos[next - 1]);
    }

    /** The thread as it was known at an earlier time. */
    ThreadTrace until(long time) {
        int at = Arrays.binarySearch(nanos, 0, count, time);
        return new ThreadTrace(thread, name, isNative, nanos, cpuNanos, at >= 0 ? at + 1 : -at - 1,
                states.subList(0, EventOrder.countBy(states, time)));
    }

    void addTo(List<TraceEvent> events) {
        if (count > 0)
            events.add(new TraceEvent.ThreadSeen(nanos[0], thread, name, isNative));
        for (int i = 0; i < count; i++)
            events.add(new TraceEvent.ThreadSample(nanos[i], thread, cpuNanos[i]));
        events.addAll(states);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ThreadTrace that && thread == that.thread && isNative == that.isNative
                && name.equals(that.name) && Arrays.equals(nanos, 0, count, that.nanos, 0, that.count)
                && Arrays.equals(cpuNanos, 0, count, that.cpuNanos, 0, that.count) && states.equals(that.states);
    }

    @Override
    public int hashCode() {
        return Objects.hash(thread, name, isNative, count);
    }

    @Override
    public String toString() {
        return "thread " + thread + " \"" + name + "\"" + (isNative ? ", native, " : ", ") + count + " samples";
    }

    static final class Builder {
        private final int thread;
        private String name = "";
        private boolean isNative;
        private long[] nanos = new long[64];
        private long[] cpuNanos = new long[64];
        private int count;
        private final GrowingList<TraceEvent.ThreadState> states = new GrowingList<>();

        Builder(int thread) {
            this.thread = thread;
        }

        int thread() {
            return thread;
        }

        void state(TraceEvent.ThreadState event) {
            states.add(event);
        }

        void seen(TraceEvent.ThreadSeen event) {
            name = event.name();
            isNative = event.isNative();
        }

        void sample(long time, long cpu) {
            // two readers may meet; a reading that is not later says nothing new
            if (count > 0 && (time <= nanos[count - 1] || cpu < cpuNanos[count - 1]))
                return;
            if (count == nanos.length) {
                nanos = Arrays.copyOf(nanos, 2 * count);
                cpuNanos = Arrays.copyOf(cpuNanos, 2 * count);
            }
            nanos[count] = time;
            cpuNanos[count++] = cpu;
        }

        boolean hasSamples() {
            return count > 0;
        }

        /** Shares the columns: only what lies behind {@code count} is written from now on. */
        ThreadTrace build() {
            return new ThreadTrace(thread, name, isNative, nanos, cpuNanos, count, states.soFar());
        }
    }
}
