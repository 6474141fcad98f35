package org.stridescope.kernel.threads;

import java.util.HashSet;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.stridescope.array.ArrayMemory;
import org.stridescope.array.DType;
import org.stridescope.array.NDArray;
import org.stridescope.kernel.Cancellation;
import org.stridescope.kernel.DistanceProblem;
import org.stridescope.kernel.KernelError;
import org.stridescope.kernel.Metric;
import org.stridescope.kernel.TileListener;
import org.stridescope.kernel.Variants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

class ThreadLessonsTest {
    private final ThreadLessons lessons = ThreadLessons.open();

    @BeforeEach
    void library() {
        assumeTrue(lessons.availability().isAvailable(), () -> lessons.availability().sentence());
    }

    @ParameterizedTest
    @EnumSource(Schedule.class)
    void everyTileIsDoneOnceByAThreadOfTheTeam(Schedule schedule) {
        ScheduleRun run = lessons.run(new ScheduleExperiment(100, 7, 16, false, schedule, 2, 3));
        assertThat(run.tiles()).hasSize(49);
        Set<String> places = new HashSet<>();
        for (ScheduleRun.TileSpan tile : run.tiles()) {
            assertThat(tile.thread()).isBetween(0, 2);
            assertThat(tile.endNanos()).isBetween(tile.startNanos(), run.wallNanos());
            places.add(tile.row() + " " + tile.column());
        }
        assertThat(places).hasSize(49);
        assertThat(run.imbalance()).isGreaterThanOrEqualTo(1);
        assertThat(run.efficiency()).isBetween(0.0, 1.0);
    }

    @Test
    void staticDealsChunksOutInTurn() {
        ScheduleRun run = lessons.run(new ScheduleExperiment(64, 3, 8, true, Schedule.STATIC, 2, 2));
        for (int t = 0; t < run.tiles().size(); t++)
            assertThat(run.tiles().get(t).thread()).as("tile %d", t).isEqualTo(t / 2 % 2);
        assertThat(run.tileCounts()).containsExactly(32, 32);
    }

    @Test
    void countersAreNeverLostHoweverTheyLie() {
        assertThat(lessons.count(2, 100_000, 8).counted()).isEqualTo(200_000);
        assertThat(lessons.count(3, 1000, ThreadLessons.LINE_BYTES).counted()).isEqualTo(3000);
        assertThat(lessons.count(2, 10, 8).isShared()).isTrue();
        assertThat(lessons.count(2, 10, 128).isShared()).isFalse();
    }

    @Test
    void saysWhatIsWrong() {
        assertThatThrownBy(() -> new ScheduleExperiment(8001, 1, 100, false, Schedule.STATIC, 0, 1))
                .isInstanceOf(KernelError.class).hasMessage("n must be 1 to 8000, not 8001");
        assertThatThrownBy(() -> new ScheduleExperiment(1000, 9000, 100, false, Schedule.STATIC, 0, 1))
                .hasMessage("k must be 1 to 2000 for n = 1000, not 9000");
        assertThatThrownBy(() -> lessons.count(2, 10, 12)).hasMessageContaining("a multiple of 8");
        assertThat(new ScheduleExperiment(10, 1, 5, false, Schedule.GUIDED, 4, 2).pragma())
                .isEqualTo("#pragma omp parallel for num_threads(2) schedule(guided, 4)");
    }

    @Test
    void tasksOfThreadsGiveTheSameMatrix() {
        try (ArrayMemory memory = ArrayMemory.scoped()) {
            NDArray x = NDArray.zeros(memory, DType.FLOAT64, 101, 3);
            for (long i = 0; i < 101; i++)
                x.setDouble(i * i % 37, i, i % 3);
            NDArray out = NDArray.zeros(memory, DType.FLOAT64, 101, 101);
            NDArray expected = NDArray.zeros(memory, DType.FLOAT64, 101, 101);
            var problem = new DistanceProblem(Metric.CITYBLOCK, x, x);
            Variants.named("loops").run(problem, expected,
                    org.stridescope.kernel.DistanceKernel.RunControl.quiet(1));
            var run = new Oversubscription(Variants.named("c-plain"), lessons).run(problem, out, 3, 2,
                    TileListener.NONE, new Cancellation());
            assertThat(run.threads()).isEqualTo(6);
            assertThat(run.spans()).hasSize(3)
                    .allSatisfy(s -> assertThat(s.endNanos()).isLessThanOrEqualTo(run.wallNanos()));
            for (long i = 0; i < 101; i++) {
                for (long j = 0; j < 101; j++)
                    assertThat(out.getDouble(i, j)).isEqualTo(expected.getDouble(i, j));
            }
        }
    }
}
