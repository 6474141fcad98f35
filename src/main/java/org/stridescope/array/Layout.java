package org.stridescope.array;

import java.io.Serializable;
import java.util.Arrays;

/**
 * How a run of bytes is read as an n-dimensional array: item (i0, i1, ...) stands at byte
 * {@code offset + i0*strides[0] + i1*strides[1] + ...}. Immutable; every transform gives a new layout and touches no byte.
 * A stride of 0 repeats one item along its axis (broadcasting); a negative one walks backwards.
 */
public final class Layout implements Serializable {
    private final long[] shape;
    private final long[] strides;
    private final long offset;

    private Layout(long[] shape, long[] strides, long offset) {
        this.shape = shape;
        this.strides = strides;
        this.offset = offset;
    }

    /** A layout of these lengths and byte strides, from this byte on. */
    public static Layout of(long[] shape, long[] strides, long offset) {
        if (shape.length != strides.length) {
            throw new ArrayError("shape has " + shape.length + " axes, strides has " + strides.length);
        }
        return new Layout(shape.clone(), strides.clone(), offset);
    }

    /** C order: the last axis runs fastest. */
    public static Layout cOrder(int itemsize, long... shape) {
        long[] strides = new long[shape.length];
        long step = itemsize;
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            strides[axis] = step;
            step *= Math.max(1, shape[axis]);
        }
        return new Layout(shape.clone(), strides, 0);
    }

    /** Fortran order: the first axis runs fastest. */
    public static Layout fOrder(int itemsize, long... shape) {
        long[] strides = new long[shape.length];
        long step = itemsize;
        for (int axis = 0; axis < shape.length; axis++) {
            strides[axis] = step;
            step *= Math.max(1, shape[axis]);
        }
        return new Layout(shape.clone(), strides, 0);
    }

    public int ndim() {
        return shape.length;
    }

    /** Number of items: the product of the shape, 1 for no axes. */
    public long size() {
        long size = 1;
        for (long length : shape)
            size *= length;
        return size;
    }

    public long shape(int axis) {
        return shape[axis];
    }

    public long[] shape() {
        return shape.clone();
    }

    /** Bytes from one item to the next along this axis. */
    public long stride(int axis) {
        return strides[axis];
    }

    public long[] strides() {
        return strides.clone();
    }

    /** Byte of item (0, 0, ...). */
    public long offset() {
        return offset;
    }

    /** Byte of this item; the indices must lie inside the shape. */
    public long offset(long... index) {
        long at = offset;
        for (int axis = 0; axis < index.length; axis++)
            at += index[axis] * strides[axis];
        return at;
    }

    /** First byte that any item touches; {@code offset} where there are no items. */
    public long firstByte() {
        long at = offset;
        if (size() == 0)
            return at;
        for (int axis = 0; axis < shape.length; axis++)
            at += Math.min(0, (shape[axis] - 1) * strides[axis]);
        return at;
    }

    /** One past the last byte that any item touches. */
    public long endByte(int itemsize) {
        long at = offset;
        if (size() == 0)
            return at;
        for (int axis = 0; axis < shape.length; axis++)
            at += Math.max(0, (shape[axis] - 1) * strides[axis]);
        return at + itemsize;
    }

    /** Axes of length 1 and arrays without items are contiguous whatever their strides, as in NumPy. */
    public boolean isCContiguous(int itemsize) {
        long step = itemsize;
        if (size() == 0)
            return true;
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            if (shape[axis] != 1 && strides[axis] != step)
                return false;
            step *= shape[axis];
        }
        return true;
    }

    /** As {@link #isCContiguous} with the axes reversed. */
    public boolean isFContiguous(int itemsize) {
        return permute(reversed(ndim())).isCContiguous(itemsize);
    }

    /** Axis {@code i} of the result is axis {@code axes[i]} of this. */
    public Layout permute(int... axes) {
        if (axes.length != ndim())
            throw new ArrayError("axes don't match array");
        long[] newShape = new long[axes.length];
        long[] newStrides = new long[axes.length];
        boolean[] seen = new boolean[axes.length];
        for (int i = 0; i < axes.length; i++) {
            int axis = normalizeAxis(axes[i], axes.length);
            if (seen[axis])
                throw new ArrayError("repeated axis in transpose");
            seen[axis] = true;
            newShape[i] = shape[axis];
            newStrides[i] = strides[axis];
        }
        return new Layout(newShape, newStrides, offset);
    }

    /** All axes in reverse order: NumPy's {@code .T}. */
    public Layout transpose() {
        return permute(reversed(ndim()));
    }

    /** This axis cut to a slice; no axis is lost. */
    public Layout slice(int axis, Slice slice) {
        Slice.Range range = slice.over(shape[axis]);
        long[] newShape = shape.clone();
        long[] newStrides = strides.clone();
        newShape[axis] = range.length();
        newStrides[axis] = strides[axis] * range.step();
        // an empty slice may start one past the end: it points nowhere, so leave the offset inside the buffer
        long start = range.length() == 0 ? 0 : range.start() * strides[axis];
        return new Layout(newShape, newStrides, offset + start);
    }

    /** This axis fixed at one index (from the end when negative) and dropped. */
    public Layout at(int axis, long index) {
        long length = shape[axis];
        if (index < -length || index >= length) {
            throw new ArrayError("index " + index + " is out of bounds for axis " + axis + " with size " + length,
                    ArrayError.Kind.INDEX);
        }
        long at = index < 0 ? index + length : index;
        return new Layout(without(shape, axis), without(strides, axis), offset + at * strides[axis]);
    }

    /** A new axis of length 1 in front of {@code axis}; its stride is 0, as it is never stepped along. */
    public Layout newAxis(int axis) {
        long[] newShape = new long[ndim() + 1];
        long[] newStrides = new long[ndim() + 1];
        for (int i = 0; i < newShape.length; i++) {
            newShape[i] = i < axis ? shape[i] : i == axis ? 1 : shape[i - 1];
            newStrides[i] = i < axis ? strides[i] : i == axis ? 0 : strides[i - 1];
        }
        return new Layout(newShape, newStrides, offset);
    }

    /** Stretched to {@code target}: aligned at the last axis, lengths of 1 and missing axes repeated by stride 0. */
    public Layout broadcastTo(long... target) {
        int lead = target.length - ndim();
        long[] newStrides = new long[target.length];
        boolean fits = lead >= 0;
        for (int axis = 0; fits && axis < ndim(); axis++) {
            if (shape[axis] == target[lead + axis])
                newStrides[lead + axis] = strides[axis];
            else if (shape[axis] != 1)
                fits = false;
        }
        if (!fits) {
            throw new ArrayError("operands could not be broadcast together with remapped shapes [original->remapped]: "
                    + Shapes.tight(shape) + "  and requested shape " + Shapes.tight(target));
        }
        return new Layout(target.clone(), newStrides, offset);
    }

    /** {@code axis} counted from the front; a negative one counts from the end. */
    public static int normalizeAxis(int axis, int ndim) {
        if (axis < -ndim || axis >= ndim) {
            throw new ArrayError("axis " + axis + " is out of bounds for array of dimension " + ndim,
                    ArrayError.Kind.AXIS);
        }
        return axis < 0 ? axis + ndim : axis;
    }

    private static int[] reversed(int ndim) {
        int[] axes = new int[ndim];
        for (int i = 0; i < ndim; i++)
            axes[i] = ndim - 1 - i;
        return axes;
    }

    private static long[] without(long[] values, int axis) {
        long[] rest = new long[values.length - 1];
        System.arraycopy(values, 0, rest, 0, axis);
        System.arraycopy(values, axis + 1, rest, axis, rest.length - axis);
        return rest;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Layout that && offset == that.offset && Arrays.equals(shape, that.shape)
                && Arrays.equals(strides, that.strides);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Arrays.hashCode(shape) + Arrays.hashCode(strides)) + Long.hashCode(offset);
    }

    @Override
    public String toString() {
        return "shape " + Shapes.text(shape) + " strides " + Shapes.text(strides) + " offset " + offset;
    }
}
