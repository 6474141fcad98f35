package org.stridescope.explain.broadcast;

import org.stridescope.array.ArrayError;
import org.stridescope.array.Layout;
import org.stridescope.array.Shapes;

/**
 * Bytes of one broadcast operation, and of a reduction after it.
 *
 * @param held bytes the operands really hold
 * @param logical bytes they would hold if every stretched copy were made
 * @param allocated bytes that stay: the result, or the reduced result
 * @param temporary bytes allocated on the way and dropped: the full result where it is reduced at once
 */
public record BroadcastBill(long held, long logical, long allocated, long temporary) {
    static BroadcastBill of(BroadcastFrames frames, int itemsize) {
        long held = 0;
        long logical = 0;
        for (Operand operand : frames.operands()) {
            held = Math.addExact(held, operand.bytes());
            logical = Math.addExact(logical, Shapes.bytes(operand.itemsize(), frames.shape()));
        }
        return new BroadcastBill(held, logical, Shapes.bytes(itemsize, frames.shape()), 0);
    }

    /** Bytes never copied because stretching is a stride of 0. */
    public long saved() {
        return logical - held;
    }

    /** The same operation followed by a reduction over {@code axis} of its result: the full result is only a temporary. */
    public BroadcastBill reduced(BroadcastFrames frames, int itemsize, int axis) {
        long[] shape = frames.shape();
        if (shape.length == 0)
            throw new ArrayError("a result without axes cannot be reduced", ArrayError.Kind.AXIS);
        shape[Layout.normalizeAxis(axis, shape.length)] = 1;
        return new BroadcastBill(held, logical, Shapes.bytes(itemsize, shape), allocated);
    }
}
