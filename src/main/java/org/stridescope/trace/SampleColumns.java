package org.stridescope.trace;

import java.util.Arrays;

/**
 * Columns of stack samples, ascending in time, that grow at the end. What has been handed out is never written again: a
 * sample that belongs before it goes into a copy.
 */
final class SampleColumns {
    static final SampleKind[] KINDS = SampleKind.values();

    final long[] nanos;
    final int[] thread;
    final int[] stack;
    final byte[] kind;
    final long[] weight;
    private int handedOut;

    SampleColumns() {
        this(new long[64], new int[64], new int[64], new byte[64], new long[64]);
    }

    private SampleColumns(long[] nanos, int[] thread, int[] stack, byte[] kind, long[] weight) {
        this.nanos = nanos;
        this.thread = thread;
        this.stack = stack;
        this.kind = kind;
        this.weight = weight;
    }

    void handOut(int count) {
        handedOut = Math.max(handedOut, count);
    }

    /** With one more sample than the first {@code count}; these columns or their copy. */
    SampleColumns with(int count, long time, int newThread, int newStack, SampleKind newKind, long newWeight) {
        int at = count == 0 || nanos[count - 1] <= time ? count : Columns.countBy(nanos, count, time);
        SampleColumns to = count == nanos.length ? copy(2 * count) : at < handedOut ? copy(nanos.length) : this;
        if (at < count)
            to.shift(at, count);
        to.nanos[at] = time;
        to.thread[at] = newThread;
        to.stack[at] = newStack;
        to.kind[at] = (byte) newKind.ordinal();
        to.weight[at] = newWeight;
        return to;
    }

    private SampleColumns copy(int length) {
        return new SampleColumns(Arrays.copyOf(nanos, length), Arrays.copyOf(thread, length),
                Arrays.copyOf(stack, length), Arrays.copyOf(kind, length), Arrays.copyOf(weight, length));
    }

    private void shift(int at, int count) {
        System.arraycopy(nanos, at, nanos, at + 1, count - at);
        System.arraycopy(thread, at, thread, at + 1, count - at);
        System.arraycopy(stack, at, stack, at + 1, count - at);
        System.arraycopy(kind, at, kind, at + 1, count - at);
        System.arraycopy(weight, at, weight, at + 1, count - at);
    }

    boolean sameAs(SampleColumns that, int count) {
        return Arrays.equals(nanos, 0, count, that.nanos, 0, count)
                && Arrays.equals(thread, 0, count, that.thread, 0, count)
                && Arrays.equals(stack, 0, count, that.stack, 0, count)
                && Arrays.equals(kind, 0, count, that.kind, 0, count)
                && Arrays.equals(weight, 0, count, that.weight, 0, count);
    }
}
