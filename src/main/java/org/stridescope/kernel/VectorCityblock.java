package org.stridescope.kernel;

import java.lang.foreign.MemorySegment;

import jdk.incubator.vector.DoubleVector;

/**
 * Sums of |x - y|. Of two sums, one is added as |d| * 1 + sum: the multiply-add units have nothing else to do here, while
 * the adders are busy with the subtractions.
 */
final class VectorCityblock extends VectorTile {
    private static final DoubleVector ONE = broadcast(1);

    VectorCityblock(Run run) {
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
            a0 = addAbsolute(x0.sub(u), a0);
            a1 = a1.add(x0.sub(v).abs());
            b0 = addAbsolute(x1.sub(u), b0);
            b1 = b1.add(x1.sub(v).abs());
            DoubleVector x2 = broadcast(xs[x + 2]), x3 = broadcast(xs[x + 3]);
            c0 = addAbsolute(x2.sub(u), c0);
            c1 = c1.add(x2.sub(v).abs());
            d0 = addAbsolute(x3.sub(u), d0);
            d1 = d1.add(x3.sub(v).abs());
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
            three(a0.sub(u), a1.sub(v), a2.sub(w)).intoMemorySegment(to, here, ORDER);
            three(b0.sub(u), b1.sub(v), b2.sub(w)).intoMemorySegment(to, here + step, ORDER);
            three(c0.sub(u), c1.sub(v), c2.sub(w)).intoMemorySegment(to, here + 2 * step, ORDER);
            three(d0.sub(u), d1.sub(v), d2.sub(w)).intoMemorySegment(to, here + 3 * step, ORDER);
        }
    }

    private static DoubleVector three(DoubleVector first, DoubleVector second, DoubleVector third) {
        return first.abs().add(second.abs()).add(third.abs());
    }

    private static DoubleVector addAbsolute(DoubleVector difference, DoubleVector sum) {
        return FMA ? difference.abs().fma(ONE, sum) : sum.add(difference.abs());
    }
}
