package org.stridescope.array;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Items chosen by index arrays along some axes; the axes beside them (the subspace) are taken whole. */
final class FancyIndex {
    /** An indexed axis of the view, and which axis of the array it was. */
    record Axis(int axis, int original, IndexArray indices) {}

    private final List<Axis> axes;
    private final long[] shape;
    private final boolean together;

    private FancyIndex(List<Axis> axes, long[] shape, boolean together) {
        this.axes = axes;
        this.shape = shape;
        this.together = together;
    }

    static FancyIndex of(List<Axis> axes, NDArray array) {
        List<long[]> shapes = new ArrayList<>();
        for (Axis axis : axes)
            shapes.add(axis.indices.shape());
        long[] shape = Indexing.broadcast(shapes);
        for (Axis axis : axes) {
            long length = axis.indices.length();
            for (long index : axis.indices.indices()) {
                if (index < -length || index >= length)
                    throw Indexing.outOfBounds(index, axis.original, length);
            }
        }
        boolean together = true;
        for (int i = 1; i < axes.size(); i++)
            together &= axes.get(i).axis == axes.get(i - 1).axis + 1;
        return new FancyIndex(axes, shape, together);
    }

    NDArray take(NDArray view, ArrayMemory memory) {
        Layout rest = subspace(view);
        int indexed = shape.length;
        long[] full = Indexing.join(shape, rest.shape());
        NDArray packed = NDArray.unfilled(memory, view.dtype(), order(view.itemsize(), full, rest));
        long[] offsets = offsets(view);
        if (packed.size() > 0) {
            NDArray lined = packed.view(Layout.of(rest.shape(),
                    Arrays.copyOfRange(packed.layout().strides(), indexed, full.length), packed.layout().offset()));
            each(packed, offsets,
                    (from, into) -> Items.copy(view.view(moved(rest, from)), lined.view(moved(lined.layout(), into))));
        }
        memory.countCopy();
        // moved between other axes it is a view of what was packed, as NumPy answers
        Layout placed = placed(view, packed.layout());
        return together && axes.getFirst().axis > 0 ? packed.view(placed) : packed;
    }

    void put(NDArray view, NDArray value, boolean mask, ArrayMemory memory) {
        Layout rest = subspace(view);
        long[] full = Indexing.join(shape, rest.shape());
        Layout logical = placed(view, Layout.cOrder(1, full));
        NDArray source = cast(value, view.dtype(), memory);
        while (source.ndim() > logical.ndim() && source.shape(0) == 1)
            source = source.at(0);
        NDArray from = stretched(source, value, logical.shape(), mask);
        // views of the parts below would reach past a value without items
        if (from.size() == 0)
            return;
        Layout unplaced = from.layout().permute(inverse(view));
        long[] offsets = offsets(view);
        Layout restOfValue = Layout.of(rest.shape(),
                Arrays.copyOfRange(unplaced.strides(), shape.length, full.length), unplaced.offset());
        NDArray lead = from.view(Layout.of(shape, Arrays.copyOf(unplaced.strides(), shape.length), unplaced.offset()));
        each(lead, offsets, (into, at) -> Items.copy(from.view(moved(restOfValue, at)), view.view(moved(rest, into))));
    }

    private static NDArray cast(NDArray value, DType dtype, ArrayMemory memory) {
        // the value may be a view of what is written: read it first
        NDArray to = NDArray.unfilled(memory, dtype, Layout.cOrder(dtype.itemsize(), value.shape()));
        if (value.dtype() == dtype)
            Items.copy(value, to);
        else
            Items.cast(value, to);
        return to;
    }

    private NDArray stretched(NDArray source, NDArray value, long[] to, boolean mask) {
        try {
            return source.view(source.layout().broadcastTo(to));
        } catch (ArrayError e) {
            if (mask && value.ndim() == 1) {
                throw new ArrayError("NumPy boolean array indexing assignment cannot assign " + value.size()
                        + " input values to the " + to[0] + " output values where the mask is true");
            }
            throw new ArrayError("shape mismatch: value array of shape " + Shapes.tight(value.shape())
                    + " could not be broadcast to indexing result of shape " + Shapes.tight(to));
        }
    }

