package org.stridescope.kernel;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.stridescope.array.ArrayMemory;
import org.stridescope.array.DType;
import org.stridescope.array.NDArray;
import org.stridescope.array.Slice;
import org.stridescope.kernel.DistanceKernel.Outcome;
import org.stridescope.kernel.DistanceKernel.RunControl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** float32 points give a float32 result, as exact as single precision allows: SciPy's numbers, tails, views, specials. */
class SinglePrecisionTest {
    private static final double ROUNDING = 1.2e-7;

    private final ArrayMemory memory = ArrayMemory.scoped();

    @AfterEach
    void close() {
        memory.close();
    }

    static Stream<Arguments> variantsAndMetrics() {
        return Variants.all().stream().filter(kernel -> kernel.dtypes().contains(DType.FLOAT32))
                .flatMap(kernel -> Arrays.stream(Metric.values()).filter(kernel.metrics()::contains)
                        .map(metric -> Arguments.of(kernel.name(), metric)));
    }

    private static DistanceKernel variant(String name) {
        DistanceKernel kernel = Variants.named(name);
        assumeTrue(kernel.availability().isAvailable(), () -> kernel.availability().sentence());
        return kernel;
    }

    private NDArray single(NDArray points) {
        NDArray single = NDArray.zeros(memory, DType.FLOAT32, points.shape(0), points.shape(1));
        for (long i = 0; i < points.shape(0); i++) {
            for (long l = 0; l < points.shape(1); l++)
                single.setDouble(points.getDouble(i, l), i, l);
        }
        return single;
    }

    /** Runs, and compares with the definition in double precision; the trick's error grows with the points' squares. */
    private void assertRight(String name, Metric metric, NDArray x, NDArray y, String what) {
        var problem = new DistanceProblem(metric, x, y);
        NDArray out = NDArray.zeros(memory, DType.FLOAT32, x.shape(0), y.shape(0));
        out.buffer().fill((byte) 0x7f); // every item must be written
        assertThat(variant(name).run(problem, out, RunControl.quiet(2))).isEqualTo(Outcome.DONE);
        double tolerance = ROUNDING * (8 + x.shape(1));
        for (long i = 0; i < x.shape(0); i++) {
            for (long j = 0; j < y.shape(0); j++) {
                double expected = (float) Reference.distance(metric, x, i, y, j);
                double error = Reference.difference(out.getDouble(i, j), expected);
                double magnitude = Double.isFinite(expected) ? Math.abs(expected) : 0;
                double scale = Math.max(magnitude, name.equals("trick") ? trickScale(metric, x.shape(1)) : 0);
                assertThat(error).as("%s (%d, %d) of %s: %s for %s", what, i, j, name, out.getDouble(i, j), expected)
                        .isLessThanOrEqualTo(tolerance * scale + 1e-44);
            }
        }
    }

    /** Sums of squares of k numbers below 1; of the root of their rounding error for euclidean. */
    private static double trickScale(Metric metric, long k) {
        return metric == Metric.EUCLIDEAN ? Math.sqrt(2 * Math.max(1, k) / ROUNDING) : 2 * Math.max(1, k);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("variantsAndMetrics")
    void agreesWithScipysPoints(String name, Metric metric) {
        for (String file : List.of("7x5x3", "13x29x17", "33x65x2", "40x40x50")) {
            NpzFile data = NpzFile.read(memory, "/distance/" + file + ".npz");
            assumeTrue(!name.equals("trick") || file.equals("40x40x50") || file.equals("7x5x3"));
            assertRight(name, metric, single(data.get("x")), single(data.get("y")), file);
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("variantsAndMetrics")
    void tailsOfEveryLengthAreRight(String name, Metric metric) {
        for (long n : new long[]{0, 1, 7, 9, 25}) {
            for (long m : new long[]{0, 1, 7, 8, 33}) {
                for (long k : new long[]{0, 1, 2, 3, 8, 9, 330}) {
                    assertRight(name, metric, single(Reference.points(memory, 1 + n + k, n, k)),
                            single(Reference.points(memory, 2 + m, m, k)), "n=" + n + " m=" + m + " k=" + k);
                }
            }
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("variantsAndMetrics")
    void viewsOfAnyStridesAreRead(String name, Metric metric) {
        NDArray all = single(Reference.points(memory, 5, 50, 22));
        List<NDArray> views = List.of(all.slice(new Slice(null, null, -1L), new Slice(null, null, -2L)),
                single(Reference.points(memory, 6, 11, 50)).transpose(),
                all.slice(Slice.of(4, 5), Slice.of(0, 11)).broadcastTo(20, 11));
        for (NDArray x : views) {
            for (NDArray y : views)
                assertRight(name, metric, x, y, "views");
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("variantsAndMetrics")
    void specialValuesComeOutAsTheDefinitionHasThem(String name, Metric metric) {
        assumeTrue(!name.equals("trick"), "the trick has no infinities: inf - inf");
        double large = metric == Metric.EUCLIDEAN ? 1e15 : 1e30; // its square is a float
        double[] values = {0, -0.0, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e-40, 1, -2, large,
                -large};
        for (int k : new int[]{2, 9}) {
            NDArray x = NDArray.zeros(memory, DType.FLOAT32, 40, k);
            for (int i = 0; i < 40; i++) {
                for (int l = 0; l < k; l++)
                    x.setDouble(values[(i * 7 + l * l + i / 10) % values.length], i, l);
            }
            assertRight(name, metric, x, x, "k=" + k);
        }
    }
}
