package org.stridescope.ui.view;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;

import javax.imageio.ImageIO;

import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import org.stridescope.kernel.Availability;
import org.stridescope.kernel.Metric;
import org.stridescope.trace.RecordingFile;
import org.stridescope.ui.model.FakeKernel;
import org.stridescope.ui.model.FakeRunner;
import org.stridescope.ui.model.RaceModel.State;
import org.stridescope.ui.model.RecordedRace;

import static org.assertj.core.api.Assertions.assertThat;

/** Flows through the distance lab, with races that go as far as the test lets them. */
@ExtendWith(ApplicationExtension.class)
class DistanceLabUiTest {
    private final FakeRunner runner = new FakeRunner();
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit makes it
    Path folder;
    @SuppressWarnings("NullAway.Init") // made in start, which JUnit calls
    private LabPage page;

    @Start
    void start(Stage stage) {
        page = new LabPage(stage, runner, List.of(FakeKernel.of("loops"), FakeKernel.of("c"),
                new FakeKernel("trick", "Java", EnumSet.of(Metric.SQEUCLIDEAN), Availability.AVAILABLE),
                new FakeKernel("fortran", "Fortran", EnumSet.allOf(Metric.class),
                        new Availability.Missing("gfortran is missing", "apt install gfortran"))));
    }

    @AfterEach
    void close() {
        page.close();
    }

    private void raceToItsEnd() {
        page.until(() -> !page.isDisabled("run"));
        page.press("run");
        page.until(() -> !runner.races.isEmpty());
        runner.races.getLast().end(RecordedRace.loopsAndC());
        page.until(() -> page.model().state().get() == State.SHOWN);
    }

