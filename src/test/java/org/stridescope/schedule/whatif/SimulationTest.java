package org.stridescope.schedule.whatif;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.stridescope.graph.CriticalPath;
import org.stridescope.graph.Key;
import org.stridescope.graph.RandomGraphs;
import org.stridescope.graph.TaskGraph;

import static org.assertj.core.api.Assertions.assertThat;

class SimulationTest {
    private static TaskGraph independent(int tasks) {
        var builder = TaskGraph.builder();
        for (int i = 0; i < tasks; i++)
            builder.add(Key.of("task", i), RandomGraphs.SUM);
        return builder.build();
    }

    private static long makespan(TaskGraph graph, long[] durations, SimulatedMachine machine) {
        return Simulation.of(graph, durations, new long[graph.size()], machine).makespan();
    }

    private static long[] all(int tasks, long duration) {
        long[] durations = new long[tasks];
        Arrays.fill(durations, duration);
        return durations;
    }

    @Test
    void twentyFourTasksAreOneWaveAndTwentyFiveAreTwo() {
        SimulatedMachine machine = SimulatedMachine.threads(24);
        assertThat(makespan(independent(24), all(24, 1000), machine)).isEqualTo(1000);
        assertThat(makespan(independent(25), all(25, 1000), machine)).isEqualTo(2000);
        assertThat(new Waves(25, 24)).extracting(Waves::count, Waves::idleInLast).containsExactly(2, 23);
        assertThat(new Waves(25, 24).sentence(2)).isEqualTo(
                "25 tasks on 24 workers are 2 waves of 2.00 s: 4.00 s; 23 workers have nothing to do in the last.");
        assertThat(new Waves(24, 24).sentence(2)).contains("one wave").contains("to the end");
    }

    @Test
    void squareSquareAddTakesTwoSteps() {
        var builder = TaskGraph.builder();
        Key a = builder.add(Key.of("square", 1), RandomGraphs.SUM);
        Key b = builder.add(Key.of("square", 2), RandomGraphs.SUM);
        builder.add(Key.of("add"), RandomGraphs.SUM, a, b);
        TaskGraph graph = builder.build();
        assertThat(makespan(graph, all(3, 2), SimulatedMachine.threads(1))).isEqualTo(6);
        assertThat(makespan(graph, all(3, 2), SimulatedMachine.threads(2))).isEqualTo(4);
    }

    @Test
    void aLockMakesWorkersOfNoUse() {
        SimulatedMachine locked = SimulatedMachine.threads(8).withLock(true);
        assertThat(makespan(independent(12), all(12, 5), locked)).isEqualTo(60);
    }

    /** Two sources on two workers; who joins them lacks one result, of 1000 bytes. */
    @Test
    void resultsFromOtherWorkersTakeTheNetworksTime() {
        var builder = TaskGraph.builder();
        Key a = builder.add(Key.of("a"), RandomGraphs.SUM);
        Key b = builder.add(Key.of("b"), RandomGraphs.SUM);
        builder.add(Key.of("join"), RandomGraphs.SUM, a, b);
        TaskGraph graph = builder.build();
        long[] bytes = {1000, 1000, 0};
        SimulatedMachine slow = SimulatedMachine.threads(2).withNetwork(1e6, 500);
        Simulation simulation = Simulation.of(graph, all(3, 100_000), bytes, slow);
        assertThat(simulation.transfer(2)).isEqualTo(1_000_500);
        assertThat(simulation.makespan()).isEqualTo(100_000 + 1_000_500 + 100_000);
        SimulatedMachine one = SimulatedMachine.threads(1).withNetwork(1e6, 500);
        assertThat(Simulation.of(graph, all(3, 100_000), bytes, one).makespan()).isEqualTo(300_000);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void oneWorkerTakesTheSumAndWorkersWithoutEndTheCriticalPath(long seed) {
        Random random = new Random(seed);
        TaskGraph graph = RandomGraphs.sums(random, 120, RandomGraphs.SUM);
        long[] durations = random.longs(120, 1, 1000).toArray();
        long sum = Arrays.stream(durations).sum();
        long path = CriticalPath.of(graph, durations).length();
        assertThat(makespan(graph, durations, SimulatedMachine.threads(1))).isEqualTo(sum);
        assertThat(makespan(graph, durations, SimulatedMachine.threads(SimulatedMachine.MOST_WORKERS))).isEqualTo(path);
        for (int workers : new int[]{2, 3, 7, 20}) {
            long makespan = makespan(graph, durations, SimulatedMachine.threads(workers));
            // Graham's bound
            assertThat(makespan).isBetween(Math.max(path, sum / workers), sum / workers + path + 1)
                    .isEqualTo(makespan(graph, durations, SimulatedMachine.threads(workers)));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void noWorkerDoesTwoThingsAtOnceAndNothingBeginsTooEarly(long seed) {
        Random random = new Random(seed);
        TaskGraph graph = RandomGraphs.sums(random, 100, RandomGraphs.SUM);
        long[] durations = random.longs(100, 1, 1000).toArray();
        Simulation simulation = Simulation.of(graph, durations, random.longs(100, 0, 5000).toArray(),
                SimulatedMachine.threads(4).withNetwork(1e9, 10));
        for (int task = 0; task < 100; task++) {
            for (int i = 0; i < graph.dependencyCount(task); i++)
                assertThat(simulation.start(task)).isGreaterThanOrEqualTo(
                        simulation.end(graph.dependency(task, i)) + simulation.transfer(task));
            for (int other = 0; other < task; other++) {
                if (simulation.worker(task) == simulation.worker(other))
                    assertThat(simulation.start(task) >= simulation.end(other)
                            || simulation.start(other) >= simulation.end(task)).isTrue();
            }
        }
    }
}
