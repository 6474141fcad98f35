package org.stridescope.kernel;

import java.lang.foreign.MemorySegment;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;

/**
 * Sums of |x - y|, added as |d| * 1 + sum: the multiply-add units have nothing else to do here, while the adders are busy
 * with the subtractions. The sign is taken off by a mask that stays in a register: {@code abs()} fetches its mask from memory
 * each time, and eight more loads a round are more than the two that a processor does in a cycle.
 */
final class VectorCityblock extends VectorTile {
    private static final DoubleVector ONE = DoubleVector.broadcast(SPECIES, 1);
    /** All bits but the sign. */
    private static final LongVector MAGNITUDE = DoubleVector.zero(SPECIES).neg().reinterpretAsLongs().not();

    VectorCityblock(Run run) {
        super(run);
    }

    @Override
    void block(double[] xs, int xAt, double[] ys, int yAt, int count, MemorySegment to, long at, long step) {
        DoubleVector zero = DoubleVector.zero(SPECIES);
        DoubleVector a0 = zero, a1 = zero, b0 = zero, b1 = zero, c0 = zero, c1 = zero, d0 = zero, d1 = zero;
        LongVector m;
        for (int l = 0; l < count; l++) {
            int x = xAt + l * ROWS, y = yAt + l * COLUMNS;
            DoubleVector u = DoubleVector.fromArray(SPECIES, ys, y), v = DoubleVector.fromArray(SPECIES, ys, y + LANES);
            DoubleVector x0 = DoubleVector.broadcast(SPECIES, xs[x]);
            m = x0.sub(u).reinterpretAsLongs().and(MAGNITUDE);
            a0 = m.reinterpretAsDoubles().fma(ONE, a0);
            m = x0.sub(v).reinterpretAsLongs().and(MAGNITUDE);
            a1 = m.reinterpretAsDoubles().fma(ONE, a1);
            DoubleVector x1 = DoubleVector.broadcast(SPECIES, xs[x + 1]);
            m = x1.sub(u).reinterpretAsLongs().and(MAGNITUDE);
            b0 = m.reinterpretAsDoubles().fma(ONE, b0);
            m = x1.sub(v).reinterpretAsLongs().and(MAGNITUDE);
            b1 = m.reinterpretAsDoubles().fma(ONE, b1);
            DoubleVector x2 = DoubleVector.broadcast(SPECIES, xs[x + 2]);
            m = x2.sub(u).reinterpretAsLongs().and(MAGNITUDE);
            c0 = m.reinterpretAsDoubles().fma(ONE, c0);
            m = x2.sub(v).reinterpretAsLongs().and(MAGNITUDE);
            c1 = m.reinterpretAsDoubles().fma(ONE, c1);
            DoubleVector x3 = DoubleVector.broadcast(SPECIES, xs[x + 3]);
            m = x3.sub(u).reinterpretAsLongs().and(MAGNITUDE);
            d0 = m.reinterpretAsDoubles().fma(ONE, d0);
            m = x3.sub(v).reinterpretAsLongs().and(MAGNITUDE);
            d1 = m.reinterpretAsDoubles().fma(ONE, d1);
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
