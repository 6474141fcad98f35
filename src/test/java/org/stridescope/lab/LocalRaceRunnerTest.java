package org.stridescope.lab;

import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.stridescope.array.ArrayMemory;
import org.stridescope.kernel.Metric;
import org.stridescope.trace.Recording;
import org.stridescope.trace.RunOutcome;
import org.stridescope.trace.RunTrace;
import org.stridescope.trace.ThreadTrace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LocalRaceRunnerTest {
    private static final long FREE = 1L << 30;

    private final FakeKernel right = new FakeKernel("right");
    private final FakeKernel wrong = new FakeKernel("wrong");
    private final LocalRaceRunner runner = new LocalRaceRunner(List.of(right, wrong),
            ArrayMemory.PLAIN, () -> FREE, false);

    private static DistanceExperiment experiment(String... variants) {
        return new DistanceExperiment(Metric.CITYBLOCK, 60, 40, 3, 7, null, List.of(variants), 1);
    }

    private static RaceResult join(Race race) {
        return race.result().toCompletableFuture().orTimeout(60, TimeUnit.SECONDS).join();
    }

    @AfterEach
    void close() {
        runner.close();
    }

    @Test
    void aRaceEndsInARecordingAndARowAVariant() {
        wrong.error = 1e-3;
        RaceResult result = join(runner.start(experiment("right", "wrong")));

        assertThat(result.rows()).extracting(RaceResult.Row::variant).containsExactly("right", "wrong");
        RaceResult.Row good = result.rows().getFirst();
        assertThat(good.failure()).isNull();
        assertThat(good.maxError()).isLessThan(1e-12);
        assertThat(good.seconds()).isPositive();
        assertThat(good.pairFeaturesPerSecond()).isEqualTo(60 * 40 * 3 / good.seconds());
        RaceResult.Row bad = result.rows().getLast();
        assertThat(bad.failure()).startsWith("wrong result: item [");
        assertThat(bad.maxError()).isBetween(0.999e-3, 1.001e-3);

        Recording recording = result.recording();
        assertThat(recording.runs()).extracting(RunTrace::outcome).containsExactly(RunOutcome.DONE, RunOutcome.FAILED);
        assertThat(recording.settings()).containsEntry("n", "60").containsEntry("seed", "7");
    }

    @Test
    void tilesCarryTheirThreadAndAPicture() {
        Recording recording = join(runner.start(experiment("right"))).recording();
        RunTrace run = recording.runs().getFirst();
        assertThat(run.tileCount()).isEqualTo(60);
        assertThat(run.tiles()).hasSize(60).allSatisfy(tile -> {
            assertThat(tile.nanos()).isBetween(run.startNanos(), run.endNanos());
            assertThat(tile.startNanos()).isBetween(run.startNanos(), tile.nanos());
            assertThat(tile.preview().height()).isOne();
            assertThat(tile.preview().values()).hasSize(40).doesNotContain(Float.NaN);
        });
        int thread = run.tiles().getFirst().thread();
        ThreadTrace racer = recording.threads().stream().filter(t -> t.thread() == thread).findFirst().orElseThrow();
        assertThat(racer.name()).isEqualTo("stridescope-race");
        assertThat(racer.isNative()).isFalse();
    }

    @Test
    void everyThreadHasASampleAtTheStartAndAtTheEndOfAShortRun() {
        Recording recording = join(runner.start(experiment("right"))).recording();
        RunTrace run = recording.runs().getFirst();
        ThreadTrace racer = recording.threads().stream().filter(t -> t.name().equals("stridescope-race")).findFirst()
                .orElseThrow();
        assertThat(racer.nanosAt(0)).isLessThanOrEqualTo(run.startNanos());
        assertThat(racer.nanosAt(racer.samples() - 1)).isGreaterThanOrEqualTo(run.endNanos());
        assertThat(racer.cpuNanosBetween(run.startNanos(), run.endNanos())).isPositive();
    }

    @Test
    void cancelEndsTheRunningVariantAndLeavesTheOthersOut() {
        CountDownLatch timed = new CountDownLatch(1);
        // the warm-up's runs are short; hold on in whichever run is under way until it is cancelled
        right.beforeRow = timed::countDown;
        Race race = runner.start(new DistanceExperiment(Metric.CITYBLOCK, 20_000, 2000, 1, 7, null,
                List.of("right", "wrong"), 1));
        await(timed);
        race.cancel();
        RaceResult result = join(race);
        assertThat(result.rows()).extracting(RaceResult.Row::failure).containsExactly("cancelled");
        assertThat(result.rows().getFirst().seconds()).isNaN();
        assertThat(result.recording().runs()).extracting(RunTrace::outcome).containsExactly(RunOutcome.CANCELLED);
        assertThat(wrong.runs).hasValue(0);
    }

    @Test
    void aKernelThatThrowsFailsItsRowAlone() {
        right.beforeRow = () -> {
            throw new IllegalStateException("out of luck");
        };
        RaceResult result = join(runner.start(experiment("right", "wrong")));
        assertThat(result.rows()).extracting(RaceResult.Row::failure).containsExactly("right failed: out of luck",
                null);
        assertThat(result.recording().runs().getFirst().message()).isEqualTo("right failed: out of luck");
    }

    @Test
    void oneRaceAtATime() {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        right.beforeRow = () -> {
            running.countDown();
            await(goOn);
        };
        Race race = runner.start(experiment("right"));
        await(running);
        assertThatThrownBy(() -> runner.start(experiment("wrong"))).isInstanceOf(LabError.class)
                .hasMessageContaining("a race is running");
        goOn.countDown();
        join(race);
        assertThat(join(runner.start(experiment("wrong"))).rows()).hasSize(1);
    }

    @Test
    void allMemoryIsGivenBack() {
        long before = ArrayMemory.liveBytes();
        join(runner.start(experiment("right", "wrong")));
        assertThat(ArrayMemory.liveBytes()).isEqualTo(before);
    }

    @Test
    void aBufferThatCannotBeHadFailsTheRaceWithASentence() {
        try (LocalRaceRunner poor = new LocalRaceRunner(List.of(right), (arena, bytes) -> {
            throw new OutOfMemoryError("none");
        }, () -> FREE, false)) {
            assertThatThrownBy(() -> join(poor.start(experiment("right")))).isInstanceOf(CompletionException.class)
                    .cause().isInstanceOf(LabError.class).hasMessageContaining("Unable to allocate");
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
