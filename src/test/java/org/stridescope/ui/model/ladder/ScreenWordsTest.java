package org.stridescope.ui.model.ladder;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import org.stridescope.array.DType;
import org.stridescope.kernel.Metric;
import org.stridescope.kernel.threads.OversubscriptionRun;
import org.stridescope.kernel.threads.Schedule;
import org.stridescope.kernel.threads.ScheduleExperiment;
import org.stridescope.kernel.threads.ScheduleRun;
import org.stridescope.kernel.threads.ScheduleRun.TileSpan;
import org.stridescope.kernel.threads.SharingRun;
import org.stridescope.kernel.worker.RaceLesson.RaceRun;
import org.stridescope.lab.BenchmarkReport.Bytes;
import org.stridescope.lab.BenchmarkReport.Variant;
import org.stridescope.lab.DistanceExperiment;
import org.stridescope.lab.ladder.CacheSizes;
import org.stridescope.lab.ladder.CostModel;
import org.stridescope.lab.ladder.Roofline;
import org.stridescope.lab.ladder.Sweep.Axis;
import org.stridescope.lab.ladder.ThreadLab.Races;
import org.stridescope.ui.model.ladder.Rung.State;
import org.stridescope.ui.model.ladder.ScalingModel.Curve;
import org.stridescope.ui.model.ladder.ScalingModel.Place;

import static org.assertj.core.api.Assertions.assertThat;

/** What the ladder's screens say, from figures that are known. */
class ScreenWordsTest {
    private static final CacheSizes CACHES = new CacheSizes(List.of(new CacheSizes.Level("L1", 32 << 10),
            new CacheSizes.Level("L2", 512 << 10)));
    private static final DistanceExperiment BASE = new DistanceExperiment(Metric.CITYBLOCK, 100, 100, 4, 1, null,
            List.of("c"), 1);

    private static Variant variant(String name, double seconds) {
        return new Variant(name, true, null, 9, seconds, seconds, seconds, seconds, seconds, 0.96, 1e-6, 1 / seconds,
                1 / seconds, new Bytes(0, 0), 0, 1);
    }

    private static Curve curve(double... secondsByThreads) {
        return new Curve("c", IntStream.range(0, secondsByThreads.length)
                .mapToObj(i -> new Place(i + 1, variant("c", secondsByThreads[i]))).toList());
    }

    @Test
    void twoThreadsAreNoTestOfAmdahlsLawAndThatIsSaid() {
        List<String> said = ScalingWords.of(List.of(curve(2, 1.1)), Axis.THREADS, BASE, CACHES, 2);
        assertThat(said).singleElement().asString().contains("1.8× with 2 threads, efficiency 91 %",
                "10.0 % serial, so never above 10.0×", "any two fit exactly");
    }

    @Test
    void threadsBeyondTheProcessorsAreNotFitted() {
        assertThat(ScalingWords.fit(curve(4, 2, 9, 9), 2)).get().satisfies(fit -> {
            assertThat(fit.points()).isEqualTo(1);
            assertThat(fit.serial()).isZero();
        });
        assertThat(ScalingWords.fit(curve(4), 2)).isEmpty();
        assertThat(ScalingWords.of(List.of(curve(2, 0.9)), Axis.THREADS, BASE, CACHES, 2).getFirst())
                .contains("more than linear");
    }

    @Test
    void leavingACacheIsSaidWithItsPlace() {
        Curve sizes = new Curve("c", List.of(new Place(20, variant("c", 1e-4)), new Place(400, variant("c", 4e-2))));
        String said = ScalingWords.of(List.of(sizes), Axis.POINTS, BASE, CACHES, 2).getFirst();
        // 8 (n n + 2 n 4) passes 2^15 at n = 60.1 and 2^19 at n = 252
        assertThat(said).contains("time grows as n^2.0", "L1 (32.0 KiB) at n = 60", "L2 (512 KiB) at n = 252");
        assertThat(ScalingWords.of(List.of(sizes), Axis.POINTS, BASE, new CacheSizes(List.of()), 2).getLast())
                .contains("does not tell the sizes of its caches");
    }

    private static Rung rung(String name, double seconds, CostModel cost) {
        return new Rung(name, "test", State.TIMED, "", variant(name, seconds), 1, 1, cost);
    }

    @Test
    void adviceComesFromTheFigures() {
        Roofline roof = new Roofline(10e9, 20e9, 100e9);
        CostModel walks = new CostModel(1e9, 0.5, 20e9, 20e9, 0, 4, false);
        assertThat(RooflineWords.of(rung("broadcast", 6.3, walks), roof, DType.FLOAT64)).contains(
                "Memory bound: its bytes need at least 3.00 s, it takes 6.30 s, 2.1× that", "as einsum does");
        CostModel writes = new CostModel(1e9, 0.5, 10e9, 10e9, 0, 0, false);
        assertThat(RooflineWords.of(rung("vector", 3, writes), roof, DType.FLOAT64)).contains("streaming stores");
        assertThat(RooflineWords.of(rung("vector", 1.6, writes), roof, DType.FLOAT64)).contains("float32 halves them");
        CostModel counts = new CostModel(100e9, 0.5, 1e9, 1e9, 0, 0, false);
        assertThat(RooflineWords.of(rung("loops", 80, counts), roof, DType.FLOAT64)).contains("Compute bound",
                "40.0× that", "one number at a time");
        assertThat(RooflineWords.of(rung("c", 2.05, counts), roof, DType.FLOAT64)).contains("right at the roof",
                "50 % of the peak");
        assertThat(RooflineWords.of(rung("c", 1, writes), roof, DType.FLOAT64)).contains("1.5× faster than that",
                "A cache serves");
    }

