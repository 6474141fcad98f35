package org.stridescope.kernel;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.stridescope.array.ArrayMemory;
import org.stridescope.array.DType;
import org.stridescope.array.NDArray;
import org.stridescope.ffi.BlasBindings;
import org.stridescope.ffi.BlasLibrary;
import org.stridescope.ffi.DistanceCBindings;
import org.stridescope.ffi.DistanceFortranBindings;
import org.stridescope.ffi.NativeLibrary;
import org.stridescope.ffi.Pages;
import org.stridescope.kernel.DistanceKernel.RunControl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Results of more than 2^31 items. By default the result is a file with holes in it, and only its last tile is computed: the
 * offsets are those of 22 GB, the pages touched are few. {@code -Dstridescope.test.huge=true} computes 8.6 GB in full with
 * every variant, some of them for minutes.
 */
@EnabledOnOs(OS.LINUX)
class BeyondTwoToThe31Test {
    private static final long N = 70_000;
    private static final long M = 40_000;

    private final ArrayMemory memory = ArrayMemory.scoped();
    private final Arena arena = Arena.ofShared();
    private DistanceProblem problem = problem(1, 1);
    private TileGrid grid = TileGrid.of(problem, 2e7);
    private MemorySegment result = MemorySegment.NULL;

    private DistanceProblem problem(long n, long m) {
        return new DistanceProblem(Metric.CITYBLOCK, column(DType.FLOAT64, n, 3), column(DType.FLOAT64, m, 5));
    }

    /** Small whole numbers, so that every distance is exact. */
    private NDArray column(DType dtype, long n, long factor) {
        NDArray points = NDArray.zeros(memory, dtype, n, 1);
        for (long i = 0; i < n; i++)
            points.setDouble(i * factor % 1013, i, 0);
        return points;
    }

