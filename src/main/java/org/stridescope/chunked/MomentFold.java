package org.stridescope.chunked;

import java.io.Serializable;

import org.stridescope.array.ArrayMemory;
import org.stridescope.array.DType;
import org.stridescope.array.NDArray;
import org.stridescope.schedule.Sized;
import org.stridescope.ufunc.Casting;
import org.stridescope.ufunc.Elementwise;
import org.stridescope.ufunc.Reduction;
import org.stridescope.ufunc.Ufunc;
import org.stridescope.ufunc.Ufuncs;

/**
 * The variance along some axes: of each block the count, the mean and the sum of squared deviations, joined by the formula of
 * Chan, Golub and LeVeque (1979), so that nothing is lost where the mean is large beside the deviations.
 *
 * @param answer the dtype of the result
 * @param ddof   what is taken from the count before dividing
 */
record MomentFold(DType answer, long ddof, int... axes) implements Fold {
    /** Count, mean, and sum of squared deviations, in float64. */
    record Moments(long count, NDArray mean, NDArray squares) implements Sized, Serializable {
        @Override
        public long bytes() {
            return mean.nbytes() + squares.nbytes();
        }
    }

    @Override
    public Object partial(NDArray block, ArrayMemory memory) {
        long count = 1;
        for (int axis : axes)
            count *= block.shape(axis);
        NDArray sum = Reduction.reduce(Ufuncs.ADD, block, axes, true, DType.FLOAT64, null, memory);
        NDArray mean = with(Ufuncs.DIVIDE, sum, count, memory);
        NDArray away = Elementwise.apply(Ufuncs.SUBTRACT, memory, null, DType.FLOAT64, block, mean);
        Elementwise.apply(Ufuncs.MULTIPLY, memory, away, DType.FLOAT64, away, away);
        NDArray squares = Reduction.reduce(Ufuncs.ADD, away, axes, true, DType.FLOAT64, null, memory);
        memory.release(away.buffer());
        return new Moments(count, mean, squares);
    }

    @Override
    public Object own(Object partial, ArrayMemory memory) {
        return partial;
    }

    @Override
    public Object join(Object mine, Object other, ArrayMemory memory) {
        Moments a = (Moments) mine;
        Moments b = (Moments) other;
        long count = a.count + b.count;
        if (a.count == 0 || b.count == 0)
            return a.count == 0 ? b : a;
        NDArray apart = Elementwise.apply(Ufuncs.SUBTRACT, memory, b.mean, a.mean);
        NDArray step = with(Ufuncs.MULTIPLY, apart, (double) b.count / count, memory);
        NDArray mean = Elementwise.apply(Ufuncs.ADD, memory, a.mean, step);
        NDArray square = Elementwise.apply(Ufuncs.MULTIPLY, memory, apart, apart);
        NDArray between = with(Ufuncs.MULTIPLY, square, (double) a.count * b.count / count, memory);
        NDArray squares = Elementwise.apply(Ufuncs.ADD, memory, a.squares, b.squares);
        Elementwise.apply(Ufuncs.ADD, memory, squares, DType.FLOAT64, squares, between);
        for (NDArray done : new NDArray[]{apart, step, square, between})
            memory.release(done.buffer());
        return new Moments(count, mean, squares);
    }

    @Override
    public NDArray finish(Object partial, ArrayMemory memory) {
        Moments all = (Moments) partial;
        NDArray variance = with(Ufuncs.DIVIDE, all.squares, Math.max(0, all.count - ddof), memory);
        return answer == DType.FLOAT64 ? variance : Casting.to(variance, answer, memory);
    }

    private static NDArray with(Ufunc ufunc, NDArray array, double value, ArrayMemory memory) {
        NDArray scalar = NDArray.zeros(memory, DType.FLOAT64);
        scalar.setDouble(value);
        return Elementwise.apply(ufunc, memory, array, scalar);
    }
}
