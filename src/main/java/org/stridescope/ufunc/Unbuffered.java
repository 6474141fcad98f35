package org.stridescope.ufunc;

import org.jspecify.annotations.Nullable;

import org.stridescope.array.ArrayMemory;
import org.stridescope.array.AxisOrder;
import org.stridescope.array.DType;
import org.stridescope.array.Gather;
import org.stridescope.array.Items;
import org.stridescope.array.Layout;
import org.stridescope.array.NDArray;
import org.stridescope.array.Scatter;
import org.stridescope.array.Slice;

/** {@code ufunc.at}, which counts a place as often as it is named, and {@code ufunc.reduceat}, which folds runs. */
public final class Unbuffered {
    private Unbuffered() {}

    /**
     * Each of these places of {@code a} combined with the item of {@code b} for it, one after the other. Results are cast
     * to the dtype of {@code a} whatever is lost, as NumPy 1.24 does here alone.
     *
     * @param places byte offsets into the buffer of {@code a}, in the order of {@code b}'s items
     * @param b      of as many items, in C order; null for a ufunc of one operand
     * @param given  {@code b} before it was stretched: a scalar's dtype counts by its value
     */
    public static void at(Ufunc ufunc, NDArray a, long[] places, @Nullable NDArray b, @Nullable NDArray given) {
        DType lane = b == null || given == null
                ? ufunc.signature().lane(ufunc.name(), a)
                : ufunc.signature().lane(ufunc.name(), a, given);
        Loop loop = ufunc.loop(lane);
        NDArray second = b == null ? a : b;
        long from = second.layout().offset();
        for (int i = 0; i < places.length; i++)
            one(loop, lane, a, places[i], second, b == null ? places[i] : from + (long) i * second.itemsize());
    }

    private static void one(Loop loop, DType lane, NDArray a, long at, NDArray b, long other) {
        if (loop instanceof Loop.Longs longs) {
            long[] x = new long[1];
            long[] y = new long[1];
            Gather.longs(a.buffer(), a.dtype(), at, 0, x, 1);
            Gather.longs(b.buffer(), b.dtype(), other, 0, y, 1);
            longs.run(x, y, x, 1);
            Scatter.longs(x, lane == DType.UINT64, a.buffer(), a.dtype(), at, 0, 1);
            return;
        }
        double[] x = new double[2];
        double[] y = new double[2];
        boolean complex = lane.isComplex();
        if (complex) {
            Gather.complex(a.buffer(), a.dtype(), at, 0, x, 1);
            Gather.complex(b.buffer(), b.dtype(), other, 0, y, 1);
        } else {
            Gather.doubles(a.buffer(), a.dtype(), at, 0, x, 1);
            Gather.doubles(b.buffer(), b.dtype(), other, 0, y, 1);
        }
        long[] truth = new long[1];
        switch (loop) {
            case Loop.Doubles doubles -> doubles.run(x, y, x, 1);
            case Loop.Complexes complexes -> complexes.run(x, y, x, 1);
            case Loop.ComplexPart part -> part.run(x, y, x, 1);
            case Loop.DoubleTest test -> test.run(x, y, truth, 1);
            case Loop.ComplexTest test -> test.run(x, y, truth, 1);
            case Loop.Longs longs -> throw new IllegalStateException("integers stand above");
        }
        if (loop instanceof Loop.DoubleTest || loop instanceof Loop.ComplexTest)
            Scatter.longs(truth, false, a.buffer(), a.dtype(), at, 0, 1);
        else if (loop instanceof Loop.Complexes)
            Scatter.complex(x, a.buffer(), a.dtype(), at, 0, 1);
        else
            Scatter.doubles(x, a.buffer(), a.dtype(), at, 0, 1);
    }

    /** For each index the items from it to the next one folded; the item alone where the next is not beyond. */
    public static NDArray reduceAt(Ufunc ufunc, NDArray a, long[] indices, int axis, @Nullable DType dtype,
            ArrayMemory memory) {
        int along = Layout.normalizeAxis(axis, a.ndim());
        long n = a.shape(along);
        for (long index : indices) {
            if (index < 0 || index >= n) {
                throw new org.stridescope.array.ArrayError("index " + index + " out-of-bounds in " + ufunc.name()
                        + ".reduceat [0, " + n + ")", org.stridescope.array.ArrayError.Kind.INDEX);
            }
        }
        NDArray result = null;
        for (int i = 0; i < indices.length; i++) {
            long end = i + 1 < indices.length ? indices[i + 1] : n;
            NDArray run = a.view(a.layout().slice(along, Slice.of(indices[i], Math.max(indices[i] + 1, end))));
            NDArray folded = Reduction.reduce(ufunc, run, new int[]{along}, true, dtype, null, memory);
            if (result == null) {
                long[] shape = a.shape();
                shape[along] = indices.length;
                result = NDArray.unfilled(memory, folded.dtype(), layout(a, along, folded.dtype(), shape));
            }
            Items.assign(folded, result.view(result.layout().slice(along, Slice.of(i, i + 1))), memory);
        }
        if (result != null)
            return result;
        long[] shape = a.shape();
        shape[along] = 0;
        return NDArray.zeros(memory, a.dtype(), shape);
    }

    /** The axes in the order of {@code a}'s own; of the folded one the iterator knows no step. */
    private static Layout layout(NDArray a, int folded, DType dtype, long... shape) {
        long[] strides = a.layout().strides();
        strides[folded] = 0;
        return AxisOrder.packed(dtype.itemsize(), shape, AxisOrder.slowestFirst(shape.length, strides));
    }
}
