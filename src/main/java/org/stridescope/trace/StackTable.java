package org.stridescope.trace;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Where threads were met: call stacks, each kept once, and samples of them in columns, ascending in time. A sample names its
 * stack by number.
 */
public final class StackTable {
    private final List<TraceEvent.StackSeen> seen;
    /** By number; longer than what is known, as it grows while a recording goes on. */
    private final Stacks stacks;
    private final SampleColumns samples;
    private final int count;

    private StackTable(List<TraceEvent.StackSeen> seen, Stacks stacks, SampleColumns samples, int count) {
        this.seen = seen;
        this.stacks = stacks;
        this.samples = samples;
        this.count = count;
    }

    /** Samples of all kinds. */
    public int samples() {
        return count;
    }

    /** The call stacks that were met. */
    public List<TraceEvent.StackSeen> stacks() {
        return seen;
    }

    public long nanosAt(int sample) {
        return samples.nanos[Objects.checkIndex(sample, count)];
    }

    public int threadAt(int sample) {
        return samples.thread[Objects.checkIndex(sample, count)];
    }

    public int stackAt(int sample) {
        return samples.stack[Objects.checkIndex(sample, count)];
    }

    public SampleKind kindAt(int sample) {
        return SampleColumns.KINDS[samples.kind[Objects.checkIndex(sample, count)]];
    }

    /** Nanoseconds or bytes, as {@link #kindAt} says. */
    public long weightAt(int sample) {
        return samples.weight[Objects.checkIndex(sample, count)];
    }

    /** The frames of a stack, innermost first; empty for a number that was never given. */
    public List<StackFrame> frames(int stack) {
        return stacks.get(stack);
    }

    /** How many samples had been taken by a time, itself included: samples {@code [countBy(from - 1), countBy(to))}. */
    public int countBy(long time) {
        return Columns.countBy(samples.nanos, count, time);
    }

    /** Sum of the weights of one kind. */
    public long weight(SampleKind kind) {
        long sum = 0;
        for (int i = 0; i < count; i++) {
            if (samples.kind[i] == kind.ordinal())
                sum += samples.weight[i];
        }
        return sum;
    }

    StackTable until(long time) {
        return new StackTable(seen.subList(0, EventOrder.countBy(seen, time)), stacks, samples, countBy(time));
    }

    void addTo(List<TraceEvent> events) {
        events.addAll(seen);
        for (int i = 0; i < count; i++)
            events.add(new TraceEvent.StackSample(samples.nanos[i], samples.thread[i], samples.stack[i], kindAt(i),
                    samples.weight[i]));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StackTable that && count == that.count && seen.equals(that.seen)
                && samples.sameAs(that.samples, count);
    }

    @Override
    public int hashCode() {
        return Objects.hash(count, seen.size());
    }

    @Override
    public String toString() {
        return seen.size() + " stacks, " + count + " samples";
    }

    /** Frames by a stack's number. */
    private static final class Stacks {
        private volatile List<?>[] frames = new List<?>[64];

        void put(int stack, List<StackFrame> of) {
            List<?>[] now = frames;
            if (stack >= now.length)
                now = Arrays.copyOf(now, Math.max(stack + 1, 2 * now.length));
            now[stack] = of;
            frames = now;
        }

        @SuppressWarnings("unchecked") // only lists of frames are ever put
        List<StackFrame> get(int stack) {
            List<?>[] now = frames;
            List<?> of = stack >= 0 && stack < now.length ? now[stack] : null;
            return of == null ? List.of() : (List<StackFrame>) of;
        }
    }

    static final class Builder {
        /** A number beyond is nobody's: it would only fill memory. */
        static final int MOST_STACKS = 1 << 24;

        private final GrowingList<TraceEvent.StackSeen> seen = new GrowingList<>();
        private final Stacks stacks = new Stacks();
        private SampleColumns samples = new SampleColumns();
        private int count;

        void seen(TraceEvent.StackSeen event) {
            if (event.stack() < 0 || event.stack() >= MOST_STACKS)
                throw new IllegalArgumentException("it has a stack of the number " + event.stack());
            seen.add(event);
            stacks.put(event.stack(), event.frames());
        }

        void sample(long nanos, int thread, int stack, SampleKind kind, long weight) {
            samples = samples.with(count, nanos, thread, stack, kind, weight);
            count++;
        }

        StackTable build() {
            samples.handOut(count);
            return new StackTable(seen.soFar(), stacks, samples, count);
        }
    }
}
