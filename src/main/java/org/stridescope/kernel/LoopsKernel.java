package org.stridescope.kernel;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.EnumSet;
import java.util.Set;

import org.stridescope.array.DType;
import org.stridescope.array.NDArray;

/**
 * The distance matrix as it stands in a textbook: three loops over rows, columns and features, one number at a time.
 *
 * <p>Nothing is clever here, and the processor shows it: each addition waits for the one before, three or four clock ticks,
 * while units that could add four or eight numbers a tick stand idle. All the other variants are measured against this one.
 */
public final class LoopsKernel implements DistanceKernel {
    /** About 40 ms at a slow processor's pace. */
    private static final double MOST_PAIR_FEATURES = 2e7;

    @Override
    public String name() {
        return "loops";
    }

    @Override
    public String language() {
        return "Java";
    }

    @Override
    public Set<Metric> metrics() {
        return EnumSet.allOf(Metric.class);
    }

    @Override
    public Set<DType> dtypes() {
        return EnumSet.of(DType.FLOAT64, DType.FLOAT32);
    }

    @Override
    public Availability availability() {
        return Availability.AVAILABLE;
    }

    /** The points as arrays of rows. */
    @Override
    public long temporaryBytes(DistanceProblem problem, int threads) {
        return (problem.n() + problem.m()) * problem.k() * problem.x().itemsize();
    }

    @Override
    public int tiles(DistanceProblem problem) {
        return TileGrid.of(problem, MOST_PAIR_FEATURES).count();
    }

    @Override
    public String source() {
        return "sources/org/stridescope/kernel/LoopsKernel.java";
    }

    @Override
    public Outcome run(DistanceProblem problem, NDArray out, RunControl control) {
        RunCheck.check(this, problem, out, control);
        if (problem.x().dtype() == DType.FLOAT32)
            return new LoopsSingle(problem, out).run(TileGrid.of(problem, MOST_PAIR_FEATURES), control);
        double[][] x = Points.rows(problem.x());
        double[][] y = Points.rows(problem.y());
        MemorySegment result = Points.items(out);
        return TileLoop.run(TileGrid.of(problem, MOST_PAIR_FEATURES), control, () -> tile -> {
            for (long i = tile.row(); i < tile.rowEnd() && !control.cancellation().isCancelled(); i++) {
                for (long j = tile.column(); j < tile.columnEnd(); j++) {
                    double distance = distance(problem.metric(), x[(int) i], y[(int) j]);
                    result.setAtIndex(ValueLayout.JAVA_DOUBLE_UNALIGNED, i * y.length + j, distance);
                }
            }
        });
    }

    private static double distance(Metric metric, double[] x, double[] y) {
        return switch (metric) {
            case CITYBLOCK -> cityblock(x, y);
            case SQEUCLIDEAN -> sqeuclidean(x, y);
            case EUCLIDEAN -> Math.sqrt(sqeuclidean(x, y));
            case CHEBYSHEV -> chebyshev(x, y);
        };
    }

    private static double cityblock(double[] x, double[] y) {
        double sum = 0;
        for (int l = 0; l < x.length; l++)
            sum += Math.abs(x[l] - y[l]);
        return sum;
    }

    private static double sqeuclidean(double[] x, double[] y) {
        double sum = 0;
        for (int l = 0; l < x.length; l++) {
            double difference = x[l] - y[l];
            sum += difference * difference;
        }
        return sum;
    }

    private static double chebyshev(double[] x, double[] y) {
        double largest = 0;
        for (int l = 0; l < x.length; l++) {
            double difference = Math.abs(x[l] - y[l]);
            if (difference > largest)
                largest = difference; // not so for NaN, as in cdist
        }
        return largest;
    }
}
