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
        NDArray mean = over(sum, Axes.of(array, axes).count(array), memory);
        return lane == sums ? mean : Casting.to(mean, lane, memory);
    }

    public static NDArray variance(NDArray array, int @Nullable [] axes, boolean keepdims, long ddof,
            ArrayMemory memory) {
        DType own = array.dtype();
        DType lane = own.isInteger() || own == DType.BOOL ? DType.FLOAT64 : own == DType.FLOAT16 ? DType.FLOAT32 : own;
        long count = Axes.of(array, axes).count(array);
        NDArray sum = Reduction.reduce(Ufuncs.ADD, array, axes, true, lane, null, memory);
        NDArray mean = over(sum, count, memory);
        NDArray away = Elementwise.apply(Ufuncs.SUBTRACT, memory, array, mean);
        NDArray squares = own.kind() == DType.Kind.COMPLEX
                ? sizes(away, memory)
                : Elementwise.apply(Ufuncs.MULTIPLY, memory, away, away);
        DType real = lane.kind() == DType.Kind.COMPLEX ? DType.FLOAT64 : lane;
        NDArray total = Reduction.reduce(Ufuncs.ADD, squares, axes, keepdims, real, null, memory);
        NDArray variance = over(total, Math.max(0, count - ddof), memory);
        return own == DType.FLOAT16 ? Casting.to(variance, own, memory) : variance;
    }

    private static NDArray sizes(NDArray away, ArrayMemory memory) {
        NDArray size = Elementwise.apply(Ufuncs.ABSOLUTE, memory, away);
        return Elementwise.apply(Ufuncs.MULTIPLY, memory, size, size);
    }

    public static NDArray deviation(NDArray array, int @Nullable [] axes, boolean keepdims, long ddof,
            ArrayMemory memory) {
        NDArray variance = variance(array, axes, keepdims, ddof, memory);
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
