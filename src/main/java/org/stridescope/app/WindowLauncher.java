package org.stridescope.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import javafx.application.Application;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;

import org.stridescope.array.ArrayMemory;
import org.stridescope.kernel.DistanceKernel;
import org.stridescope.kernel.Variants;
import org.stridescope.lab.LocalRaceRunner;
import org.stridescope.trace.Recording;
import org.stridescope.ui.model.RecordingFiles;
import org.stridescope.ui.view.FileChoices;
import org.stridescope.ui.view.StridescopeWindow;
import org.stridescope.ui.view.WindowContext;

/** Opens the window on the kernels of this machine. */
public final class WindowLauncher extends Application {
    private final UserSettings settings = new UserSettings();
    private final List<DistanceKernel> variants = Variants.all();
    private final LocalRaceRunner runner = new LocalRaceRunner(variants, ArrayMemory.PLAIN);
    private final ExecutorService background = Executors
            .newSingleThreadExecutor(
                    work -> Thread.ofPlatform().name("stridescope-background").daemon(true).unstarted(work));
    private @Nullable StridescopeWindow window;

    /**
     * Returns when the window is closed.
     *
     * @param files at most one file to open in it
     */
    public static void open(String... files) {
        // charts are drawn by Java2D's model onto JavaFX: no window of its own, no second toolkit
        System.setProperty("java.awt.headless", "true");
        // JavaFX lies on the class path on purpose, and would warn of it at every start
        System.Logger javafx = System.getLogger("javafx");
        java.util.logging.Logger.getLogger(javafx.getName()).setLevel(java.util.logging.Level.SEVERE);
        Application.launch(WindowLauncher.class, files);
    }

    @Override
    public void start(Stage stage) {
        window = new StridescopeWindow(
                new WindowContext(runner, variants, new MachineStatus()::now, settings, new Files(),
                        FileChoices.dialogs(), background, Version.text()));
        window.open(stage);
        List<String> files = getParameters().getUnnamed();
        if (!files.isEmpty())
            window.open(Path.of(files.getFirst()));
    }

    @Override
    public void stop() {
        settings.save();
        background.shutdownNow();
        runner.close();
    }

    /** Recordings on disk. */
    private static final class Files implements RecordingFiles {
        @Override
        public Recording read(Path file) throws IOException {
            throw new IOException("reading recordings comes with the next version");
        }

        @Override
        public void write(Recording recording, Path file) throws IOException {
            throw new IOException("writing recordings comes with the next version");
        }
    }
}
