package org.stridescope.ui.view.arrays;

import java.nio.file.Path;

import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import org.stridescope.array.ArrayMemory;
import org.stridescope.array.NDArray;
import org.stridescope.io.ArrayFiles;

import static org.assertj.core.api.Assertions.assertThat;

/** Flows through the three array benches, on the engine itself. */
@ExtendWith(ApplicationExtension.class)
class ArrayBenchesUiTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit makes it
    Path folder;
    @SuppressWarnings("NullAway.Init") // made in start, which JUnit calls
    private BenchPage page;

    @Start
    void start(Stage stage) {
        page = new BenchPage(stage);
    }

    @AfterEach
    void close() {
        page.close();
    }

    @Test
    void aScriptIsTypedRunPointedAtWrittenAndMended() {
        page.until(() -> page.shows("variable-y"));
        page.script("x = np.arange(8)\ny = x[::-2]").press("run");
        page.until(() -> page.text("grid-title").startsWith("y as NumPy"));
        page.until(() -> page.text("metadata-strides").equals("(\u221216,) bytes"));
        page.point("grid", 60, 40);
        page.until(() -> page.text("address-title").equals("address of y[0]"));
        assertThat(page.text("address-gloss")).isEqualTo("axis 0 jumps back 2 items");
        page.enter("write-value", "70");
        page.until(() -> page.text("write-outcome").equals("wrote 1 item: x and y see it"));
        page.press("variable-x");
        page.until(() -> page.text("grid-title").startsWith("x as NumPy"));
        page.press("step").until(() -> page.text("step-text").startsWith("1 of 8"));
        page.script("x = np.arange(8)\nx.reshape(3)").press("run");
        page.until(() -> page.shows("script-fault") && page.text("script-fault")
                .equals("line 2: ValueError: cannot reshape array of size 8 into shape (3,)"));
    }

    @Test
    void aFileIsOpenedAndQuestionsAreAskedBeforeItsMetadataIsShown() {
        Path file = folder.resolve("points-1.npy");
        ArrayFiles.write(NDArray.of(ArrayMemory.collected(), new double[][]{{1, 2, 3}, {4, 5, 6}}), file);
        page.answers.add(file);
        page.press("open-array");
        page.until(() -> page.shows("variable-points_1") && page.text("grid-title").startsWith("points_1"));
        page.press("predict");
        page.until(() -> page.shows("predict-pane"));
        assertThat(page.shows("metadata")).isFalse();
        page.enter("predict-answer", "surely wrong");
        page.until(() -> page.shows("predict-verdict"));
        assertThat(page.text("predict-verdict")).startsWith("\u2717");
        assertThat(page.text("predict-score")).contains("0 of 1 right");
    }

    @Test
    void shapesAreAlignedSteppedThroughAndRefused() {
        page.press("rail-broadcast");
        page.until(() -> page.shows("pairing"));
        page.press("step");
        page.until(() -> page.text("result-axis-1").equals("3"));
        assertThat(page.text("result-axis-0")).isEqualTo("?");
        page.press("step");
        page.until(() -> page.text("rule-sentence").startsWith("axis 0: b has no such axis"));
        page.press("step").press("step");
        page.until(() -> page.text("pairing").equals("out[0, 1] = a[0, 0] + b[1] = 1."));
        page.enter("operand-1", "(3, 5)").press("to-end");
        page.until(() -> page.text("rule-sentence").contains("ValueError: operands could not be broadcast"));
        page.press("mode-einsum").enter("subscripts-field", "ij,kj->ik");
        page.enter("operand-1", "(2, 1)");
        page.until(() -> page.shows("einsum-sentence") && page.text("einsum-sentence").startsWith("Summed away: j"));
    }

    @Test
    void aScriptThatGoesOnIsStoppedAndTheNextOneRuns() {
        page.until(() -> page.text("run").equals("Run script"));
        assertThat(page.text("run-words")).isEqualTo("A script may take 60 s and 4 GiB of arrays.");
        page.script("import time\nwhile True:\n    time.sleep(0.01)").press("run");
        page.until(() -> page.shows("stop-script") && page.text("run-words").startsWith("running, "));
        page.press("stop-script");
        page.until(() -> page.shows("script-fault") && page.text("script-fault").contains("KeyboardInterrupt"));
        page.script("x = np.arange(3)").press("run");
        page.until(() -> page.shows("variable-x") && !page.shows("script-fault"));
    }

    @Test
    void theLineOfTheCaretTellsWhatItWroteAndWhoSeesIt() {
        page.until(() -> page.shows("variable-y"));
        page.script("x = np.arange(5)\nr = x.ravel()\nr[0] = 100\nf = x.flatten()\nf[1:3] = 0").press("run");
        page.until(
                () -> page.shows("written") && page.text("written").equals("line 5 wrote 2 items: only f sees them"));
        page.caret(2);
        page.until(() -> page.text("written").equals("line 3 wrote 1 item: x and r see it"));
        page.press("margin-hits").press("margin-time").press("margin-memory");
        page.caret(0);
        page.until(() -> !page.shows("written"));
    }

    @Test
    void predictingHidesTheAnswerAndNothingElse() {
        page.press("rail-broadcast");
        page.until(() -> page.shows("sheet-0"));
        page.press("predict").until(() -> page.shows("predict-pane"));
        assertThat(page.shows("sheet-0")).as("the operands").isTrue();
        assertThat(page.shows("bill")).as("the bytes").isFalse();
        assertThat(page.text("result-axis-1")).isEqualTo("?");
        page.press("predict");
        page.until(() -> page.shows("bill") && page.shows("sheet-3"));
        page.press("rail-lanes").press("predict");
        page.until(() -> page.text("lane-words").equals("?"));
        page.enter("predict-answer", "surely wrong");
        page.until(() -> page.text("lane-words").contains("steps instead of"));
        page.press("rail-arrays");
        page.until(() -> page.shows("variable-y"));
        page.press("predict").until(() -> page.shows("predict-pane"));
        assertThat(page.shows("buffer")).isFalse();
        assertThat(page.text("predict-score")).contains("0 of 1 right");
    }

    @Test
    void lanesAreDrawnAndTimed() {
        page.press("rail-lanes").choose("lane-size", 0);
        page.until(() -> page.shows("lane-words") && page.text("lane-words").contains("steps instead of 19"));
        page.press("run");
        page.until(() -> page.text("run").equals("Run timing") && page.shows("time-3"));
    }
}
