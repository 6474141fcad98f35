package org.stridescope.ufunc;

import org.stridescope.array.ArrayMemory;
import org.stridescope.array.AxisOrder;
import org.stridescope.array.DType;
import org.stridescope.array.Items;
import org.stridescope.array.Layout;
import org.stridescope.array.NDArray;

/** Copies in a given dtype and order: {@code astype}, {@code copy}, {@code asfortranarray}. */
public final class Casting {
    /** NumPy's memory orders. */
    public enum Order {
        C, F, A, K
    }

    private Casting() {}

    /** A copy in this dtype, in the array's own order. */
    public static NDArray to(NDArray array, DType dtype, ArrayMemory memory) {
        return copy(array, dtype, Order.K, memory);
    }

    /** A copy in this dtype and order. */
    public static NDArray copy(NDArray array, DType dtype, Order order, ArrayMemory memory) {
        NDArray to = NDArray.unfilled(memory, dtype, layout(array, dtype.itemsize(), order));
        if (array.dtype() == dtype)
            Items.copy(array, to);
        else
            Items.cast(array, to);
        memory.countCopy();
        return to;
    }

    /** The layout of a new array like this one. */
    public static Layout layout(NDArray array, int itemsize, Order order) {
        return switch (order) {
            case C -> Layout.cOrder(itemsize, array.shape());
            case F -> Layout.fOrder(itemsize, array.shape());
            case A -> array.isFContiguous() && !array.isCContiguous()
                    ? Layout.fOrder(itemsize, array.shape())
                    : Layout.cOrder(itemsize, array.shape());
            case K -> AxisOrder.like(itemsize, array);
        };
    }
}
