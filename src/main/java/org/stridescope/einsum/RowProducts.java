package org.stridescope.einsum;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

import org.stridescope.array.DType;
import org.stridescope.array.Layout;
import org.stridescope.array.NDArray;
import org.stridescope.array.NestedLoop;

/** Two float64 operands, the last label summed and contiguous in both ({@code ij,ij->i}): products added in vectors. */
final class RowProducts {
    private static final VectorSpecies<Double> FOUR = DoubleVector.SPECIES_256;
    private static final ByteOrder ORDER = ByteOrder.nativeOrder();
    private static final int ROWS = 4;
    private static final ValueLayout.OfDouble ITEM = ValueLayout.JAVA_DOUBLE_UNALIGNED;

    private RowProducts() {}

    /** Whether this was such a sum, and so is done. */
    static boolean run(Subscripts parsed, DType dtype, NDArray[] operands, Layout[] layouts, NDArray result) {
        if (operands.length != 2 || dtype != DType.FLOAT64 || parsed.summed().length() != 1)
            return false;
        if (operands[0].dtype() != dtype || operands[1].dtype() != dtype)
            return false;
        int axis = parsed.labels().length() - 1;
        if (layouts[0].stride(axis) != 8 || layouts[1].stride(axis) != 8 || parsed.shape()[axis] < FOUR.length())
            return false;
        MemorySegment a = operands[0].buffer();
        MemorySegment b = operands[1].buffer();
        MemorySegment to = result.buffer();
        if (axis == 1 && parsed.shape()[1] <= Integer.MAX_VALUE) {
            rows(a, layouts[0], b, layouts[1], to, layouts[2]);
            return true;
        }
        int[] axes = new int[axis + 1];
        for (int i = 0; i <= axis; i++)
            axes[i] = i;
        NestedLoop.run(parsed.shape(), axes, (at, step, count) -> {
            double sum = row(a, at[0], b, at[1], Math.toIntExact(count)); // a NestedLoop's run is short enough
            to.set(ITEM, at[2], to.get(ITEM, at[2]) + sum);
        }, layouts);
        return true;
    }

    /** Four rows at a pass, so that more of the memory is busy; what is left of them one by one. */
    private static void rows(MemorySegment a, Layout of, MemorySegment b, Layout and, MemorySegment to, Layout into) {
        double[] sums = new double[ROWS];
        long rows = of.shape(0);
        int n = Math.toIntExact(of.shape(1));
        long row = 0;
        for (; row + ROWS <= rows; row += ROWS) {
            NestedLoop.listen();
            four(a, of.offset() + row * of.stride(0), of.stride(0), b, and.offset() + row * and.stride(0),
                    and.stride(0),
                    n, sums);
            for (int i = 0; i < ROWS; i++)
                to.set(ITEM, into.offset() + (row + i) * into.stride(0), sums[i]);
        }
        for (; row < rows; row++) {
            double sum = row(a, of.offset() + row * of.stride(0), b, and.offset() + row * and.stride(0), n);
            to.set(ITEM, into.offset() + row * into.stride(0), sum);
        }
    }

    private static void four(MemorySegment a, long atA, long downA, MemorySegment b, long atB, long downB, int n,
            double[] sums) {
        DoubleVector p0 = DoubleVector.zero(FOUR);
        DoubleVector p1 = p0;
        DoubleVector q0 = p0;
        DoubleVector q1 = p0;
        DoubleVector r0 = p0;
        DoubleVector r1 = p0;
        DoubleVector s0 = p0;
        DoubleVector s1 = p0;
        int end = n - n % 8;
        for (int i = 0; i < end; i += 8) {
            long x = atA + i * 8L;
            long y = atB + i * 8L;
            p0 = at(a, x).fma(at(b, y), p0);
            p1 = at(a, x + 32).fma(at(b, y + 32), p1);
            q0 = at(a, x + downA).fma(at(b, y + downB), q0);
            q1 = at(a, x + downA + 32).fma(at(b, y + downB + 32), q1);
            r0 = at(a, x + 2 * downA).fma(at(b, y + 2 * downB), r0);
            r1 = at(a, x + 2 * downA + 32).fma(at(b, y + 2 * downB + 32), r1);
            s0 = at(a, x + 3 * downA).fma(at(b, y + 3 * downB), s0);
            s1 = at(a, x + 3 * downA + 32).fma(at(b, y + 3 * downB + 32), s1);
        }
        sums[0] = p0.add(p1).reduceLanes(VectorOperators.ADD) + rest(a, atA, b, atB, end, n);
        sums[1] = q0.add(q1).reduceLanes(VectorOperators.ADD) + rest(a, atA + downA, b, atB + downB, end, n);
        sums[2] = r0.add(r1).reduceLanes(VectorOperators.ADD) + rest(a, atA + 2 * downA, b, atB + 2 * downB, end, n);
        sums[3] = s0.add(s1).reduceLanes(VectorOperators.ADD) + rest(a, atA + 3 * downA, b, atB + 3 * downB, end, n);
    }

    private static double row(MemorySegment a, long atA, MemorySegment b, long atB, int n) {
        DoubleVector sum0 = DoubleVector.zero(FOUR);
        DoubleVector sum1 = sum0;
        DoubleVector sum2 = sum0;
        DoubleVector sum3 = sum0;
        int whole = n - n % 16;
        for (int i = 0; i < whole; i += 16) {
            long at = i * 8L;
            sum0 = at(a, atA + at).fma(at(b, atB + at), sum0);
            sum1 = at(a, atA + at + 32).fma(at(b, atB + at + 32), sum1);
            sum2 = at(a, atA + at + 64).fma(at(b, atB + at + 64), sum2);
            sum3 = at(a, atA + at + 96).fma(at(b, atB + at + 96), sum3);
        }
        int i = whole;
        for (; i + 4 <= n; i += 4)
            sum0 = at(a, atA + i * 8L).fma(at(b, atB + i * 8L), sum0);
        double total = sum0.add(sum1).add(sum2.add(sum3)).reduceLanes(VectorOperators.ADD);
        return total + rest(a, atA, b, atB, i, n);
    }

    private static double rest(MemorySegment a, long atA, MemorySegment b, long atB, int from, int n) {
        double sum = 0;
        for (int i = from; i < n; i++)
            sum += a.get(ITEM, atA + i * 8L) * b.get(ITEM, atB + i * 8L);
        return sum;
    }

    private static DoubleVector at(MemorySegment from, long byteAt) {
        return DoubleVector.fromMemorySegment(FOUR, from, byteAt, ORDER);
    }
}
