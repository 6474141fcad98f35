package org.stridescope.kernel;

import java.lang.foreign.MemorySegment;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;

/** The largest |x - y|; NaN is never larger, as in cdist. */
final class VectorChebyshev extends VectorTile {
    VectorChebyshev(Run run) {
        super(run);
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
            a0 = larger(x0.sub(u).abs(), a0);
            a1 = larger(x0.sub(v).abs(), a1);
            b0 = larger(x1.sub(u).abs(), b0);
            b1 = larger(x1.sub(v).abs(), b1);
            DoubleVector x2 = broadcast(xs[x + 2]), x3 = broadcast(xs[x + 3]);
            c0 = larger(x2.sub(u).abs(), c0);
            c1 = larger(x2.sub(v).abs(), c1);
            d0 = larger(x3.sub(u).abs(), d0);
            d1 = larger(x3.sub(v).abs(), d1);
        }
        put(to, at, a0, a1, more);
        put(to, at + step, b0, b1, more);
        put(to, at + 2 * step, c0, c1, more);
        put(to, at + 3 * step, d0, d1, more);
    }

    private static void put(MemorySegment to, long at, DoubleVector left, DoubleVector right, boolean more) {
        if (more)
            store(to, at, larger(stored(to, at, 0), left), larger(stored(to, at, 1), right));
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
            three(a0.sub(u), a1.sub(v), a2.sub(w)).intoMemorySegment(to, here, ORDER);
            three(b0.sub(u), b1.sub(v), b2.sub(w)).intoMemorySegment(to, here + step, ORDER);
            three(c0.sub(u), c1.sub(v), c2.sub(w)).intoMemorySegment(to, here + 2 * step, ORDER);
            three(d0.sub(u), d1.sub(v), d2.sub(w)).intoMemorySegment(to, here + 3 * step, ORDER);
        }
    }

    private static DoubleVector three(DoubleVector first, DoubleVector second, DoubleVector third) {
        return larger(third.abs(), larger(second.abs(), larger(first.abs(), DoubleVector.zero(SPECIES))));
    }

    private static DoubleVector larger(DoubleVector value, DoubleVector best) {
        return best.blend(value, value.compare(VectorOperators.GT, best));
    }
}
