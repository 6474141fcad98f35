package org.stridescope.ufunc;

import org.jspecify.annotations.Nullable;

import org.stridescope.array.ArrayMemory;
import org.stridescope.array.AxisOrder;
import org.stridescope.array.DType;
import org.stridescope.array.Gather;
import org.stridescope.array.Layout;
import org.stridescope.array.NDArray;
import org.stridescope.array.Scatter;

/** {@code ufunc.accumulate}: running results along an axis; cumsum and cumprod. */
public final class Accumulation {
    private Accumulation() {}

    public static NDArray accumulate(Ufunc ufunc, NDArray array, int axis, @Nullable DType dtype, ArrayMemory memory) {
        int along = Layout.normalizeAxis(axis, array.ndim());
        DType own = array.dtype();
        boolean widens = ufunc == Ufuncs.ADD || ufunc == Ufuncs.MULTIPLY;
        DType lane = dtype != null
                ? dtype
                : widens && own.kind() == DType.Kind.UNSIGNED
                        ? DType.UINT64
                        : widens && (own.kind() == DType.Kind.SIGNED || own == DType.BOOL)
                                ? DType.INT64
                                : ufunc.signature().lane(ufunc.name(), array, array);
        DType answer = ufunc.answer(lane);
        if (answer == DType.BOOL && lane != DType.BOOL) {
            NDArray truth = Elementwise.apply(Ufuncs.get("not_equal"), memory, array, NDArray.zeros(memory, own));
            return accumulate(ufunc, truth, axis, DType.BOOL, memory);
        }
        NDArray result = NDArray.unfilled(memory, answer,
                AxisOrder.keep(answer.itemsize(), array.shape(), array.layout()));
        if (array.size() == 0)
            return result;
        long n = array.shape(along);
        long step = array.layout().stride(along);
        long stepTo = result.layout().stride(along);
        Loop loop = ufunc.loop(lane);
        Lines.along(along, array, result, (at, into) -> {
            switch (loop) {
                case Loop.Longs longs -> longs(longs, array, result, at, step, into, stepTo, n, lane == DType.UINT64);
                case Loop.Doubles doubles -> doubles(doubles, array, result, at, step, into, stepTo, n);
                case Loop.Complexes complexes -> complexes(complexes, array, result, at, step, into, stepTo, n);
                default -> throw new org.stridescope.array.ArrayError("cannot accumulate " + ufunc.name() + " over "
                        + own.pythonName(), org.stridescope.array.ArrayError.Kind.TYPE);
            }
        });
        return result;
    }

    private static void longs(Loop.Longs loop, NDArray from, NDArray to, long at, long step, long into, long stepTo,
            long n,
            boolean unsigned) {
        long[] sum = new long[1];
        long[] item = new long[1];
        for (long i = 0; i < n; i++) {
            Gather.longs(from.buffer(), from.dtype(), at + i * step, 0, item, 1);
            if (i == 0)
                sum[0] = item[0];
            else
                loop.run(sum, item, sum, 1);
            Scatter.longs(sum, unsigned, to.buffer(), to.dtype(), into + i * stepTo, 0, 1);
        }
    }

    private static void doubles(Loop.Doubles loop, NDArray from, NDArray to, long at, long step, long into, long stepTo,
            long n) {
        double[] sum = new double[1];
        double[] item = new double[1];
        for (long i = 0; i < n; i++) {
            Gather.doubles(from.buffer(), from.dtype(), at + i * step, 0, item, 1);
            if (i == 0)
                sum[0] = item[0];
            else
                loop.run(sum, item, sum, 1);
            Scatter.doubles(sum, to.buffer(), to.dtype(), into + i * stepTo, 0, 1);
            sum[0] = to.doubleAt(into + i * stepTo);
        }
    }

    private static void complexes(Loop.Complexes loop, NDArray from, NDArray to, long at, long step, long into,
            long stepTo,
            long n) {
        double[] sum = new double[2];
        double[] item = new double[2];
        for (long i = 0; i < n; i++) {
            Gather.complex(from.buffer(), from.dtype(), at + i * step, 0, item, 1);
            if (i == 0)
                System.arraycopy(item, 0, sum, 0, 2);
            else
                loop.run(sum, item, sum, 1);
            Scatter.complex(sum, to.buffer(), to.dtype(), into + i * stepTo, 0, 1);
        }
    }
}