    @Test
    void cancellationCutsANumberWhereItIsWrong() {
        CancellationModel model = new CancellationModel();
        model.power().set(0);
        assertThat(model.truth().wrong()).isEmpty();
        assertThat(model.truth().exponent()).isEqualTo(" × 10⁻⁸");
        var trick = model.digits(model.ways().get(1));
        assertThat(trick.right() + trick.wrong()).hasSize(17);
        assertThat(trick.right()).startsWith("2.99");
        assertThat(trick.wrong()).isNotEmpty();
        model.power().set(6);
        assertThat(model.digits(model.ways().get(1)).right()).isEmpty();
        assertThat(model.digits(model.ways().getFirst()).right()).hasSizeGreaterThan(15);
        assertThat(model.why()).contains("finer than that");
        model.power().set(1);
        assertThat(model.why()).contains("digits agree and cancel");
    }

    @Test
    void pointsMoveAwayByThemselvesAndStopAtTheEnd() {
        CancellationModel model = new CancellationModel();
        model.power().set(CancellationModel.MOST_POWER);
        model.moveOrStop();
        assertThat(model.power().get()).isZero();
        model.tick(1_000_000_000);
        assertThat(model.power().get()).isPositive();
        model.tick(20_000_000_000L);
        assertThat(model.power().get()).isEqualTo(CancellationModel.MOST_POWER);
        assertThat(model.moving().get()).isFalse();
    }

    private static ScheduleRun schedule(Schedule schedule, long first, long second) {
        return new ScheduleRun(new ScheduleExperiment(2, 1, 1, false, schedule, 0, 2),
                List.of(new TileSpan(0, 0, 0, 0, 0, first), new TileSpan(0, 1, 1, 0, 0, second)),
                Math.max(first, second));
    }

    @Test
    void schedulesAreComparedByWhoWaits() {
        String said = ThreadsWords
                .schedules(List.of(schedule(Schedule.STATIC, 150, 50), schedule(Schedule.DYNAMIC, 100, 100)));
        assertThat(said).contains("1.50 times the mean work", "dynamic ends 1.5× as fast");
        assertThat(ThreadsWords
                .schedules(List.of(schedule(Schedule.STATIC, 100, 100), schedule(Schedule.DYNAMIC, 100, 100))))
                .contains("even work", "gain nothing");
    }

    @Test
    void lessonsSayWhatTheyShowedAndWhereTheyShowedNothing() {
        SharingRun slow = new SharingRun(2, 1000, 8, 5000, 2000);
        SharingRun fast = new SharingRun(2, 1000, 128, 1000, 2000);
        assertThat(ThreadsWords.sharing(List.of(slow, fast))).contains("5.0 times as long");
        assertThat(ThreadsWords.sharing(List.of(fast, fast))).contains("No difference here");
        OversubscriptionRun good = new OversubscriptionRun(2, 1, 2, 1000, 3, List.of());
        OversubscriptionRun crowd = new OversubscriptionRun(4, 2, 2, 1500, 90, List.of());
        assertThat(ThreadsWords.oversubscription(List.of(good, crowd))).contains("4 tasks × 2 threads: 8 threads",
                "1.5 times as long");
        RaceRun wrong = new RaceRun(7, 2.5, 1, new boolean[9]);
        RaceRun right = new RaceRun(0, 0, 1, new boolean[9]);
        assertThat(ThreadsWords.races(new Races(2, List.of(wrong, right), List.of(right)))).contains("Up to 7 items",
                "others in each run");
        assertThat(ThreadsWords.races(new Races(2, List.of(right), List.of(right))))
                .contains("All runs came out right");
    }

    @Test
    void whatIsTypedForASweepIsCheckedBeforeItRuns() {
        var tools = new LadderTools(
                new org.stridescope.lab.Benchmark(List.of(), org.stridescope.array.ArrayMemory.PLAIN,
                        _ -> new org.stridescope.lab.BenchmarkReport.Limits(1, 1)),
                org.stridescope.lab.ladder.Measurements.inCaller(), () -> {
                    throw new AssertionError("not asked for");
                }, CACHES, new org.stridescope.lab.ladder.ThreadLab(
                        org.stridescope.kernel.threads.ThreadLessons.open(), () -> {
                            throw new AssertionError("not asked for");
                        }),
                Runnable::run);
        ScalingModel model = new ScalingModel(
                new LadderModel(tools, new org.stridescope.ui.model.DistanceSettings(List.of(), 1)), tools, 2);
        for (Map.Entry<String, String> wrong : Map
                .of("", "Whole numbers", "1, two", "Whole numbers", "0, 1", "1 or more")
                .entrySet()) {
            model.values().set(wrong.getKey());
            assertThat(model.fault()).contains(wrong.getValue());
        }
        for (String right : Set.of("1", "1, 2,4", "8 16 32")) {
            model.values().set(right);
            assertThat(model.fault()).isEmpty();
        }
        model.axis().set(Axis.THREADS);
        assertThat(model.values().get()).isEqualTo("1, 2, 3, 4");
        model.values().set("2000");
        assertThat(model.fault()).isEqualTo("At most 1024 threads.");
    }
}
