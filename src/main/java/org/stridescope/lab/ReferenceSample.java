package org.stridescope.lab;

import java.util.Random;

import org.stridescope.array.DType;
import org.stridescope.array.NDArray;
import org.stridescope.kernel.DistanceProblem;
import org.stridescope.kernel.Metric;

/**
 * What a result must be, computed plainly and apart from every variant, with compensated sums (Neumaier 1974). A small result
 * is compared in full, a large one in its corners, along its edges and at ten thousand random places.
 */
final class ReferenceSample {
    private static final long ALL_ITEMS = 100_000;
    private static final double ALL_PAIR_FEATURES = 1e7;
    private static final int RANDOM_ITEMS = 10_000;
    private static final int EDGE_ITEMS = 500;
    /** Rounding of any sensible order of operations stays far below this share of the largest distance. */
    private static final double TOLERANCE = 1e-9;
    /** Half a unit in the last place of 1 in float32. */
    private static final double SINGLE_ROUNDING = 0x1p-24;

    private final long[] rows;
    private final long[] columns;
    private final double[] values;
    private final double largest;
    private final double tolerance;

    /** How far a result is off: {@code failure} is null where it is right. */
    record Verdict(double maxError, @org.jspecify.annotations.Nullable String failure) {}

    private ReferenceSample(long[] rows, long[] columns, double[] values, double tolerance) {
        this.rows = rows;
        this.columns = columns;
        this.values = values;
        this.tolerance = tolerance;
        double most = 0;
        for (double value : values) {
            if (Double.isFinite(value))
                most = Math.max(most, value);
        }
        this.largest = most;
    }

    static ReferenceSample of(DistanceProblem problem, long seed) {
        long items = problem.n() * problem.m();
        boolean all = items <= RANDOM_ITEMS || items <= ALL_ITEMS && problem.pairFeatures() <= ALL_PAIR_FEATURES;
        int count = all ? (int) items : RANDOM_ITEMS + 4 * EDGE_ITEMS + 4;
        long[] rows = new long[count];
        long[] columns = new long[count];
        if (all) {
            for (int i = 0; i < count; i++) {
                rows[i] = i / problem.m();
                columns[i] = i % problem.m();
            }
        } else {
            scatter(problem, new Random(seed), rows, columns);
        }
        double[] values = new double[count];
        for (int i = 0; i < count; i++)
            values[i] = distance(problem, rows[i], columns[i]);
        return new ReferenceSample(rows, columns, values, tolerance(problem));
    }

    /** In float32 each of the k additions may round. */
    private static double tolerance(DistanceProblem problem) {
        return problem.x().dtype() == DType.FLOAT32
                ? SINGLE_ROUNDING * Math.max(128, 2.0 * problem.k())
                : TOLERANCE;
    }

    private static void scatter(DistanceProblem problem, Random random, long[] rows, long[] columns) {
        long lastRow = problem.n() - 1;
        long lastColumn = problem.m() - 1;
        for (int i = 0; i < rows.length; i++) {
            int edge = i < 4 ? 4 : i < 4 + 4 * EDGE_ITEMS ? i % 4 : 5;
            rows[i] = switch (edge) {
                case 0 -> 0;
                case 1 -> lastRow;
                case 4 -> (i & 1) * lastRow;
                default -> random.nextLong(problem.n());
            };
            columns[i] = switch (edge) {
                case 2 -> 0;
                case 3 -> lastColumn;
                case 4 -> (i >> 1) * lastColumn;
                default -> random.nextLong(problem.m());
            };
        }
    }

    int items() {
        return values.length;
    }

    Verdict compare(NDArray result) {
        double worst = 0;
        int at = -1;
        for (int i = 0; i < values.length; i++) {
            double got = result.getDouble(rows[i], columns[i]);
            double error = Double.compare(got, values[i]) == 0 ? 0 : Math.abs(got - values[i]);
            if (Double.isNaN(error))
                error = Double.POSITIVE_INFINITY; // one is a number and the other is not
            if (error > worst) {
                worst = error;
                at = i;
            }
        }
        boolean right = worst <= tolerance * (largest == 0 ? 1 : largest);
        return new Verdict(worst, right ? null : sentence(result, at));
    }

    private String sentence(NDArray result, int at) {
        return "wrong result: item [" + rows[at] + ", " + columns[at] + "] is "
                + result.getDouble(rows[at], columns[at]) + " and should be " + values[at];
    }

    private static double distance(DistanceProblem problem, long i, long j) {
        double sum = 0;
        double lost = 0;
        double most = 0;
        for (long l = 0; l < problem.k(); l++) {
            double difference = Math.abs(problem.x().getDouble(i, l) - problem.y().getDouble(j, l));
            double term = problem.metric() == Metric.CITYBLOCK ? difference : difference * difference;
            double next = sum + term;
            lost += sum >= term ? sum - next + term : term - next + sum;
            sum = next;
            most = Math.max(most, difference);
        }
        double total = Double.isFinite(lost) ? sum + lost : sum;
        return switch (problem.metric()) {
            case CITYBLOCK, SQEUCLIDEAN -> total;
            case EUCLIDEAN -> Math.sqrt(total);
            case CHEBYSHEV -> most;
        };
    }
}
