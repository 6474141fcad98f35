package org.stridescope.kernel;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

import org.stridescope.array.ArrayMemory;
import org.stridescope.array.DType;
import org.stridescope.array.Layout;
import org.stridescope.array.NDArray;
import org.stridescope.kernel.DistanceKernel.Outcome;
import org.stridescope.kernel.DistanceKernel.RunControl;

/** The temporary of broadcasting, the difference of every pair of points, for a tile at a time: (rows, columns, k). */
final class Slab {
    /** Items of a slab: 2 MB. */
    private static final double MOST_PAIR_FEATURES = 2.5e5;
    /** Bytes between two looks at the cancellation: well below a millisecond even while the code is still interpreted. */
    static final long CHUNK = 8L << 10;
    private static final ValueLayout.OfDouble DOUBLE = ValueLayout.JAVA_DOUBLE_UNALIGNED;

    private Slab() {}

    /** What is done with a tile, given memory for its slab; may leave it unfinished once the run is cancelled. */
    @FunctionalInterface
    interface Work {
        void compute(Tile tile, MemorySegment slab);
    }

    /** A walk over a part of a slab, from byte {@code at} to byte {@code end}. */
    @FunctionalInterface
    interface Walk {
        void over(MemorySegment slab, long at, long end);
    }

    /** Walks over the first bytes of a slab, a chunk at a time, until the run is cancelled. */
    static void walk(MemorySegment slab, long bytes, Cancellation cancellation, Walk walk) {
        for (long at = 0; at < bytes && !cancellation.isCancelled(); at += CHUNK)
            walk.over(slab, at, Math.min(bytes, at + CHUNK));
    }

    /** Runs over all tiles with a slab a thread. */
    static Outcome run(DistanceProblem problem, RunControl control, Work work) {
        TileGrid grid = TileGrid.of(problem, MOST_PAIR_FEATURES);
        try (ArrayMemory memory = ArrayMemory.scoped()) {
            return TileLoop.run(grid, control, () -> {
                NDArray slab = NDArray.zeros(memory, problem.x().dtype(), items(problem, grid));
                return tile -> work.compute(tile, slab.buffer());
            });
        }
    }

    /** Bytes of the slabs of all threads. */
    static long bytes(DistanceProblem problem, int threads) {
        TileGrid grid = TileGrid.of(problem, MOST_PAIR_FEATURES);
        return items(problem, grid) * problem.x().itemsize() * Math.min(threads, Math.max(1, grid.count()));
    }

    static int tiles(DistanceProblem problem) {
        return TileGrid.of(problem, MOST_PAIR_FEATURES).count();
    }

    private static long items(DistanceProblem problem, TileGrid grid) {
        return Math.min(grid.tileRows(), problem.n()) * Math.min(grid.tileColumns(), problem.m()) * problem.k();
    }

    /** Whether the points, and so the slab, are float32. */
    static boolean isSingle(DistanceProblem problem) {
        return problem.x().dtype() == DType.FLOAT32;
    }

    /** slab = x[rows, newaxis, :] - y[newaxis, columns, :] */
    static void subtract(DistanceProblem problem, Tile tile, MemorySegment slab, Cancellation cancellation) {
        Layout x = problem.x().layout();
        Layout y = problem.y().layout();
        long at = 0;
        for (long i = tile.row(); i < tile.rowEnd(); i++) {
            for (long j = tile.column(); j < tile.columnEnd(); j++) {
                if (cancellation.isCancelled())
                    return;
                long xAt = x.offset() + i * x.stride(0);
                long yAt = y.offset() + j * y.stride(0);
                if (isSingle(problem))
                    SlabSingle.subtract(problem, xAt, yAt, slab, at);
                else
                    subtract(problem, xAt, yAt, slab, at);
                at += problem.k() * problem.x().itemsize();
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
}
