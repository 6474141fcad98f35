package org.stridescope.ui.view.chunks;

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

import org.stridescope.lab.graph.GraphRunner;
import org.stridescope.schedule.process.ProcessLaunch;
import org.stridescope.ui.view.OneBench;

import static org.assertj.core.api.Assertions.assertThat;

/** Flows through the chunk bench. */
@ExtendWith(ApplicationExtension.class)
class ChunksUiTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit makes it
    Path folder;
    @SuppressWarnings("NullAway.Init") // made in start, which JUnit calls
    private OneBench page;

    @Start
    void start(Stage stage) {
        GraphRunner runner = new GraphRunner(ProcessLaunch.java("org.stridescope.app.TaskWorkerMain"));
        page = new OneBench(stage, (context, look) -> new ChunksWorkbench(context, look, runner, 8L << 30));
    }

    @AfterEach
    void close() {
        page.close();
    }

    @Test
    void anArrayIsCutRecutAndMeasured() {
        page.enter("chunk-shape", "600, 400").enter("chunk-cut", "200, 200").enter("chunk-again", "300, -1");
        assertThat(page.text("chunk-advice")).contains("6 chunks");
        assertThat(page.text("chunk-recut")).contains("6 blocks of (200, 200) become 2");
        page.click("chunks-after", 0.3, 0.3);
        assertThat(page.text("chunk-picked")).startsWith("Block (0, 0) is put together from parts of 4 old blocks");
        page.press("run").until(() -> page.text("chunk-memory").contains("Measured: mean 0.5"));
        page.enter("chunk-cut", "0, 2");
        assertThat(page.text("message")).contains("length 0");
    }

    @Test
    void theWeatherIsComputedAndItsMapsAreSaved() throws IOException {
        page.press("segment-weather").choose("weather-scale", 0).press("run");
        page.until(() -> page.text("weather-words").startsWith("31 files of "));
        Path png = folder.resolve("mean.png");
        page.answers.add(png);
        page.press("save-mean").until(() -> page.text("weather-words").equals("Saved as " + png + "."));
        assertThat(Files.readAllBytes(png)).startsWith(0x89, 'P', 'N', 'G');
        Path svg = folder.resolve("difference.svg");
        page.answers.add(svg);
        page.press("save-anomaly").until(() -> page.text("weather-words").equals("Saved as " + svg + "."));
        assertThat(svg).content().contains("<svg", "First day less the mean (K)");
        page.answers.add(folder.resolve("mean.tiff"));
        page.press("save-mean").until(() -> page.text("weather-words").contains(".png or .svg"));
        assertThat(folder.resolve("mean.tiff")).doesNotExist();
    }
}
