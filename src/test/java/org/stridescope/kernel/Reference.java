package org.stridescope.kernel;

import java.util.Random;

import org.stridescope.array.ArrayMemory;
import org.stridescope.array.DType;
import org.stridescope.array.NDArray;

/** The definition of each metric, item by item through the array's own access: slow and beyond doubt. */
final class Reference {
    private Reference() {}

    static double distance(Metric metric, NDArray x, long i, NDArray y, long j) {
        double value = 0;
        for (long l = 0; l < x.shape(1); l++) {
            double difference = Math.abs(x.getDouble(i, l) - y.getDouble(j, l));
            value = switch (metric) {
                case CITYBLOCK -> value + difference;
                case SQEUCLIDEAN, EUCLIDEAN -> value + difference * difference;
                case CHEBYSHEV -> difference > value ? difference : value;
            };
        }
        return metric == Metric.EUCLIDEAN ? Math.sqrt(value) : value;
    }

    /** The largest absolute error of {@code out}; NaN and infinities must stand where they should, or it is infinite. */
    static double error(DistanceProblem problem, NDArray out) {
        double worst = 0;
        for (long i = 0; i < problem.n(); i++) {
            for (long j = 0; j < problem.m(); j++) {
                double expected = distance(problem.metric(), problem.x(), i, problem.y(), j);
                worst = Math.max(worst, difference(out.getDouble(i, j), expected));
            }
        }
        return worst;
    }

    /** The largest absolute difference of two matrices, as {@link #error(DistanceProblem, NDArray)} counts it. */
    static double error(NDArray out, NDArray expected) {
        double worst = 0;
        for (long i = 0; i < expected.shape(0); i++) {
            for (long j = 0; j < expected.shape(1); j++) {
                worst = Math.max(worst, difference(out.getDouble(i, j), expected.getDouble(i, j)));
            }
        }
        return worst;
    }

    /** The largest difference of two matrices relative to the value expected. */
    static double relativeError(NDArray out, NDArray expected) {
        double worst = 0;
        for (long i = 0; i < expected.shape(0); i++) {
            for (long j = 0; j < expected.shape(1); j++) {
                double wanted = expected.getDouble(i, j);
                double error = difference(out.getDouble(i, j), wanted);
                worst = Math.max(worst, error == 0 ? 0 : error / Math.abs(wanted));
            }
        }
        return worst;
    }

    static double difference(double actual, double expected) {
        if (Double.compare(actual, expected) == 0)
            return 0;
        double difference = Math.abs(actual - expected);
        return Double.isNaN(difference) ? Double.POSITIVE_INFINITY : difference;
    }

    /** Points in the unit cube. */
    static NDArray points(ArrayMemory memory, long seed, long n, long k) {
        NDArray points = NDArray.zeros(memory, DType.FLOAT64, n, k);
        Random random = new Random(seed);
        for (long i = 0; i < n; i++) {
            for (long l = 0; l < k; l++)
                points.setDouble(random.nextDouble(), i, l);
        }
        return points;
    }
}
