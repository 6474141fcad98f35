package org.stridescope.ui.view.ladder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import static org.assertj.core.api.Assertions.assertThat;

/** Flows through the ladder bench. */
@ExtendWith(ApplicationExtension.class)
class LadderUiTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit makes it
    Path folder;
    @SuppressWarnings("NullAway.Init") // made in start, which JUnit calls
    private LadderPage page;

    @Start
    void start(Stage stage) {
        page = new LadderPage(stage);
    }

    @AfterEach
    void close() {
        page.close();
    }

    private void climb() {
        page.type("setting-n", "200").type("setting-m", "200").type("setting-k", "10").choose("ladder-runs", 0);
        page.until(() -> page.text("summary").contains("400 K"));
        page.press("example-ladder");
        page.until(() -> page.has("rung-broadcast-2") && page.text("run").equals("Climb the ladder"));
    }

    @Test
    void theLadderIsClimbedReadAndExported() throws IOException {
        climb();
        assertThat(page.text("ladder-problem")).isEqualTo(
                "cityblock distances of 200 × 200 points with 10 features, float64, "
                        + Runtime.getRuntime().availableProcessors() + " threads");
        assertThat(page.text("rung-loops-2")).endsWith("s");
        assertThat(page.text("rung-trick-sentence")).contains("trick has no cityblock");
        assertThat(page.text("ladder-noise")).contains("a fixed loop between the runs varied by");
        assertThat(page.text("rung-cost")).isNotEmpty();
        page.press("show-source");
        page.until(() -> page.has("close-source"));
        page.press("close-source");
        page.until(() -> page.has("rung-loops"));
        Path file = folder.resolve("ladder.csv");
        page.answers.add(file);
        page.menu("menu-export-ladder");
        page.until(() -> page.has("message") && page.text("message").startsWith("The table is in"));
        assertThat(Files.readAllLines(file)).hasSize(4).first().asString().startsWith("variant,median_s,");
    }

    @Test
    void theRooflineTakesItsVariantsFromTheLadder() {
        climb();
        page.press("segment-roofline");
        page.until(() -> page.text("roofline-machine").contains("loads 30.0 GB/s, stores 20.0 GB/s, 100 GFLOP/s"));
        page.until(() -> page.has("advice-loops"));
        assertThat(page.text("advice-loops")).contains("bound: its", "it takes");
        assertThat(page.has("advice-trick")).isFalse();
    }

    @Test
    void aSweepIsTypedAndRun() {
        page.type("setting-m", "50").type("setting-k", "5").press("segment-scaling").choose("sweep-runs", 0);
        page.type("sweep-values", "nonsense").press("run");
        page.until(() -> page.text("message").startsWith("Whole numbers with commas between are needed"));
        page.type("sweep-values", "20, 40").press("run");
        page.until(() -> page.text("run").equals("Run the sweep") && page.has("scaling-left"));
    }

    @Test
    void theSliderTakesTheTricksDigitsAway() {
        page.press("segment-cancellation").slide("cancellation-offset", 0);
        page.until(() -> page.text("cancellation-why").contains("digits agree and cancel"));
        page.slide("cancellation-offset", 7);
        page.until(() -> page.text("cancellation-why").contains("finer than that"));
        assertThat(page.text("digits-error-2")).endsWith("0 of 16 digits");
        assertThat(page.text("digits-error-1")).endsWith("16 of 16 digits");
    }
}
