package org.stridescope.lab;

import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import org.stridescope.ffi.Pages;
import org.stridescope.kernel.DistanceKernel;
import org.stridescope.kernel.Metric;
import org.stridescope.kernel.Variants;
import org.stridescope.trace.Recording;
import org.stridescope.trace.RunTrace;
import org.stridescope.trace.ThreadTrace;
import org.stridescope.trace.TraceEvent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

class RealVariantsRaceTest {
    private static RaceResult race(int threads, long n, String... variants) {
        DistanceExperiment experiment = new DistanceExperiment(Metric.SQEUCLIDEAN, n, n, 50, 1, null, List.of(variants),
                threads);
        try (LocalRaceRunner runner = new LocalRaceRunner(Variants.all(), new Pages())) {
            return runner.start(experiment).result().toCompletableFuture().orTimeout(120, TimeUnit.SECONDS).join();
        }
    }

    @Test
    void everyAvailableVariantFinishesRightWithAllItsTiles() {
        String[] available = Variants.all().stream().filter(v -> v.availability().isAvailable())
                .map(DistanceKernel::name).toArray(String[]::new);
        RaceResult result = race(2, 600, available);
        assertThat(result.rows()).hasSameSizeAs(available).allSatisfy(row -> {
            assertThat(row.failure()).isNull();
            assertThat(row.maxError()).isLessThan(1e-9);
        });
        for (RunTrace run : result.recording().runs()) {
            assertThat(run.tiles()).as(run.variant()).hasSize(run.tileCount());
            assertThat(run.tiles().stream().mapToLong(t -> (t.rowEnd() - t.row()) * (t.columnEnd() - t.column())).sum())
                    .isEqualTo(600 * 600);
            assertThat(run.tiles().stream().mapToInt(t -> t.preview().values().length).sum()).isBetween(4000,
                    256 * 256);
        }
    }

    @Test
    void theNativeWorkersOfOpenMpAreSeenWithTheirCpuTime() {
        DistanceKernel c = Variants.named("c");
        assumeThat(c.availability().isAvailable()).as(c.availability().sentence()).isTrue();
        // long enough for several samples of each thread, also where others want the processors
        Recording recording = race(2, 6000, "c").recording();
        RunTrace run = recording.runs().getFirst();
        // other tests of this JVM may have left idle workers of their own threads behind
        ThreadTrace worker = recording.threads().stream()
                .filter(t -> t.name().matches("OpenMP worker \\d+ \\(stridescope-race\\)")).findFirst().orElseThrow();
        assertThat(worker.isNative()).isTrue();
        assertThat(worker.cpuNanosBetween(run.startNanos(), run.endNanos())).isPositive();
        assertThat(run.tiles()).extracting(TraceEvent.TileDone::thread).as("tiles tell who did them")
                .contains(worker.thread());
        assertThat(recording.threads()).filteredOn(t -> t.name().equals("stridescope-race")).singleElement()
                .satisfies(caller -> assertThat(caller.cpuNanosBetween(run.startNanos(), run.endNanos())).isPositive());
    }
}
