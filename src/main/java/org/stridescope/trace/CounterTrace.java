package org.stridescope.trace;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** A quantity as it was sampled: {@code values[i]} from {@code nanos[i]} on, ascending in time. */
public final class CounterTrace {
    /** Bytes of the process's memory, pages shared with others counted in part. */
    public static final String PROPORTIONAL_SET = "proportional set bytes";
    /** Page faults since the process's start that needed no disk, and those that did. */
    public static final String MINOR_FAULTS = "minor page faults";
    public static final String MAJOR_FAULTS = "major page faults";
    /** Begins the name of a pool of the Java heap; its value is bytes used. */
    public static final String POOL = "pool ";

    /** Bytes that this machine can store a second, measured once with the recording. */
    public static final String STORE_LIMIT = "limit: stored bytes a second";
    /** Operations on float64 that this machine can do a second, measured once with the recording. */
    public static final String FLOPS_LIMIT = "limit: operations a second";

    private final String name;
    private final long[] nanos;
    private final long[] values;
    private final int count;

    private CounterTrace(String name, long[] nanos, long[] values, int count) {
        this.name = name;
        this.nanos = nanos;
        this.values = values;
        this.count = count;
    }

    public String name() {
        return name;
    }

    public int samples() {
        return count;
    }

    public long nanosAt(int sample) {
        return nanos[Objects.checkIndex(sample, count)];
    }

    public long valueAt(int sample) {
        return values[Objects.checkIndex(sample, count)];
    }

    /** The value that held at a time: the last one sampled until then; 0 before the first. */
    public long at(long time) {
        int by = countBy(time);
        return by == 0 ? 0 : values[by - 1];
    }

    /** How much it rose between two times. */
    public long rise(long from, long to) {
        int begin = countBy(from);
        int end = countBy(to);
        return end == 0 ? 0 : values[end - 1] - values[Math.max(0, begin - 1)];
    }

    /** The largest value between two times, both included; 0 where there is none. */
    public long peak(long from, long to) {
        long most = 0;
        int end = countBy(to);
        for (int i = countBy(from - 1); i < end; i++)
            most = Math.max(most, values[i]);
        return most;
    }

    private int countBy(long time) {
        return Columns.countBy(nanos, count, time);
    }

    CounterTrace until(long time) {
        return new CounterTrace(name, nanos, values, countBy(time));
    }

    void addTo(List<TraceEvent> events) {
        for (int i = 0; i < count; i++)
            events.add(new TraceEvent.Counter(nanos[i], name, values[i]));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CounterTrace that && name.equals(that.name)
                && Arrays.equals(nanos, 0, count, that.nanos, 0, that.count)
                && Arrays.equals(values, 0, count, that.values, 0, that.count);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, count);
    }

    @Override
    public String toString() {
        return name + ", " + count + " samples";
    }

    static final class Builder {
        private final String name;
        private long[] nanos = new long[16];
        private long[] values = new long[16];
        private int count;

        Builder(String name) {
            this.name = name;
        }

        /** A sample that comes late says nothing that one after it does not. */
        void sample(long time, long value) {
            if (count > 0 && time <= nanos[count - 1])
                return;
            if (count == nanos.length) {
                nanos = Arrays.copyOf(nanos, 2 * count);
                values = Arrays.copyOf(values, 2 * count);
            }
            nanos[count] = time;
            values[count++] = value;
        }

        /** Shares the columns: only what lies behind {@code count} is written from now on. */
        CounterTrace build() {
            return new CounterTrace(name, nanos, values, count);
        }
    }
}
