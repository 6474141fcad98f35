package org.stridescope.kernel;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.EnumSet;
import java.util.Set;

import org.stridescope.array.DType;
import org.stridescope.array.NDArray;

/**
 * Broadcasting with the sum of squares left to einsum: {@code d = x[:, newaxis, :] - y[newaxis, :, :]}, then
 * {@code einsum('ijk,ijk->ij', d, d)}.
 *
 * <p>The temporary of n m k items is the same as {@link BroadcastKernel}'s, but it is read once instead of three times:
 * einsum multiplies and adds in one pass and writes no square.
 */
public final class EinsumKernel implements DistanceKernel {
    private static final ValueLayout.OfDouble DOUBLE = ValueLayout.JAVA_DOUBLE_UNALIGNED;

    @Override
    public String name() {
        return "broadcast-einsum";
    }

    @Override
    public String language() {
        return "NumPy style";
    }

    @Override
    public Set<Metric> metrics() {
        return EnumSet.of(Metric.SQEUCLIDEAN, Metric.EUCLIDEAN);
    }

    @Override
    public String whyNot(Metric metric) {
        return "broadcast-einsum has no " + metric.label() + ": einsum adds up products, d d, and |d| is none";
    }

    @Override
    public Set<DType> dtypes() {
        return EnumSet.of(DType.FLOAT64, DType.FLOAT32);
    }

    @Override
    public Availability availability() {
        return Availability.AVAILABLE;
    }

    /** A slab a thread. */
    @Override
    public long temporaryBytes(DistanceProblem problem, int threads) {
        return Slab.bytes(problem, threads);
    }

    @Override
    public int tiles(DistanceProblem problem) {
        return Slab.tiles(problem);
    }

    @Override
    public String source() {
        return "sources/org/stridescope/kernel/EinsumKernel.java";
    }

    @Override
    public Outcome run(DistanceProblem problem, NDArray out, RunControl control) {
        RunCheck.check(this, problem, out, control);
        boolean root = problem.metric() == Metric.EUCLIDEAN;
        MemorySegment result = Points.items(out);
        return Slab.run(problem, control, (tile, slab) -> {
            Cancellation cancellation = control.cancellation();
            Slab.subtract(problem, tile, slab, cancellation);
            if (Slab.isSingle(problem)) {
                SlabSingle.einsum(problem, tile, slab, result, cancellation);
                return;
            }
            long at = 0;
            for (long i = tile.row(); i < tile.rowEnd(); i++) {
                for (long j = tile.column(); j < tile.columnEnd(); j++) {
                    if (cancellation.isCancelled())
                        return;
                    double sum = sumOfSquares(slab, at, problem.k());
                    result.setAtIndex(DOUBLE, i * problem.m() + j, root ? Math.sqrt(sum) : sum);
                    at += problem.k() * Double.BYTES;
                }
            }
        });
    }

    /** One item of einsum('ijk,ijk->ij', d, d) */
    private static double sumOfSquares(MemorySegment slab, long at, long k) {
        double sum = 0;
        for (long l = 0; l < k; l++) {
            double difference = slab.get(DOUBLE, at + l * Double.BYTES);
            sum += difference * difference;
        }
        return sum;
    }
}
