package org.stridescope.ufunc;

import org.stridescope.array.ArrayError;
import org.stridescope.array.ArrayMemory;
import org.stridescope.array.DType;
import org.stridescope.array.Gather;
import org.stridescope.array.Layout;
import org.stridescope.array.NDArray;
import org.stridescope.array.Scatter;

/** Sorts lines, NaN last; argsort gives equals in the order NumPy's quicksort leaves them, or in their own when stable. */
public final class Sorting {
    private static final int SMALL = 16;

    private Sorting() {}

    /** Sorts along an axis, in place. */
    public static void sort(NDArray array, int axis) {
        int along = Layout.normalizeAxis(axis, array.ndim());
        if (array.size() == 0)
            return;
        int n = length(array, along);
        long step = array.layout().stride(along);
        Lines.along(along, array, array, (at, into) -> {
            int[] order = order(array, at, step, n, true);
            rearrange(array, at, step, order);
        });
    }

    private static int length(NDArray array, int axis) {
        if (array.shape(axis) > Integer.MAX_VALUE - 8)
            throw new ArrayError("axis " + axis + " is too long to sort");
        return (int) array.shape(axis);
    }

    private static void rearrange(NDArray array, long at, long step, int... order) {
        if (array.dtype().kind() == DType.Kind.COMPLEX) {
            double[] items = new double[2 * order.length];
            double[] sorted = new double[2 * order.length];
            Gather.complex(array.buffer(), array.dtype(), at, step, items, order.length);
            for (int i = 0; i < order.length; i++)
                System.arraycopy(items, 2 * order[i], sorted, 2 * i, 2);
            Scatter.complex(sorted, array.buffer(), array.dtype(), at, step, order.length);
        } else if (array.dtype().isFloat()) {
            double[] items = new double[order.length];
            double[] sorted = new double[order.length];
            Gather.doubles(array.buffer(), array.dtype(), at, step, items, order.length);
            for (int i = 0; i < order.length; i++)
                sorted[i] = items[order[i]];
            Scatter.doubles(sorted, array.buffer(), array.dtype(), at, step, order.length);
        } else {
            long[] items = new long[order.length];
            long[] sorted = new long[order.length];
            Gather.longs(array.buffer(), array.dtype(), at, step, items, order.length);
            for (int i = 0; i < order.length; i++)
                sorted[i] = items[order[i]];
            Scatter.longs(sorted, false, array.buffer(), array.dtype(), at, step, order.length);
        }
    }

    /** The indices that would sort, int64 in C order. */
    public static NDArray argsort(NDArray array, int axis, boolean stable, ArrayMemory memory) {
        int along = Layout.normalizeAxis(axis, array.ndim());
        NDArray result = NDArray.zeros(memory, DType.INT64, array.shape());
        if (array.size() == 0)
            return result;
        int n = length(array, along);
        long step = array.layout().stride(along);
        long stepTo = result.layout().stride(along);
        long[] indices = new long[n];
        Lines.along(along, array, result, (at, into) -> {
            int[] order = order(array, at, step, n, stable);
            for (int i = 0; i < n; i++)
                indices[i] = order[i];
            Scatter.longs(indices, false, result.buffer(), DType.INT64, into, stepTo, n);
        });
        return result;
    }

    private static int[] order(NDArray array, long at, long step, int n, boolean stable) {
        int[] order = new int[n];
        for (int i = 0; i < n; i++)
            order[i] = i;
        Less less = less(array, at, step, n);
        if (stable || n <= SMALL)
            merge(order, new int[n], 0, n, less);
        else
            quick(order, 0, n - 1, less, 2 * (31 - Integer.numberOfLeadingZeros(n)));
        return order;
    }

    /** Whether item i comes before item j. */
    @FunctionalInterface
    private interface Less {
        boolean than(int i, int j);
    }

    private static Less less(NDArray array, long at, long step, int n) {
        if (array.dtype().kind() == DType.Kind.COMPLEX) {
            double[] items = new double[2 * n];
            Gather.complex(array.buffer(), array.dtype(), at, step, items, n);
            return (i, j) -> before(items[2 * i], items[2 * j])
                    || !before(items[2 * j], items[2 * i]) && before(items[2 * i + 1], items[2 * j + 1]);
        }
        if (array.dtype().isFloat()) {
            double[] items = new double[n];
            Gather.doubles(array.buffer(), array.dtype(), at, step, items, n);
            return (i, j) -> before(items[i], items[j]);
        }
        long[] items = new long[n];
        Gather.longs(array.buffer(), array.dtype(), at, step, items, n);
        long flip = array.dtype() == DType.UINT64 ? Long.MIN_VALUE : 0;
        return (i, j) -> (items[i] ^ flip) < (items[j] ^ flip);
    }

    private static boolean before(double a, double b) {
        return a < b || Double.isNaN(b) && !Double.isNaN(a);
    }

    private static void merge(int[] order, int[] scratch, int from, int to, Less less) {
        if (to - from <= SMALL) {
            insertion(order, from, to - 1, less);
            return;
        }
        int middle = (from + to) >>> 1;
        merge(order, scratch, from, middle, less);
        merge(order, scratch, middle, to, less);
        System.arraycopy(order, from, scratch, from, to - from);
        int left = from;
        int right = middle;
        for (int i = from; i < to; i++) {
            boolean takeRight = left == middle || right < to && less.than(scratch[right], scratch[left]);
            order[i] = takeRight ? scratch[right++] : scratch[left++];
        }
    }

    private static void insertion(int[] order, int low, int high, Less less) {
        for (int i = low + 1; i <= high; i++) {
            int item = order[i];
            int j = i;
            for (; j > low && less.than(item, order[j - 1]); j--)
                order[j] = order[j - 1];
            order[j] = item;
        }
    }

    /** NumPy's indirect quicksort, median of three: {@code numpy/core/src/npysort/quicksort.cpp}. */
    private static void quick(int[] order, int from, int to, Less less, int depth) {
        int low = from;
        int high = to;
        int left = depth;
        while (high - low > SMALL && left-- >= 0) {
            int middle = low + ((high - low) >> 1);
            if (less.than(order[middle], order[low]))
                swap(order, middle, low);
            if (less.than(order[high], order[middle]))
                swap(order, high, middle);
            if (less.than(order[middle], order[low]))
                swap(order, middle, low);
            int pivot = order[middle];
            int i = low;
            int j = high - 1;
            swap(order, middle, j);
            while (true) {
                do
                    i++;
                while (less.than(order[i], pivot));
                do
                    j--;
                while (less.than(pivot, order[j]));
                if (i >= j)
                    break;
                swap(order, i, j);
            }
            swap(order, i, high - 1);
            if (i - low < high - i) {
                quick(order, i + 1, high, less, left);
                high = i - 1;
            } else {
                quick(order, low, i - 1, less, left);
                low = i + 1;
            }
        }
        if (high - low > SMALL)
            merge(order, new int[order.length], low, high + 1, less);
        else
            insertion(order, low, high, less);
    }

    private static void swap(int[] order, int i, int j) {
        int item = order[i];
        order[i] = order[j];
        order[j] = item;
    }
}
