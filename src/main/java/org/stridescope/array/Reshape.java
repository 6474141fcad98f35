package org.stridescope.array;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/** New shapes for the same items. */
public final class Reshape {
    private Reshape() {}

    /** The shape with its one -1 worked out from the size. */
    public static long[] settle(long size, long... shape) {
        long[] settled = shape.clone();
        int unknown = -1;
        long known = 1;
        for (int axis = 0; axis < shape.length; axis++) {
            if (shape[axis] >= 0) {
                known *= shape[axis];
            } else if (unknown >= 0 || shape[axis] != -1) {
                throw new ArrayError(shape[axis] == -1
                        ? "can only specify one unknown dimension"
                        : "negative dimensions not allowed");
            } else {
                unknown = axis;
            }
        }
        if (unknown >= 0 && known != 0 && size % known == 0)
            settled[unknown] = size / known;
        else if (unknown >= 0 || known != size) {
            throw new ArrayError("cannot reshape array of size " + size + " into shape " + asked(shape));
        }
        return settled;
    }

    /** The shape in NumPy's error: an unknown length is left out in front, and called newaxis further on. */
    private static String asked(long... shape) {
        if (shape.length == 0 || shape[0] >= 0)
            return Shapes.tight(shape).replace("-1", "newaxis");
        String rest = Shapes.tight(Arrays.copyOfRange(shape, 1, shape.length));
        return rest.replace(",)", ")");
    }

    /**
     * The layout that shows {@code from}'s items, in C order, under {@code shape}; null where no strides can. Axes that are
     * stepped through without a gap are one run; each run must be cut by the new shape on its own.
     */
    public static @Nullable Layout view(Layout from, int itemsize, long... shape) {
        if (from.size() == 0)
            return Layout.of(shape, Layout.cOrder(itemsize, shape).strides(), from.offset());
        long[] strides = new long[shape.length];
        int old = from.ndim() - 1;
        int axis = shape.length - 1;
        while (axis >= 0) {
            while (old >= 0 && from.shape(old) == 1)
                old--;
            if (shape[axis] == 1) {
                strides[axis] = axis + 1 < shape.length ? strides[axis + 1] * shape[axis + 1] : itemsize;
                axis--;
                continue;
            }
            long step = from.stride(old);
            long run = from.shape(old);
            while (old > 0 && (from.shape(old - 1) == 1 || from.stride(old - 1) == run * step)) {
                old--;
                run *= from.shape(old);
            }
            old--;
            for (; axis >= 0 && run > 1; axis--) {
                if (run % shape[axis] != 0)
                    return null;
                strides[axis] = step;
                step *= shape[axis];
                run /= shape[axis];
            }
        }
        return Layout.of(shape, strides, from.offset());
    }
}
