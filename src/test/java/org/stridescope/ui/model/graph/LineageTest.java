package org.stridescope.ui.model.graph;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.stridescope.explain.graph.DrawnGraph.TaskNode;

import static org.assertj.core.api.Assertions.assertThat;

class LineageTest {
    /** 0 and 1 feed 2, 2 feeds 3 and 4, 5 stands alone. */
    private static final List<TaskNode> TASKS = List.of(task(), task(), task(0, 1), task(2), task(2), task());

    private static TaskNode task(Integer... needs) {
        return new TaskNode("t", "t", List.of(needs));
    }

    @Test
    void itIsAllThatATaskComesFromAndAllThatComesFromIt() {
        Lineage lineage = Lineage.of(TASKS, 2);
        assertThat(lineage.ancestors().stream()).containsExactly(0, 1);
        assertThat(lineage.descendants().stream()).containsExactly(3, 4);
        assertThat(lineage.all().stream()).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void siblingsAreNoRelations() {
        assertThat(Lineage.of(TASKS, 3).all().stream()).containsExactly(0, 1, 2, 3);
    }

    @Test
    void noTaskHasNone() {
        assertThat(Lineage.of(TASKS, -1).isEmpty()).isTrue();
        assertThat(Lineage.of(TASKS, 6).isEmpty()).isTrue();
    }
}
