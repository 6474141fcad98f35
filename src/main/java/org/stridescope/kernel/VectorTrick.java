package org.stridescope.kernel;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

import jdk.incubator.vector.DoubleVector;

/**
 * The trick's matrix product x yT and its last step: x.x + y.y - 2 x.y, and no less than 0. Rounding leaves small negative
 * numbers where two points are nearly equal.
 */
final class VectorTrick extends VectorTile {
    private final double[] xNorms;
    private final double[] yNorms;
    private final boolean root;

    /** With the sums of squares of all points, and whether the distance is a root. */
    VectorTrick(Run run, double[] xNorms, double[] yNorms, boolean root) {
        super(run);
        this.xNorms = xNorms;
        this.yNorms = yNorms;
        this.root = root;
    }

    @Override
    void block(double[] xs, int xAt, double[] ys, int yAt, int count, MemorySegment to, long at, long step,
            boolean more) {
        DoubleVector zero = DoubleVector.zero(SPECIES);
        DoubleVector a0 = zero, a1 = zero;
        DoubleVector b0 = zero, b1 = zero;
        DoubleVector c0 = zero, c1 = zero;
        DoubleVector d0 = zero, d1 = zero;
        for (int l = 0; l < count; l++) {
            DoubleVector u = load(ys, yAt + l * COLUMNS), v = load(ys, yAt + l * COLUMNS + LANES);
            int x = xAt + l * ROWS;
            DoubleVector x0 = broadcast(xs[x]), x1 = broadcast(xs[x + 1]);
            a0 = multiplyAdd(x0, u, a0);
            a1 = multiplyAdd(x0, v, a1);
            b0 = multiplyAdd(x1, u, b0);
            b1 = multiplyAdd(x1, v, b1);
            DoubleVector x2 = broadcast(xs[x + 2]), x3 = broadcast(xs[x + 3]);
            c0 = multiplyAdd(x2, u, c0);
            c1 = multiplyAdd(x2, v, c1);
            d0 = multiplyAdd(x3, u, d0);
            d1 = multiplyAdd(x3, v, d1);
        }
        put(to, at, a0, a1, more);
        put(to, at + step, b0, b1, more);
        put(to, at + 2 * step, c0, c1, more);
        put(to, at + 3 * step, d0, d1, more);
    }

    private static void put(MemorySegment to, long at, DoubleVector left, DoubleVector right, boolean more) {
        if (more)
            store(to, at, stored(to, at, 0).add(left), stored(to, at, 1).add(right));
        else
            store(to, at, left, right);
    }

    @Override
    void strip(double[] xs, int xAt, double[] ys, int panels, MemorySegment to, long at, long step) {
        DoubleVector a0 = broadcast(xs[xAt + 0]), a1 = broadcast(xs[xAt + 4]), a2 = broadcast(xs[xAt + 8]);
        DoubleVector b0 = broadcast(xs[xAt + 1]), b1 = broadcast(xs[xAt + 5]), b2 = broadcast(xs[xAt + 9]);
        DoubleVector c0 = broadcast(xs[xAt + 2]), c1 = broadcast(xs[xAt + 6]), c2 = broadcast(xs[xAt + 10]);
        DoubleVector d0 = broadcast(xs[xAt + 3]), d1 = broadcast(xs[xAt + 7]), d2 = broadcast(xs[xAt + 11]);
        for (int i = 0; i < panels * COLUMNS; i += LANES) {
            int panel = i / COLUMNS * COLUMNS * FEW_FEATURES + i % COLUMNS;
            DoubleVector u = load(ys, panel), v = load(ys, panel + COLUMNS), w = load(ys, panel + 2 * COLUMNS);
            long here = at + i * (long) Double.BYTES;
            multiplyAdd(a2, w, multiplyAdd(a1, v, a0.mul(u))).intoMemorySegment(to, here, ORDER);
            multiplyAdd(b2, w, multiplyAdd(b1, v, b0.mul(u))).intoMemorySegment(to, here + step, ORDER);
            multiplyAdd(c2, w, multiplyAdd(c1, v, c0.mul(u))).intoMemorySegment(to, here + 2 * step, ORDER);
            multiplyAdd(d2, w, multiplyAdd(d1, v, d0.mul(u))).intoMemorySegment(to, here + 3 * step, ORDER);
        }
    }

    private static DoubleVector multiplyAdd(DoubleVector x, DoubleVector y, DoubleVector sum) {
        return FMA ? x.fma(y, sum) : sum.add(x.mul(y));
    }

    @Override
    void finish(MemorySegment to, long at, int count, long row, long column) {
        double xNorm = xNorms[(int) row];
        for (int i = 0; i < count; i++) {
            long here = at + i * (long) Double.BYTES;
            double product = to.get(ValueLayout.JAVA_DOUBLE_UNALIGNED, here);
            double square = Math.max(0, xNorm + yNorms[(int) column + i] - 2 * product);
            to.set(ValueLayout.JAVA_DOUBLE_UNALIGNED, here, square);
        }
        if (root)
            roots(to, at, count);
    }
}
