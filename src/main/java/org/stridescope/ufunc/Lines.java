package org.stridescope.ufunc;

import java.util.Arrays;

import org.stridescope.array.Layout;
import org.stridescope.array.NDArray;
import org.stridescope.array.NestedLoop;

/** Walks the lines of an array along one axis: sorting, accumulating and finding extremes work line by line. */
final class Lines {
    private Lines() {}

    /** One line: its first item's byte in each array. */
    @FunctionalInterface
    interface Each {
        void line(long at, long into);
    }

    /** Lines of {@code from} along {@code axis} beside those of {@code to}, whose length along it may differ. */
    static void along(int axis, NDArray from, NDArray to, Each each) {
        long[] shape = from.shape();
        shape[axis] = 1;
        for (long length : to.shape())
            if (length == 0 && to.ndim() == from.ndim())
                return;
        NestedLoop.run(shape, inOrder(shape.length), (at, step, count) -> {
            for (long i = 0; i < count; i++)
                each.line(at[0] + i * step[0], at[1] + i * step[1]);
        }, cut(from.layout(), axis), cut(to.layout(), axis));
    }

    private static Layout cut(Layout layout, int axis) {
        long[] shape = layout.shape();
        shape[axis] = 1;
        return Layout.of(shape, layout.strides(), layout.offset());
    }

    private static int[] inOrder(int ndim) {
        int[] axes = new int[ndim];
        Arrays.setAll(axes, i -> i);
        return axes;
    }
}
