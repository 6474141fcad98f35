package org.stridescope.kernel;

import java.lang.foreign.MemorySegment;
import java.util.EnumSet;
import java.util.Set;

import org.stridescope.array.ArrayMemory;
import org.stridescope.array.DType;
import org.stridescope.array.NDArray;
import org.stridescope.ffi.DistanceFortranBindings;

/**
 * The kernel in Fortran as the course writes it, {@code native/distance-fortran/plain.f90}: points as columns, three loops and
 * one OpenMP directive. One foreign call a tile; the arrays are passed as they lie, which Fortran sees transposed, and the
 * column-major result is our rows: nothing is copied, where the points are in C order.
 */
public final class FortranPlainKernel implements DistanceKernel {
    /** A tile's work: about 20 ms at one thread. */
    private static final double MOST_PAIR_FEATURES = 2e7;

    private final NativeKernels<DistanceFortranBindings> library;

    FortranPlainKernel(NativeKernels<DistanceFortranBindings> library) {
        this.library = library;
    }

    @Override
    public String name() {
        return "fortran-plain";
    }

    @Override
    public String language() {
        return "Fortran, OpenMP";
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
        return copies(problem);
    }

    static long copies(DistanceProblem problem) {
        return (problem.x().isCContiguous() ? 0 : problem.x().nbytes())
                + (problem.y().isCContiguous() ? 0 : problem.y().nbytes());
    }

    @Override
    public int tiles(DistanceProblem problem) {
        return TileGrid.of(problem, MOST_PAIR_FEATURES).count();
    }

    @Override
    public String source() {
        return "sources/distance-fortran/plain.f90";
    }

    @Override
    public Outcome run(DistanceProblem problem, NDArray out, RunControl control) {
        RunCheck.check(this, problem, out, control);
        DistanceFortranBindings fortran = library.require();
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
                fortran.plain(metric, x, y, result, problem.n(), problem.m(), problem.k(),
                        new DistanceFortranBindings.Part(tile.row(), tile.rowEnd(), tile.column(), tile.columnEnd()),
                        control.threads());
                control.listener().done(tile, start, System.nanoTime());
            }
            return Outcome.DONE;
        }
    }
}
