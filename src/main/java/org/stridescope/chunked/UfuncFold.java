package org.stridescope.chunked;

import java.util.Arrays;

import org.stridescope.array.ArrayMemory;
import org.stridescope.array.DType;
import org.stridescope.array.Layout;
import org.stridescope.array.NDArray;
import org.stridescope.ufunc.Casting;
import org.stridescope.ufunc.Elementwise;
import org.stridescope.ufunc.Reduction;
import org.stridescope.ufunc.Ufunc;
import org.stridescope.ufunc.Ufuncs;

/**
 * A ufunc along some axes, in this dtype; and, where a count is given, divided by it at the end: the mean.
 *
 * @param lane   what partial results are kept in
 * @param answer the dtype of the result
 * @param count  0 for no division
 */
record UfuncFold(Ufunc ufunc, DType lane, DType answer, long count, int... axes) implements Fold {
    @Override
    public Object partial(NDArray block, ArrayMemory memory) {
        // along axes of length 1 a sum is the block itself, whatever its dtype: it is cast as it is added
        if (ufunc == Ufuncs.ADD && block.dtype() != DType.BOOL
                && Arrays.stream(axes).allMatch(a -> block.shape(a) == 1))
            return block;
        return Reduction.reduce(ufunc, block, axes, true, ufunc == Ufuncs.ADD ? lane : null, null, memory);
    }

    @Override
    public Object own(Object partial, ArrayMemory memory) {
        return Casting.copy((NDArray) partial, lane, Casting.Order.C, memory);
    }

    @Override
    public Object join(Object mine, Object other, ArrayMemory memory) {
        NDArray sum = (NDArray) mine;
        Elementwise.apply(ufunc, memory, sum, lane, sum, (NDArray) other);
        return sum;
    }

    @Override
    public NDArray finish(Object partial, ArrayMemory memory) {
        NDArray total = (NDArray) partial;
        if (count == 0)
            return total.dtype() == answer ? total : Casting.to(total, answer, memory);
        NDArray divisor = NDArray.zeros(memory, DType.FLOAT64);
        divisor.setDouble(count);
        NDArray mean = NDArray.unfilled(memory, answer, Layout.cOrder(answer.itemsize(), total.shape()));
        DType wide = answer.kind() == DType.Kind.COMPLEX ? answer : DType.FLOAT64;
        Elementwise.apply(Ufuncs.DIVIDE, memory, mean, wide, total, divisor);
        return mean;
    }
}
