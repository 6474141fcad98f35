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
        int[] axes = new int[axis + 1];
        for (int i = 0; i <= axis; i++)
            axes[i] = i;
        MemorySegment a = operands[0].buffer();
        MemorySegment b = operands[1].buffer();
        MemorySegment to = result.buffer();
        NestedLoop.run(parsed.shape(), axes, (at, step, count) -> {
            double sum = row(a, at[0], b, at[1], Math.toIntExact(count)); // a NestedLoop's run is short enough
            to.set(ITEM, at[2], to.get(ITEM, at[2]) + sum);
        }, layouts);
        return true;
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
        for (; i < n; i++)
            total += a.get(ITEM, atA + i * 8L) * b.get(ITEM, atB + i * 8L);
        return total;
    }

    private static DoubleVector at(MemorySegment from, long byteAt) {
        return DoubleVector.fromMemorySegment(FOUR, from, byteAt, ORDER);
    }
}
