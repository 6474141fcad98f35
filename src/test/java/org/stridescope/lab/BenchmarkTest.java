package org.stridescope.lab;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;

import org.stridescope.array.ArrayMemory;
import org.stridescope.array.DType;
import org.stridescope.kernel.Availability;
import org.stridescope.kernel.Cancellation;
import org.stridescope.kernel.Metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class BenchmarkTest {
    private final FakeKernel plain = new FakeKernel("plain");
    private final FakeKernel wrong = new FakeKernel("wrong");
    private final FakeKernel missing = new FakeKernel("missing");
    private final Benchmark benchmark = new Benchmark(List.of(plain, wrong, missing), ArrayMemory.PLAIN,
            threads -> new BenchmarkReport.Limits(1e9 * threads, 2e9));

    BenchmarkTest() {
        wrong.error = 1;
        missing.availability = new Availability.Missing("no compiler was found", "install gcc");
    }

    private BenchmarkReport run(Cancellation cancellation, String... variants) {
        return benchmark.run(new DistanceExperiment(Metric.CITYBLOCK, 30, 20, 4, 1, null, List.of(variants), 2), 5,
                cancellation, BenchmarkWatcher.words(_ -> {}));
    }

    @Test
    void aRightVariantIsTimedAWrongOneReportedAMissingOneExplained() {
        BenchmarkReport report = run(new Cancellation(), "missing", "plain", "wrong");
        assertThat(report.variants()).extracting(BenchmarkReport.Variant::name)
                .containsExactly("missing", "plain", "wrong");
        assertThat(report.allRight()).isFalse();

        BenchmarkReport.Variant timed = report.variants().get(1);
        assertThat(timed.reason()).isNull();
        assertThat(timed.repetitions()).isEqualTo(5);
        assertThat(timed.ratio()).isEqualTo(1.0);
        assertThat(timed.minSeconds()).isPositive().isLessThanOrEqualTo(timed.medianSeconds());
        assertThat(timed.maxSeconds()).isGreaterThanOrEqualTo(timed.medianSeconds());
        assertThat(timed.elementsPerSecond()).isEqualTo(30 * 20 * 4 / timed.medianSeconds());

        BenchmarkReport.Variant off = report.variants().get(2);
        assertThat(off.failed()).isTrue();
        assertThat(off.reason()).startsWith("wrong result: item [");
        assertThat(off.medianSeconds()).isNaN();
        assertThat(report.variants().getFirst().available()).isFalse();
        assertThat(report.variants().getFirst().reason()).isEqualTo("no compiler was found: install gcc");
    }

    @Test
    void theJsonHasTheKeysOfTheContract() {
        Map<String, Object> json = run(new Cancellation(), "plain", "wrong").json(Map.of("cores", 2));
        assertThat(json).containsKeys("machine", "n", "m", "k", "metric", "threads", "variants", "limits");
        assertThat(json.get("limits")).isEqualTo(Map.of("store_bytes_per_s", 2e9, "flops", 2e9));
        assertThat((List<?>) json.get("variants")).hasSize(2).allSatisfy(v -> assertThat(((Map<?, ?>) v).keySet())
                .extracting(String::valueOf).contains("name", "available", "reason", "median_s", "min_s", "max_s",
                        "elements_per_s", "peak_bytes", "max_abs_error", "ratio"));
    }

    @Test
    void roundsAreInterleaved() {
        List<String> order = new ArrayList<>();
        FakeKernel other = new FakeKernel("other");
        new Benchmark(List.of(plain, other), ArrayMemory.PLAIN, threads -> new BenchmarkReport.Limits(1, 1)).run(
                new DistanceExperiment(Metric.CITYBLOCK, 3, 2, 1, 1, null, List.of("plain", "other"), 1), 2,
                new Cancellation(), BenchmarkWatcher.words(order::add));
        assertThat(order.subList(0, 2)).containsExactly("checking plain", "checking other");
        assertThat(order.subList(2, 4)).containsExactlyInAnyOrder("timing plain, 1 of 2", "timing other, 1 of 2");
        assertThat(order.subList(4, 6)).containsExactlyInAnyOrder("timing plain, 2 of 2", "timing other, 2 of 2");
        assertThat(order.getLast()).isEqualTo("measuring the machine");
    }

    @Test
    void theOrderIsDrawnAnewEachRound() {
        FakeKernel other = new FakeKernel("other");
        Set<String> firsts = new HashSet<>();
        new Benchmark(List.of(plain, other), ArrayMemory.PLAIN, threads -> new BenchmarkReport.Limits(1, 1)).time(
                new DistanceExperiment(Metric.CITYBLOCK, 3, 2, 1, 1, null, List.of("plain", "other"), 1), 20,
                new Cancellation(), new BenchmarkWatcher() {
                    private String round = "none yet";

                    @Override
                    public void doing(String words, double share) {
                        if (words.startsWith("timing") && !words.endsWith(round)) {
                            round = words.substring(words.indexOf(','));
                            firsts.add(words.substring(0, words.indexOf(',')));
                        }
                        assertThat(share).isBetween(0.0, 1.0);
                    }
                });
        assertThat(firsts).containsExactlyInAnyOrder("timing plain", "timing other");
    }

    @Test
    void resultsComeAsTheyAreFound() {
        List<BenchmarkReport.Variant> found = new ArrayList<>();
        benchmark
                .time(new DistanceExperiment(Metric.CITYBLOCK, 30, 20, 4, 1, null, List.of("missing", "plain", "wrong"),
                        1), 3, new Cancellation(), new BenchmarkWatcher() {
                            @Override
                            public void doing(String words, double share) {}

                            @Override
                            public void found(BenchmarkReport.Variant variant) {
                                found.add(variant);
                            }
                        });
        assertThat(found).extracting(BenchmarkReport.Variant::name).containsExactly("missing", "plain", "wrong",
                "plain", "plain", "plain");
        assertThat(found).extracting(BenchmarkReport.Variant::repetitions).containsExactly(0, 0, 0, 1, 2, 3);
    }

    @Test
    void floatsAreComparedAsFloats() {
        FakeKernel single = new FakeKernel("single") {
            @Override
            public Set<DType> dtypes() {
                return Set.of(DType.FLOAT32);
            }
        };
        BenchmarkReport report = new Benchmark(List.of(plain, single), ArrayMemory.PLAIN,
                threads -> new BenchmarkReport.Limits(1, 1)).time(
                        new DistanceExperiment(Metric.CITYBLOCK, 30, 20, 40, 1, null, List.of("plain", "single"), 1,
                                DType.FLOAT32),
                        1, new Cancellation(), BenchmarkWatcher.words(_ -> {}));
        assertThat(report.variants().getFirst().reason()).isEqualTo("plain has no float32");
        assertThat(report.variants().getLast().reason()).isNull();
        assertThat(report.variants().getLast().maxAbsError()).isBetween(1e-9, 1e-4);
    }

    @Test
    void whatMeasuringCostsIsMeasuredToo() {
        BenchmarkReport report = run(new Cancellation(), "plain");
        assertThat(report.overhead().timerSeconds()).isBetween(1e-10, 1e-3);
        assertThat(report.overhead().samplingShare()).isBetween(0.0, 1.0);
        assertThat(report.noise().samples()).isEqualTo(5);
        assertThat(report.variants().getFirst().callSeconds()).isPositive();
    }

    @Test
    void noiseIsTheSpreadOfTheFixedLoop() {
        SteadyLoop loop = new SteadyLoop();
        assertThat(loop.noise()).isEqualTo(BenchmarkReport.Noise.NONE);
        for (int i = 0; i <= 100; i++)
            loop.add(1 + i / 1000.0);
        assertThat(loop.noise().spread()).isCloseTo(0.08 / 1.05, within(1e-12));
        assertThat(loop.noise().isNoisy()).isFalse();
        for (int i = 0; i < 30; i++)
            loop.add(2);
        assertThat(loop.noise().isNoisy()).isTrue();
    }

    @Test
    void cancelEndsIt() {
        Cancellation cancellation = new Cancellation();
        plain.beforeRow = cancellation::cancel;
        assertThatThrownBy(() -> run(cancellation, "plain")).isInstanceOf(CancellationException.class);
    }

    @Test
    void allMemoryIsGivenBack() {
        long before = ArrayMemory.liveBytes();
        run(new Cancellation(), "plain", "wrong");
        assertThat(ArrayMemory.liveBytes()).isEqualTo(before);
    }

    @Test
    void whatCannotBeRunAtAllIsSaid() {
        assertThatThrownBy(() -> run(new Cancellation(), "missing")).isInstanceOf(LabError.class)
                .hasMessage("no compiler was found: install gcc");
        assertThatThrownBy(() -> run(new Cancellation(), "plain", "nonsense")).isInstanceOf(LabError.class)
                .hasMessage("there is no variant \"nonsense\": choose among plain, wrong, missing");
    }

    @Test
    void theIntervalOfTheMedianLeavesOutAsManyAsTheSignTestAllows() {
        assertThat(Timings.of(new double[]{3, 1, 2}).median()).isEqualTo(2);
        assertThat(Timings.of(new double[]{3, 1, 2, 4}).median()).isEqualTo(2.5);
        Timings nine = Timings.of(new double[]{9, 8, 7, 6, 5, 4, 3, 2, 1});
        // of nine, the second smallest and second largest enclose the median in 96 % of cases, the third in 82 %
        assertThat(nine.low()).isEqualTo(2);
        assertThat(nine.high()).isEqualTo(8);
        assertThat(nine.confidence()).isCloseTo(0.9609375, within(1e-12));
        assertThat(Timings.of(new double[]{5}).low()).isEqualTo(5);
    }

    /** Ranks and probabilities from scipy.stats.binom(n, 0.5): 1 - 2 cdf(r). */
    @Test
    void theIntervalAgreesWithTheBinomialDistribution() {
        assertInterval(5, 1, 0.9375);
        assertInterval(6, 1, 0.96875);
        assertInterval(7, 1, 0.984375);
        assertInterval(15, 4, 0.96484375);
        assertInterval(25, 8, 0.9567147493362427);
        assertInterval(51, 19, 0.9511261076817297);
    }

    private static void assertInterval(int runs, int rank, double confidence) {
        Timings timings = Timings.of(java.util.stream.IntStream.rangeClosed(1, runs).mapToDouble(i -> i).toArray());
        assertThat(timings.low()).isEqualTo(rank);
        assertThat(timings.high()).isEqualTo(runs + 1 - rank);
        assertThat(timings.confidence()).isCloseTo(confidence, within(1e-6));
    }
}
