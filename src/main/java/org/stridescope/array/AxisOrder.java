package org.stridescope.array;

import java.util.Arrays;

/**
 * In which order NumPy walks the axes of several operands at once, and so how it lays out what it allocates in "keep"
 * order: the operands' own. The rule is that of its iterator: axes are sorted by stride, the first operand that tells two
 * axes apart decides, and where operands disagree C order wins. Strides of 0 (repeats, axes of length 1) tell nothing.
 */
public final class AxisOrder {
    private AxisOrder() {}

    /**
     * Axes from the slowest to the fastest.
     *
     * @param strides one row an operand, already broadcast to {@code ndim} axes
     */
    public static int[] slowestFirst(int ndim, long[]... strides) {
        int[] fastest = new int[ndim];
        for (int i = 0; i < ndim; i++)
            fastest[i] = ndim - 1 - i;
        for (int i = 1; i < ndim; i++) {
            int axis = fastest[i];
            int to = i;
            for (int j = i - 1; j >= 0; j--) {
                int order = compare(axis, fastest[j], strides);
                if (order < 0)
                    to = j;
                else if (order > 0)
                    break;
            }
            System.arraycopy(fastest, to, fastest, to + 1, i - to);
            fastest[to] = axis;
        }
        int[] slowest = new int[ndim];
        for (int i = 0; i < ndim; i++)
            slowest[i] = fastest[ndim - 1 - i];
        return slowest;
    }

    /** Below 0: {@code axis} is the faster; above: the slower, or equal; 0: nothing tells. */
    private static int compare(int axis, int other, long[][] strides) {
        int order = 0;
        for (long[] of : strides) {
            long a = Math.abs(of[axis]);
            long b = Math.abs(of[other]);
            if (a == 0 || b == 0)
                continue;
            if (b <= a)
                order = 1;
            else if (order == 0)
                order = -1;
        }
        return order;
    }

    /** A layout of {@code shape} whose axes step without gaps in this order, the last of {@code axes} fastest. */
    public static Layout packed(int itemsize, long[] shape, int... axes) {
        long[] strides = new long[shape.length];
        long step = itemsize;
        for (int i = axes.length - 1; i >= 0; i--) {
            strides[axes[i]] = step;
            step *= Math.max(1, shape[axes[i]]);
        }
        return Layout.of(shape, strides, 0);
    }

    /** The layout of an elementwise result over operands that were broadcast to {@code shape}. */
    public static Layout keep(int itemsize, long[] shape, Layout... operands) {
        long[][] strides = new long[operands.length][];
        for (int i = 0; i < operands.length; i++)
            strides[i] = operands[i].strides();
        for (long[] of : strides) {
            for (int axis = 0; axis < shape.length; axis++)
                if (shape[axis] == 1)
                    of[axis] = 0;
        }
        return packed(itemsize, shape, slowestFirst(shape.length, strides));
    }

    /** The layout of {@code copy(order='K')} of one array: its axes by falling stride, C order among equals. */
    public static Layout like(int itemsize, NDArray array) {
        if (array.isCContiguous() || array.ndim() <= 1)
            return Layout.cOrder(itemsize, array.shape());
        if (array.isFContiguous())
            return Layout.fOrder(itemsize, array.shape());
        return packed(itemsize, array.shape(), byFallingStride(array.layout()));
    }

    /** Axes by falling absolute stride; equals stay in order. */
    public static int[] byFallingStride(Layout layout) {
        Integer[] axes = new Integer[layout.ndim()];
        for (int i = 0; i < axes.length; i++)
            axes[i] = i;
        Arrays.sort(axes, (a, b) -> Long.compare(Math.abs(layout.stride(b)), Math.abs(layout.stride(a))));
        return Arrays.stream(axes).mapToInt(Integer::intValue).toArray();
    }
}
