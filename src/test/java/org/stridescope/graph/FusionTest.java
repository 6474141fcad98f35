package org.stridescope.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class FusionTest {
    private static final Operation SUM = RandomGraphs.SUM;

    @Test
    void aChainBecomesOneTaskWithTheLastOnesKey() throws Exception {
        var builder = TaskGraph.builder();
        Key read = builder.add(Key.of("read"), SUM, 1L);
        Key twice = builder.add(Key.of("scale"), SUM, read, 10L);
        Key end = builder.add(Key.of("end"), SUM, twice);
        Fusion fusion = Fusion.of(builder.build(), List.of(end));
        assertThat(fusion.graph().size()).isEqualTo(1);
        assertThat(fusion.members()).containsEntry(end, List.of(read, twice, end));
        Task task = fusion.graph().task(0);
        assertThat(task.operation().name()).isEqualTo("sum → sum → sum");
        assertThat(task.operation().apply(task.arguments())).isEqualTo(14L);
    }

    @Test
    void wantedResultsAndForksStay() {
        var builder = TaskGraph.builder();
        Key a = builder.add(Key.of("a"), SUM, 1L);
        Key b = builder.add(Key.of("b"), SUM, a);
        Key c = builder.add(Key.of("c"), SUM, b);
        Key d = builder.add(Key.of("d"), SUM, b);
        Fusion fusion = Fusion.of(builder.build(), List.of(a, c, d));
        assertThat(fusion.graph().tasks()).extracting(Task::key).containsExactlyInAnyOrder(a, b, c, d);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void resultsAreTheSameAndEveryTaskIsInOneChain(long seed) throws Exception {
        Random random = new Random(seed);
        TaskGraph graph = RandomGraphs.sums(random, 80, SUM);
        List<Key> wanted = graph.outputs();
        Fusion fusion = Fusion.of(graph, wanted);
        var results = new java.util.HashMap<Key, Object>();
        for (int task : TaskOrder.of(fusion.graph())) {
            Task call = fusion.graph().task(task);
            results.put(call.key(), call.operation().apply(call.resolve(results::get)));
        }
        var expected = RandomGraphs.bruteForce(graph);
        assertThat(results).allSatisfy((key, value) -> assertThat(value).isEqualTo(expected.get(key)));
        List<Key> members = new ArrayList<>();
        fusion.members().values().forEach(members::addAll);
        assertThat(members).containsExactlyInAnyOrderElementsOf(graph.tasks().stream().map(Task::key).toList());
        for (int task = 0; task < fusion.graph().size(); task++) {
            if (fusion.graph().dependentCount(task) == 1 && !wanted.contains(fusion.graph().key(task)))
                assertThat(fusion.graph().dependencyCount(fusion.graph().dependent(task, 0))).isGreaterThan(1);
        }
    }
}
