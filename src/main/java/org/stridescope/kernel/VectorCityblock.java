package org.stridescope.kernel;

import java.lang.foreign.MemorySegment;

import jdk.incubator.vector.DoubleVector;

/**
 * Sums of |x - y|. Of two sums, one is added as |d| * 1 + sum: the multiply-add units have nothing else to do here, while
 * the adders are busy with the subtractions.
 */
final class VectorCityblock extends VectorTile {
    private static final DoubleVector ONE = DoubleVector.broadcast(SPECIES, 1);

    VectorCityblock(Run run) {
        super(run);
    }

    @Override
    void block(double[] xs, int xAt, double[] ys, int yAt, int count, MemorySegment to, long at, long step) {
        DoubleVector zero = DoubleVector.zero(SPECIES);
        DoubleVector a0 = zero, a1 = zero, b0 = zero, b1 = zero, c0 = zero, c1 = zero, d0 = zero, d1 = zero;
        for (int l = 0; l < count; l++) {
            int x = xAt + l * ROWS, y = yAt + l * COLUMNS;
            DoubleVector u = DoubleVector.fromArray(SPECIES, ys, y), v = DoubleVector.fromArray(SPECIES, ys, y + LANES);
            DoubleVector x0 = DoubleVector.broadcast(SPECIES, xs[x]);
            a0 = x0.sub(u).abs().fma(ONE, a0);
            a1 = a1.add(x0.sub(v).abs());
            DoubleVector x1 = DoubleVector.broadcast(SPECIES, xs[x + 1]);
            b0 = x1.sub(u).abs().fma(ONE, b0);
            b1 = b1.add(x1.sub(v).abs());
            DoubleVector x2 = DoubleVector.broadcast(SPECIES, xs[x + 2]);
            c0 = x2.sub(u).abs().fma(ONE, c0);
            c1 = c1.add(x2.sub(v).abs());
            DoubleVector x3 = DoubleVector.broadcast(SPECIES, xs[x + 3]);
            d0 = x3.sub(u).abs().fma(ONE, d0);
            d1 = d1.add(x3.sub(v).abs());
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
            a0.sub(u).abs().add(a1.sub(v).abs()).add(a2.sub(w).abs()).intoMemorySegment(to, here, ORDER);
            b0.sub(u).abs().add(b1.sub(v).abs()).add(b2.sub(w).abs()).intoMemorySegment(to, here + step, ORDER);
            c0.sub(u).abs().add(c1.sub(v).abs()).add(c2.sub(w).abs()).intoMemorySegment(to, here + 2 * step, ORDER);
            d0.sub(u).abs().add(d1.sub(v).abs()).add(d2.sub(w).abs()).intoMemorySegment(to, here + 3 * step, ORDER);
        }
    }
}
