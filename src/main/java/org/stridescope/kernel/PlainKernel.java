package org.stridescope.kernel;

import java.lang.foreign.MemorySegment;
import java.util.EnumSet;
import java.util.Set;

import org.stridescope.array.ArrayMemory;
import org.stridescope.array.DType;
import org.stridescope.array.NDArray;
import org.stridescope.ffi.DistanceCBindings;
import org.stridescope.ffi.DistanceFortranBindings;

/**
 * A kernel as the course writes it, three loops and one OpenMP directive: {@code native/distance-c/plain.c} or
 * {@code native/distance-fortran/plain.f90}. One foreign call a tile; the addresses of the arrays are passed and nothing is
 * copied, where they are in C order. Fortran sees them transposed, points as columns, and its column-major result is our
 * rows.
 */
public final class PlainKernel<B> implements DistanceKernel {
    /** A tile's work: about 20 ms at one thread. */
    private static final double MOST_PAIR_FEATURES = 2e7;

    private final String name;
    private final String language;
    private final String source;
    private final NativeKernels<B> library;
    private final Call<B> call;

    /** One tile from points in C order. */
    @FunctionalInterface
    private interface Call<B> {
        void compute(B library, Run run, Tile tile);
    }

    private record Run(DistanceProblem problem, MemorySegment x, MemorySegment y, MemorySegment out, int threads) {
        DType dtype() {
            return problem.x().dtype();
        }

        int metric() {
            return problem.metric().ordinal();
        }
    }

    private PlainKernel(String name, String language, String source, NativeKernels<B> library, Call<B> call) {
        this.name = name;
        this.language = language;
        this.source = source;
        this.library = library;
        this.call = call;
    }

    static PlainKernel<DistanceCBindings> inC(NativeKernels<DistanceCBindings> library) {
        return new PlainKernel<>("c-plain", "C, OpenMP", "sources/distance-c/plain.c", library,
                (c, run, tile) -> c.plain(run.dtype(), run.metric(), run.x(), run.y(), run.out(), run.problem().m(),
                        run.problem().k(), new DistanceCBindings.Block(tile.row(), tile.rowEnd(), tile.column(),
                                tile.columnEnd()),
                        run.threads()));
    }

    static PlainKernel<DistanceFortranBindings> inFortran(NativeKernels<DistanceFortranBindings> library) {
        return new PlainKernel<>("fortran-plain", "Fortran, OpenMP", "sources/distance-fortran/plain.f90", library,
                (fortran, run, tile) -> fortran.plain(run.dtype(), run.metric(), run.x(), run.y(), run.out(),
                        run.problem().n(), run.problem().m(), run.problem().k(), new DistanceFortranBindings.Part(
                                tile.row(), tile.rowEnd(), tile.column(), tile.columnEnd()),
                        run.threads()));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String language() {
        return language;
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

    /** Copies of the points that are not in C order. */
    @Override
    public long temporaryBytes(DistanceProblem problem, int threads) {
        return Points.copiedBytes(problem);
    }

    @Override
    public int tiles(DistanceProblem problem) {
        return TileGrid.of(problem, MOST_PAIR_FEATURES).count();
    }

    @Override
    public String source() {
        return source;
    }

    @Override
    public Outcome run(DistanceProblem problem, NDArray out, RunControl control) {
        RunCheck.check(this, problem, out, control);
        B bindings = library.require();
        TileGrid grid = TileGrid.of(problem, MOST_PAIR_FEATURES);
        try (ArrayMemory memory = ArrayMemory.scoped()) {
            Run run = new Run(problem, Points.cOrder(problem.x(), memory), Points.cOrder(problem.y(), memory),
                    Points.items(out), control.threads());
            for (int t = 0; t < grid.count(); t++) {
                if (control.cancellation().isCancelled())
                    return Outcome.CANCELLED;
                Tile tile = grid.tile(t);
                long start = System.nanoTime();
                call.compute(bindings, run, tile);
                control.listener().done(tile, start, System.nanoTime());
            }
            return Outcome.DONE;
        }
    }
}
