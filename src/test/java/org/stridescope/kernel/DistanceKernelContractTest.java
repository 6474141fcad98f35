package org.stridescope.kernel;

import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.stridescope.array.ArrayError;
import org.stridescope.array.ArrayMemory;
import org.stridescope.array.DType;
import org.stridescope.array.NDArray;
import org.stridescope.array.Slice;
import org.stridescope.kernel.DistanceKernel.Outcome;
import org.stridescope.kernel.DistanceKernel.RunControl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** What every variant keeps: SciPy's numbers, any strides, every item once, cancel, no leak. The oracle is SciPy's cdist. */
class DistanceKernelContractTest {
    private static final double TOLERANCE = 1e-9;
    private static final List<String> FILES = List.of("1x1x1", "2x3x1", "5x130x3", "7x5x3", "13x29x17", "33x65x2",
            "40x40x50",
            "64x31x64");

    private ArrayMemory memory;
    private long liveBefore;

    @BeforeEach
    void open() {
        liveBefore = ArrayMemory.liveBytes();
        memory = ArrayMemory.scoped();
    }

    @AfterEach
    void nothingLeaks() {
        memory.close();
        assertThat(ArrayMemory.liveBytes()).isEqualTo(liveBefore);
    }

    static List<DistanceKernel> variants() {
        return Variants.all();
    }

    static Stream<Arguments> variantsAndMetrics() {
        return variants().stream().flatMap(kernel -> Arrays.stream(Metric.values()).filter(kernel.metrics()::contains)
                .map(metric -> Arguments.of(kernel.name(), metric)));
    }

    static Stream<String> names() {
        return variants().stream().map(DistanceKernel::name);
    }

    private static DistanceKernel variant(String name) {
        DistanceKernel kernel = Variants.named(name);
        assumeTrue(kernel.availability().isAvailable(), () -> kernel.availability().sentence());
        return kernel;
    }

