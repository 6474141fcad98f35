package org.stridescope.ufunc;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

import org.stridescope.array.Layout;
import org.stridescope.array.NDArray;
import org.stridescope.array.NestedLoop;

/**
 * Axis 1 of a float64 matrix in C order summed away, four rows at a pass: four streams keep more of the memory busy than
 * one. Each row has eight running sums over blocks of 512 items, and blocks are added in pairs, as in
 * {@link Folds#pairwise}: the error grows with the logarithm of the row's length.
 */
final class RowSums {
    private static final VectorSpecies<Double> FOUR = DoubleVector.SPECIES_256;
    private static final ByteOrder ORDER = ByteOrder.nativeOrder();
    private static final ValueLayout.OfDouble ITEM = ValueLayout.JAVA_DOUBLE_UNALIGNED;
    private static final int BLOCK = 512;
    private static final int ROWS = 4;
    /** Below that a row is summed quicker by itself. */
    private static final int SHORTEST = 16;

    private RowSums() {}

    /** Whether this was such a sum, and so is done. */
    static boolean run(NDArray array, NDArray result, Layout into) {
        if (array.ndim() != 2 || array.layout().stride(1) != 8 || into.stride(1) != 0 || array.shape(1) < SHORTEST)
            return false;
        MemorySegment from = array.buffer();
        MemorySegment to = result.buffer();
        long rows = array.shape(0);
        long down = array.layout().stride(0);
        double[] sums = new double[ROWS];
        long row = 0;
        for (; row + ROWS <= rows; row += ROWS) {
            NestedLoop.listen();
            add(from, array.layout().offset() + row * down, down, array.shape(1), sums);
            for (int i = 0; i < ROWS; i++)
                store(to, into, row + i, sums[i]);
        }
        for (; row < rows; row++)
            store(to, into, row, VectorSums.pairwise(from, array.layout().offset() + row * down, array.shape(1)));
        return true;
    }

    private static void store(MemorySegment to, Layout into, long row, double sum) {
        long at = into.offset() + row * into.stride(0);
        to.set(ITEM, at, to.get(ITEM, at) + sum);
    }

    /** Sums of n items of four rows, {@code down} bytes apart. */
    private static void add(MemorySegment from, long at, long down, long n, double[] sums) {
        if (n <= BLOCK) {
            block(from, at, down, (int) n, sums);
            return;
        }
        long half = n / 2;
        half -= half % 8;
        add(from, at, down, half, sums);
        double a = sums[0];
        double b = sums[1];
        double c = sums[2];
        double d = sums[3];
        add(from, at + half * 8, down, n - half, sums);
        sums[0] += a;
        sums[1] += b;
        sums[2] += c;
        sums[3] += d;
    }

    private static void block(MemorySegment from, long at, long down, int n, double[] sums) {
        long b = at + down;
        long c = b + down;
        long d = c + down;
        DoubleVector a0 = DoubleVector.zero(FOUR);
        DoubleVector a1 = a0;
        DoubleVector b0 = a0;
        DoubleVector b1 = a0;
        DoubleVector c0 = a0;
        DoubleVector c1 = a0;
        DoubleVector d0 = a0;
        DoubleVector d1 = a0;
        int whole = n - n % 8;
        for (int i = 0; i < whole; i += 8) {
            long on = i * 8L;
            a0 = a0.add(four(from, at + on));
            a1 = a1.add(four(from, at + on + 32));
            b0 = b0.add(four(from, b + on));
            b1 = b1.add(four(from, b + on + 32));
            c0 = c0.add(four(from, c + on));
            c1 = c1.add(four(from, c + on + 32));
            d0 = d0.add(four(from, d + on));
            d1 = d1.add(four(from, d + on + 32));
        }
        sums[0] = a0.add(a1).reduceLanes(VectorOperators.ADD) + rest(from, at, whole, n);
        sums[1] = b0.add(b1).reduceLanes(VectorOperators.ADD) + rest(from, b, whole, n);
        sums[2] = c0.add(c1).reduceLanes(VectorOperators.ADD) + rest(from, c, whole, n);
        sums[3] = d0.add(d1).reduceLanes(VectorOperators.ADD) + rest(from, d, whole, n);
    }

    private static double rest(MemorySegment from, long at, int whole, int n) {
        double sum = -0.0;
        for (int i = whole; i < n; i++)
            sum += from.get(ITEM, at + i * 8L);
        return sum;
    }

    private static DoubleVector four(MemorySegment from, long at) {
        return DoubleVector.fromMemorySegment(FOUR, from, at, ORDER);
    }
}
