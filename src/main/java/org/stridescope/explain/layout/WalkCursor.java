package org.stridescope.explain.layout;

import org.stridescope.array.Layout;

/** Follows a walk item by item, without the divisions that finding one step costs. */
final class WalkCursor {
    private final long[] lengths;
    private final long[] strides;
    private final long[] index;
    private long address;
    private long step;

    WalkCursor(Traversal walk) {
        Layout layout = walk.layout();
        int ndim = layout.ndim();
        lengths = new long[ndim];
        strides = new long[ndim];
        index = new long[ndim];
        for (int i = 0; i < ndim; i++) {
            int axis = walk.cOrder() ? ndim - 1 - i : i;
            lengths[i] = layout.shape(axis);
            strides[i] = layout.stride(axis);
        }
        address = layout.offset();
    }

    long step() {
        return step;
    }

    long address() {
        return address;
    }

    void next() {
        step++;
        for (int i = 0; i < index.length; i++) {
            address += strides[i];
            if (++index[i] < lengths[i])
                return;
            address -= strides[i] * lengths[i];
            index[i] = 0;
        }
    }
}
