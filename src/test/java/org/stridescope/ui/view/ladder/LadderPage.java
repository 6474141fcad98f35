package org.stridescope.ui.view.ladder;

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

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

import org.stridescope.array.ArrayMemory;
import org.stridescope.kernel.DistanceKernel;
import org.stridescope.kernel.MachineLimits;
import org.stridescope.kernel.MachineLimits.Rates;
import org.stridescope.kernel.Variants;
import org.stridescope.kernel.threads.ThreadLessons;
import org.stridescope.lab.Benchmark;
import org.stridescope.lab.BenchmarkReport;
import org.stridescope.lab.MachineTurn;
import org.stridescope.lab.ladder.CacheSizes;
import org.stridescope.lab.ladder.Measurements;
import org.stridescope.lab.ladder.ThreadLab;
import org.stridescope.trace.Recording;
import org.stridescope.trace.RecordingFile;
import org.stridescope.ui.model.FakeRunner;
import org.stridescope.ui.model.RecordingFiles;
import org.stridescope.ui.model.SettingsStore;
import org.stridescope.ui.model.StatusFacts;
import org.stridescope.ui.model.ladder.LadderTools;
import org.stridescope.ui.view.FileChoices;
import org.stridescope.ui.view.StridescopeWindow;
import org.stridescope.ui.view.WindowContext;

/** The ladder bench as a user has it, on real kernels, on a machine whose limits are given. */
final class LadderPage {
    /** Files that the file dialog will answer with. */
    final ArrayDeque<Path> answers = new ArrayDeque<>();
    private final StridescopeWindow window;
    private final Stage stage;
    private final FxRobot robot = new FxRobot();
    private final ExecutorService background = Executors.newSingleThreadExecutor();

    LadderPage(Stage stage) {
        this.stage = stage;
        List<DistanceKernel> variants = List.of(Variants.named("loops"), Variants.named("broadcast"),
                Variants.named("trick"));
        LadderTools tools = new LadderTools(
                new Benchmark(variants, ArrayMemory.PLAIN, _ -> new BenchmarkReport.Limits(1, 1)),
                new Measurements(new MachineTurn()),
                () -> new MachineLimits(2, 20e9, 30e9, 100e9, new Rates(15e9, 20e9, 50e9), "C"),
                new CacheSizes(List.of()),
                new ThreadLab(ThreadLessons.open(), () -> Variants.named("c-plain")), Platform::runLater);
        window = new StridescopeWindow(
                new WindowContext(new FakeRunner(), variants, () -> new StatusFacts(List.of(), List.of()),
                        SettingsStore.inMemory(), new NoFiles(), new Answers(), background, "test"),
                List.of((context, look) -> new LadderWorkbench(context, look, tools)));
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

    LadderPage press(String id) {
        robot.interact(() -> {
            Node node = find(id);
            if (node.isDisabled())
                throw new AssertionError("#" + id + " is disabled");
            ((ButtonBase) node).fire();
        });
        return this;
    }

    LadderPage type(String id, String text) {
        robot.interact(() -> ((TextInputControl) find(id)).setText(text));
        return this;
    }

    LadderPage slide(String id, double value) {
        robot.interact(() -> ((Slider) find(id)).setValue(value));
        return this;
    }

    LadderPage choose(String id, int index) {
        robot.interact(() -> ((ComboBox<?>) find(id)).getSelectionModel().select(index));
        return this;
    }

    String text(String id) {
        return ask(() -> {
            Node node = find(id);
            return node instanceof Labeled label ? String.valueOf(label.getText()) : ((RungFigure) node).text();
        });
    }

    boolean has(String id) {
        return ask(() -> window.scene().lookup("#" + id) != null);
    }

    void until(Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(90, TimeUnit.SECONDS, () -> ask(condition));
        } catch (TimeoutException e) {
            throw new AssertionError("did not come to pass within 90 s", e);
        }
    }

    /** Chooses an entry of the menu File. */
    LadderPage menu(String id) {
        robot.interact(() -> {
            var bar = (javafx.scene.control.MenuBar) window.scene().lookup(".menu-bar");
            bar.getMenus().stream().flatMap(menu -> menu.getItems().stream()).filter(item -> id.equals(item.getId()))
                    .findFirst().orElseThrow().fire();
        });
        return this;
    }

    private <T> T ask(Callable<T> question) {
        return WaitForAsyncUtils.waitForAsyncFx(30_000, question);
    }

    private Node find(String id) {
        Node node = window.scene().lookup("#" + id);
        if (node == null)
            throw new AssertionError("there is no #" + id);
        return node;
    }

    private static final class NoFiles implements RecordingFiles {
        @Override
        public RecordingFile.Opened read(Path file) throws IOException {
            throw new IOException("no files here");
        }

        @Override
        public void write(Recording recording, Path file) throws IOException {
            throw new IOException("no files here");
        }
    }

    private final class Answers implements FileChoices {
        @Override
        public Optional<Path> open(@Nullable Window owner, String title, String kind, List<String> patterns) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> save(@Nullable Window owner, String title, String name, String kind, String pattern) {
            return Optional.ofNullable(answers.poll());
        }
    }
}
