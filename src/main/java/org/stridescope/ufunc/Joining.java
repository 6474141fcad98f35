package org.stridescope.ufunc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.stridescope.array.ArrayError;
import org.stridescope.array.ArrayMemory;
import org.stridescope.array.AxisOrder;
import org.stridescope.array.DType;
import org.stridescope.array.Items;
import org.stridescope.array.Layout;
import org.stridescope.array.NDArray;
import org.stridescope.array.Slice;

/** Arrays put together, repeated, and taken apart. */
public final class Joining {
    private Joining() {}

    /** Along an axis that exists; the result in the order most of the arrays have. */
    public static NDArray concatenate(List<NDArray> arrays, int axis, @Nullable DType dtype, ArrayMemory memory) {
        if (arrays.isEmpty())
            throw new ArrayError("need at least one array to concatenate");
        NDArray first = arrays.getFirst();
        if (first.ndim() == 0)
            throw new ArrayError("zero-dimensional arrays cannot be concatenated");
        int along = Layout.normalizeAxis(axis, first.ndim());
        long[] shape = first.shape();
        for (int i = 1; i < arrays.size(); i++)
            shape[along] += checked(first, arrays.get(i), along, i);
        DType common = dtype == null ? Promotion.resultType(arrays.toArray(NDArray[]::new)) : dtype;
        NDArray result = NDArray.unfilled(memory, common, layout(common.itemsize(), shape, arrays));
        long at = 0;
        for (NDArray array : arrays) {
            long end = at + array.shape(along);
            Items.assign(array, result.view(result.layout().slice(along, Slice.of(at, end))), memory);
            at = end;
        }
        memory.countCopy();
        return result;
    }

    private static long checked(NDArray first, NDArray array, int along, int number) {
        if (array.ndim() != first.ndim()) {
            throw new ArrayError(
                    "all the input arrays must have same number of dimensions, but the array at index 0 has "
                            + first.ndim() + " dimension(s) and the array at index " + number + " has " + array.ndim()
                            + " dimension(s)");
        }
        for (int axis = 0; axis < first.ndim(); axis++) {
            if (axis == along || array.shape(axis) == first.shape(axis))
                continue;
            throw new ArrayError(
                    "all the input array dimensions except for the concatenation axis must match exactly, but along"
                            + " dimension " + axis + ", the array at index 0 has size " + first.shape(axis)
                            + " and the array at index "
                            + number + " has size " + array.shape(axis));
        }
        return array.shape(along);
    }

    /** As NumPy sorts the axes of several arrays: by stride where they agree, else in C order. */
    private static Layout layout(int itemsize, long[] shape, List<NDArray> arrays) {
        int[] order = new int[shape.length];
        for (int i = 0; i < order.length; i++) {
            int at = i;
            for (int j = i - 1; j >= 0; j--) {
                int slower = slower(i, order[j], arrays);
                if (slower > 0)
                    at = j;
                else if (slower < 0)
                    break;
            }
            System.arraycopy(order, at, order, at + 1, i - at);
            order[at] = i;
        }
        return AxisOrder.packed(itemsize, shape, order);
    }

    /** Above 0: axis a belongs before b; below: after; 0: nothing tells. */
    private static int slower(int a, int b, List<NDArray> arrays) {
        int order = 0;
        for (NDArray array : arrays) {
            if (array.shape(a) == 1 || array.shape(b) == 1)
                continue;
            if (Math.abs(array.layout().stride(a)) <= Math.abs(array.layout().stride(b)))
                order = -1;
            else if (order == 0)
                order = 1;
        }
        return order;
    }

    /** Along a new axis. */
    public static NDArray stack(List<NDArray> arrays, int axis, ArrayMemory memory) {
        if (arrays.isEmpty())
            throw new ArrayError("need at least one array to stack");
        long[] shape = arrays.getFirst().shape();
        for (NDArray array : arrays) {
            if (!Arrays.equals(shape, array.shape()))
                throw new ArrayError("all input arrays must have the same shape");
        }
        int at = Layout.normalizeAxis(axis, shape.length + 1);
        List<NDArray> widened = new ArrayList<>();
        for (NDArray array : arrays)
            widened.add(array.newAxis(at));
        return concatenate(widened, at, null, memory);
    }

