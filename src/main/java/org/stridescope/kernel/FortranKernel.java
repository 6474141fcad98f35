package org.stridescope.kernel;

import java.lang.foreign.MemorySegment;
import java.util.EnumSet;
import java.util.Set;

import org.stridescope.array.ArrayMemory;
import org.stridescope.array.DType;
import org.stridescope.array.NDArray;
import org.stridescope.ffi.DistanceFortranBindings;
import org.stridescope.ffi.Pages;

/**
 * The tuned kernel in Fortran with OpenMP, {@code native/distance-fortran/tiles.f90}, which says what makes it fast. One
 * foreign call does several tiles side by side with all threads.
 */
public final class FortranKernel implements DistanceKernel {
    /** A tile's work: about 2 ms. */
    private static final double MOST_PAIR_FEATURES = 2e7;
    /** A call's work: about 5 ms at one thread. */
    private static final double CALL_PAIR_FEATURES = 4e7;

    private final NativeKernels<DistanceFortranBindings> library;

    FortranKernel(NativeKernels<DistanceFortranBindings> library) {
        this.library = library;
    }

    @Override
    public String name() {
        return "fortran";
    }

    @Override
    public String language() {
        return "Fortran, OpenMP, tuned";
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
        return library.availability();
    }

    /** y in panels, and copies of the points that are not in C order. */
    @Override
    public long temporaryBytes(DistanceProblem problem, int threads) {
        return Points.copiedBytes(problem)
                + DistanceFortranBindings.packedItems(problem.x().dtype(), problem.m(), problem.k())
                        * problem.x().itemsize();
    }

    @Override
    public int tiles(DistanceProblem problem) {
        return TileGrid.of(problem, MOST_PAIR_FEATURES).count();
    }

    @Override
    public String source() {
        return "sources/distance-fortran/tiles.f90";
    }

    @Override
    public Outcome run(DistanceProblem problem, NDArray out, RunControl control) {
        RunCheck.check(this, problem, out, control);
        DistanceFortranBindings fortran = library.require();
        TileGrid grid = TileGrid.of(problem, MOST_PAIR_FEATURES);
        if (grid.count() == 0)
            return Outcome.DONE;
        double tileWork = grid.tileRows() * (double) grid.tileColumns() * Math.max(1, problem.k());
        int together = (int) Math.clamp(CALL_PAIR_FEATURES / tileWork, 1, grid.across());
        try (ArrayMemory memory = ArrayMemory.confined(new Pages())) {
            MemorySegment x = Points.cOrder(problem.x(), memory);
            MemorySegment y = Points.cOrder(problem.y(), memory);
            long packed = DistanceFortranBindings.packedItems(problem.x().dtype(), problem.m(), problem.k())
                    * problem.x().itemsize();
            MemorySegment panels = memory.allocate(packed);
            fortran.pack(problem.x().dtype(), y, panels, problem.m(), problem.k(), control.threads());
            MemorySegment result = Points.items(out);
            for (int first = 0; first < grid.count();) {
                if (control.cancellation().isCancelled())
                    return Outcome.CANCELLED;
                int last = Math.min(first + together, first / grid.across() * grid.across() + grid.across()) - 1;
                Tile from = grid.tile(first);
                var part = new DistanceFortranBindings.Part(from.row(), from.rowEnd(), from.column(),
                        grid.tile(last).columnEnd());
                long start = System.nanoTime();
                fortran.tile(problem.x().dtype(), problem.metric().ordinal(), x, panels, result, problem.n(),
                        problem.m(), problem.k(), part,
                        control.threads());
                long end = System.nanoTime();
                for (; first <= last; first++)
                    control.listener().done(grid.tile(first), start, end);
            }
            return Outcome.DONE;
        }
    }
}