    private NDArray compute(DistanceKernel kernel, DistanceProblem problem, int threads) {
        NDArray out = NDArray.zeros(memory, DType.FLOAT64, problem.n(), problem.m());
        for (long i = 0; i < problem.n() * problem.m(); i++) {
            out.buffer().setAtIndex(ValueLayout.JAVA_DOUBLE, i, -7e77); // every item must be written
        }
        assertThat(kernel.run(problem, out, RunControl.quiet(threads))).isEqualTo(Outcome.DONE);
        return out;
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("variantsAndMetrics")
    void agreesWithScipy(String name, Metric metric) {
        for (String file : FILES) {
            NpzFile data = NpzFile.read(memory, "/distance/" + file + ".npz");
            var problem = new DistanceProblem(metric, data.get("x"), data.get("y"));
            assertSame(compute(variant(name), problem, 2), data.get(metric.label()), file);
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("variantsAndMetrics")
    void specialValuesComeOutAsInScipy(String name, Metric metric) {
        assumeTrue(!name.equals("trick"), "the trick has no infinities: inf - inf");
        for (String file : List.of("special-2", "special-9")) {
            NpzFile data = NpzFile.read(memory, "/distance/" + file + ".npz");
            var problem = new DistanceProblem(metric, data.get("x"), data.get("y"));
            NDArray out = compute(variant(name), problem, 1);
            NDArray expected = data.get(metric.label());
            assertThat(Reference.relativeError(out, expected)).as(file).isLessThanOrEqualTo(1e-15);
        }
    }

    private static void assertSame(NDArray out, NDArray expected, String what) {
        assertThat(Reference.error(out, expected)).as(what).isLessThan(TOLERANCE);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("variantsAndMetrics")
    void tailsOfEveryLengthAreRight(String name, Metric metric) {
        for (long n : new long[]{0, 1, 3, 7, 8, 9, 17}) {
            for (long m : new long[]{0, 1, 7, 8, 9, 15, 33}) {
                for (long k : new long[]{0, 1, 2, 3, 4, 7, 8, 9, 31, 641}) {
                    var problem = new DistanceProblem(metric, Reference.points(memory, 1 + n + k, n, k),
                            Reference.points(memory, 2 + m, m, k));
                    NDArray out = compute(variant(name), problem, 2);
                    assertThat(Reference.error(problem, out)).as("n=%d m=%d k=%d", n, m, k)
                            .isLessThan(tolerance(name, metric));
                }
            }
        }
    }

    /** The root of the trick's rounding error, where two points are nearly equal. */
    private static double tolerance(String name, Metric metric) {
        return name.equals("trick") && metric == Metric.EUCLIDEAN ? 1e-6 : TOLERANCE;
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("variantsAndMetrics")
    void viewsOfAnyStridesAreRead(String name, Metric metric) {
        NDArray all = Reference.points(memory, 5, 90, 22);
        List<NDArray> views = List.of(all.slice(new Slice(null, null, -1L), new Slice(null, null, -2L)), //
                all.slice(Slice.of(3, 60, 2), Slice.of(1, 12)),
                Reference.points(memory, 6, 11, 50).transpose(),
                all.slice(Slice.of(4, 5), Slice.of(0, 11)).broadcastTo(20, 11));
        for (NDArray x : views) {
            for (NDArray y : views) {
                var problem = new DistanceProblem(metric, x, y);
                NDArray out = compute(variant(name), problem, 2);
                assertThat(Reference.error(problem, out)).isLessThan(tolerance(name, metric));
            }
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("variantsAndMetrics")
    void everyItemIsToldOnce(String name, Metric metric) {
        NDArray x = Reference.points(memory, 3, 301, 5);
        NDArray y = Reference.points(memory, 4, 217, 5);
        var problem = new DistanceProblem(metric, x, y);
        int[] told = new int[301 * 217];
        AtomicInteger tiles = new AtomicInteger();
        TileListener listener = (tile, start, end) -> {
            assertThat(end).isGreaterThanOrEqualTo(start);
            tiles.incrementAndGet();
            synchronized (told) {
                for (long i = tile.row(); i < tile.rowEnd(); i++) {
                    for (long j = tile.column(); j < tile.columnEnd(); j++)
                        told[(int) (i * 217 + j)]++;
                }
            }
        };
        NDArray out = NDArray.zeros(memory, DType.FLOAT64, 301, 217);
        variant(name).run(problem, out, new RunControl(3, listener, new Cancellation()));
        assertThat(told).containsOnly(1);
        assertThat(tiles.get()).isEqualTo(variant(name).tiles(problem));
        assertThat(Reference.error(problem, out)).isLessThan(tolerance(name, metric));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void cancelsBetweenTiles(String name) {
        DistanceKernel kernel = variant(name);
        Metric metric = kernel.metrics().iterator().next();
        NDArray x = Reference.points(memory, 3, 4000, 60);
        NDArray out = NDArray.zeros(memory, DType.FLOAT64, 4000, 4000);
        Cancellation cancellation = new Cancellation();
        AtomicInteger after = new AtomicInteger();
        TileListener listener = (tile, start, end) -> {
            if (cancellation.isCancelled())
                after.incrementAndGet();
            else
                cancellation.cancel();
        };
        Outcome outcome = kernel.run(new DistanceProblem(metric, x, x), out, new RunControl(2, listener, cancellation));
        assertThat(outcome).isEqualTo(Outcome.CANCELLED);
        // of 552 tiles, only those under way: one a thread, or a band of the kernels that run many tiles a call
        assertThat(after.get()).isLessThan(200);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void aFailingListenerReachesTheCallerOnce(String name) {
        DistanceKernel kernel = variant(name);
        NDArray x = Reference.points(memory, 3, 100, 3);
        NDArray out = NDArray.zeros(memory, DType.FLOAT64, 100, 100);
        TileListener listener = (tile, start, end) -> {
            throw new IllegalStateException("the listener failed");
        };
        var problem = new DistanceProblem(kernel.metrics().iterator().next(), x, x);
        assertThatThrownBy(() -> kernel.run(problem, out, new RunControl(2, listener, new Cancellation())))
                .isInstanceOf(IllegalStateException.class).hasMessage("the listener failed");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void saysWhatDoesNotFit(String name) {
        DistanceKernel kernel = variant(name);
        NDArray x = Reference.points(memory, 3, 10, 3);
        NDArray out = NDArray.zeros(memory, DType.FLOAT64, 10, 10);
        Metric metric = kernel.metrics().iterator().next();
        var problem = new DistanceProblem(metric, x, x);
        assertThatThrownBy(() -> kernel.run(problem, out.transpose(), RunControl.quiet(1)))
                .isInstanceOf(ArrayError.class)
                .hasMessageContaining("C order");
        assertThatThrownBy(() -> kernel.run(problem, x, RunControl.quiet(1))).isInstanceOf(ArrayError.class)
                .hasMessage("the result must be float64 (10, 10), not float64 (10, 3)");
        assertThatThrownBy(() -> kernel.run(problem, out, RunControl.quiet(0))).isInstanceOf(KernelError.class)
                .hasMessage("threads must be 1 or more, not 0");
        for (Metric other : Metric.values()) {
            if (kernel.metrics().contains(other))
                continue;
            assertThatThrownBy(() -> kernel.run(new DistanceProblem(other, x, x), out, RunControl.quiet(1)))
                    .isInstanceOf(KernelError.class).hasMessage(kernel.whyNot(other));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void runAfterRunLeaksNothing(String name) {
        DistanceKernel kernel = variant(name);
        NDArray x = Reference.points(memory, 3, 20, 3);
        NDArray out = NDArray.zeros(memory, DType.FLOAT64, 20, 20);
        var problem = new DistanceProblem(kernel.metrics().iterator().next(), x, x);
        long before = ArrayMemory.liveBytes();
        for (int i = 0; i < 1000; i++)
            kernel.run(problem, out, RunControl.quiet(2));
        assertThat(ArrayMemory.liveBytes()).isEqualTo(before);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void whatItAllocatesIsWhatItSaid(String name) {
        DistanceKernel kernel = variant(name);
        NDArray x = Reference.points(memory, 3, 40, 400).transpose(); // not in C order: some kernels copy it
        NDArray out = NDArray.zeros(memory, DType.FLOAT64, 400, 400);
        var problem = new DistanceProblem(kernel.metrics().iterator().next(), x, x);
        long before = ArrayMemory.liveBytes();
        AtomicLong most = new AtomicLong();
        TileListener listener = (tile, start, end) -> most.accumulateAndGet(ArrayMemory.liveBytes() - before,
                Math::max);
        kernel.run(problem, out, new RunControl(2, listener, new Cancellation()));
        long book = 64L << 10; // the log of the tiles, and rounding up
        assertThat(most.get()).isLessThanOrEqualTo(kernel.temporaryBytes(problem, 2) + book);
    }

    /** Points near each other and far from the origin: the sums by maxima lose digits there, and are done again. */
    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("variantsAndMetrics")
    void noDigitsAreLostFarFromTheOrigin(String name, Metric metric) {
        assumeTrue(!name.equals("trick"), "the trick loses them, and says so");
        for (double offset : new double[]{0.5, 3, 1e3, -1e9}) {
            NDArray x = Reference.points(memory, 3, 70, 40);
            for (long i = 0; i < 70; i++) {
                for (long l = 0; l < 40; l++)
                    x.setDouble(x.getDouble(i, l) / (i % 5 + 1) + offset, i, l);
            }
            var problem = new DistanceProblem(metric, x, x);
            NDArray out = compute(variant(name), problem, 2);
            NDArray expected = NDArray.zeros(memory, DType.FLOAT64, 70, 70);
            for (long i = 0; i < 70; i++) {
                for (long j = 0; j < 70; j++)
                    expected.setDouble(Reference.distance(metric, x, i, x, j), i, j);
            }
            assertThat(Reference.relativeError(out, expected)).as("offset %g", offset).isLessThan(2e-14);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void itsSourceIsThere(String name) {
        DistanceKernel kernel = Variants.named(name);
        assertThat(DistanceKernel.class.getResource("/" + kernel.source())).as(kernel.source()).isNotNull();
    }
}
