package org.stridescope.ufunc;

import org.jspecify.annotations.Nullable;

import org.stridescope.array.ArrayMemory;
import org.stridescope.array.DType;
import org.stridescope.array.NDArray;

/** Mean, variance and standard deviation, step by step as NumPy's {@code numpy/core/_methods.py} computes them. */
public final class Statistics {
    private Statistics() {}

    public static NDArray mean(NDArray array, int @Nullable [] axes, boolean keepdims, @Nullable DType dtype,
            ArrayMemory memory) {
        DType own = array.dtype();
        DType lane = dtype != null ? dtype : own.isInteger() || own == DType.BOOL ? DType.FLOAT64 : own;
        // half precision is summed in single, and rounded at the end
        DType sums = lane == DType.FLOAT16 ? DType.FLOAT32 : lane;
        NDArray sum = Reduction.reduce(Ufuncs.ADD, array, axes, keepdims, sums, null, memory);
        NDArray mean = over(sum, Axes.inside(array, axes).count(array), memory);
        return lane == sums ? mean : Casting.to(mean, lane, memory);
    }

    /** @param dtype of the sums and the result; null for the array's own, float64 where that holds whole numbers */
    public static NDArray variance(NDArray array, int @Nullable [] axes, boolean keepdims, @Nullable DType dtype,
            long ddof, ArrayMemory memory) {
        DType own = array.dtype();
        DType lane = dtype != null ? dtype : own.isInteger() || own == DType.BOOL ? DType.FLOAT64 : own;
        // half precision is summed in single, and rounded at the end
        DType sums = lane == DType.FLOAT16 ? DType.FLOAT32 : lane;
        long count = Axes.inside(array, axes).count(array);
        NDArray sum = Reduction.reduce(Ufuncs.ADD, array, axes, true, sums, null, memory);
        NDArray mean = over(sum, count, memory);
        NDArray away = Elementwise.apply(Ufuncs.SUBTRACT, memory, array, mean);
        NDArray squares = own.kind() == DType.Kind.COMPLEX
                ? sizes(away, memory)
                : Elementwise.apply(Ufuncs.MULTIPLY, memory, away, away);
        DType total = dtype == null && own.isComplex() ? squares.dtype() : sums;
        NDArray variance = over(Reduction.reduce(Ufuncs.ADD, squares, axes, keepdims, total, null, memory),
                Math.max(0, count - ddof), memory);
        return lane == DType.FLOAT16 ? Casting.to(variance, lane, memory) : variance;
    }

    private static NDArray sizes(NDArray away, ArrayMemory memory) {
        NDArray size = Elementwise.apply(Ufuncs.ABSOLUTE, memory, away);
        return Elementwise.apply(Ufuncs.MULTIPLY, memory, size, size);
    }

    /** As {@link #variance}; a single number is rounded to the dtype, an array of whole numbers can't take a root. */
    public static NDArray deviation(NDArray array, int @Nullable [] axes, boolean keepdims, @Nullable DType dtype,
            long ddof, ArrayMemory memory) {
        NDArray variance = variance(array, axes, keepdims, dtype, ddof, memory);
        if (variance.ndim() == 0)
            return Casting.to(Elementwise.apply(Ufuncs.SQRT, memory, variance), variance.dtype(), memory);
        if (variance.dtype().isInteger() || variance.dtype() == DType.BOOL)
            return Elementwise.apply(Ufuncs.SQRT, memory, variance, null, Promotion.Casting.SAME_KIND, variance);
        return Elementwise.apply(Ufuncs.SQRT, memory, variance, variance.dtype(), variance);
    }

    private static NDArray over(NDArray sum, long count, ArrayMemory memory) {
        NDArray divisor = NDArray.zeros(memory, DType.FLOAT64);
        divisor.setDouble(count);
        if (sum.dtype().isInteger() || sum.dtype() == DType.BOOL)
            return Casting.to(Elementwise.apply(Ufuncs.DIVIDE, memory, sum, divisor), sum.dtype(), memory);
        return Elementwise.apply(Ufuncs.DIVIDE, memory, sum, sum.dtype(), sum, divisor);
    }
}
