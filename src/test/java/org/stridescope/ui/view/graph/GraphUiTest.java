package org.stridescope.ui.view.graph;

import java.util.List;

import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import org.stridescope.lab.graph.GraphPresets;
import org.stridescope.lab.graph.GraphRunner;
import org.stridescope.schedule.process.ProcessLaunch;
import org.stridescope.ui.view.OneBench;

import static org.assertj.core.api.Assertions.assertThat;

/** Flows through the graph bench. */
@ExtendWith(ApplicationExtension.class)
class GraphUiTest {
    @SuppressWarnings("NullAway.Init") // made in start, which JUnit calls
    private OneBench page;

    @Start
    void start(Stage stage) {
        GraphRunner runner = new GraphRunner(ProcessLaunch.java("org.stridescope.app.TaskWorkerMain"));
        page = new OneBench(stage,
                (context, look) -> new GraphWorkbench(context, look, new GraphPresets(List.of()), runner));
    }

    @AfterEach
    void close() {
        page.close();
    }

    private void compute() {
        page.press("run").until(() -> page.text("run").equals("Compute") && page.text("graph-heading")
                .contains("critical path"));
    }

    /** Until a task is hit: where boxes lie is the layout's affair. */
    private void clickSomeTask() {
        for (int down = 1; down < 24; down++) {
            for (int across = 1; across < 16; across++) {
                page.click("graph-canvas", across / 16.0, down / 24.0);
                if (page.text("task-lineage").contains("feed it"))
                    return;
            }
        }
        throw new AssertionError("no task in the whole pane");
    }

    @Test
    void aGraphIsRunLookedIntoAndRunOtherwise() {
        page.choose("graph-preset", "squares").enter("graph-set-seconds", "0.02");
        page.until(() -> page.text("graph-heading").startsWith("Graph · 3 tasks"));
        assertThat(page.has("example")).as("nothing has run").isTrue();
        compute();
        assertThat(page.has("example")).isFalse();
        page.until(() -> page.text("what-if-words").startsWith("Measured by threads on "));
        clickSomeTask();
        assertThat(page.text("task-title")).startsWith("Task ");
        assertThat(page.text("task-lineage")).contains("tasks feed it", "wait for it");
        page.press("to-start").until(() -> page.text("clock").startsWith("t = 0"));
        assertThat(page.text("graph-memory")).startsWith("Results held: 0 B");
        page.press("play")
                .until(() -> page.text("play").equals("replay") && !page.text("clock").startsWith("t = 0.00"));
        page.turn("graph-workers", 1).press("run").until(() -> page.text("what-if-words").contains("by threads on 1:"));
    }

    @Test
    void whatIfTellsOtherChunksAndWhatWasMeasured() {
        page.choose("graph-preset", "sum-of-squares").enter("graph-set-seconds", "0.01").enter("graph-set-n", "8")
                .turn("graph-workers", 2);
        compute();
        page.until(() -> page.words("what-if-cuts").containsAll(List.of("chunks", "1", "8", "128")));
        assertThat(page.text("what-if-cut")).isEqualTo("Cut otherwise into chunks of square, on 2 workers:");
        page.choose("what-if-chunks", "2 times as many chunks")
                .until(() -> !page.words("what-if-machines").isEmpty());
        assertThat(page.text("what-if-words")).contains("the work stays the same in sum");
        page.choose("graph-scheduler", "synchronous").press("run")
                .until(() -> page.has("message") && page.text("message").contains("One after the other, tasks took"));
        assertThat(page.text("message")).contains("2 threads", "as fast.");
    }

    @Test
    void whatIsWrongWithASettingIsSaid() {
        page.choose("graph-preset", "squares").enter("graph-set-seconds", "soon");
        page.until(() -> page.text("message").contains("seconds=soon"));
    }
}