    @Test
    void aRaceIsSetRunWatchedScrubbedAndExported() throws IOException {
        page.press("variant-c").press("variant-c").type("setting-n", "100").type("setting-m", "100");
        raceToItsEnd();
        page.until(() -> page.text("state-c").equals("\u25cf done in 0.100 s"));
        assertThat(page.text("speed-up-c")).isEqualTo("8.0\u00d7");
        assertThat(page.text("remark-text")).contains("c is 8.0\u00d7 as fast as loops");
        page.press("to-start").press("step");
        page.until(() -> page.text("state-loops").startsWith("\u25b6 running"));
        assertThat(page.time()).isEqualTo(100 * RecordedRace.MS / 16);
        page.answers.add(folder.resolve("race.csv"));
        page.focus("strips").key(KeyCode.CONTROL, KeyCode.E);
        page.until(() -> page.text("message").contains("race.csv"));
        assertThat(Files.readString(folder.resolve("race.csv"))).contains("\nc,0.1,");
        page.answers.add(folder.resolve("race.ssrec"));
        page.key(KeyCode.CONTROL, KeyCode.S);
        page.until(() -> page.text("message").contains("race.ssrec"));
        assertThat(RecordingFile.read(folder.resolve("race.ssrec")).runs()).hasSize(2);
        page.answers.add(folder.resolve("race.png"));
        page.key(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
        page.until(() -> page.text("message").contains("race.png"));
        assertThat(ImageIO.read(folder.resolve("race.png").toFile()).getWidth()).isGreaterThan(800);
    }

    @Test
    void theRunButtonCancelsWhileARaceRunsAndSettingsWait() {
        page.until(() -> !page.isDisabled("run"));
        page.press("run");
        page.until(() -> page.text("run").equals("Cancel") && !runner.races.isEmpty());
        assertThat(page.isDisabled("setting-n")).isTrue();
        assertThat(page.isDisabled("play")).isTrue();
        page.until(() -> page.text("share-loops").startsWith("25 %"));
        page.press("run");
        page.until(() -> runner.races.getFirst().cancelled);
        assertThat(page.isDisabled("run")).isTrue();
        runner.races.getFirst().end(new RecordedRace()
                .run("loops", 800, org.stridescope.trace.RunOutcome.CANCELLED, "", 4).recording());
        page.until(() -> page.text("state-loops").endsWith("cancelled"));
        assertThat(page.isDisabled("setting-n")).isFalse();
        assertThat(page.text("run")).isEqualTo("Run race");
    }

    @Test
    void badInputIsASentenceWhereItIsAndNothingRuns() {
        page.type("setting-n", "0");
        page.until(() -> page.has("setting-n-fault"));
        assertThat(page.text("setting-n-fault")).contains("At least 1");
        page.until(() -> page.isDisabled("run"));
        page.type("setting-n", "1000000");
        page.until(() -> page.text("fault-memory").contains("7.28 TiB"));
        assertThat(page.isDisabled("run")).isTrue();
        page.type("setting-n", "2000");
        page.until(() -> !page.isDisabled("run"));
        assertThat(page.has("setting-n-fault")).isFalse();
    }

    @Test
    void whatCannotTakePartIsGreyedWithTheReason() {
        assertThat(page.isDisabled("variant-fortran")).isTrue();
        assertThat(page.text("variant-fortran-reason")).isEqualTo("gfortran is missing: apt install gfortran");
        assertThat(page.text("variant-trick-reason")).contains("no cityblock");
        page.ask(() -> {
            ((DistanceWorkbench) page.window.shown()).settings().metric().set(Metric.SQEUCLIDEAN);
            return 0;
        });
        page.until(() -> !page.isDisabled("variant-trick"));
        assertThat(page.has("variant-trick-reason")).isFalse();
    }

    @Test
    void theKeyboardAloneRunsAndReplays() {
        page.focus("variant-loops").until(() -> !page.isDisabled("run"));
        page.key(KeyCode.F5);
        page.until(() -> !runner.races.isEmpty());
        runner.races.getFirst().end(RecordedRace.loopsAndC());
        page.until(() -> page.model().state().get() == State.SHOWN);
        page.focus("strips").key(KeyCode.HOME);
        assertThat(page.time()).isZero();
        page.key(KeyCode.PERIOD).key(KeyCode.PERIOD).key(KeyCode.COMMA);
        assertThat(page.time()).isEqualTo(100 * RecordedRace.MS / 16);
        page.key(KeyCode.DIGIT4);
        assertThat(page.<Double>ask(() -> page.model().playhead().speed().get())).isEqualTo(1);
        page.key(KeyCode.SPACE);
        page.until(() -> page.time() > 100 * RecordedRace.MS);
        page.key(KeyCode.END);
        assertThat(page.time()).isEqualTo(800 * RecordedRace.MS);
        page.key(KeyCode.CONTROL, KeyCode.T);
        page.until(() -> page.has("results-table"));
    }

    @Test
    void themeAndProjectorChangeAndTheThemeIsRemembered() {
        raceToItsEnd();
        page.ask(() -> {
            page.window.appearance().theme().set(Appearance.Theme.LIGHT);
            return 0;
        });
        assertThat(page.settings.get("theme")).contains("LIGHT");
        assertThat(page.<Boolean>ask(() -> page.window.appearance().look().get().palette().isDark())).isFalse();
        page.press("projector");
        page.until(() -> !page.has("setting-n"));
        assertThat(page.has("remark-text")).isTrue();
        page.press("projector");
        page.until(() -> page.has("setting-n"));
    }

    @Test
    void aDamagedRecordingIsASentence() throws IOException {
        Path file = Files.writeString(folder.resolve("damaged.ssrec"), "not a recording");
        page.answers.add(file);
        page.press("open-recording");
        page.until(() -> page.text("message").contains("damaged.ssrec"));
        assertThat(page.has("empty")).isTrue();
        page.press("dismiss");
        page.until(() -> page.text("message").isEmpty());
    }

    @Test
    void oneClickRunsTheExample() {
        page.press("example");
        page.until(() -> !runner.races.isEmpty());
        runner.races.getFirst().end(RecordedRace.loopsAndC());
        page.until(() -> page.model().state().get() == State.SHOWN);
        assertThat(page.text("setting-points")).isEqualTo("curve.npy");
    }
}
