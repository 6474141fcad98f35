package org.stridescope.ui.view;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

import org.stridescope.kernel.DistanceKernel;
import org.stridescope.lab.RaceRunner;
import org.stridescope.trace.Recording;
import org.stridescope.trace.RecordingFile;
import org.stridescope.ui.model.RaceModel;
import org.stridescope.ui.model.RecordingFiles;
import org.stridescope.ui.model.SettingsStore;
import org.stridescope.ui.model.StatusFacts;

/** The distance lab as a user has it: what can be pressed, typed and read. */
final class LabPage {
    /** Files that the file dialogs will answer with. */
    final ArrayDeque<Path> answers = new ArrayDeque<>();
    final SettingsStore settings = SettingsStore.inMemory();
    final StridescopeWindow window;
    private final Stage stage;
    private final ExecutorService background = Executors.newSingleThreadExecutor();
    private FxRobot robot = new FxRobot();

    LabPage(Stage stage, RaceRunner runner, List<DistanceKernel> variants) {
        this.stage = stage;
        settings.put("theme", "DARK");
        window = new StridescopeWindow(
                new WindowContext(runner, variants, () -> new StatusFacts(List.of("2 cores"), List.of()),
                        settings, new Disk(), new Answers(), background, "test"));
        window.open(stage);
        stage.setX(0);
        stage.setY(0);
    }

    void close() {
        robot.interact(() -> {
            stage.hide();
            window.close();
        });
        background.shutdownNow();
    }

    LabPage press(String id) {
        robot.interact(() -> {
            Node node = node(id);
            if (node.isDisabled())
                throw new AssertionError("#" + id + " is disabled");
            ((javafx.scene.control.ButtonBase) node).fire();
        });
        return this;
    }

    LabPage type(String id, String text) {
        robot.interact(() -> {
            TextInputControl field = (TextInputControl) node(id);
            field.requestFocus();
            field.selectAll();
        });
        robot.push(KeyCode.DELETE);
        robot.write(text);
        return this;
    }

    LabPage key(KeyCode... keys) {
        robot.push(keys);
        return this;
    }

    LabPage focus(String id) {
        robot.interact(() -> node(id).requestFocus());
        return this;
    }

    String text(String id) {
        return ask(() -> node(id) instanceof Labeled label ? String.valueOf(label.getText()) : "");
    }

    boolean isDisabled(String id) {
        return ask(() -> node(id).isDisabled());
    }

    boolean has(String id) {
        return ask(() -> window.scene().lookup("#" + id) != null);
    }

    RaceModel model() {
        return ((DistanceWorkbench) window.shown()).model();
    }

    long time() {
        return ask(() -> model().playhead().time().get());
    }

    void until(Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> ask(condition));
        } catch (TimeoutException e) {
            throw new AssertionError("did not come to pass within 30 s", e);
        }
    }

    <T> T ask(Callable<T> question) {
        return WaitForAsyncUtils.waitForAsyncFx(30_000, question);
    }

    private Node node(String id) {
        Node node = window.scene().lookup("#" + id);
        if (node == null)
            throw new AssertionError("there is no #" + id);
        return node;
    }

    private static final class Disk implements RecordingFiles {
        @Override
        public RecordingFile.Opened read(Path file) {
            return RecordingFile.open(file);
        }

        @Override
        public void write(Recording recording, Path file) {
            RecordingFile.write(recording, file);
        }
    }

    private final class Answers implements FileChoices {
        @Override
        public Optional<Path> open(@Nullable Window owner, String title, String kind, List<String> patterns) {
            return Optional.ofNullable(answers.poll());
        }

        @Override
        public Optional<Path> save(@Nullable Window owner, String title, String name, String kind, String pattern) {
            return Optional.ofNullable(answers.poll());
        }
    }
}
