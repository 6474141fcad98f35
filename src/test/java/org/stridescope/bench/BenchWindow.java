package org.stridescope.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.function.BooleanSupplier;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.StageStyle;

import org.stridescope.app.Screens;
import org.stridescope.array.ArrayMemory;
import org.stridescope.kernel.Variants;
import org.stridescope.lab.LocalRaceRunner;
import org.stridescope.trace.Recording;
import org.stridescope.trace.RecordingFile;
import org.stridescope.ui.model.RecordingFiles;
import org.stridescope.ui.model.SettingsStore;
import org.stridescope.ui.model.StatusFacts;
import org.stridescope.ui.view.FileChoices;
import org.stridescope.ui.view.StridescopeWindow;
import org.stridescope.ui.view.WindowContext;

/** The program's window as it is, its first workbench the array bench, for measurements; call off the window's thread. */
final class BenchWindow {
    private final StridescopeWindow window;

    private BenchWindow(int width, int height) {
        window = new StridescopeWindow(
                new WindowContext(LocalRaceRunner.watched(Variants.all(), ArrayMemory.PLAIN), Variants.all(),
                        () -> new StatusFacts(List.of(), List.of()), SettingsStore.inMemory(), new NoFiles(),
                        FileChoices.dialogs(), Executors.newSingleThreadExecutor(
                                work -> Thread.ofPlatform().name("stridescope-background").daemon(true)
                                        .unstarted(work)),
                        "bench"),
                Screens.all());
        Stage stage = new Stage(StageStyle.UNDECORATED);
        window.open(stage);
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(width);
        stage.setHeight(height);
    }

    static BenchWindow open(int width, int height) throws InterruptedException {
        var up = new java.util.concurrent.CountDownLatch(1);
        Platform.startup(up::countDown);
        up.await();
        Platform.setImplicitExit(false);
        return ask(() -> new BenchWindow(width, height));
    }

    Scene scene() {
        return window.scene();
    }

    void open(Path file) throws InterruptedException {
        ask(() -> {
            window.open(file);
            return 0;
        });
    }

    /** On the window's thread: what has this id. */
    Node node(String id) {
        Node node = scene().lookup("#" + id);
        if (node == null)
            throw new IllegalStateException("no #" + id);
        return node;
    }

    /** Looks every millisecond until this holds on the window's thread. */
    static void until(BooleanSupplier holds) throws InterruptedException {
        while (!ask(holds::getAsBoolean))
            Thread.sleep(1);
    }

    static <T> T ask(Callable<T> work) throws InterruptedException {
        FutureTask<T> task = new FutureTask<>(work);
        Platform.runLater(task);
        try {
            return task.get();
        } catch (ExecutionException error) {
            throw new IllegalStateException(error.getCause());
        }
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
}
