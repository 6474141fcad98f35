package org.stridescope.ui.view;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

import javafx.application.Platform;

import org.jspecify.annotations.Nullable;

import org.stridescope.io.IoError;
import org.stridescope.ui.model.ExamplePoints;

/** Points whose distances make a picture, written in the background for the example race. */
final class ExampleRace {
    private final Executor background;
    private final Consumer<@Nullable Path> race;

    /** {@code race} is called on the window's thread with the points, or null where they could not be written. */
    ExampleRace(Executor background, Consumer<@Nullable Path> race) {
        this.background = background;
        this.race = race;
    }

    void prepare() {
        background.execute(() -> {
            try {
                Path folder = Files.createTempDirectory("stridescope");
                folder.toFile().deleteOnExit();
                Path points = ExamplePoints.write(folder);
                points.toFile().deleteOnExit();
                Platform.runLater(() -> race.accept(points));
            } catch (IOException | IoError _) {
                // a temporary folder that cannot be written to costs the picture, not the race
                Platform.runLater(() -> race.accept(null));
            }
        });
    }

    /** Whether a file may hold points: by its ending. */
    static boolean isPoints(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".npy") || name.endsWith(".npz") || name.contains(".npz:");
    }
}
