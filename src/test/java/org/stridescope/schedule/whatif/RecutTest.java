package org.stridescope.schedule.whatif;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.stridescope.graph.Key;
import org.stridescope.graph.Operation;
import org.stridescope.graph.RandomGraphs;
import org.stridescope.graph.TaskGraph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RecutTest {
    private static final Operation SPLIT = Operation.of("split", _ -> null);
    private static final Operation WORK = Operation.of("work", _ -> null);
    private static final Operation WHOLE = Operation.of("whole", _ -> null);
    private static final Operation JOIN = Operation.of("join", _ -> null);

    /** whole -> split-i -> work-i -> join, with so many lanes. */
    private static TaskGraph lanes(int count) {
        var builder = TaskGraph.builder();
        Key whole = builder.add(Key.of("whole"), WHOLE);
        Object[] lanes = new Object[count];
        for (int i = 0; i < count; i++) {
            Key split = builder.add(Key.of("split", i), SPLIT, whole);
            lanes[i] = builder.add(Key.of("work", i), WORK, split);
        }
        builder.add(Key.of("join"), JOIN, Arrays.asList(lanes));
        return builder.build();
    }

    private static long[] times(int size, long each) {
        long[] times = new long[size];
        Arrays.fill(times, each);
        return times;
    }

    @Test
    void finerChunksAreLanesOfTheirOwnAndWhatIsAloneStaysWhole() {
        TaskGraph graph = lanes(3);
        Recut recut = Recut.finer(graph, times(graph.size(), 100), times(graph.size(), 800), 4);
        assertThat(Recut.counts(recut.graph())).containsEntry("whole", 1).containsEntry("split", 12)
                .containsEntry("work", 12).containsEntry("join", 1);
        assertThat(Arrays.stream(recut.durations()).sum()).isEqualTo(100L * graph.size());
        assertThat(Arrays.stream(recut.bytes()).sum()).isEqualTo(800L * graph.size());
        assertThat(recut.graph().edgeCount()).as("one of each split, work, and into join").isEqualTo(3 * 12);
        assertThat(recut.on(SimulatedMachine.threads(1)).makespan()).isEqualTo(800);
        assertThat(recut.on(SimulatedMachine.threads(12)).makespan()).isEqualTo(100 + 25 + 25 + 100);
    }

    @Test
    void chunksPutTogetherAreFewerAndLonger() {
        TaskGraph graph = lanes(12);
        Recut recut = Recut.coarser(graph, times(graph.size(), 10), times(graph.size(), 1), 5);
        assertThat(Recut.counts(recut.graph())).containsEntry("split", 3).containsEntry("work", 3)
                .containsEntry("join", 1);
        assertThat(recut.on(SimulatedMachine.threads(1)).makespan()).isEqualTo(260);
        assertThat(recut.on(SimulatedMachine.threads(3)).makespan()).isEqualTo(10 + 50 + 50 + 10);
    }

    /** 24 tasks on 24 workers are one wave; halves of them two that take half as long each, and twice the overhead. */
    @Test
    void everyTaskCostsTheOverheadAnew() {
        TaskGraph graph = lanes(24);
        long[] durations = new long[graph.size()];
        for (int task = 0; task < durations.length; task++)
            durations[task] = graph.task(task).operation() == WORK ? 1000 : 0;
        SimulatedMachine machine = SimulatedMachine.threads(24).withOverhead(100);
        long whole = Recut.finer(graph, durations, durations, 1).on(machine).makespan();
        long halves = Recut.finer(graph, durations, durations, 2).on(machine).makespan();
        assertThat(whole).isEqualTo(4 * 100 + 1000);
        assertThat(halves).isGreaterThan(whole);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theWorkStaysTheSameInAnyGraph(long seed) {
        Random random = new Random(seed);
        TaskGraph graph = RandomGraphs.sums(random, 60, RandomGraphs.SUM);
        long[] durations = random.longs(graph.size(), 1, 1000).toArray();
        for (int factor = 1; factor <= 8; factor++) {
            Recut finer = Recut.finer(graph, durations, durations, factor);
            Recut coarser = Recut.coarser(graph, durations, durations, factor);
            for (Recut recut : new Recut[]{finer, coarser}) {
                assertThat(Arrays.stream(recut.durations()).sum()).isEqualTo(Arrays.stream(durations).sum());
                assertThat(recut.on(SimulatedMachine.threads(1)).makespan())
                        .isEqualTo(Arrays.stream(durations).sum());
            }
            assertThat(finer.graph().size()).isEqualTo(factor * graph.size());
            assertThat(coarser.graph().size()).isLessThanOrEqualTo(graph.size());
        }
    }

    @Test
    void tooManyTasksAreRefused() {
        TaskGraph graph = lanes(100);
        long[] none = new long[graph.size()];
        assertThatThrownBy(() -> Recut.finer(graph, none, none, 1000)).hasMessageContaining("too many");
    }
}
