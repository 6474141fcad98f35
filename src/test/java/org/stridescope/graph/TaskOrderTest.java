package org.stridescope.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The measure is how many results are held at the worst moment when one worker runs the tasks in the order. */
class TaskOrderTest {
    private static final Operation SUM = RandomGraphs.SUM;

    static List<Long> seeds() {
        return IntStream.rangeClosed(1, 40).mapToObj(Long::valueOf).toList();
    }

    static int mostHeld(TaskGraph graph, int[] order) {
        int[] uses = new int[graph.size()];
        int held = 0;
        int most = 0;
        for (int task = 0; task < graph.size(); task++)
            uses[task] = graph.dependentCount(task);
        for (int task : order) {
            most = Math.max(most, ++held);
            for (int i = 0; i < graph.dependencyCount(task); i++) {
                if (--uses[graph.dependency(task, i)] == 0)
                    held--;
            }
        }
        return most;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void dependenciesComeFirst(long seed) {
        TaskGraph graph = RandomGraphs.sums(new Random(seed), 200, SUM);
        int[] ranks = TaskOrder.ranks(graph);
        assertThat(ranks).hasSize(200).doesNotHaveDuplicates();
        for (int task = 0; task < graph.size(); task++) {
            for (int i = 0; i < graph.dependencyCount(task); i++)
                assertThat(ranks[graph.dependency(task, i)]).isLessThan(ranks[task]);
        }
    }

    /** A random tree: there the order is optimal. */
    @ParameterizedTest
    @MethodSource("seeds")
    void treesNeedTheLeastPossible(long seed) {
        Random random = new Random(seed);
        var builder = TaskGraph.builder();
        List<Key> free = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            List<Key> needs = new ArrayList<>();
            for (int n = random.nextInt(3); n > 0 && !free.isEmpty(); n--)
                needs.add(free.remove(random.nextInt(free.size())));
            free.add(builder.add(Key.of("t", i), SUM, needs));
        }
        builder.add(Key.of("all"), SUM, free);
        TaskGraph graph = builder.build();
        assertThat(mostHeld(graph, TaskOrder.of(graph))).isEqualTo(Exhaustive.leastHeld(graph));
    }

    /** Small graphs of any form, many outputs among them: nearly as few as the best order, fewer than level by level. */
    @Test
    void smallGraphsAreNearTheBest() {
        int best = 0;
        int depthFirst = 0;
        int levels = 0;
        for (long seed : seeds()) {
            TaskGraph graph = RandomGraphs.sums(new Random(seed), 11, SUM);
            best += Exhaustive.leastHeld(graph);
            depthFirst += mostHeld(graph, TaskOrder.of(graph));
            levels += mostHeld(graph, Topological.order(graph));
        }
        assertThat(depthFirst).isBetween(best, best * 115 / 100).isLessThan(levels);
    }

    @Test
    void aTreeOfSumsHoldsFewBlocks() {
        var builder = TaskGraph.builder();
        List<Key> level = new ArrayList<>();
        for (int i = 0; i < 1024; i++)
            level.add(builder.add(Key.of("block", i), SUM, 1L));
        for (int height = 0; level.size() > 1; height++) {
            List<Key> next = new ArrayList<>();
            for (int i = 0; i < level.size(); i += 4)
                next.add(builder.add(Key.of("sum" + height, i), SUM, level.subList(i, i + 4)));
            level = next;
        }
        TaskGraph graph = builder.build();
        assertThat(mostHeld(graph, TaskOrder.of(graph))).isLessThanOrEqualTo(17);
        assertThat(mostHeld(graph, Topological.order(graph))).isGreaterThan(1000);
    }

    @Test
    void aBlockWithTwoUsesIsUsedTwiceBeforeTheNextIsLoaded() {
        var builder = TaskGraph.builder();
        for (int i = 0; i < 20; i++)
            builder.add(Key.of("load", i), SUM, 1L);
        for (int i = 0; i < 20; i++)
            builder.add(Key.of("less", i), SUM, Key.of("load", i));
        for (int i = 0; i < 20; i++)
            builder.add(Key.of("more", i), SUM, Key.of("load", i));
        TaskGraph graph = builder.build();
        int[] ranks = TaskOrder.ranks(graph);
        for (int i = 0; i < 20; i++)
            assertThat(Math.abs(ranks[20 + i] - ranks[40 + i])).isEqualTo(1);
    }
}
