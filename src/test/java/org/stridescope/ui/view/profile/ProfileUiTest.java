package org.stridescope.ui.view.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import org.stridescope.trace.RecordingFile;
import org.stridescope.ui.model.profile.ProfileModel.Pane;
import org.stridescope.ui.model.timeline.Span;

import static org.assertj.core.api.Assertions.assertThat;

/** Flows through the profile, with the recording that comes with the program. */
@ExtendWith(ApplicationExtension.class)
class ProfileUiTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit makes it
    Path folder;
    @SuppressWarnings("NullAway.Init") // made in start, which JUnit calls
    private ProfilePage page;

    @Start
    void start(Stage stage) {
        page = new ProfilePage(stage);
    }

    @AfterEach
    void close() {
        page.close();
    }

    private void openExample() {
        page.press("example");
        page.until(() -> page.has("timeline"));
    }

    private Span view() {
        return page.ask(() -> page.model().timeline().window().view().get());
    }

    @Test
    void oneClickOpensTheExampleAndABrushNarrowsEveryPane() {
        openExample();
        assertThat(page.text("stretch")).startsWith("all ");
        page.press("pane-lines");
        page.until(() -> page.text("lines-summary").contains(" samples"));
        int all = page.rows("lines-table");
        assertThat(all).isPositive();
        page.press("pane-timeline").drag("timeline", 0.4, 0.5, 0.5);
        page.until(() -> page.model().timeline().brush().get() != null);
        assertThat(page.text("stretch")).contains("\u2013");
        page.press("pane-lines");
        page.until(() -> page.rows("lines-table") < all);
        page.press("clear-brush");
        page.until(() -> page.rows("lines-table") == all);
    }

    @Test
    void theKeyboardZoomsMarksAndGoesBack() {
        openExample();
        Span all = view();
        page.focus("timeline").key(KeyCode.HOME).key(KeyCode.PLUS);
        page.until(() -> view().length() < all.length());
        assertThat(view().from()).isZero();
        page.key(KeyCode.M);
        page.until(() -> page.model().timeline().markers().size() == 1);
        page.key(KeyCode.DIGIT0);
        page.until(() -> view().equals(all));
        page.key(KeyCode.PERIOD);
        page.until(() -> page.model().timeline().playhead().time().get() > 0);
    }

    @Test
    void measuringSaysWhatLiesBetween() {
        openExample();
        page.press("tool-measure").drag("timeline", 0.4, 0.6, 0.5);
        page.until(() -> page.text("measured").contains(" processors"));
        page.focus("timeline").key(KeyCode.ESCAPE);
        page.until(() -> page.model().timeline().measured().get() == null);
    }

    @Test
    void findingsLeadToTheirEvidence() {
        openExample();
        page.press("pane-findings");
        page.until(() -> page.has("probe-costs"));
        page.press("pane-compare");
        page.until(() -> page.rows("differences") > 5);
        page.press("pane-flame");
        page.until(() -> page.text("flame-words").startsWith("all: "));
        assertThat(page.<Pane>ask(() -> page.model().pane().get())).isEqualTo(Pane.FLAME);
    }

    @Test
    void aDamagedFileIsASentenceAndASavedOneOpensAgain() throws IOException {
        page.answers.add(Files.writeString(folder.resolve("damaged.ssrec"), "not a recording"));
        page.press("open-recording");
        page.until(() -> page.text("message").contains("damaged.ssrec"));
        assertThat(page.has("empty-profile")).isTrue();
        openExample();
        page.answers.add(folder.resolve("copy.ssrec"));
        page.focus("timeline").key(KeyCode.CONTROL, KeyCode.S);
        page.until(() -> page.text("message").contains("copy.ssrec"));
        assertThat(RecordingFile.read(folder.resolve("copy.ssrec")).runs()).hasSize(4);
    }
}
