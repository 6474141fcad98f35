package org.stridescope.kernel;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.EnumSet;
import java.util.Set;

import org.stridescope.array.DType;
import org.stridescope.array.NDArray;

/**
 * The distance matrix as NumPy's broadcasting gives it: {@code d = x[:, newaxis, :] - y[newaxis, :, :]}, then
 * {@code abs(d)} or {@code d * d} in place, then a reduction over the last axis.
 *
 * <p>Three short lines for a NumPy user, and three walks through memory: the difference of every pair of points is written
 * out in full, n m k items, then read and written again, then read once more. At 12000 x 50 points that temporary is 57.6
 * GB. So that it fits, it is made here slab by slab, a tile's rows by a tile's columns at a time; the work is the same.
 */
public final class BroadcastKernel implements DistanceKernel {
    private static final ValueLayout.OfDouble DOUBLE = ValueLayout.JAVA_DOUBLE_UNALIGNED;

    @Override
    public String name() {
        return "broadcast";
    }

    @Override
    public String language() {
        return "NumPy style";
    }

    @Override
    public Set<Metric> metrics() {
        return EnumSet.allOf(Metric.class);
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
        return "sources/org/stridescope/kernel/BroadcastKernel.java";
    }

    @Override
    public Outcome run(DistanceProblem problem, NDArray out, RunControl control) {
        RunCheck.check(this, problem, out, control);
        return Slab.run(problem, control, (tile, slab) -> compute(problem, tile, slab, out, control.cancellation()));
    }

    private static void compute(DistanceProblem problem, Tile tile, MemorySegment slab, NDArray out,
            Cancellation cancellation) {
        long bytes = tile.items() * problem.k() * problem.x().itemsize();
        Slab.subtract(problem, tile, slab, cancellation);
        boolean squares = problem.metric() == Metric.SQEUCLIDEAN || problem.metric() == Metric.EUCLIDEAN;
        if (Slab.isSingle(problem)) {
            Slab.walk(slab, bytes, cancellation, squares ? SlabSingle::square : SlabSingle::absolute);
            SlabSingle.reduce(problem, tile, slab, Points.items(out), cancellation);
        } else {
            Slab.walk(slab, bytes, cancellation, squares ? BroadcastKernel::square : BroadcastKernel::absolute);
            reduce(problem, tile, slab, out, cancellation);
        }
    }

    /** slab *= slab */
    private static void square(MemorySegment slab, long from, long end) {
        for (long at = from; at < end; at += Double.BYTES) {
            double difference = slab.get(DOUBLE, at);
            slab.set(DOUBLE, at, difference * difference);
        }
    }

    /** abs(slab, out=slab) */
    private static void absolute(MemorySegment slab, long from, long end) {
        for (long at = from; at < end; at += Double.BYTES)
            slab.set(DOUBLE, at, Math.abs(slab.get(DOUBLE, at)));
    }

    /** out[rows, columns] = sum(slab, axis=2), its root, or its maximum */
    private static void reduce(DistanceProblem problem, Tile tile, MemorySegment slab, NDArray out,
            Cancellation cancellation) {
        Metric metric = problem.metric();
        long k = problem.k();
        MemorySegment result = Points.items(out);
        long at = 0;
        for (long i = tile.row(); i < tile.rowEnd(); i++) {
            for (long j = tile.column(); j < tile.columnEnd(); j++) {
                if (cancellation.isCancelled())
                    return;
                double value = metric == Metric.CHEBYSHEV ? largest(slab, at, k) : sum(slab, at, k);
                if (metric == Metric.EUCLIDEAN)
                    value = Math.sqrt(value);
                result.setAtIndex(DOUBLE, i * problem.m() + j, value);
                at += k * Double.BYTES;
            }
        }
    }

    private static double sum(MemorySegment slab, long at, long k) {
        double sum = 0;
        for (long l = 0; l < k; l++)
            sum += slab.get(DOUBLE, at + l * Double.BYTES);
        return sum;
    }

    /** As cdist takes it: NaN is never larger. */
    private static double largest(MemorySegment slab, long at, long k) {
        double largest = 0;
        for (long l = 0; l < k; l++) {
            double value = slab.get(DOUBLE, at + l * Double.BYTES);
            if (value > largest)
                largest = value;
        }
        return largest;
    }
}
