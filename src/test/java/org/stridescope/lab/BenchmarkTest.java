package org.stridescope.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;

import org.stridescope.array.ArrayMemory;
import org.stridescope.kernel.Availability;
import org.stridescope.kernel.Cancellation;
import org.stridescope.kernel.Metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
                cancellation, said -> {});
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
                new Cancellation(), order::add);
        assertThat(order).containsExactly("checking plain", "checking other", "timing plain, 1 of 2",
                "timing other, 1 of 2", "timing plain, 2 of 2", "timing other, 2 of 2", "measuring the machine");
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
        assertThat(Timings.of(new double[]{5}).low()).isEqualTo(5);
    }
}
