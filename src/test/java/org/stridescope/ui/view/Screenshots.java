package org.stridescope.ui.view;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

import javax.imageio.ImageIO;

import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.stage.Stage;
import javafx.stage.StageStyle;

import org.stridescope.array.ArrayMemory;
import org.stridescope.kernel.DistanceKernel;
import org.stridescope.kernel.Variants;
import org.stridescope.lab.LocalRaceRunner;
import org.stridescope.trace.Recording;
import org.stridescope.ui.model.RaceModel;
import org.stridescope.ui.model.RecordingFiles;
import org.stridescope.ui.model.SettingsStore;
import org.stridescope.ui.model.StatusFacts;
import org.stridescope.ui.view.Appearance.Theme;

/**
 * Takes the pictures of README.md from a real race, without a display:
 * installers/screenshots.sh runs it. Arguments: a folder, and {@code all} for every size and theme.
 */
public final class Screenshots {
    private final Path folder;
    private final List<DistanceKernel> variants = Variants.all();
    private final StridescopeWindow window;
    private final DistanceWorkbench lab;
    private Stage stage;

    private Screenshots(Path folder) {
        this.folder = folder;
        int cores = Runtime.getRuntime().availableProcessors();
        window = new StridescopeWindow(new WindowContext(new LocalRaceRunner(variants, ArrayMemory.PLAIN), variants,
                () -> new StatusFacts(List.of(cores + " cores"), List.of()), SettingsStore.inMemory(), new NoFiles(),
                FileChoices.dialogs(), Executors.newSingleThreadExecutor(work -> {
                    Thread thread = new Thread(work, "stridescope-background");
                    thread.setDaemon(true);
                    return thread;
                }), "0.1.0"));
        lab = (DistanceWorkbench) window.shown();
        stage = new Stage();
        window.open(stage);
    }

    public static void main(String[] args) throws Exception {
        Path folder = Files.createDirectories(Path.of(args[0]));
        CountDownLatch up = new CountDownLatch(1);
        Platform.startup(up::countDown);
        up.await();
        Platform.setImplicitExit(false);
        Screenshots shots = now(() -> new Screenshots(folder));
        if (args.length > 1)
            shots.all();
        else
            shots.readme();
        System.exit(0);
    }

    private void readme() throws Exception {
        race();
        take("race-dark", 1600, 900, Theme.DARK, 0.35, false);
        take("race-light", 1600, 900, Theme.LIGHT, 0.35, false);
        take("results-dark", 1600, 900, Theme.DARK, 1, true);
    }

    private void all() throws Exception {
        for (Theme theme : List.of(Theme.DARK, Theme.LIGHT))
            take("empty-" + theme, 1280, 720, theme, 0, false);
        race();
        for (Theme theme : List.of(Theme.DARK, Theme.LIGHT)) {
            take("race-1280-" + theme, 1280, 720, theme, 0.3, false);
            take("race-1920-" + theme, 1920, 1080, theme, 0.3, false);
            take("results-1280-" + theme, 1280, 720, theme, 1, true);
        }
        take("race-3840", 3840, 2160, Theme.DARK, 1, false);
        now(() -> {
            window.appearance().projector().set(true);
            return 0;
        });
        take("projector-1280", 1280, 720, Theme.LIGHT, 0.3, false);
        take("projector-1920", 1920, 1080, Theme.DARK, 0.3, false);
        take("projector-results", 1280, 720, Theme.DARK, 1, true);
    }

    private void race() throws Exception {
        now(() -> {
            lab.runExample();
            return 0;
        });
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
        while (now(() -> lab.model().state().get()) != RaceModel.State.SHOWN) {
            if (System.nanoTime() > end)
                throw new IllegalStateException("the race has not ended");
        }
    }

    private void take(String name, int width, int height, Theme theme, double share, boolean results) throws Exception {
        now(() -> {
            window.appearance().theme().set(theme);
            // a stage of its own each: a headless one does not shrink
            stage.hide();
            stage.setScene(null);
            stage = new Stage(StageStyle.UNDECORATED);
            stage.setScene(window.scene());
            stage.setWidth(width);
            stage.setHeight(height);
            stage.show();
            lab.resultsShown().set(results);
            lab.model().playhead().seek(Math.round(share * lab.model().playhead().length().get()));
            return 0;
        });
        // rounds of layout, what layout asked for, and the canvases, once the window has its size
        for (int i = 0; i < 4; i++) {
            while (Math.abs(now(() -> window.scene().getWidth()) - width) > 2)
                Thread.onSpinWait();
            now(() -> {
                window.tick(0);
                window.scene().getRoot().applyCss();
                window.scene().getRoot().layout();
                return 0;
            });
        }
        var image = now(() -> SwingFXUtils.fromFXImage(window.scene().snapshot(null), null));
        ImageIO.write(image, "png", folder.resolve(name.toLowerCase(java.util.Locale.ROOT) + ".png").toFile());
    }

    private static <T> T now(Callable<T> work) throws InterruptedException, ExecutionException {
        FutureTask<T> task = new FutureTask<>(work);
        Platform.runLater(task);
        return task.get();
    }

    private static final class NoFiles implements RecordingFiles {
        @Override
        public Recording read(Path file) throws IOException {
            throw new IOException("no files here");
        }

        @Override
        public void write(Recording recording, Path file) throws IOException {
            throw new IOException("no files here");
        }
    }
}
