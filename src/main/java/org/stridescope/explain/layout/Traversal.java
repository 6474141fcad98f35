package org.stridescope.explain.layout;

import org.stridescope.array.Layout;

/**
 * A walk over every item of a layout, last axis fastest (C order) or first axis fastest (F order). Steps are worked out from
 * their number, so a walk of 10^8 items costs nothing until it is looked at.
 */
public record Traversal(Layout layout, int itemsize, boolean cOrder) {
    /** Steps: one an item. */
    public long size() {
        return layout.size();
    }

    /** Index of the item that this step visits. */
    public long[] index(long step) {
        int ndim = layout.ndim();
        long[] index = new long[ndim];
        long rest = step;
        for (int i = 0; i < ndim; i++) {
            int axis = cOrder ? ndim - 1 - i : i;
            index[axis] = rest % layout.shape(axis);
            rest /= layout.shape(axis);
        }
        return index;
    }

    /** Step that visits this item: the inverse of {@link #index}. */
    public long step(long... index) {
        int ndim = layout.ndim();
        long step = 0;
        for (int i = 0; i < ndim; i++) {
            int axis = cOrder ? i : ndim - 1 - i;
            step = step * layout.shape(axis) + index[axis];
        }
        return step;
    }

    /** First byte of the item that this step visits. */
    public long address(long step) {
        int ndim = layout.ndim();
        long rest = step;
        long at = layout.offset();
        for (int i = 0; i < ndim; i++) {
            int axis = cOrder ? ndim - 1 - i : i;
            at += rest % layout.shape(axis) * layout.stride(axis);
            rest /= layout.shape(axis);
        }
        return at;
    }

    /** Number of the cache line where this step's item starts, line 0 at the buffer's first byte. */
    public long line(long step, int lineBytes) {
        return address(step) / lineBytes;
    }
}
