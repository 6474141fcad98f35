package org.stridescope.ui.view;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;

import javafx.event.ActionEvent;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
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

/** A window with one bench, and hands and eyes for it: nodes by their ids. */
public final class OneBench {
    /** Files that the file dialog will answer with. */
    public final ArrayDeque<Path> answers = new ArrayDeque<>();
    private final StridescopeWindow window;
    private final Stage stage;
    private final FxRobot robot = new FxRobot();
    private final ExecutorService background = Executors.newSingleThreadExecutor();

    public OneBench(Stage stage, BiFunction<WindowContext, Appearance, Workbench> bench) {
        this.stage = stage;
        window = new StridescopeWindow(
                new WindowContext(new FakeRunner(), List.of(), () -> new StatusFacts(List.of(), List.of()),
                        SettingsStore.inMemory(), new Disk(), new Answers(), background, "test"),
                List.of(bench::apply));
        window.open(stage);
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(1280);
        stage.setHeight(900);
    }

    public void close() {
        robot.interact(() -> {
            stage.hide();
            window.close();
        });
        background.shutdownNow();
    }

    public OneBench press(String id) {
        robot.interact(() -> {
            Node node = find(id);
            if (node.isDisabled())
                throw new AssertionError("#" + id + " is disabled");
            ((ButtonBase) node).fire();
        });
        return this;
    }

    /** Types into a field and presses the enter key. */
    public OneBench enter(String id, String text) {
        robot.interact(() -> {
            TextField field = (TextField) find(id);
            field.setText(text);
            field.fireEvent(new ActionEvent());
        });
        return this;
    }

    public OneBench choose(String id, int index) {
        robot.interact(() -> ((ComboBox<?>) find(id)).getSelectionModel().select(index));
        return this;
    }

    /** Chooses by what is written. */
    public OneBench choose(String id, String text) {
        robot.interact(() -> chooseIn((ComboBox<?>) find(id), text));
        return this;
    }

    private static <T> void chooseIn(ComboBox<T> box, String text) {
        for (T item : box.getItems()) {
            String written = box.getConverter() == null ? String.valueOf(item) : box.getConverter().toString(item);
            if (written.equals(text)) {
                box.setValue(item);
                return;
            }
        }
        throw new AssertionError(box.getId() + " does not offer " + text + " but " + box.getItems());
    }

    @SuppressWarnings("unchecked") // all spinners are of whole numbers
    public OneBench turn(String id, int value) {
        robot.interact(() -> ((Spinner<Integer>) find(id)).getValueFactory().setValue(value));
        return this;
    }

    /** Clicks a point of a pane, given as shares of its width and height. */
    public OneBench click(String id, double across, double down) {
        robot.interact(() -> {
            Region pane = (Region) find(id);
            Point2D at = pane.localToScene(across * pane.getWidth(), down * pane.getHeight());
            for (EventType<MouseEvent> type : List.of(MouseEvent.MOUSE_MOVED, MouseEvent.MOUSE_PRESSED,
                    MouseEvent.MOUSE_RELEASED, MouseEvent.MOUSE_CLICKED))
                pane.fireEvent(new MouseEvent(type, at.getX(), at.getY(), 0, 0,
                        MouseButton.PRIMARY, 1, false, false, false, false, true, false, false, true, false, true,
                        null));
        });
        return this;
    }

    public String text(String id) {
        return ask(() -> String.valueOf(((Labeled) find(id)).getText()));
    }

    /** All words within a pane, row by row. */
    public List<String> words(String id) {
        return ask(() -> find(id).lookupAll(".label").stream().filter(Label.class::isInstance)
                .map(node -> ((Label) node).getText()).toList());
    }

    public boolean has(String id) {
        return ask(() -> window.scene().lookup("#" + id) != null);
    }

    public OneBench until(Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(90, TimeUnit.SECONDS, () -> ask(condition));
        } catch (TimeoutException e) {
            throw new AssertionError("did not come to pass within 90 s", e);
        }
        return this;
    }

    private static <T> T ask(Callable<T> question) {
        return WaitForAsyncUtils.waitForAsyncFx(30_000, question);
    }

    private Node find(String id) {
        Node node = window.scene().lookup("#" + id);
        if (node == null)
            throw new AssertionError("there is no #" + id);
        return node;
    }

    private static final class Disk implements RecordingFiles {
        @Override
        public RecordingFile.Opened read(Path file) throws IOException {
            throw new IOException("no files here");
        }

        @Override
        public void write(Recording recording, Path file) throws IOException {
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
