package org.stridescope.array;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/** Other ways to look at the same bytes: nothing here copies an item. */
public final class Views {
    private Views() {}

    public static NDArray swapAxes(NDArray array, int a, int b) {
        int[] axes = inOrder(array.ndim());
        int first = axis("axis1: ", a, array.ndim());
        int second = axis("axis2: ", b, array.ndim());
        axes[first] = second;
        axes[second] = first;
        return array.transpose(axes);
    }

    /** Axes of length 1 dropped: all of them, or those named, which must be. */
    public static NDArray squeeze(NDArray array, int @Nullable [] axes) {
        // an array without axes may be asked for its first or last
        if (array.ndim() == 0 && axes != null && Arrays.stream(axes).allMatch(axis -> axis == 0 || axis == -1))
            return array;
        boolean[] drop = new boolean[array.ndim()];
        if (axes == null && java.util.stream.LongStream.of(array.shape()).noneMatch(length -> length == 1))
            return array;
        if (axes == null) {
            for (int axis = 0; axis < drop.length; axis++)
                drop[axis] = array.shape(axis) == 1;
        } else {
            for (int axis : axes) {
                int at = Layout.normalizeAxis(axis, array.ndim());
                if (drop[at])
                    throw new ArrayError("duplicate value in 'axis'");
                if (array.shape(at) != 1) {
                    throw new ArrayError("cannot select an axis to squeeze out which has size not equal to one");
                }
                drop[at] = true;
            }
        }
        Layout layout = array.layout();
        for (int axis = drop.length - 1; axis >= 0; axis--)
            if (drop[axis])
                layout = layout.at(axis, 0);
        return array.view(layout);
    }

    /** New axes of length 1 at these places of the answer. */
    public static NDArray expandDims(NDArray array, int... places) {
        int ndim = array.ndim() + places.length;
        int[] sorted = new int[places.length];
        for (int i = 0; i < places.length; i++)
            sorted[i] = Layout.normalizeAxis(places[i], ndim);
        Arrays.sort(sorted);
        NDArray expanded = array;
        for (int i = 0; i < sorted.length; i++) {
            if (i > 0 && sorted[i] == sorted[i - 1])
                throw new ArrayError("repeated axis");
            expanded = expanded.newAxis(sorted[i]);
        }
        // a reshape, as in NumPy: the new axes have strides as if they were stepped along
        Layout reshaped = Reshape.view(array.layout(), array.itemsize(), expanded.shape());
        return reshaped == null ? expanded : array.view(reshaped);
    }

    public static NDArray moveAxis(NDArray array, int[] from, int[] to) {
        if (from.length != to.length) {
            throw new ArrayError("`source` and `destination` arguments must have the same number of elements");
        }
        int ndim = array.ndim();
        int[] order = new int[ndim];
        Arrays.fill(order, -1);
        boolean[] moved = new boolean[ndim];
        for (int i = 0; i < from.length; i++) {
            int source = axis("source: ", from[i], ndim);
            int target = axis("destination: ", to[i], ndim);
            if (moved[source])
                throw new ArrayError("repeated axis in `source` argument");
            if (order[target] >= 0)
                throw new ArrayError("repeated axis in `destination` argument");
            moved[source] = true;
            order[target] = source;
        }
        int next = 0;
        for (int i = 0; i < ndim; i++) {
            if (order[i] >= 0)
                continue;
            while (moved[next])
                next++;
            order[i] = next++;
        }
        return array.transpose(order);
    }

    private static int axis(String prefix, int axis, int ndim) {
        if (axis < -ndim || axis >= ndim) {
            throw new ArrayError(prefix + "axis " + axis + " is out of bounds for array of dimension " + ndim,
                    ArrayError.Kind.AXIS);
        }
        return axis < 0 ? axis + ndim : axis;
    }

    public static NDArray rollAxis(NDArray array, int axis, int start) {
        int ndim = array.ndim();
        int from = Layout.normalizeAxis(axis, ndim);
        int to = start < 0 ? start + ndim : start;
        if (to < 0 || to > ndim) {
            throw new ArrayError("'start' arg requires " + -ndim + " <= start < " + (ndim + 1) + ", but " + start
                    + " was passed in", ArrayError.Kind.AXIS);
        }
        if (from < to)
            to--;
        return from == to ? array.view(array.layout()) : moveAxis(array, new int[]{from}, new int[]{to});
    }

    /** The given axes run backwards; all of them where none are given. */
    public static NDArray flip(NDArray array, int @Nullable [] axes) {
        Slice backwards = new Slice(null, null, -1L);
        Layout layout = array.layout();
        for (int axis : axes == null ? inOrder(array.ndim()) : axes) {
            layout = layout.slice(Layout.normalizeAxis(axis, array.ndim()), backwards);
        }
        return array.view(layout);
    }