    @BeforeEach
    void openAFileWithHoles(@TempDir Path folder) throws IOException {
        try (FileChannel file = FileChannel.open(folder.resolve("holes"), StandardOpenOption.CREATE_NEW,
                StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            result = file.map(FileChannel.MapMode.READ_WRITE, 0, N * M * Double.BYTES, arena);
        }
        problem = problem(N, M);
        grid = TileGrid.of(problem, 2e7);
    }

    @AfterEach
    void close() {
        arena.close();
        memory.close();
    }

    private Tile last() {
        return grid.tile(grid.count() - 1);
    }

    private void assertLastTileIsRight() {
        Tile tile = last();
        for (long i = tile.row(); i < tile.rowEnd(); i += 61) {
            for (long j = tile.column(); j < tile.columnEnd(); j += 7) {
                assertThat(result.getAtIndex(ValueLayout.JAVA_DOUBLE, i * M + j)).as("(%d, %d)", i, j)
                        .isEqualTo(Reference.distance(Metric.CITYBLOCK, problem.x(), i, problem.y(), j));
            }
        }
        assertThat(result.getAtIndex(ValueLayout.JAVA_DOUBLE, N * M - 1))
                .isEqualTo(Reference.distance(Metric.CITYBLOCK, problem.x(), N - 1, problem.y(), M - 1));
    }

    private DistanceCBindings c() {
        assumeTrue(NativeLibrary.open("distance-c") instanceof NativeLibrary.Loaded);
        return new DistanceCBindings((NativeLibrary.Loaded) NativeLibrary.open("distance-c"));
    }

    private DistanceFortranBindings fortran() {
        assumeTrue(NativeLibrary.open("distance-fortran") instanceof NativeLibrary.Loaded);
        return new DistanceFortranBindings((NativeLibrary.Loaded) NativeLibrary.open("distance-fortran"));
    }

    @Test
    void tunedCWritesWhereItShould() {
        DistanceCBindings c = c();
        DType dtype = DType.FLOAT64;
        MemorySegment x = memory.allocate(c.packedItems(N, 1, c.xPanel(dtype, 0)) * 8);
        MemorySegment y = memory.allocate(c.packedItems(M, 1, c.yPanel(dtype)) * 8);
        c.pack(new DistanceCBindings.Packing(dtype, problem.x().buffer(), N, 1, 8, 8, c.xPanel(dtype, 0), x), 1);
        c.pack(new DistanceCBindings.Packing(dtype, problem.y().buffer(), M, 1, 8, 8, c.yPanel(dtype), y), 1);
        for (boolean streaming : new boolean[]{false, true}) {
            var cut = new DistanceCBindings.Cut(dtype, result, N, M, grid.tileRows(), grid.tileColumns());
            c.tiles(0, x, y, 1, cut, grid.count() - 1, grid.count(), 1, streaming, memory.allocate(24));
            assertLastTileIsRight();
            result.asSlice((N * M - M) * 8).fill((byte) 0);
        }
    }

    @Test
    void plainCWritesWhereItShould() {
        Tile tile = last();
        c().plain(DType.FLOAT64, 0, problem.x().buffer(), problem.y().buffer(), result, M, 1,
                new DistanceCBindings.Block(tile.row(), tile.rowEnd(), tile.column(), tile.columnEnd()), 1);
        assertLastTileIsRight();
    }

    @Test
    void plainFortranWritesWhereItShould() {
        Tile tile = last();
        fortran().plain(DType.FLOAT64, 0, problem.x().buffer(), problem.y().buffer(), result, N, M, 1,
                new DistanceFortranBindings.Part(tile.row(), tile.rowEnd(), tile.column(), tile.columnEnd()), 1);
        assertLastTileIsRight();
    }

    @Test
    void tunedFortranWritesWhereItShould() {
        DistanceFortranBindings fortran = fortran();
        MemorySegment y = memory.allocate(DistanceFortranBindings.packedItems(DType.FLOAT64, M, 1) * 8);
        fortran.pack(DType.FLOAT64, problem.y().buffer(), y, M, 1, 1);
        Tile tile = last();
        fortran.tile(DType.FLOAT64, 0, problem.x().buffer(), y, result, N, M, 1,
                new DistanceFortranBindings.Part(tile.row(), tile.rowEnd(), tile.column(), tile.columnEnd()), 1);
        assertLastTileIsRight();
    }

    @Test
    void vectorWritesWhereItShould() {
        assumeTrue(Variants.named("vector").availability().isAvailable());
        NDArray out = NDArray.over(result, DType.FLOAT64,
                org.stridescope.array.Layout.of(new long[]{N, M}, new long[]{M * 8, 8}, 0));
        var run = VectorTile.Run.of(problem, out, RunControl.quiet(1), TileGrid.of(problem, 2e7));
        new VectorCityblock(run).compute(run.grid().tile(run.grid().count() - 1));
        assertLastTileIsRight();
    }

    @Test
    void theBlasWritesWhereItShould() {
        assumeTrue(BlasLibrary.open() instanceof NativeLibrary.Loaded);
        NDArray out = NDArray.over(result, DType.FLOAT64,
                org.stridescope.array.Layout.of(new long[]{N, M}, new long[]{M * 8, 8}, 0));
        var squares = new DistanceProblem(Metric.EUCLIDEAN, problem.x(), problem.y());
        grid = TrickBlas.grid(squares);
        var blas = new BlasBindings((NativeLibrary.Loaded) BlasLibrary.open());
        new TrickBlas(blas, squares, out, new Cancellation(), memory).compute(last());
        assertLastTileIsRight(); // of one feature, the root of the square is the cityblock distance
    }

    static Stream<String> names() {
        return Variants.all().stream().map(DistanceKernel::name);
    }

    @ParameterizedTest
    @MethodSource("names")
    @EnabledIfSystemProperty(named = "stridescope.test.huge", matches = "true")
    void everyVariantComputesThemAll(String name) {
        DistanceKernel kernel = Variants.named(name);
        assumeTrue(kernel.availability().isAvailable());
        DType dtype = kernel.dtypes().contains(DType.FLOAT32) ? DType.FLOAT32 : DType.FLOAT64;
        long n = 65_536;
        long m = 32_769;
        Metric metric = kernel.metrics().contains(Metric.CITYBLOCK) ? Metric.CITYBLOCK : Metric.EUCLIDEAN;
        try (ArrayMemory large = ArrayMemory.scoped(new Pages())) {
            var huge = new DistanceProblem(metric, column(dtype, n, 3), column(dtype, m, 5));
            NDArray out = NDArray.zeros(large, dtype, n, m);
            kernel.run(huge, out, RunControl.quiet(2));
            for (long at = 0; at < n * m; at += 999_983) {
                assertThat(out.getDouble(at / m, at % m)).as("item %d of %s", at, name)
                        .isEqualTo(Reference.distance(Metric.CITYBLOCK, huge.x(), at / m, huge.y(), at % m));
            }
            assertThat(out.getDouble(n - 1, m - 1))
                    .isEqualTo(Reference.distance(Metric.CITYBLOCK, huge.x(), n - 1, huge.y(), m - 1));
        }
    }
}
