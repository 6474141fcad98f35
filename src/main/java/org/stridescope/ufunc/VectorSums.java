package org.stridescope.ufunc;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

import org.stridescope.array.DType;
import org.stridescope.array.Layout;
import org.stridescope.array.NDArray;
import org.stridescope.array.NestedLoop;

/**
 * Sums of float64 straight from the buffer: along a contiguous axis in sixteen running sums over blocks of 512, blocks added
 * in pairs as in {@link Folds#pairwise}; along the rows of a matrix in {@link RowSums}; across contiguous rows, four rows at
 * a pass, so that the sums are read once for four.
 */
final class VectorSums {
    private static final VectorSpecies<Double> FOUR = DoubleVector.SPECIES_256;
    private static final ByteOrder ORDER = ByteOrder.nativeOrder();
    private static final int BLOCK = 512;
    private static final long ROW = 2048;

    private VectorSums() {}

    /** Whether this was such a sum, and so is done. */
    static boolean run(Ufunc ufunc, DType lane, NDArray array, NDArray result, Layout into) {
        if (ufunc != Ufuncs.ADD || lane != DType.FLOAT64 || array.dtype() != lane || result.dtype() != lane)
            return false;
        if (rowsAcross(array, result, into) || RowSums.run(array, result, into))
            return true;
        int fast = fastest(array.layout());
        if (fast < 0 || into.stride(fast) != 0)
            return false;
        MemorySegment from = array.buffer();
        MemorySegment to = result.buffer();
        NestedLoop.over(array.shape(), (at, step, count) -> {
            double sum = step[0] == 8 ? pairwise(from, at[0], count) : slow(from, at[0], step[0], count);
            if (step[1] == 0) {
                put(to, at[1], get(to, at[1]) + sum);
                return;
            }
            throw new IllegalStateException("the fastest axis is summed");
        }, array.layout(), into);
        return true;
    }

    private static int fastest(Layout layout) {
        int fast = -1;
        for (int axis = 0; axis < layout.ndim(); axis++) {
            if (layout.shape(axis) == 1)
                continue;
            // any other axis as fast, or standing still, could end up innermost
            if (Math.abs(layout.stride(axis)) < 8 || fast >= 0 && Math.abs(layout.stride(axis)) == 8)
                return -1;
            if (layout.stride(axis) == 8)
                fast = axis;
        }
        return fast;
    }

    /** Axis 0 of a matrix in C order summed away. */
    private static boolean rowsAcross(NDArray array, NDArray result, Layout into) {
        if (array.ndim() != 2 || array.layout().stride(1) != 8 || into.stride(0) != 0 || into.stride(1) != 8)
            return false;
        if (array.shape(1) < 8 || Math.abs(array.layout().stride(0)) < 8)
            return false;
        MemorySegment from = array.buffer();
        MemorySegment to = result.buffer();
        long step = array.layout().stride(0);
        for (long column = 0; column < array.shape(1); column += ROW) {
            long count = Math.min(ROW, array.shape(1) - column);
            long at = array.layout().offset() + column * 8;
            long sums = into.offset() + column * 8;
            long row = 0;
            NestedLoop.listen();
            for (; row + 4 <= array.shape(0); row += 4)
                four(from, at + row * step, step, to, sums, count);
            for (; row < array.shape(0); row++)
                one(from, at + row * step, to, sums, count);
        }
        return true;
    }

    private static void four(MemorySegment from, long at, long step, MemorySegment to, long sums, long count) {
        long i = 0;
        for (; i + 4 <= count; i += 4) {
            long byteAt = at + i * 8;
            DoubleVector sum = DoubleVector.fromMemorySegment(FOUR, to, sums + i * 8, ORDER);
            sum = sum.add(DoubleVector.fromMemorySegment(FOUR, from, byteAt, ORDER));
            sum = sum.add(DoubleVector.fromMemorySegment(FOUR, from, byteAt + step, ORDER));
            sum = sum.add(DoubleVector.fromMemorySegment(FOUR, from, byteAt + 2 * step, ORDER));
            sum = sum.add(DoubleVector.fromMemorySegment(FOUR, from, byteAt + 3 * step, ORDER));
            sum.intoMemorySegment(to, sums + i * 8, ORDER);
        }
        for (; i < count; i++) {
            double sum = get(to, sums + i * 8);
            for (int row = 0; row < 4; row++)
                sum += get(from, at + row * step + i * 8);
            put(to, sums + i * 8, sum);
        }
    }

    private static void one(MemorySegment from, long at, MemorySegment to, long sums, long count) {
        for (long i = 0; i < count; i++)
            put(to, sums + i * 8, get(to, sums + i * 8) + get(from, at + i * 8));
    }

    static double pairwise(MemorySegment from, long at, long n) {
        if (n > BLOCK) {
            long half = n / 2;
            half -= half % 8;
            return pairwise(from, at, half) + pairwise(from, at + half * 8, n - half);
        }
        if (n < 8)
            return slow(from, at, 8, n);
        return block(from, at, (int) n);
    }

    private static double block(MemorySegment from, long at, int n) {
        DoubleVector a = DoubleVector.zero(FOUR);
        DoubleVector b = a;
        DoubleVector c = a;
        DoubleVector d = a;
        int whole = n - n % 16;
        for (int i = 0; i < whole; i += 16) {
            long byteAt = at + i * 8L;
            a = a.add(DoubleVector.fromMemorySegment(FOUR, from, byteAt, ORDER));
            b = b.add(DoubleVector.fromMemorySegment(FOUR, from, byteAt + 32, ORDER));
            c = c.add(DoubleVector.fromMemorySegment(FOUR, from, byteAt + 64, ORDER));
            d = d.add(DoubleVector.fromMemorySegment(FOUR, from, byteAt + 96, ORDER));
        }
        double sum = a.add(b).add(c.add(d)).reduceLanes(VectorOperators.ADD);
        for (int i = whole; i < n; i++)
            sum += get(from, at + i * 8L);
        return sum;
    }

    private static double slow(MemorySegment from, long at, long step, long n) {
        double sum = n == 0 ? 0 : -0.0;
        for (long i = 0; i < n; i++)
            sum += get(from, at + i * step);
        return sum;
    }

    private static double get(MemorySegment from, long at) {
        return from.get(java.lang.foreign.ValueLayout.JAVA_DOUBLE_UNALIGNED, at);
    }

    private static void put(MemorySegment to, long at, double value) {
        to.set(java.lang.foreign.ValueLayout.JAVA_DOUBLE_UNALIGNED, at, value);
    }
}
