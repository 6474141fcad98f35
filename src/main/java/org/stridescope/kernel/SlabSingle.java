package org.stridescope.kernel;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** What is done to a slab of single precision: the same steps as in {@link BroadcastKernel} and {@link EinsumKernel}. */
final class SlabSingle {
    private static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT_UNALIGNED;

    private SlabSingle() {}

    /** One pair of points, from bytes {@code xAt} and {@code yAt} on, into the slab from byte {@code at} on. */
    static void subtract(DistanceProblem problem, long xAt, long yAt, MemorySegment slab, long at) {
        MemorySegment x = problem.x().buffer();
        MemorySegment y = problem.y().buffer();
        long xStride = problem.x().layout().stride(1);
        long yStride = problem.y().layout().stride(1);
        for (long l = 0; l < problem.k(); l++) {
            slab.set(FLOAT, at + l * Float.BYTES, x.get(FLOAT, xAt + l * xStride) - y.get(FLOAT, yAt + l * yStride));
        }
    }

    /** slab *= slab */
    static void square(MemorySegment slab, long from, long end) {
        for (long at = from; at < end; at += Float.BYTES) {
            float difference = slab.get(FLOAT, at);
            slab.set(FLOAT, at, difference * difference);
        }
    }

    /** abs(slab, out=slab) */
    static void absolute(MemorySegment slab, long from, long end) {
        for (long at = from; at < end; at += Float.BYTES)
            slab.set(FLOAT, at, Math.abs(slab.get(FLOAT, at)));
    }

    /** out[i, j] = sum(slab[i, j]), its root, or its maximum, for all pairs of a tile. */
    static void reduce(DistanceProblem problem, Tile tile, MemorySegment slab, MemorySegment result,
            Cancellation cancellation) {
        Metric metric = problem.metric();
        long k = problem.k();
        long at = 0;
        for (long i = tile.row(); i < tile.rowEnd(); i++) {
            for (long j = tile.column(); j < tile.columnEnd(); j++) {
                if (cancellation.isCancelled())
                    return;
                float value = metric == Metric.CHEBYSHEV ? largest(slab, at, k) : sum(slab, at, k);
                if (metric == Metric.EUCLIDEAN)
                    value = (float) Math.sqrt(value);
                result.setAtIndex(FLOAT, i * problem.m() + j, value);
                at += k * Float.BYTES;
            }
        }
    }

    private static float sum(MemorySegment slab, long at, long k) {
        float sum = 0;
        for (long l = 0; l < k; l++)
            sum += slab.get(FLOAT, at + l * Float.BYTES);
        return sum;
    }

    private static float largest(MemorySegment slab, long at, long k) {
        float largest = 0;
        for (long l = 0; l < k; l++) {
            float value = slab.get(FLOAT, at + l * Float.BYTES);
            if (value > largest)
                largest = value;
        }
        return largest;
    }

    /** einsum('ijk,ijk->ij', d, d), and its root where the metric is one. */
    static void einsum(DistanceProblem problem, Tile tile, MemorySegment slab, MemorySegment result,
            Cancellation cancellation) {
        boolean root = problem.metric() == Metric.EUCLIDEAN;
        long at = 0;
        for (long i = tile.row(); i < tile.rowEnd(); i++) {
            for (long j = tile.column(); j < tile.columnEnd(); j++) {
                if (cancellation.isCancelled())
                    return;
                float sum = 0;
                for (long l = 0; l < problem.k(); l++) {
                    float difference = slab.get(FLOAT, at + l * Float.BYTES);
                    sum += difference * difference;
                }
                result.setAtIndex(FLOAT, i * problem.m() + j, root ? (float) Math.sqrt(sum) : sum);
                at += problem.k() * Float.BYTES;
            }
        }
    }
}
