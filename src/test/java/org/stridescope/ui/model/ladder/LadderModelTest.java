package org.stridescope.ui.model.ladder;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import org.stridescope.array.ArrayMemory;
import org.stridescope.array.DType;
import org.stridescope.array.NDArray;
import org.stridescope.kernel.Availability;
import org.stridescope.kernel.DistanceKernel;
import org.stridescope.kernel.DistanceProblem;
import org.stridescope.kernel.Metric;
import org.stridescope.kernel.OutsideKernel;
import org.stridescope.kernel.Variants;
import org.stridescope.kernel.threads.ThreadLessons;
import org.stridescope.lab.Benchmark;
import org.stridescope.lab.BenchmarkReport;
import org.stridescope.lab.LabError.Field;
import org.stridescope.lab.ladder.CacheSizes;
import org.stridescope.lab.ladder.Measurements;
import org.stridescope.lab.ladder.ThreadLab;
import org.stridescope.ui.model.DistanceSettings;
import org.stridescope.ui.model.ladder.Rung.State;

import static org.assertj.core.api.Assertions.assertThat;

class LadderModelTest {
    private final DistanceKernel loops = Variants.named("loops");
    private final Bad wrong = new Bad("wrong", Availability.AVAILABLE);
    private final Bad missing = new Bad("missing", new Availability.Missing("no compiler was found", "install gcc"));
    private final DistanceKernel trick = Variants.named("trick");
    private final LadderModel model = model(List.of(loops, wrong, missing, trick, Variants.named("broadcast")));

    private static LadderModel model(List<DistanceKernel> kernels) {
        DistanceSettings settings = new DistanceSettings(kernels, 1);
        settings.figure(Field.N).set("40");
        settings.figure(Field.M).set("30");
        settings.figure(Field.K).set("4");
        Benchmark benchmark = new Benchmark(kernels, ArrayMemory.PLAIN, _ -> new BenchmarkReport.Limits(1, 1));
        LadderModel model = new LadderModel(new LadderTools(benchmark, Measurements.inCaller(), () -> {
            throw new AssertionError("not asked for");
        }, new CacheSizes(List.of()), new ThreadLab(ThreadLessons.open(), () -> Variants.named("c-plain")),
                Runnable::run), settings);
        model.repetitions().set(3);
        return model;
    }

    private Rung rung(String name) {
        return model.rungs().get().stream().filter(r -> r.variant().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void rightVariantsAreTimedWrongOnesNotAndMissingOnesExplained() {
        model.run();
        assertThat(model.job().message().get()).isEmpty();
        assertThat(model.rungs().get()).extracting(Rung::variant).containsExactly("loops", "wrong", "missing", "trick",
                "broadcast");
        assertThat(model.rungs().get()).extracting(Rung::state).containsExactly(State.TIMED, State.WRONG,
                State.UNAVAILABLE, State.UNAVAILABLE, State.TIMED);
        assertThat(rung("wrong").reason()).startsWith("wrong result: item [");
        assertThat(rung("wrong").seconds()).isNaN();
        assertThat(rung("missing").reason()).isEqualTo("no compiler was found: install gcc");
        assertThat(rung("trick").reason()).contains("trick has no cityblock");
        assertThat(model.report().get()).isNotNull();
        assertThat(model.noise().get().samples()).isEqualTo(6);
    }

    @Test
    void speedUpIsOverTheTimedRungBelowAndOverTheFirst() {
        model.run();
        assertThat(rung("loops").overBelow()).isNaN();
        assertThat(rung("loops").overFirst()).isEqualTo(1);
        double factor = rung("loops").seconds() / rung("broadcast").seconds();
        assertThat(rung("broadcast").overBelow()).as("the wrong one between them does not count").isEqualTo(factor);
        assertThat(rung("broadcast").overFirst()).isEqualTo(factor);
    }

    @Test
    void figuresComeWhileItRuns() {
        List<State> states = new ArrayList<>();
        model.rungs().addListener((_, _, now) -> states.add(now.getFirst().state()));
        model.run();
        assertThat(states).containsSubsequence(State.WAITING, State.RIGHT, State.TIMED);
    }

    @Test
    void nothingWaitsOnceMeasuringHasEnded() {
        model.run();
        List<Rung> asked = Rungs.of(java.util.Objects.requireNonNull(model.measured().get()), List.of(loops, missing),
                java.util.Map.of(), kernel -> kernel.availability().sentence());
        assertThat(asked).extracting(Rung::state).containsExactly(State.WAITING, State.UNAVAILABLE);
        assertThat(Rungs.ended(asked)).extracting(Rung::state).containsExactly(State.LEFT_OUT, State.UNAVAILABLE);
    }

    @Test
    void variantsWithoutTheDtypeAreExplained() {
        model.dtype().set(DType.FLOAT32);
        wrong.dtypes = Set.of(DType.FLOAT32);
        model.run();
        assertThat(rung("loops").state()).isIn(State.UNAVAILABLE, State.TIMED);
        if (!loops.dtypes().contains(DType.FLOAT32))
            assertThat(rung("loops").reason()).isEqualTo("loops has no float32");
    }

    @Test
    void theTableHasALineARung() {
        model.run();
        String[] lines = Rungs.csv(model.rungs().get()).split("\n");
        assertThat(lines).hasSize(6);
        long columns = lines[0].chars().filter(c -> c == ',').count();
        assertThat(lines[1].chars().filter(c -> c == ',').count()).isEqualTo(columns);
        assertThat(lines[3]).startsWith("missing,").endsWith("\"no compiler was found: install gcc\"");
        assertThat(lines[3].replaceAll("\"[^\"]*\"", "").chars().filter(c -> c == ',').count()).isEqualTo(columns);
    }

    @Test
    void wordsSayWhatARungDoesAndHowFarToTrustIt() {
        model.run();
        assertThat(RungWords.cost(rung("broadcast").cost())).contains("4 passes over the n·m·k differences");
        assertThat(RungWords.trust(java.util.Objects.requireNonNull(rung("loops").figures())))
                .contains("Median of 3 runs", "95 % need 6 runs");
        assertThat(RungWords.noise(new BenchmarkReport.Noise(9, 1e-3, 0.25))).startsWith("Noisy machine")
                .contains("25.0 %");
        assertThat(RungWords.noise(new BenchmarkReport.Noise(9, 1e-3, 0.02))).startsWith("Steady machine");
    }

    /** Leaves nought everywhere. */
    private static final class Bad implements OutsideKernel {
        private final String name;
        private final Availability availability;
        private Set<DType> dtypes = Set.of(DType.FLOAT64);

        Bad(String name, Availability availability) {
            this.name = name;
            this.availability = availability;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public String language() {
            return "test";
        }

        @Override
        public Set<Metric> metrics() {
            return Set.of(Metric.CITYBLOCK);
        }

        @Override
        public Set<DType> dtypes() {
            return dtypes;
        }

        @Override
        public Availability availability() {
            return availability;
        }

        @Override
        public long temporaryBytes(DistanceProblem problem, int threads) {
            return 0;
        }

        @Override
        public int tiles(DistanceProblem problem) {
            return 1;
        }

        @Override
        public String source() {
            return "none";
        }

        @Override
        public Outcome run(DistanceProblem problem, NDArray out, RunControl control) {
            out.buffer().fill((byte) 0);
            return Outcome.DONE;
        }
    }
}
