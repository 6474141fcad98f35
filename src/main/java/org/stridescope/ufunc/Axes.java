package org.stridescope.ufunc;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

import org.stridescope.array.ArrayError;
import org.stridescope.array.AxisOrder;
import org.stridescope.array.DType;
import org.stridescope.array.Layout;
import org.stridescope.array.NDArray;

/** The axes that a reduction sums over, and the shape and order that is left. */
record Axes(boolean[] reduced, long[] left) {
    static Axes of(NDArray array, int @Nullable [] axes) {
        boolean[] reduced = new boolean[array.ndim()];
        if (axes == null)
            Arrays.fill(reduced, true);
        else
            for (int axis : axes) {
                if (array.ndim() == 0 && (axis == 0 || axis == -1))
                    continue;
                int at = Layout.normalizeAxis(axis, array.ndim());
                if (reduced[at])
                    throw new ArrayError("duplicate value in 'axis'");
                reduced[at] = true;
            }
        long[] left = new long[array.ndim()];
        int n = 0;
        for (int axis = 0; axis < array.ndim(); axis++)
            if (!reduced[axis])
                left[n++] = array.shape(axis);
        return new Axes(reduced, Arrays.copyOf(left, n));
    }

    /** As {@link #of}, where an array without axes has not even axis 0: means count the items of each named axis. */
    static Axes inside(NDArray array, int @Nullable [] axes) {
        for (int axis : axes == null ? new int[0] : axes)
            Layout.normalizeAxis(axis, array.ndim());
        return of(array, axes);
    }

    /** How many items become one. */
    long count(NDArray array) {
        long count = 1;
        for (int axis = 0; axis < reduced.length; axis++)
            if (reduced[axis])
                count *= array.shape(axis);
        return count;
    }

    /** The layout of the result: the order of the array's own axes, as NumPy's iterator allocates it. */
    Layout layout(NDArray array, DType dtype) {
        long[] shape = array.shape();
        long[] strides = array.layout().strides();
        for (int axis = 0; axis < shape.length; axis++)
            if (shape[axis] == 1)
                strides[axis] = 0;
        int[] order = AxisOrder.slowestFirst(shape.length, strides);
        int[] place = new int[shape.length];
        int n = 0;
        for (int axis = 0; axis < shape.length; axis++)
            if (!reduced[axis])
                place[axis] = n++;
        int[] kept = Arrays.stream(order).filter(axis -> !reduced[axis]).map(axis -> place[axis]).toArray();
        return AxisOrder.packed(dtype.itemsize(), left, kept);
    }

    /** The result stretched back over the reduced axes, by stride 0. */
    Layout stretched(NDArray result, long... shape) {
        long[] strides = new long[reduced.length];
        int n = 0;
        for (int axis = 0; axis < reduced.length; axis++)
            if (!reduced[axis])
                strides[axis] = result.layout().stride(n++);
        return Layout.of(shape, strides, result.layout().offset());
    }

    /** The result, which owns its bytes, with the reduced axes back as length 1. */
    NDArray keeping(NDArray result) {
        NDArray kept = result;
        for (int axis = 0; axis < reduced.length; axis++)
            if (reduced[axis])
                kept = kept.newAxis(axis);
        return NDArray.over(result.buffer(), result.dtype(), kept.layout());
    }
}
