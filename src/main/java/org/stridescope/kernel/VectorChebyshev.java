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
    void block(double[] xs, int xAt, double[] ys, int yAt, int count, MemorySegment to, long at, long step) {
        DoubleVector zero = DoubleVector.zero(SPECIES);
        DoubleVector a0 = zero, a1 = zero, b0 = zero, b1 = zero, c0 = zero, c1 = zero, d0 = zero, d1 = zero, d;
        for (int l = 0; l < count; l++) {
            int x = xAt + l * ROWS, y = yAt + l * COLUMNS;
            DoubleVector u = DoubleVector.fromArray(SPECIES, ys, y), v = DoubleVector.fromArray(SPECIES, ys, y + LANES);
            DoubleVector x0 = DoubleVector.broadcast(SPECIES, xs[x]);
            d = x0.sub(u).abs();
            a0 = a0.blend(d, d.compare(VectorOperators.GT, a0));
            d = x0.sub(v).abs();
            a1 = a1.blend(d, d.compare(VectorOperators.GT, a1));
            DoubleVector x1 = DoubleVector.broadcast(SPECIES, xs[x + 1]);
            d = x1.sub(u).abs();
            b0 = b0.blend(d, d.compare(VectorOperators.GT, b0));
            d = x1.sub(v).abs();
            b1 = b1.blend(d, d.compare(VectorOperators.GT, b1));
            DoubleVector x2 = DoubleVector.broadcast(SPECIES, xs[x + 2]);
            d = x2.sub(u).abs();
            c0 = c0.blend(d, d.compare(VectorOperators.GT, c0));
            d = x2.sub(v).abs();
            c1 = c1.blend(d, d.compare(VectorOperators.GT, c1));
            DoubleVector x3 = DoubleVector.broadcast(SPECIES, xs[x + 3]);
            d = x3.sub(u).abs();
            d0 = d0.blend(d, d.compare(VectorOperators.GT, d0));
            d = x3.sub(v).abs();
            d1 = d1.blend(d, d.compare(VectorOperators.GT, d1));
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
    DoubleVector joined(DoubleVector sum, DoubleVector more) {
        return sum.blend(more, more.compare(VectorOperators.GT, sum));
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
            DoubleVector d, s;
            s = DoubleVector.zero(SPECIES);
            d = a0.sub(u).abs();
            s = s.blend(d, d.compare(VectorOperators.GT, s));
            d = a1.sub(v).abs();
            s = s.blend(d, d.compare(VectorOperators.GT, s));
            d = a2.sub(w).abs();
            s = s.blend(d, d.compare(VectorOperators.GT, s));
            s.intoMemorySegment(to, here, ORDER);
            s = DoubleVector.zero(SPECIES);
            d = b0.sub(u).abs();
            s = s.blend(d, d.compare(VectorOperators.GT, s));
            d = b1.sub(v).abs();
            s = s.blend(d, d.compare(VectorOperators.GT, s));
            d = b2.sub(w).abs();
            s = s.blend(d, d.compare(VectorOperators.GT, s));
            s.intoMemorySegment(to, here + step, ORDER);
            s = DoubleVector.zero(SPECIES);
            d = c0.sub(u).abs();
            s = s.blend(d, d.compare(VectorOperators.GT, s));
            d = c1.sub(v).abs();
            s = s.blend(d, d.compare(VectorOperators.GT, s));
            d = c2.sub(w).abs();
            s = s.blend(d, d.compare(VectorOperators.GT, s));
            s.intoMemorySegment(to, here + 2 * step, ORDER);
            s = DoubleVector.zero(SPECIES);
            d = d0.sub(u).abs();
            s = s.blend(d, d.compare(VectorOperators.GT, s));
            d = d1.sub(v).abs();
            s = s.blend(d, d.compare(VectorOperators.GT, s));
            d = d2.sub(w).abs();
            s = s.blend(d, d.compare(VectorOperators.GT, s));
            s.intoMemorySegment(to, here + 3 * step, ORDER);
        }
    }
}