    private interface Pair {
        void run(long from, long into);
    }

    /** Runs over the indexed part in C order: the byte in the view, and that in {@code other}. */
    private void each(NDArray other, long[] offsets, Pair pair) {
        long[] index = new long[shape.length];
        for (int i = 0; i < offsets.length; i++) {
            if ((i & 0xfff) == 0)
                NestedLoop.listen();
            pair.run(offsets[i], other.layout().offset(index));
            for (int axis = shape.length - 1; axis >= 0; axis--) {
                if (++index[axis] < shape[axis])
                    break;
                index[axis] = 0;
            }
        }
    }

    private static Layout moved(Layout layout, long to) {
        return Layout.of(layout.shape(), layout.strides(), to);
    }

    /** Byte in the view's buffer of each combination of indices, in C order. */
    private long[] offsets(NDArray view) {
        long size = Layout.cOrder(1, shape).size();
        long[] offsets = new long[Math.toIntExact(size)];
        Arrays.fill(offsets, view.layout().offset());
        for (Axis axis : axes) {
            IndexArray of = axis.indices;
            Layout stretched = Layout.cOrder(1, of.shape()).broadcastTo(shape);
            long step = view.layout().stride(axis.axis);
            long[] index = new long[shape.length];
            for (int i = 0; i < offsets.length; i++) {
                long at = of.indices()[(int) stretched.offset(index)];
                offsets[i] += (at < 0 ? at + of.length() : at) * step;
                for (int k = shape.length - 1; k >= 0; k--) {
                    if (++index[k] < shape[k])
                        break;
                    index[k] = 0;
                }
            }
        }
        return offsets;
    }

    private Layout subspace(NDArray view) {
        boolean[] indexed = indexed(view);
        long[] lengths = new long[view.ndim() - axes.size()];
        long[] strides = new long[lengths.length];
        int n = 0;
        for (int axis = 0; axis < view.ndim(); axis++) {
            if (indexed[axis])
                continue;
            lengths[n] = view.shape(axis);
            strides[n++] = view.layout().stride(axis);
        }
        return Layout.of(lengths, strides, view.layout().offset());
    }

    private boolean[] indexed(NDArray view) {
        boolean[] indexed = new boolean[view.ndim()];
        for (Axis axis : axes)
            indexed[axis.axis] = true;
        return indexed;
    }

    /** Indexed axes slowest in C order, the subspace in its own order; without a subspace the index arrays' order. */
    private Layout order(int itemsize, long[] full, Layout rest) {
        int[] order = new int[full.length];
        if (rest.ndim() == 0) {
            long[][] strides = new long[axes.size()][];
            for (int i = 0; i < strides.length; i++) {
                IndexArray of = axes.get(i).indices;
                strides[i] = Layout.of(of.shape(), of.strides(), 0).broadcastTo(shape).strides();
                for (int axis = 0; axis < shape.length; axis++)
                    if (shape[axis] == 1)
                        strides[i][axis] = 0;
            }
            return AxisOrder.packed(itemsize, full, AxisOrder.slowestFirst(full.length, strides));
        }
        for (int i = 0; i < shape.length; i++)
            order[i] = i;
        int[] inner = AxisOrder.byFallingStride(rest);
        for (int i = 0; i < inner.length; i++)
            order[shape.length + i] = shape.length + inner[i];
        return AxisOrder.packed(itemsize, full, order);
    }

    /** From (indexed axes, subspace) to where the axes stand in the answer. */
    private Layout placed(NDArray view, Layout packed) {
        int[] back = inverse(view);
        int[] axesOf = new int[back.length];
        for (int i = 0; i < back.length; i++)
            axesOf[back[i]] = i;
        return packed.permute(axesOf);
    }

    /** For each axis of (indexed axes, subspace) its place in the answer. */
    private int[] inverse(NDArray view) {
        int total = shape.length + view.ndim() - axes.size();
        int before = together ? axes.getFirst().axis : 0;
        int[] place = new int[total];
        for (int i = 0; i < shape.length; i++)
            place[i] = before + i;
        for (int i = 0; i < total - shape.length; i++)
            place[shape.length + i] = i < before ? i : i + shape.length;
        return place;
    }
}
