package org.stridescope.kernel;

import java.lang.foreign.MemorySegment;
import java.util.EnumSet;
import java.util.Set;

import org.stridescope.array.ArrayMemory;
import org.stridescope.array.DType;
import org.stridescope.array.NDArray;
import org.stridescope.ffi.DistanceCBindings;

/**
 * The kernel in C as the course writes it, {@code native/distance-c/plain.c}: three loops and one OpenMP pragma. One foreign
 * call a tile; the addresses of the arrays are passed and nothing is copied, where they are in C order.
 */
public final class CPlainKernel implements DistanceKernel {
    /** A tile's work: about 20 ms at one thread. */
    private static final double MOST_PAIR_FEATURES = 2e7;

    private final NativeKernels<DistanceCBindings> library;

    CPlainKernel(NativeKernels<DistanceCBindings> library) {
        this.library = library;
    }

    @Override
    public String name() {
        return "c-plain";
    }

    @Override
    public String language() {
        return "C, OpenMP";
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
        return library.availability();
    }

    /** Copies of the points that are not in C order. */
    @Override
    public long temporaryBytes(DistanceProblem problem, int threads) {
        return (problem.x().isCContiguous() ? 0 : problem.x().nbytes())
                + (problem.y().isCContiguous() ? 0 : problem.y().nbytes());
    }

    @Override
    public int tiles(DistanceProblem problem) {
        return TileGrid.of(problem, MOST_PAIR_FEATURES).count();
    }

    @Override
    public String source() {
        return "sources/distance-c/plain.c";
    }

    @Override
    public Outcome run(DistanceProblem problem, NDArray out, RunControl control) {
        RunCheck.check(this, problem, out, control);
        DistanceCBindings c = library.require();
        TileGrid grid = TileGrid.of(problem, MOST_PAIR_FEATURES);
        int metric = problem.metric().ordinal();
        try (ArrayMemory memory = ArrayMemory.scoped()) {
            MemorySegment x = Points.cOrder(problem.x(), memory);
            MemorySegment y = Points.cOrder(problem.y(), memory);
            MemorySegment result = Points.items(out);
            for (int t = 0; t < grid.count(); t++) {
                if (control.cancellation().isCancelled())
                    return Outcome.CANCELLED;
                Tile tile = grid.tile(t);
                long start = System.nanoTime();
                c.plain(metric, x, y, result, problem.m(), problem.k(), tile.row(), tile.rowEnd(), tile.column(),
                        tile.columnEnd(), control.threads());
                control.listener().done(tile, start, System.nanoTime());
            }
            return Outcome.DONE;
        }
    }
}
