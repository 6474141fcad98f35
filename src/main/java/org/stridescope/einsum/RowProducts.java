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
    private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_PREFERRED;
    private static final ByteOrder ORDER = ByteOrder.nativeOrder();

    private RowProducts() {}

    /** Whether this was such a sum, and so is done. */
    static boolean run(Subscripts parsed, DType dtype, NDArray[] operands, Layout[] layouts, NDArray result) {
        if (operands.length != 2 || dtype != DType.FLOAT64 || parsed.summed().length() != 1)
            return false;
        if (operands[0].dtype() != dtype || operands[1].dtype() != dtype)
            return false;
        int axis = parsed.labels().length() - 1;
        if (layouts[0].stride(axis) != 8 || layouts[1].stride(axis) != 8 || parsed.shape()[axis] < LANES.length())
            return false;
        int[] axes = new int[axis + 1];
        for (int i = 0; i <= axis; i++)
            axes[i] = i;
        MemorySegment a = operands[0].buffer();
        MemorySegment b = operands[1].buffer();
        MemorySegment to = result.buffer();
        NestedLoop.run(parsed.shape(), axes, (at, step, count) -> {
            double sum = row(a, at[0], b, at[1], count) + to.get(ValueLayout.JAVA_DOUBLE_UNALIGNED, at[2]);
            to.set(ValueLayout.JAVA_DOUBLE_UNALIGNED, at[2], sum);
        }, layouts);
        return true;
    }

    private static double row(MemorySegment a, long atA, MemorySegment b, long atB, long n) {
        int width = LANES.length();
        DoubleVector sum0 = DoubleVector.zero(LANES);
        DoubleVector sum1 = sum0;
        DoubleVector sum2 = sum0;
        DoubleVector sum3 = sum0;
        long step = width * 8L;
        long i = 0;
        for (; i + 4 * width <= n; i += 4 * width) {
            long at = i * 8;
            sum0 = at(a, atA + at).fma(at(b, atB + at), sum0);
            sum1 = at(a, atA + at + step).fma(at(b, atB + at + step), sum1);
            sum2 = at(a, atA + at + 2 * step).fma(at(b, atB + at + 2 * step), sum2);
            sum3 = at(a, atA + at + 3 * step).fma(at(b, atB + at + 3 * step), sum3);
        }
        for (; i + width <= n; i += width)
            sum0 = at(a, atA + i * 8).fma(at(b, atB + i * 8), sum0);
        double total = sum0.add(sum1).add(sum2.add(sum3)).reduceLanes(VectorOperators.ADD);
        for (; i < n; i++) {
            total += a.get(ValueLayout.JAVA_DOUBLE_UNALIGNED, atA + i * 8)
                    * b.get(ValueLayout.JAVA_DOUBLE_UNALIGNED, atB + i * 8);
        }
        return total;
    }

    private static DoubleVector at(MemorySegment from, long byteAt) {
        return DoubleVector.fromMemorySegment(LANES, from, byteAt, ORDER);
    }
}