    /** Each item along the axis as often as said; one count stands for all. C order. */
    public static NDArray repeat(NDArray array, long[] counts, int axis, ArrayMemory memory) {
        int along = Layout.normalizeAxis(axis, array.ndim());
        long n = array.shape(along);
        if (counts.length != 1 && counts.length != n) {
            throw new ArrayError(
                    "operands could not be broadcast together with shape (" + n + ",) (" + counts.length + ",)");
        }
        long total = 0;
        for (long i = 0; i < n; i++) {
            long count = counts[counts.length == 1 ? 0 : (int) i];
            if (count < 0)
                throw new ArrayError(
                        counts.length == 1 ? "negative dimensions are not allowed" : "counts cannot be negative");
            total = Math.addExact(total, count);
        }
        long[] shape = array.shape();
        shape[along] = total;
        NDArray result = NDArray.unfilled(memory, array.dtype(), Layout.cOrder(array.itemsize(), shape));
        long at = 0;
        for (long i = 0; i < n && result.size() > 0; i++) {
            long count = counts[counts.length == 1 ? 0 : (int) i];
            NDArray from = array.view(array.layout().slice(along, Slice.of(i, i + 1)));
            NDArray to = result.view(result.layout().slice(along, Slice.of(at, at + count)));
            Items.assign(from, to, memory);
            at += count;
        }
        memory.countCopy();
        return result;
    }

    /** The array laid side by side, as often along each axis as said. */
    public static NDArray tile(NDArray array, long[] repeats, ArrayMemory memory) {
        NDArray from = array;
        while (from.ndim() < repeats.length)
            from = from.newAxis(0);
        long[] times = new long[from.ndim()];
        Arrays.fill(times, 1);
        System.arraycopy(repeats, 0, times, times.length - repeats.length, repeats.length);
        if (Arrays.stream(repeats).allMatch(r -> r == 1))
            return Casting.copy(from, array.dtype(), Casting.Order.K, memory);
        long[] shape = from.shape();
        long n = from.size();
        NDArray tiled = from;
        if (n > 0) {
            for (int axis = 0; axis < times.length; axis++) {
                if (times[axis] != 1)
                    tiled = repeat(tiled.reshape(memory, -1, n), new long[]{times[axis]}, 0, memory);
                n /= shape[axis];
            }
        }
        for (int axis = 0; axis < times.length; axis++)
            shape[axis] = Math.multiplyExact(shape[axis], times[axis]);
        return from.size() == 0 ? NDArray.zeros(memory, array.dtype(), shape) : tiled.reshape(memory, shape);
    }

    /** Items moved on along the axes, those that fall off the end back to the start; in the array's own order. */
    public static NDArray roll(NDArray array, long[] shifts, int[] axes, ArrayMemory memory) {
        long[] by = new long[array.ndim()];
        for (int i = 0; i < axes.length; i++) {
            int axis = Layout.normalizeAxis(axes[i], array.ndim());
            long n = Math.max(1, array.shape(axis));
            by[axis] = Math.floorMod(by[axis] + shifts[i] % n, n);
        }
        NDArray result = NDArray.unfilled(memory, array.dtype(), AxisOrder.like(array.itemsize(), array));
        roll(array, result, by, 0, memory);
        memory.countCopy();
        return result;
    }

    private static void roll(NDArray from, NDArray to, long[] by, int axis, ArrayMemory memory) {
        if (axis == from.ndim()) {
            Items.assign(from, to, memory);
            return;
        }
        long n = from.shape(axis);
        long shift = by[axis];
        if (shift == 0) {
            roll(from, to, by, axis + 1, memory);
            return;
        }
        roll(cut(from, axis, 0, n - shift), cut(to, axis, shift, n), by, axis + 1, memory);
        roll(cut(from, axis, n - shift, n), cut(to, axis, 0, shift), by, axis + 1, memory);
    }

    private static NDArray cut(NDArray array, int axis, long from, long to) {
        return array.view(array.layout().slice(axis, Slice.of(from, to)));
    }

    /** Views of the parts between these places along an axis. */
    public static List<NDArray> split(NDArray array, long[] places, int axis) {
        int along = Layout.normalizeAxis(axis, array.ndim());
        List<NDArray> parts = new ArrayList<>();
        long at = 0;
        for (long place : places) {
            parts.add(cut(array, along, at, place));
            at = place;
        }
        parts.add(array.view(array.layout().slice(along, new Slice(at, null, null))));
        return parts;
    }
}
