package org.stridescope.kernel;

import java.lang.foreign.MemorySegment;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;

import org.stridescope.array.NDArray;
import org.stridescope.kernel.DistanceKernel.Outcome;
import org.stridescope.kernel.DistanceKernel.RunControl;

/**
 * The trick's matrix product x yT and its last step: x.x + y.y - 2 x.y, and no less than 0. Rounding leaves small negative
 * numbers where two points are nearly equal.
 */
final class VectorTrick extends VectorTile {
    private final double[] xNorms;
    private final double[] yNorms;
    private final boolean root;

    /** With the sums of squares of all points, and whether the distance is a root. */
    private VectorTrick(Run run, double[] xNorms, double[] yNorms, boolean root) {
        super(run);
        this.xNorms = xNorms;
        this.yNorms = yNorms;
        this.root = root;
    }

    /** Computes a problem tile by tile. */
    static Outcome product(DistanceProblem problem, NDArray out, RunControl control, TileGrid grid) {
        Run run = Run.of(problem, out, control, grid);
        double[] xNorms = norms(problem.x());
        double[] yNorms = norms(problem.y());
        boolean root = problem.metric() == Metric.EUCLIDEAN;
        return TileLoop.run(grid, control, () -> new VectorTrick(run, xNorms, yNorms, root));
    }

    /** einsum('ij,ij->i', points, points) */
    static double[] norms(NDArray points) {
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

    @Override
    void block(double[] xs, int xAt, double[] ys, int yAt, int count, MemorySegment to, long at, long step) {
        DoubleVector zero = DoubleVector.zero(SPECIES);
        DoubleVector a0 = zero, a1 = zero, b0 = zero, b1 = zero, c0 = zero, c1 = zero, d0 = zero, d1 = zero;
        for (int l = 0; l < count; l++) {
            int x = xAt + l * ROWS, y = yAt + l * COLUMNS;
            DoubleVector u = DoubleVector.fromArray(SPECIES, ys, y), v = DoubleVector.fromArray(SPECIES, ys, y + LANES);
            DoubleVector x0 = DoubleVector.broadcast(SPECIES, xs[x]);
            a0 = x0.fma(u, a0);
            a1 = x0.fma(v, a1);
            DoubleVector x1 = DoubleVector.broadcast(SPECIES, xs[x + 1]);
            b0 = x1.fma(u, b0);
            b1 = x1.fma(v, b1);
            DoubleVector x2 = DoubleVector.broadcast(SPECIES, xs[x + 2]);
            c0 = x2.fma(u, c0);
            c1 = x2.fma(v, c1);
            DoubleVector x3 = DoubleVector.broadcast(SPECIES, xs[x + 3]);
            d0 = x3.fma(u, d0);
            d1 = x3.fma(v, d1);
        }
        a0.intoMemorySegment(to, at, ORDER);
        a1.intoMemorySegment(to, at + VECTOR_BYTES, ORDER);
        b0.intoMemorySegment(to, at + step, ORDER);
        b1.intoMemorySegment(to, at + step + VECTOR_BYTES, ORDER);
        c0.intoMemorySegment(to, at + 2 * step, ORDER);
        c1.intoMemorySegment(to, at + 2 * step + VECTOR_BYTES, ORDER);
        d0.intoMemorySegment(to, at + 3 * step, ORDER);
        d1.intoMemorySegment(to, at + 3 * step + VECTOR_BYTES, ORDER);
    }

    @Override
    void strip(double[] xs, int xAt, double[] ys, int panels, MemorySegment to, long at, long step) {
        DoubleVector a0 = DoubleVector.broadcast(SPECIES, xs[xAt + 0]);
        DoubleVector a1 = DoubleVector.broadcast(SPECIES, xs[xAt + 4]);
        DoubleVector a2 = DoubleVector.broadcast(SPECIES, xs[xAt + 8]);
        DoubleVector b0 = DoubleVector.broadcast(SPECIES, xs[xAt + 1]);
        DoubleVector b1 = DoubleVector.broadcast(SPECIES, xs[xAt + 5]);
        DoubleVector b2 = DoubleVector.broadcast(SPECIES, xs[xAt + 9]);
        DoubleVector c0 = DoubleVector.broadcast(SPECIES, xs[xAt + 2]);
        DoubleVector c1 = DoubleVector.broadcast(SPECIES, xs[xAt + 6]);
        DoubleVector c2 = DoubleVector.broadcast(SPECIES, xs[xAt + 10]);
        DoubleVector d0 = DoubleVector.broadcast(SPECIES, xs[xAt + 3]);
        DoubleVector d1 = DoubleVector.broadcast(SPECIES, xs[xAt + 7]);
        DoubleVector d2 = DoubleVector.broadcast(SPECIES, xs[xAt + 11]);
        for (int i = 0; i < panels * COLUMNS; i += LANES) {
            int panel = i / COLUMNS * COLUMNS * FEW_FEATURES + i % COLUMNS;
            DoubleVector u = DoubleVector.fromArray(SPECIES, ys, panel);
            DoubleVector v = DoubleVector.fromArray(SPECIES, ys, panel + COLUMNS);
            DoubleVector w = DoubleVector.fromArray(SPECIES, ys, panel + 2 * COLUMNS);
            long here = at + i * (long) Double.BYTES;
            a2.fma(w, a1.fma(v, a0.mul(u))).intoMemorySegment(to, here, ORDER);
            b2.fma(w, b1.fma(v, b0.mul(u))).intoMemorySegment(to, here + step, ORDER);
            c2.fma(w, c1.fma(v, c0.mul(u))).intoMemorySegment(to, here + 2 * step, ORDER);
            d2.fma(w, d1.fma(v, d0.mul(u))).intoMemorySegment(to, here + 3 * step, ORDER);
        }
    }

    @Override
    void finish(MemorySegment to, long at, int count, long row, long column) {
        double xNorm = xNorms[(int) row];
        int y = (int) column;
        for (int i = 0; i < count; i += LANES) {
            long here = at + i * (long) Double.BYTES;
            VectorMask<Double> inside = SPECIES.indexInRange(i, count);
            DoubleVector product = DoubleVector.fromMemorySegment(SPECIES, to, here, ORDER, inside);
            DoubleVector norms = DoubleVector.fromArray(SPECIES, yNorms, y + i, inside).add(xNorm);
            product.mul(-2).add(norms).max(0).intoMemorySegment(to, here, ORDER, inside);
        }
        if (root)
            roots(to, at, count);
    }
}
