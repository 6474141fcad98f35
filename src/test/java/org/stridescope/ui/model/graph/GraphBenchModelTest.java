package org.stridescope.ui.model.graph;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.stridescope.lab.graph.GraphPresets;
import org.stridescope.lab.graph.GraphRunner;
import org.stridescope.lab.graph.RecordedGraph;
import org.stridescope.schedule.process.ProcessLaunch;
import org.stridescope.schedule.whatif.Waves;
import org.stridescope.trace.Recording;
import org.stridescope.trace.TaskState;
import org.stridescope.ui.model.Figures;

import static org.assertj.core.api.Assertions.assertThat;

/** The bench without a window: what would be the window's thread is this one, which does what was asked of it. */
class GraphBenchModelTest {
    private static final GraphPresets PRESETS = new GraphPresets(List.of());

    private final BlockingQueue<Runnable> asked = new LinkedBlockingQueue<>();
    private final GraphBenchModel model = new GraphBenchModel(
            new GraphRunner(ProcessLaunch.java("org.stridescope.app.TaskWorkerMain")), PRESETS.named("squares"),
            Runnable::run, asked::add);

    @AfterEach
    void close() {
        model.close();
    }

    private void until(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean())
            Objects.requireNonNull(asked.poll(60, TimeUnit.SECONDS), "nothing was asked of the window for a minute")
                    .run();
    }

    private void compute(String... schedulers) throws InterruptedException {
        model.compute(List.of(schedulers));
        until(() -> !model.running().get());
    }

    @Test
    void aGraphIsDrawnBeforeAnythingRuns() throws InterruptedException {
        model.rebuild();
        until(() -> !model.layout().get().graph().nodes().isEmpty());
        assertThat(model.layout().get().graph().nodes()).extracting(node -> node.label())
                .containsExactlyInAnyOrder("square-1", "square-2", "add");
        assertThat(model.runs().get()).isEmpty();
        assertThat(model.call(2)).startsWith("ADD(").contains("square-1", "square-2");
    }

    @Test
    void aRunIsReplayedToItsEnd() throws InterruptedException {
        model.set("seconds", "0.01");
        compute("threads");
        ShownRun run = Objects.requireNonNull(model.shown());
        assertThat(run.scheduler()).isEqualTo("threads");
        assertThat(run.statesAt(-1)).containsOnly(TaskState.WAITING);
        assertThat(run.statesAt(run.lengthNanos() + 1)).allMatch(
                state -> state == TaskState.DONE || state == TaskState.RELEASED);
        assertThat(model.playhead().length().get()).isEqualTo(run.lengthNanos());
        assertThat(NameProgress.of(run, run.statesAt(run.lengthNanos() + 1)))
                .containsExactlyInAnyOrder(new NameProgress("square", 2, 0, 2), new NameProgress("add", 1, 0, 1));
        assertThat(run.criticalPath().tasks()).hasSize(2).contains(2);
    }

    @Test
    void schedulersInTurnStandOnOneClock() throws InterruptedException {
        model.set("seconds", "0.01");
        compute("synchronous", "threads");
        assertThat(model.runs().get()).extracting(ShownRun::scheduler).containsExactly("synchronous", "threads");
        long longest = model.runs().get().stream().mapToLong(ShownRun::lengthNanos).max().orElse(0);
        assertThat(model.playhead().length().get()).isEqualTo(longest);
    }

    @Test
    void schedulersThatDidTheSameWorkAreCompared() throws InterruptedException {
        model.set("seconds", "0.01");
        compute("threads");
        assertThat(model.compared()).as("one alone").isEmpty();
        compute("synchronous");
        assertThat(model.compared()).startsWith("One after the other, tasks took ").contains("threads ", " as fast.");
        MeasuredRun slow = new MeasuredRun("synchronous", 1, Map.of(), 2_000_000_000);
        MeasuredRun fast = new MeasuredRun("processes", 2, Map.of(), 1_000_000_000);
        assertThat(SchedulersCompared.sentence(true, List.of(fast, slow)))
                .startsWith(
                        "One after the other, tasks took 2.00 s; 2 processes 1.00 s, 2.0\u00d7 as fast. While a task")
                .contains("simulated", "a lock of its own");
    }

    @Test
    void whatIsWrongWithASettingIsSaidAndNothingRuns() throws InterruptedException {
        model.set("seconds", "soon");
        assertThat(model.message().get()).contains("seconds=soon", "0 to 3600");
        model.compute(List.of("threads"));
        assertThat(model.running().get()).isFalse();
        assertThat(model.runs().get()).isEmpty();
    }

    @Test
    void aCancelledRunSaysSo() throws InterruptedException {
        model.set("seconds", "600");
        model.compute(List.of("threads"));
        model.cancel();
        until(() -> !model.running().get());
        assertThat(model.message().get()).contains("cancelled");
    }

    @Test
    void aRecordingIsOpenedAsAGraph() throws InterruptedException {
        model.set("seconds", "0.01");
        compute("threads");
        ShownRun before = Objects.requireNonNull(model.shown());
        Recording kept = before.recording();
        model.set("seconds", "0");
        model.open("kept", kept);
        ShownRun after = Objects.requireNonNull(model.shown());
        assertThat(after.tasks()).isEqualTo(before.tasks());
        assertThat(after.spans()).hasSameSizeAs(before.spans());
        assertThat(after.isOver()).isTrue();
        assertThat(model.tasks()).extracting(task -> task.key()).containsExactlyInAnyOrder("square-1", "square-2",
                "add");
    }

    @Test
    void whatIfOnOneWorkerIsTheSumAndOnManyTheCriticalPath() throws InterruptedException {
        model.set("seconds", "0.02");
        compute("threads");
        var recorded = Objects.requireNonNull(model.shown()).recorded();
        var prompt = new RecordedGraph(recorded.graph(), recorded.durations(), recorded.bytes(), recorded.workers(),
                recorded.makespanNanos(), 0);
        WhatIf free = WhatIf.of(prompt, WhatIf.Assumed.RECORDED);
        assertThat(free.points().getFirst().makespanNanos()).isEqualTo(free.sumNanos());
        assertThat(free.points().getLast().workers()).isEqualTo(1024);
        assertThat(free.points().getLast().makespanNanos()).isEqualTo(free.criticalPathNanos());
        WhatIf locked = WhatIf.of(prompt, new WhatIf.Assumed(true, Double.POSITIVE_INFINITY, 1));
        assertThat(locked.points()).extracting(WhatIf.Point::makespanNanos).containsOnly(free.sumNanos());
        assertThat(WhatIf.of(prompt, new WhatIf.Assumed(false, 0.1, 1)).points().getLast().makespanNanos())
                .as("a slow network").isGreaterThan(free.criticalPathNanos());
    }

    @Test
    void otherChunksArePredictedBesideThoseThatWereMeasured() throws InterruptedException {
        model.workers().set(2);
        model.set("seconds", "0.01");
        compute("threads");
        var recorded = Objects.requireNonNull(model.shown()).recorded();
        WhatIf predicted = WhatIf.of(recorded, WhatIf.Assumed.RECORDED);
        assertThat(predicted.chunk()).isEqualTo("square");
        assertThat(predicted.cuts()).extracting(WhatIf.Cut::chunks).containsExactly(1, 2, 4, 8, 16, 32);
        assertThat(predicted.cuts().getFirst().makespanNanos())
                .as("one square for both leaves a worker idle").isGreaterThan(predicted.cuts().get(1).makespanNanos());
        assertThat(WhatIf.of(recorded, new WhatIf.Assumed(false, Double.POSITIVE_INFINITY, 4)).sumNanos())
                .isEqualTo(predicted.sumNanos());
        assertThat(model.measured()).singleElement().satisfies(run -> {
            assertThat(run.chunks("square")).isEqualTo(2);
            assertThat(run.workers()).isEqualTo(2);
            assertThat(run.makespanNanos()).isEqualTo(recorded.makespanNanos());
        });
        model.set("seconds", "0.02");
        assertThat(model.measured()).as("other work").isEmpty();
    }

    @Test
    void aPredictionIsComparedAndItsWavesExplained() throws InterruptedException {
        assertThat(Prediction.sentence(Double.NaN, List.of())).isEmpty();
        model.workers().set(2);
        model.set("seconds", "0.02");
        compute("threads");
        double took = Objects.requireNonNull(model.shown()).lengthNanos() / 1e9;
        assertThat(Prediction.sentence(0.5, model.runs().get()))
                .startsWith("You said " + Figures.duration(0.5) + ", it took "
                        + Figures.duration(took) + " by threads.")
                .contains("2 tasks on 2 workers are one wave");
        assertThat(new Waves(24, 24).sentence(2)).contains("one wave of 2.00 s", "to the end");
        assertThat(new Waves(25, 24).sentence(2)).contains("2 waves", "4.00 s", "23 workers have nothing to do");
    }
}