    /** The k-th diagonal of two axes, as the last axis of a read-only view. */
    public static NDArray diagonal(NDArray array, long k, int axis1, int axis2) {
        if (array.ndim() < 2)
            throw new ArrayError("diag requires an array of at least two dimensions");
        int rows = axis("axis1: ", axis1, array.ndim());
        int columns = axis("axis2: ", axis2, array.ndim());
        if (rows == columns)
            throw new ArrayError("axis1 and axis2 cannot be the same");
        Layout of = array.layout();
        long down = Math.max(0, -k);
        long right = Math.max(0, k);
        long length = Math.max(0, Math.min(of.shape(rows) - down, of.shape(columns) - right));
        long offset = length == 0 ? of.offset() : of.offset() + down * of.stride(rows) + right * of.stride(columns);
        long[] shape = new long[array.ndim() - 1];
        long[] strides = new long[shape.length];
        int n = 0;
        for (int axis = 0; axis < array.ndim(); axis++) {
            if (axis == rows || axis == columns)
                continue;
            shape[n] = of.shape(axis);
            strides[n++] = of.stride(axis);
        }
        shape[n] = length;
        strides[n] = of.stride(rows) + of.stride(columns);
        return array.view(Layout.of(shape, strides, offset)).readOnly();
    }

    /** Any shape and strides over the array's bytes, which they must not leave. */
    public static NDArray asStrided(NDArray array, long[] shape, long[] strides) {
        if (shape.length != strides.length)
            throw new ArrayError("mismatch in length of strides and shape");
        for (long length : shape)
            if (length < 0)
                throw new ArrayError("negative dimensions are not allowed");
        Shapes.bytes(array.itemsize(), shape);
        Layout layout = Layout.of(shape, strides, array.layout().offset());
        long first;
        long end;
        try {
            first = exactFirst(layout);
            end = exactEnd(layout, array.itemsize());
        } catch (ArithmeticException e) {
            first = -1;
            end = Long.MAX_VALUE;
        }
        if (layout.size() > 0 && (first < 0 || end > array.buffer().byteSize())) {
            throw new ArrayError("as_strided: shape " + Shapes.text(shape) + " and strides " + Shapes.text(strides)
                    + " reach outside the buffer of " + array.buffer().byteSize()
                    + " bytes; NumPy would read foreign memory here");
        }
        return array.view(layout);
    }

    private static long exactFirst(Layout layout) {
        long at = layout.offset();
        for (int axis = 0; axis < layout.ndim(); axis++) {
            at = Math.addExact(at, Math.min(0, Math.multiplyExact(layout.shape(axis) - 1, layout.stride(axis))));
        }
        return at;
    }

    private static long exactEnd(Layout layout, int itemsize) {
        long at = layout.offset() + itemsize;
        for (int axis = 0; axis < layout.ndim(); axis++) {
            at = Math.addExact(at, Math.max(0, Math.multiplyExact(layout.shape(axis) - 1, layout.stride(axis))));
        }
        return at;
    }

    /** The same bytes as items of another dtype: the last axis takes up the difference in size. */
    public static NDArray as(NDArray array, DType dtype) {
        int from = array.itemsize();
        int to = dtype.itemsize();
        if (from == to)
            return array.view(dtype, array.layout());
        if (array.ndim() == 0) {
            throw new ArrayError("Changing the dtype of a 0d array is only supported if the itemsize is unchanged");
        }
        int last = array.ndim() - 1;
        Layout layout = array.layout();
        // a last axis of length 1 or an array without items counts as contiguous, as everywhere
        if (array.size() > 0 && layout.shape(last) != 1 && layout.stride(last) != from) {
            throw new ArrayError("To change to a dtype of a different size, the last axis must be contiguous");
        }
        long bytes = layout.shape(last) * from;
        if (to < from && from % to != 0) {
            throw new ArrayError(
                    "When changing to a smaller dtype, its size must be a divisor of the size of original dtype");
        }
        if (bytes % to != 0) {
            throw new ArrayError(
                    "When changing to a larger dtype, its size must be a divisor of the total size in bytes of"
                            + " the last axis of the array.");
        }
        long[] shape = layout.shape();
        long[] strides = layout.strides();
        shape[last] = bytes / to;
        strides[last] = to;
        return array.view(dtype, Layout.of(shape, strides, layout.offset()));
    }

    /** The real or the imaginary parts of complex items, as a view. */
    public static NDArray part(NDArray complex, boolean imaginary) {
        Layout of = complex.layout();
        return complex.view(complex.dtype().part(),
                Layout.of(of.shape(), of.strides(), of.offset() + (imaginary ? complex.itemsize() / 2 : 0)));
    }

    static int[] inOrder(int ndim) {
        int[] axes = new int[ndim];
        Arrays.setAll(axes, i -> i);
        return axes;
    }
}
