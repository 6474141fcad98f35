package org.stridescope.ui.view.arrays;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.fxmisc.richtext.CodeArea;
import org.jspecify.annotations.Nullable;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

import org.stridescope.script.ScriptLimits;
import org.stridescope.trace.Recording;
import org.stridescope.trace.RecordingFile;
import org.stridescope.ui.model.FakeRunner;
import org.stridescope.ui.model.RecordingFiles;
import org.stridescope.ui.model.SettingsStore;
import org.stridescope.ui.model.StatusFacts;
import org.stridescope.ui.model.arrays.SessionEngine;
import org.stridescope.ui.model.arrays.SessionScore;
import org.stridescope.ui.view.FileChoices;
import org.stridescope.ui.view.StridescopeWindow;
import org.stridescope.ui.view.WindowContext;

/** The three array benches as a user has them: what can be pressed, typed, pointed at and read. */
final class BenchPage {
    /** Files that the file dialog will answer with. */
    final ArrayDeque<Path> answers = new ArrayDeque<>();
    private final StridescopeWindow window;
    private final Stage stage;
    private final FxRobot robot = new FxRobot();
    private final ExecutorService background = Executors.newSingleThreadExecutor();

    BenchPage(Stage stage) {
        this.stage = stage;
        SessionScore score = new SessionScore();
        SessionEngine engine = new SessionEngine(16, ScriptLimits.DEFAULT);
        window = new StridescopeWindow(
                new WindowContext(new FakeRunner(), List.of(), () -> new StatusFacts(List.of(), List.of()),
                        SettingsStore.inMemory(), new NoFiles(), new Answers(), background, "test"),
                List.of((context, look) -> new ArrayWorkbench(context, look, engine, score),
                        (context, look) -> new BroadcastWorkbench(context, look, engine, () -> "x = np.arange(5.0)",
                                score),
                        (_, look) -> new LanesWorkbench(look, score)));
        window.open(stage);
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(1280);
        stage.setHeight(900);
    }

    void close() {
        robot.interact(() -> {
            stage.hide();
            window.close();
        });
        background.shutdownNow();
    }

    BenchPage press(String id) {
        robot.interact(() -> {
            Node node = find(id);
            if (node instanceof javafx.scene.control.ButtonBase button)
                button.fire();
            else
                node.getOnMouseClicked().handle(null);
        });
        return this;
    }

    BenchPage script(String text) {
        robot.interact(() -> ((CodeArea) find("script")).replaceText(text));
        return this;
    }

    /** Puts the caret into a line of the script, from 0. */
    BenchPage caret(int line) {
        robot.interact(() -> ((CodeArea) find("script")).moveTo(line, 0));
        return this;
    }

    BenchPage enter(String id, String text) {
        robot.interact(() -> {
            javafx.scene.control.TextField field = (javafx.scene.control.TextField) find(id);
            field.setText(text);
            field.fireEvent(new javafx.event.ActionEvent());
        });
        return this;
    }

    BenchPage choose(String id, int item) {
        robot.interact(() -> {
            ComboBox<?> box = (ComboBox<?>) find(id);
            box.getSelectionModel().select(item);
        });
        return this;
    }

    /** Moves the pointer into a control: shares of its width and height. */
    BenchPage point(String id, double x, double y) {
        Bounds bounds = ask(() -> find(id).localToScreen(find(id).getLayoutBounds()));
        robot.moveTo(bounds.getMinX() + x, bounds.getMinY() + y);
        return this;
    }

    BenchPage type(KeyCode key) {
        robot.type(key);
        return this;
    }

    String text(String id) {
        return ask(() -> ((Labeled) find(id)).getText());
    }

    boolean shows(String id) {
        return ask(() -> {
            Node node = window.scene().lookup("#" + id);
            return node != null && node.isVisible();
        });
    }

    /** Waits until this holds. */
    void until(Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, condition);
        } catch (TimeoutException e) {
            throw new AssertionError("waited in vain", e);
        }
    }

    private static <T> T ask(Callable<T> question) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, question);
    }

    private Node find(String id) {
        Node node = window.scene().lookup("#" + id);
        if (node == null)
            throw new AssertionError("no #" + id);
        return node;
    }

    private final class Answers implements FileChoices {
        @Override
        public Optional<Path> open(@Nullable Window owner, String title, String kind, List<String> patterns) {
            return Optional.ofNullable(answers.poll());
        }

        @Override
        public Optional<Path> save(@Nullable Window owner, String title, String name, String kind, String pattern) {
            return Optional.empty();
        }
    }

    private static final class NoFiles implements RecordingFiles {
        @Override
        public RecordingFile.Opened read(Path file) throws java.io.IOException {
            return RecordingFile.open(file);
        }

        @Override
        public void write(Recording recording, Path file) throws java.io.IOException {
            RecordingFile.write(recording, file);
        }
    }
}
