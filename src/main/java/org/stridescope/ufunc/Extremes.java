package org.stridescope.ufunc;

import org.stridescope.array.ArrayError;
import org.stridescope.array.ArrayMemory;
import org.stridescope.array.DType;
import org.stridescope.array.Gather;
import org.stridescope.array.Layout;
import org.stridescope.array.NDArray;

/** Where the largest and the smallest item stand: the first of equals; a NaN beats all. */
public final class Extremes {
    private Extremes() {}

    /** Indices along {@code axis}, which is dropped; int64 in C order. */
    public static NDArray where(NDArray array, int axis, boolean largest, ArrayMemory memory) {
        int along = Layout.normalizeAxis(axis, array.ndim());
        long[] shape = array.shape();
        shape[along] = 1;
        if (array.shape(along) == 0) {
            throw new ArrayError("attempt to get " + (largest ? "argmax" : "argmin") + " of an empty sequence");
        }
        NDArray result = NDArray.zeros(memory, DType.INT64, shape);
        long step = array.layout().stride(along);
        long n = array.shape(along);
        Lines.along(along, array, result, (at, into) -> result.buffer().set(
                java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED, into, first(array, at, step, n, largest)));
        return NDArray.over(result.buffer(), result.dtype(), result.layout().at(along, 0));
    }

    private static long first(NDArray array, long at, long step, long n, boolean largest) {
        return switch (array.dtype().kind()) {
            case FLOAT -> ofDoubles(array, at, step, n, largest);
            case COMPLEX -> ofComplex(array, at, step, n, largest);
            default -> ofLongs(array, at, step, n, largest);
        };
    }

    private static long ofDoubles(NDArray array, long at, long step, long n, boolean largest) {
        long found = 0;
        double best = array.doubleAt(at);
        for (long i = 0; i < n; i++) {
            double item = array.doubleAt(at + i * step);
            if (Double.isNaN(item))
                return i;
            if (largest ? item > best : item < best) {
                best = item;
                found = i;
            }
        }
        return found;
    }

    private static long ofLongs(NDArray array, long at, long step, long n, boolean largest) {
        long flip = array.dtype() == DType.UINT64 ? Long.MIN_VALUE : 0;
        long found = 0;
        long best = array.longAt(at) ^ flip;
        for (long i = 1; i < n; i++) {
            long item = array.longAt(at + i * step) ^ flip;
            if (largest ? item > best : item < best) {
                best = item;
                found = i;
            }
        }
        return found;
    }

    private static long ofComplex(NDArray array, long at, long step, long n, boolean largest) {
        long found = 0;
        double[] best = new double[2];
        double[] item = new double[2];
        for (long i = 0; i < n; i++) {
            Gather.complex(array.buffer(), array.dtype(), at + i * step, 0, item, 1);
            if (Complex.nan(item))
                return i;
            if (i == 0 || (largest ? Complex.less(best, item) : Complex.less(item, best))) {
                System.arraycopy(item, 0, best, 0, 2);
                found = i;
            }
        }
        return found;
    }
}
