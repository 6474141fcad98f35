package org.stridescope.kernel;

import java.lang.foreign.MemorySegment;

import jdk.incubator.vector.DoubleVector;

/** Sums of (x - y)^2: a subtraction and a multiply-add an item. */
class VectorSquares extends VectorTile {
    VectorSquares(Run run) {
        super(run);
    }

    @Override
    final void block(double[] xs, int xAt, double[] ys, int yAt, int count, MemorySegment to, long at, long step,
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
            a0 = addSquare(x0.sub(u), a0);
            a1 = addSquare(x0.sub(v), a1);
            b0 = addSquare(x1.sub(u), b0);
            b1 = addSquare(x1.sub(v), b1);
            DoubleVector x2 = broadcast(xs[x + 2]), x3 = broadcast(xs[x + 3]);
            c0 = addSquare(x2.sub(u), c0);
            c1 = addSquare(x2.sub(v), c1);
            d0 = addSquare(x3.sub(u), d0);
            d1 = addSquare(x3.sub(v), d1);
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
    final void strip(double[] xs, int xAt, double[] ys, int panels, MemorySegment to, long at, long step) {
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
        return addSquare(third, addSquare(second, first.mul(first)));
    }

    private static DoubleVector addSquare(DoubleVector difference, DoubleVector sum) {
        return FMA ? difference.fma(difference, sum) : sum.add(difference.mul(difference));
    }
}
