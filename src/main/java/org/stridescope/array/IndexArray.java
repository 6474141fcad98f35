package org.stridescope.array;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Integer indices along one axis.
 *
 * @param indices in C order
 * @param length  of the axis that is indexed
 * @param strides in items, of the array the indices came from: they decide the order of the result
 */
record IndexArray(long[] shape, long[] indices, long length, long[] strides) {
    IndexArray(long[] shape, long[] indices, long length) {
        this(shape, indices, length, Layout.cOrder(1, shape).strides());
    }

    /** Integers index one axis; a mask those axes it spans, by the indices of its true items. */
    static List<IndexArray> of(NDArray array, NDArray indexed, int axis) {
        if (array.dtype() == DType.BOOL)
            return ofMask(array, indexed, axis);
        if (!array.dtype().isInteger()) {
            throw new ArrayError("arrays used as indices must be of integer (or boolean) type", ArrayError.Kind.INDEX);
        }
        long[] indices = flat(array);
        long length = indexed.shape(axis);
        for (long index : indices) {
            if (index < -length || index >= length)
                throw Indexing.outOfBounds(index, axis, length);
        }
        return List.of(new IndexArray(array.shape(), indices, length, array.layout().strides()));
    }

    static long[] flat(NDArray array) {
        long[] values = new long[Math.toIntExact(array.size())];
        int[] at = {0};
        int[] axes = new int[array.ndim()];
        Arrays.setAll(axes, i -> i);
        NestedLoop.run(array.shape(), axes, (from, step, count) -> {
            for (long i = 0; i < count; i++)
                values[at[0]++] = array.longAt(from[0] + i * step[0]);
        }, array.layout());
        return values;
    }

    private static List<IndexArray> ofMask(NDArray mask, NDArray indexed, int axis) {
        for (int i = 0; i < mask.ndim(); i++) {
            if (mask.shape(i) != indexed.shape(axis + i)) {
                throw new ArrayError("boolean index did not match indexed array along dimension " + (axis + i)
                        + "; dimension is " + indexed.shape(axis + i) + " but corresponding boolean dimension is "
                        + mask.shape(i), ArrayError.Kind.INDEX);
            }
        }
        long[][] found = nonzero(mask);
        List<IndexArray> arrays = new ArrayList<>();
        for (int i = 0; i < found.length; i++) {
            arrays.add(new IndexArray(new long[]{found[i].length}, found[i], mask.shape(i)));
        }
        return arrays;
    }

    /** The indices, axis by axis, of the items that are not 0, in C order. */
    static long[][] nonzero(NDArray array) {
        long[] flat = truths(array);
        int count = (int) Arrays.stream(flat).filter(v -> v != 0).count();
        long[][] found = new long[array.ndim()][count];
        int n = 0;
        for (int i = 0; i < flat.length; i++) {
            if (flat[i] == 0)
                continue;
            long rest = i;
            for (int axis = array.ndim() - 1; axis >= 0; axis--) {
                found[axis][n] = rest % array.shape(axis);
                rest /= array.shape(axis);
            }
            n++;
        }
        return found;
    }

    private static long[] truths(NDArray array) {
        if (!array.dtype().isFloat() && !array.dtype().isComplex())
            return flat(array);
        long[] values = new long[Math.toIntExact(array.size())];
        int[] at = {0};
        int[] axes = new int[array.ndim()];
        Arrays.setAll(axes, i -> i);
        double[] pair = new double[2];
        NestedLoop.run(array.shape(), axes, (from, step, count) -> {
            for (long i = 0; i < count; i++) {
                Gather.complex(array.buffer(), array.dtype(), from[0] + i * step[0], 0, pair, 1);
                values[at[0]++] = pair[0] != 0 || pair[1] != 0 ? 1 : 0;
            }
        }, array.layout());
        return values;
    }
}
