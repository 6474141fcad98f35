package org.stridescope.kernel;

import java.util.EnumSet;
import java.util.Set;

import org.stridescope.array.DType;
import org.stridescope.array.NDArray;

/**
 * The squared distance as a matrix product: |x - y|^2 = x.x + y.y - 2 x.y. In NumPy: two row-wise
 * {@code einsum('ij,ij->i')} and one {@code dot}.
 *
 * <p>No temporary of n m k items, one multiply-add an item, and a library's product is the best-tuned loop there is. The price
 * is accuracy: where two points are close together but far from the origin, x.x + y.y and 2 x.y are nearly equal, and their
 * difference keeps few digits, or none. Infinite features give NaN.
 */
public final class TrickKernel implements DistanceKernel {
    /** A tile's work: about 2 ms. */
    private static final double MOST_PAIR_FEATURES = 2e7;

    private final VectorKernel vector;

    TrickKernel(VectorKernel vector) {
        this.vector = vector;
    }

    @Override
    public String name() {
        return "trick";
    }

    @Override
    public String language() {
        return "matrix product";
    }

    @Override
    public Set<Metric> metrics() {
        return EnumSet.of(Metric.SQEUCLIDEAN, Metric.EUCLIDEAN);
    }

    @Override
    public String whyNot(Metric metric) {
        return "trick has no " + metric.label() + ": only a square of a difference opens into products, "
                + "(x - y)^2 = x x + y y - 2 x y; |x - y| does not";
    }

    @Override
    public Set<DType> dtypes() {
        return EnumSet.of(DType.FLOAT64);
    }

    @Override
    public Availability availability() {
        return vector.availability();
    }

    /** The points packed into panels, and their sums of squares. */
    @Override
    public long temporaryBytes(DistanceProblem problem, int threads) {
        return vector.temporaryBytes(problem, threads) + (problem.n() + problem.m()) * Double.BYTES;
    }

    @Override
    public int tiles(DistanceProblem problem) {
        return TileGrid.of(problem, MOST_PAIR_FEATURES).count();
    }

    @Override
    public String source() {
        return "sources/org/stridescope/kernel/VectorTrick.java";
    }

    @Override
    public Outcome run(DistanceProblem problem, NDArray out, RunControl control) {
        RunCheck.check(this, problem, out, control);
        var run = VectorKernel.prepare(problem, out, control, MOST_PAIR_FEATURES);
        double[] xNorms = norms(problem.x());
        double[] yNorms = norms(problem.y());
        boolean root = problem.metric() == Metric.EUCLIDEAN;
        return TileLoop.run(run.grid(), control, () -> new VectorTrick(run, xNorms, yNorms, root));
    }

    /** einsum('ij,ij->i', points, points) */
    private static double[] norms(NDArray points) {
        double[] norms = new double[Math.toIntExact(points.shape(0))];
        double[] point = new double[Math.toIntExact(points.shape(1))];
        for (int i = 0; i < norms.length; i++) {
            Points.read(points, i, point, 0, 1);
            double sum = 0;
            for (double feature : point)
                sum += feature * feature;
            norms[i] = sum;
        }
        return norms;
    }
}
