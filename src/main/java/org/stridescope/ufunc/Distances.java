package org.stridescope.ufunc;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.stridescope.array.ArrayMemory;
import org.stridescope.array.DType;
import org.stridescope.array.NDArray;
import org.stridescope.array.NestedLoop;

/** Distances of every point of one array to every point of another, for scripts: as SciPy's cdist, one pair after the other. */
public final class Distances {
    /** SciPy's metrics of the course. */
    public enum Metric {
        CITYBLOCK, SQEUCLIDEAN, EUCLIDEAN, CHEBYSHEV;

        /** By SciPy's name; null where it is not one of these. */
        public static @Nullable Metric of(String name) {
            for (Metric metric : values())
                if (metric.name().toLowerCase(Locale.ROOT).equals(name))
                    return metric;
            return null;
        }
    }

    private Distances() {}

    /** x is (n,k), y is (m,k), both float64 in C order; the answer is (n,m). */
    public static NDArray between(NDArray x, NDArray y, Metric metric, ArrayMemory memory) {
        int k = Math.toIntExact(x.shape(1));
        NDArray result = NDArray.zeros(memory, DType.FLOAT64, x.shape(0), y.shape(0));
        double[] a = new double[k];
        double[] b = new double[k];
        MemorySegment to = result.buffer();
        for (long i = 0; i < x.shape(0); i++) {
            NestedLoop.listen();
            MemorySegment.copy(x.buffer(), ValueLayout.JAVA_DOUBLE_UNALIGNED, x.layout().offset(i), a, 0, k);
            for (long j = 0; j < y.shape(0); j++) {
                MemorySegment.copy(y.buffer(), ValueLayout.JAVA_DOUBLE_UNALIGNED, y.layout().offset(j), b, 0, k);
                to.set(ValueLayout.JAVA_DOUBLE_UNALIGNED, result.layout().offset(i, j), one(a, b, metric));
            }
        }
        return result;
    }

    private static double one(double[] a, double[] b, Metric metric) {
        double sum = 0;
        switch (metric) {
            case CITYBLOCK -> {
                for (int i = 0; i < a.length; i++)
                    sum += Math.abs(a[i] - b[i]);
            }
            case CHEBYSHEV -> {
                for (int i = 0; i < a.length; i++)
                    sum = Math.max(sum, Math.abs(a[i] - b[i]));
            }
            case SQEUCLIDEAN, EUCLIDEAN -> {
                for (int i = 0; i < a.length; i++)
                    sum += (a[i] - b[i]) * (a[i] - b[i]);
            }
        }
        return metric == Metric.EUCLIDEAN ? Math.sqrt(sum) : sum;
    }
}
