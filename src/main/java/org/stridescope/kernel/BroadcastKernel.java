package org.stridescope.kernel;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.EnumSet;
import java.util.Set;

import org.stridescope.array.ArrayMemory;
import org.stridescope.array.DType;
import org.stridescope.array.Layout;
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
    /** Items of a slab: 32 MB. */
    private static final double MOST_PAIR_FEATURES = 4e6;
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
        return EnumSet.of(DType.FLOAT64);
    }

    @Override
    public Availability availability() {
        return Availability.AVAILABLE;
    }

    /** A slab a thread. */
    @Override
    public long temporaryBytes(DistanceProblem problem, int threads) {
        TileGrid grid = TileGrid.of(problem, MOST_PAIR_FEATURES);
        long slab = Math.min(grid.tileRows(), problem.n()) * Math.min(grid.tileColumns(), problem.m()) * problem.k();
        return slab * Double.BYTES * Math.min(threads, Math.max(1, grid.count()));
    }

    @Override
    public int tiles(DistanceProblem problem) {
        return TileGrid.of(problem, MOST_PAIR_FEATURES).count();
    }

    @Override
    public String source() {
        return "sources/org/stridescope/kernel/BroadcastKernel.java";
    }

    @Override
    public Outcome run(DistanceProblem problem, NDArray out, RunControl control) {
        RunCheck.check(this, problem, out, control);
        TileGrid grid = TileGrid.of(problem, MOST_PAIR_FEATURES);
        try (ArrayMemory memory = ArrayMemory.scoped()) {
            return TileLoop.run(grid, control, () -> {
                NDArray slab = NDArray.zeros(memory, DType.FLOAT64, Math.min(grid.tileRows(), problem.n()),
                        Math.min(grid.tileColumns(), problem.m()), problem.k());
                return tile -> compute(problem, tile, slab.buffer(), out);
            });
        }
    }

    private static void compute(DistanceProblem problem, Tile tile, MemorySegment slab, NDArray out) {
        long items = tile.items() * problem.k();
        subtract(problem, tile, slab);
        if (problem.metric() == Metric.SQEUCLIDEAN || problem.metric() == Metric.EUCLIDEAN)
            square(slab, items);
        else
            absolute(slab, items);
        reduce(problem, tile, slab, out);
    }

    /** slab = x[rows, newaxis, :] - y[newaxis, columns, :] */
    private static void subtract(DistanceProblem problem, Tile tile, MemorySegment slab) {
        Layout x = problem.x().layout();
        Layout y = problem.y().layout();
        long at = 0;
        for (long i = tile.row(); i < tile.rowEnd(); i++) {
            for (long j = tile.column(); j < tile.columnEnd(); j++) {
                subtract(problem, x.offset() + i * x.stride(0), y.offset() + j * y.stride(0), slab, at);
                at += problem.k() * Double.BYTES;
            }
        }
    }

    private static void subtract(DistanceProblem problem, long xAt, long yAt, MemorySegment slab, long at) {
        MemorySegment x = problem.x().buffer();
        MemorySegment y = problem.y().buffer();
        long xStride = problem.x().layout().stride(1);
        long yStride = problem.y().layout().stride(1);
        for (long l = 0; l < problem.k(); l++) {
            slab.set(DOUBLE, at + l * Double.BYTES,
                    x.get(DOUBLE, xAt + l * xStride) - y.get(DOUBLE, yAt + l * yStride));
        }
    }

    /** slab *= slab */
    private static void square(MemorySegment slab, long items) {
        for (long at = 0; at < items * Double.BYTES; at += Double.BYTES) {
            double difference = slab.get(DOUBLE, at);
            slab.set(DOUBLE, at, difference * difference);
        }
    }

    /** abs(slab, out=slab) */
    private static void absolute(MemorySegment slab, long items) {
        for (long at = 0; at < items * Double.BYTES; at += Double.BYTES)
            slab.set(DOUBLE, at, Math.abs(slab.get(DOUBLE, at)));
    }

    /** out[rows, columns] = sum(slab, axis=2), its root, or its maximum */
    private static void reduce(DistanceProblem problem, Tile tile, MemorySegment slab, NDArray out) {
        Metric metric = problem.metric();
        long k = problem.k();
        MemorySegment result = Points.items(out);
        long at = 0;
        for (long i = tile.row(); i < tile.rowEnd(); i++) {
            for (long j = tile.column(); j < tile.columnEnd(); j++) {
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
