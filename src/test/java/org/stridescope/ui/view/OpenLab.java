package org.stridescope.ui.view;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.beans.Observable;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.StageStyle;

import org.stridescope.array.ArrayMemory;
import org.stridescope.kernel.DistanceKernel;
import org.stridescope.kernel.Variants;
import org.stridescope.lab.LabError.Field;
import org.stridescope.lab.LocalRaceRunner;
import org.stridescope.lab.RaceRunner;
import org.stridescope.trace.Recording;
import org.stridescope.trace.RecordingFile;
import org.stridescope.ui.model.RaceModel.State;
import org.stridescope.ui.model.RecordingFiles;
import org.stridescope.ui.model.SettingsStore;
import org.stridescope.ui.model.StatusFacts;

/** The distance lab on a stage with the kernels of this machine, for pictures and measurements; call off the window's thread. */
public final class OpenLab {
    private static final long MINUTES = 15;

    private final List<DistanceKernel> variants = Variants.all();
    private final StridescopeWindow window;
    private final DistanceWorkbench lab;
    private Stage stage = new Stage(StageStyle.UNDECORATED);

    private OpenLab(RaceRunner runner) {
        int cores = Runtime.getRuntime().availableProcessors();
        window = new StridescopeWindow(new WindowContext(runner, variants,
                () -> new StatusFacts(List.of(cores + " cores"), List.of()), SettingsStore.inMemory(), new NoFiles(),
                FileChoices.dialogs(), Executors.newSingleThreadExecutor(
                        work -> Thread.ofPlatform().name("stridescope-background").daemon(true).unstarted(work)),
                "0.1.0"));
        lab = (DistanceWorkbench) window.shown();
        window.open(stage);
    }

    public static OpenLab onStage(int width, int height) throws InterruptedException {
        return onStage(LocalRaceRunner.watched(Variants.all(), ArrayMemory.PLAIN), width, height);
    }

    /** With races that another runner runs, or plays. */
    public static OpenLab onStage(RaceRunner runner, int width, int height) throws InterruptedException {
        Platform.setImplicitExit(false);
        OpenLab open = now(() -> new OpenLab(runner));
        open.resize(width, height);
        return open;
    }

    public Scene scene() {
        return window.scene();
    }

    StridescopeWindow window() {
        return window;
    }

    DistanceWorkbench lab() {
        return lab;
    }

    /** Gives the window this size; a stage of its own each, as a headless one does not shrink. */
    void resize(int width, int height) throws InterruptedException {
        now(() -> {
            stage.hide();
            stage.setScene(null);
            stage = new Stage(StageStyle.UNDECORATED);
            stage.setScene(window.scene());
            stage.setX(0);
            stage.setY(0);
            stage.setWidth(width);
            stage.setHeight(height);
            stage.show();
            return 0;
        });
        until(() -> Math.abs(window.scene().getWidth() - width) < 2
                && Math.abs(window.scene().getHeight() - height) < 2,
                window.scene().widthProperty(), window.scene().heightProperty());
    }

    /** Ticks these variants and no others. */
    void tick(List<String> names) throws InterruptedException {
        now(() -> {
            variants.forEach(kernel -> lab.settings().ticked(kernel)
                    .set(names.contains(kernel.name()) && kernel.availability().isAvailable()));
            return 0;
        });
    }

    /** Races n points against n points of k features; returns when the race is over. */
    public void race(String n, String k, List<String> names) throws InterruptedException {
        tick(names);
        now(() -> {
            lab.settings().figure(Field.N).set(n);
            lab.settings().figure(Field.M).set(n);
            lab.settings().figure(Field.K).set(k);
            return 0;
        });
        until(() -> !lab.cannotRun().get(), lab.cannotRun());
        now(() -> {
            lab.runOrCancel();
            return 0;
        });
        untilShown();
    }

    /** Races the chosen variants over the example's points. */
    void race() throws InterruptedException {
        until(() -> !lab.cannotRun().get(), lab.cannotRun());
        now(() -> {
            lab.runOrCancel();
            return 0;
        });
        untilShown();
    }

    void untilShown() throws InterruptedException {
        until(() -> lab.model().state().get() == State.SHOWN, lab.model().state());
    }

    /** Lets frames pass, so that all has been laid out and painted. */
    void frames(int number) throws InterruptedException {
        CountDownLatch passed = new CountDownLatch(number);
        AnimationTimer timer = new AnimationTimer() {
            @Override
            public void handle(long nanos) {
                passed.countDown();
            }
        };
        now(() -> {
            timer.start();
            return 0;
        });
        await(passed);
        now(() -> {
            timer.stop();
            return 0;
        });
    }

    private static void until(BooleanSupplier condition, Observable... parts) throws InterruptedException {
        CountDownLatch met = new CountDownLatch(1);
        now(() -> {
            for (Observable part : parts)
                part.addListener(_ -> {
                    if (condition.getAsBoolean())
                        met.countDown();
                });
            if (condition.getAsBoolean())
                met.countDown();
            return 0;
        });
        await(met);
    }

    private static void await(CountDownLatch latch) throws InterruptedException {
        if (!latch.await(MINUTES, TimeUnit.MINUTES))
            throw new IllegalStateException("did not come to pass within " + MINUTES + " minutes");
    }

    static <T> T now(Callable<T> work) throws InterruptedException {
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
