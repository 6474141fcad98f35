package org.stridescope.explain.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import org.stridescope.explain.graph.DrawnGraph.Edge;
import org.stridescope.explain.graph.DrawnGraph.TaskNode;

import static org.assertj.core.api.Assertions.assertThat;

class DrawnGraphTest {
    /** So many squares, and their sum. */
    private static List<TaskNode> squares(int count) {
        List<TaskNode> tasks = new ArrayList<>();
        for (int i = 0; i < count; i++)
            tasks.add(new TaskNode("square-" + i, "square", List.of()));
        tasks.add(new TaskNode("sum", "sum", IntStream.range(0, count).boxed().toList()));
        return tasks;
    }

    @Test
    void fewTasksAreABoxEach() {
        DrawnGraph drawn = DrawnGraph.of(squares(2));
        assertThat(drawn.nodes()).extracting(DrawnGraph.Node::label).containsExactly("square-0", "square-1", "sum");
        assertThat(drawn.edges()).containsExactly(new Edge(0, 2), new Edge(1, 2));
    }

    @Test
    void manyTasksOfANameAreOneBoxWithTheirCount() {
        DrawnGraph drawn = DrawnGraph.of(squares(DrawnGraph.MOST_SINGLE));
        assertThat(drawn.nodes()).extracting(DrawnGraph.Node::label).containsExactly("square \u00d7 240", "sum");
        assertThat(drawn.edges()).containsExactly(new Edge(0, 1));
        assertThat(drawn.nodes().getFirst().tasks()).hasSize(240).startsWith(0, 1).endsWith(239);
    }

    @Test
    void aNameAtTwoDepthsIsTwoBoxesSoThatNoneNeedsItself() {
        List<TaskNode> chain = new ArrayList<>();
        for (int i = 0; i < 300; i++)
            chain.add(new TaskNode("add-" + i, "add", i % 2 == 0 ? List.of() : List.of(i - 1)));
        DrawnGraph drawn = DrawnGraph.of(chain);
        assertThat(drawn.nodes()).extracting(DrawnGraph.Node::label).containsExactly("add \u00d7 150",
                "add \u00d7 150");
        assertThat(drawn.edges()).containsExactly(new Edge(0, 1));
    }
}
