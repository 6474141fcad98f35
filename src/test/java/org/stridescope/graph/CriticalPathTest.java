package org.stridescope.graph;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CriticalPathTest {
    private static final Operation SUM = RandomGraphs.SUM;

    @Test
    void theLongerBranchDecides() {
        var builder = TaskGraph.builder();
        Key short1 = builder.add(Key.of("short"), SUM, 1L);
        Key long1 = builder.add(Key.of("long"), SUM, 1L);
        Key end = builder.add(Key.of("end"), SUM, short1, long1);
        CriticalPath path = CriticalPath.of(builder.build(), new long[]{2, 7, 1});
        assertThat(path.length()).isEqualTo(8);
        assertThat(path.path()).containsExactly(long1, end);
        assertThat(path.slack(0)).isEqualTo(5);
        assertThat(path.slack(1)).isZero();
        assertThat(path.start(2)).isEqualTo(7);
    }

    @Test
    void anEmptyGraphTakesNoTime() {
        CriticalPath path = CriticalPath.of(TaskGraph.builder().build(), new long[0]);
        assertThat(path.length()).isZero();
        assertThat(path.path()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void thePathIsAChainAndLongerTasksBeyondTheirSlackDelayTheWhole(long seed) {
        Random random = new Random(seed);
        TaskGraph graph = RandomGraphs.sums(random, 50, SUM);
        long[] durations = random.longs(graph.size(), 1, 100).toArray();
        CriticalPath path = CriticalPath.of(graph, durations);
        List<Integer> tasks = path.tasks();
        assertThat(tasks.stream().mapToLong(task -> durations[task]).sum()).isEqualTo(path.length());
        for (int i = 1; i < tasks.size(); i++)
            assertThat(graph.dependencies(graph.key(tasks.get(i)))).contains(graph.key(tasks.get(i - 1)));
        for (int task = 0; task < graph.size(); task++) {
            assertThat(path.length()).isEqualTo(withMore(graph, durations, task, path.slack(task)));
            assertThat(withMore(graph, durations, task, path.slack(task) + 1)).isEqualTo(path.length() + 1);
        }
    }

    private static long withMore(TaskGraph graph, long[] durations, int task, long more) {
        long[] changed = durations.clone();
        changed[task] += more;
        return CriticalPath.of(graph, changed).length();
    }
}
