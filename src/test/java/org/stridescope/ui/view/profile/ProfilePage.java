package org.stridescope.ui.view.profile;

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
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

import org.stridescope.trace.Recording;
import org.stridescope.trace.RecordingFile;
import org.stridescope.ui.model.FakeRunner;
import org.stridescope.ui.model.RecordingFiles;
import org.stridescope.ui.model.SettingsStore;
import org.stridescope.ui.model.StatusFacts;
import org.stridescope.ui.model.profile.ProfileModel;
import org.stridescope.ui.view.FileChoices;
import org.stridescope.ui.view.StridescopeWindow;
import org.stridescope.ui.view.WindowContext;

/** The profile as a user has it: what can be pressed, dragged and read. */
final class ProfilePage {
    /** Files that the file dialogs will answer with. */
    final ArrayDeque<Path> answers = new ArrayDeque<>();
    private final StridescopeWindow window;
    private final Stage stage;
    private final FxRobot robot = new FxRobot();
    private final ExecutorService background = Executors.newSingleThreadExecutor();
    private @Nullable ProfileWorkbench bench;

    ProfilePage(Stage stage) {
        this.stage = stage;
        window = new StridescopeWindow(
                new WindowContext(new FakeRunner(), List.of(), () -> new StatusFacts(List.of(), List.of()),
                        SettingsStore.inMemory(), new Disk(), new Answers(), background, "test"),
                List.of((context, look) -> {
                    ProfileWorkbench made = new ProfileWorkbench(context, look);
                    bench = made;
                    return made;
                }));
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

    ProfileModel model() {
        ProfileWorkbench made = bench;
        if (made == null)
            throw new AssertionError("there is no profile");
        return made.model();
    }

    ProfilePage press(String id) {
        robot.interact(() -> ((ButtonBase) node(id)).fire());
        return this;
    }

    /** Fires an entry of a menu's button. */
    ProfilePage choose(String menu, String entry) {
        robot.interact(() -> ((MenuButton) node(menu)).getItems().stream()
                .filter(item -> entry.equals(item.getId())).findFirst().orElseThrow().fire());
        return this;
    }

    boolean isDark() {
        return window.scene().getStylesheets().stream().anyMatch(sheet -> sheet.contains("dark"));
    }

    /** Lets the window lay itself out and paint. */
    ProfilePage settle() {
        robot.interact(() -> window.scene().getRoot().layout());
        WaitForAsyncUtils.waitForFxEvents();
        return this;
    }

    ProfilePage key(KeyCode... keys) {
        robot.push(keys);
        return this;
    }

    ProfilePage focus(String id) {
        robot.interact(() -> node(id).requestFocus());
        return this;
    }

    /** Drags within a node, from one place to another, in shares of its size. */
    ProfilePage drag(String id, double fromX, double toX, double y) {
        Bounds bounds = ask(() -> {
            Node node = node(id);
            return node.localToScreen(node.getBoundsInLocal());
        });
        Point2D from = new Point2D(bounds.getMinX() + fromX * bounds.getWidth(),
                bounds.getMinY() + y * bounds.getHeight());
        Point2D to = new Point2D(bounds.getMinX() + toX * bounds.getWidth(), from.getY());
        robot.moveTo(from).press(MouseButton.PRIMARY).moveTo(to).release(MouseButton.PRIMARY);
        return this;
    }

    String text(String id) {
        return ask(() -> node(id) instanceof Labeled label ? String.valueOf(label.getText()) : "");
    }

    int rows(String id) {
        return ask(() -> node(id) instanceof TableView<?> table ? table.getItems().size() : -1);
    }

    boolean has(String id) {
        return ask(() -> window.scene().lookup("#" + id) != null);
    }

    void until(Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> ask(condition));
        } catch (TimeoutException e) {
            throw new AssertionError("did not come to pass within 60 s", e);
        }
    }

    <T> T ask(Callable<T> question) {
        return WaitForAsyncUtils.waitForAsyncFx(60_000, question);
    }

    Node node(String id) {
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
