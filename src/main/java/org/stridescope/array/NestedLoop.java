package org.stridescope.array;

import java.util.concurrent.CancellationException;

/**
 * Walks several operands of one shape together. Axes that all operands step through without a gap are joined into one, so
 * that the innermost loop, which the caller writes, is as long as it can be. A thread that is interrupted leaves between
 * two innermost loops by a CancellationException.
 */
public final class NestedLoop {
    /** Longest run handed to the innermost loop at once, so that an interrupt is heard in time. */
    static final long LONGEST = 1 << 20;
    private static final int LISTEN_EVERY = 4096;

    /** The innermost loop. */
    @FunctionalInterface
    public interface Inner {
        /**
         * {@code count} items; operand k's first is at byte {@code at[k]}, the next {@code step[k]} bytes on. Both arrays
         * are the loop's own and change after the call.
         */
        void run(long[] at, long[] step, long count);
    }

    private final long[] shape;
    private final long[][] strides;
    private final long[] at;
    private final Inner inner;
    private final long[] step;
    private final long[] from;
    private int heard;

    private NestedLoop(long[] shape, long[][] strides, long[] at, Inner inner) {
        this.shape = shape;
        this.strides = strides;
        this.at = at;
        this.inner = inner;
        step = new long[at.length];
        from = new long[at.length];
        for (int k = 0; k < at.length; k++)
            step[k] = strides[k][shape.length - 1];
    }

    /** Over all items of {@code shape}, in the order of axes that {@link AxisOrder} finds for the operands. */
    public static void over(long[] shape, Inner inner, Layout... operands) {
        long[][] strides = new long[operands.length][];
        for (int k = 0; k < operands.length; k++)
            strides[k] = operands[k].strides();
        run(shape, AxisOrder.slowestFirst(shape.length, strides), inner, operands);
    }

    /** Over all items, in the given order of axes: the last one innermost. */
    public static void run(long[] shape, int[] axes, Inner inner, Layout... operands) {
        for (long length : shape)
            if (length == 0)
                return;
        int used = 0;
        long[] lengths = new long[Math.max(1, axes.length)];
        long[][] strides = new long[operands.length][lengths.length];
        lengths[0] = 1;
        for (int axis : axes) {
            if (shape[axis] == 1)
                continue;
            if (used > 0 && joins(strides, used - 1, shape[axis], axis, operands)) {
                lengths[used - 1] *= shape[axis];
            } else {
                lengths[used] = shape[axis];
                used++;
            }
            for (int k = 0; k < operands.length; k++)
                strides[k][used - 1] = operands[k].stride(axis);
        }
        long[] at = new long[operands.length];
        for (int k = 0; k < at.length; k++)
            at[k] = operands[k].offset();
        new NestedLoop(java.util.Arrays.copyOf(lengths, Math.max(1, used)), strides, at, inner).axis(0);
    }

    private static boolean joins(long[][] strides, int slow, long length, int axis, Layout... operands) {
        for (int k = 0; k < operands.length; k++) {
            if (strides[k][slow] != operands[k].stride(axis) * length)
                return false;
        }
        return true;
    }

    private void axis(int axis) {
        if (axis == shape.length - 1) {
            innermost(axis);
            return;
        }
        for (long i = 0; i < shape[axis]; i++) {
            axis(axis + 1);
            for (int k = 0; k < at.length; k++)
                at[k] += strides[k][axis];
        }
        for (int k = 0; k < at.length; k++)
            at[k] -= shape[axis] * strides[k][axis];
    }

    private void innermost(int axis) {
        System.arraycopy(at, 0, from, 0, at.length);
        for (long done = 0; done < shape[axis]; done += LONGEST) {
            long count = Math.min(LONGEST, shape[axis] - done);
            if (count == LONGEST || ++heard % LISTEN_EVERY == 0)
                listen();
            inner.run(from, step, count);
            for (int k = 0; k < from.length; k++)
                from[k] = at[k] + (done + count) * step[k];
        }
    }

    /** Leaves when this thread was interrupted. */
    public static void listen() {
        if (Thread.currentThread().isInterrupted())
            throw new CancellationException("interrupted");
    }
}
