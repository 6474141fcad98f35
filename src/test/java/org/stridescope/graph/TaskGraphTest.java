package org.stridescope.graph;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TaskGraphTest {
    private static final Operation SUM = RandomGraphs.SUM;

    @Test
    void dependenciesAreFoundInListsAndCountedOnce() {
        TaskGraph graph = TaskGraph.of(List.of(Task.of(Key.of("total"), SUM, List.of(Key.of("x", 0), Key.of("x", 1)),
                Key.of("x", 0)), Task.of(Key.of("x", 0), SUM, 1L), Task.of(Key.of("x", 1), SUM, 2L)));
        assertThat(graph.dependencies(Key.of("total"))).containsExactly(Key.of("x", 0), Key.of("x", 1));
        assertThat(graph.dependents(Key.of("x", 0))).containsExactly(Key.of("total"));
        assertThat(graph.outputs()).containsExactly(Key.of("total"));
        assertThat(graph.countByName()).containsEntry("x", 2).containsEntry("total", 1);
        assertThat(graph.task(0)).hasToString("sum([x-0, x-1], x-0)");
    }

    @Test
    void aCycleIsNamed() {
        var builder = TaskGraph.builder();
        builder.add(Key.of("start"), SUM, 1L);
        builder.add(Key.of("a"), SUM, Key.of("c"), Key.of("start"));
        builder.add(Key.of("b"), SUM, Key.of("a"));
        builder.add(Key.of("c"), SUM, Key.of("b"));
        builder.add(Key.of("after"), SUM, Key.of("c"));
        assertThatThrownBy(builder::build).isInstanceOf(GraphError.class)
                .hasMessage("these tasks wait for each other and none can start: a needs c needs b needs a");
    }

    @Test
    void aTaskThatNeedsItselfIsACycle() {
        var builder = TaskGraph.builder();
        builder.add(Key.of("a"), SUM, Key.of("a"));
        assertThatThrownBy(builder::build).hasMessageEndingWith("a needs a");
    }

    @Test
    void missingAndDoubleTasksAreNamed() {
        var builder = TaskGraph.builder();
        builder.add(Key.of("add", 3), SUM, Key.of("square", 9));
        assertThatThrownBy(builder::build).hasMessage("task add-3 needs square-9, which is not in the graph");
        assertThatThrownBy(() -> builder.add(Key.of("add", 3), SUM)).isInstanceOf(GraphError.class)
                .hasMessageContaining("two tasks add-3");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void cullKeepsExactlyTheAncestors(long seed) {
        Random random = new Random(seed);
        TaskGraph graph = RandomGraphs.sums(random, 60, SUM);
        Key wanted = graph.key(random.nextInt(60));
        Set<Key> needed = new HashSet<>();
        List<Key> open = new ArrayList<>(List.of(wanted));
        while (!open.isEmpty()) {
            Key key = open.removeLast();
            if (needed.add(key))
                open.addAll(graph.dependencies(key));
        }
        TaskGraph culled = graph.cull(List.of(wanted));
        assertThat(culled.tasks()).extracting(Task::key).containsExactlyInAnyOrderElementsOf(needed);
        assertThat(RandomGraphs.bruteForce(culled).get(wanted)).isEqualTo(RandomGraphs.bruteForce(graph).get(wanted));
    }

    @Test
    void aHundredThousandTasksInARow() {
        var builder = TaskGraph.builder();
        Key last = builder.add(Key.of("x", 0), SUM, 1L);
        for (int i = 1; i < 100_000; i++)
            last = builder.add(Key.of("x", i), SUM, last);
        TaskGraph graph = builder.build();
        assertThat(graph.ancestors(graph.number(last))).doesNotContain(false);
        assertThat(TaskOrder.of(graph)).isSorted();
    }
}
