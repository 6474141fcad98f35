package org.stridescope.kernel;

import java.util.EnumSet;
import java.util.Set;

import org.stridescope.array.DType;
import org.stridescope.array.NDArray;

/**
 * The tuned kernel in Java, by the Vector API. What makes it fast, against {@link LoopsKernel}:
 *
 * <ul>
 * <li>A vector holds 2, 4 or 8 neighbouring columns of the result, so one instruction does 2, 4 or 8 subtractions.
 * <li>Blocks of 4 rows by 2 vectors are summed at once, in registers: 8 chains of additions that do not wait for each other,
 * and each feature that is loaded is used 4 times or more.
 * <li>Points are packed into panels, so that the inner loop reads forwards.
 * <li>Features are taken in passes of at most 800, and rows in blocks of 64, so that the panels stay in the caches.
 * <li>Where there are three features or fewer, four whole rows of the result are written side by side: the processor
 * then fetches the lines ahead, which Java cannot write without reading them first. With tiles as narrow as elsewhere, this
 * takes almost twice as long.
 * <li>The sums start from zero; those of earlier passes are joined apart: a start that depends on a condition would make the
 * compiler give the registers up.
 * </ul>
 */
public final class VectorKernel implements DistanceKernel {
    /** A tile's work: about 3 ms. */
    private static final double MOST_PAIR_FEATURES = 2e7;

    @Override
    public String name() {
        return "vector";
    }

    @Override
    public String language() {
        return "Java SIMD";
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
        if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
            return new Availability.Missing("Java was started without the Vector API",
                    "start it with --add-modules=jdk.incubator.vector");
        }
        return VectorTile.FMA
                ? Availability.AVAILABLE
                : new Availability.Missing("this processor, or this Java, has no fused multiply-add", "");
    }

    /** The points packed into panels. */
    @Override
    public long temporaryBytes(DistanceProblem problem, int threads) {
        if (!availability().isAvailable())
            return 0;
        return problem.x().dtype() == DType.FLOAT32
                ? VectorTileSingle.panelBytes(problem)
                : VectorTile.panelBytes(problem);
    }

    @Override
    public int tiles(DistanceProblem problem) {
        return grid(problem).count();
    }

    private static TileGrid grid(DistanceProblem problem) {
        return problem.k() <= VectorTile.FEW_FEATURES
                ? TileGrid.wide(problem)
                : TileGrid.of(problem, MOST_PAIR_FEATURES);
    }

    @Override
    public String source() {
        return "sources/org/stridescope/kernel/VectorTile.java";
    }

    @Override
    public Outcome run(DistanceProblem problem, NDArray out, RunControl control) {
        RunCheck.check(this, problem, out, control);
        TileGrid grid = grid(problem);
        return problem.x().dtype() == DType.FLOAT32
                ? VectorTileSingle.run(problem, out, control, grid)
                : VectorTile.run(problem, out, control, grid);
    }
}
