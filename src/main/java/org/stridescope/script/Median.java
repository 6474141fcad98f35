package org.stridescope.script;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

import org.stridescope.array.Layout;
import org.stridescope.array.NDArray;
import org.stridescope.array.Slice;
import org.stridescope.ufunc.Casting;
import org.stridescope.ufunc.Elementwise;
import org.stridescope.ufunc.Sorting;
import org.stridescope.ufunc.Statistics;
import org.stridescope.ufunc.Ufuncs;

/** {@code np.median}: items sorted along one axis, and the middle one or two of them averaged. */
final class Median {
    private Median() {}

    static Object of(Call call) {
        NDArray a = call.array("a");
        int @Nullable [] axes = call.axes("axis");
        int axis;
        NDArray sorted;
        if (axes != null && axes.length == 1) {
            axis = Layout.normalizeAxis(axes[0], a.ndim());
            sorted = Casting.copy(a, a.dtype(), Casting.Order.K, call.memory());
        } else {
            sorted = together(a, over(a, axes), call);
            axis = sorted.ndim() - 1;
        }
        Sorting.sort(sorted, axis);
        long n = sorted.shape(axis);
        NDArray middle = n == 0
                ? sorted
                : sorted.view(sorted.layout().slice(axis, Slice.of((n - 1) / 2, n / 2 + 1)));
        NDArray median = withNan(Statistics.mean(middle, new int[]{axis}, false, null, call.memory()), sorted, axis,
                call);
        if (!call.truth("keepdims", false))
            return org.stridescope.script.Arrays.unwrapped(median);
        long[] kept = a.shape();
        boolean[] over = over(a, axes);
        for (int i = 0; i < kept.length; i++)
            if (over[i])
                kept[i] = 1;
        return median.reshape(call.memory(), kept);
    }

    private static boolean[] over(NDArray a, int @Nullable [] axes) {
        boolean[] over = new boolean[a.ndim()];
        if (axes == null)
            Arrays.fill(over, true);
        else
            for (int axis : axes)
                over[Layout.normalizeAxis(axis, a.ndim())] = true;
        return over;
    }

    /** A copy whose last axis holds the items of all these axes. */
    private static NDArray together(NDArray a, boolean[] over, Call call) {
        int[] order = new int[a.ndim()];
        int n = 0;
        for (int axis = 0; axis < over.length; axis++)
            if (!over[axis])
                order[n++] = axis;
        long[] shape = new long[n + 1];
        for (int i = 0; i < n; i++)
            shape[i] = a.shape(order[i]);
        shape[n] = 1;
        int last = n;
        for (int axis = 0; axis < over.length; axis++) {
            if (over[axis]) {
                order[n++] = axis;
                shape[last] *= a.shape(axis);
            }
        }
        NDArray copy = Casting.copy(a.transpose(order), a.dtype(), Casting.Order.C, call.memory());
        return NDArray.over(copy.buffer(), copy.dtype(), Layout.cOrder(copy.itemsize(), shape));
    }

    /** A NaN, which is sorted to the end, makes the median NaN. */
    private static NDArray withNan(NDArray median, NDArray sorted, int axis, Call call) {
        if (!sorted.dtype().isFloat() || sorted.shape(axis) == 0)
            return median;
        NDArray last = sorted.view(sorted.layout().at(axis, sorted.shape(axis) - 1));
        NDArray nan = Elementwise.apply(Ufuncs.get("isnan"), call.memory(), last);
        Choice.write(nan, last, median, call.memory());
        return median;
    }
}
