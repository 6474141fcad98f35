package org.stridescope.ui.view;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.imageio.ImageIO;

import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.transform.Transform;

import org.jspecify.annotations.Nullable;

import org.stridescope.ui.model.RaceModel;
import org.stridescope.ui.model.ResultRows;

/** Takes the race out of the window: its results, its picture, its recording. Says afterwards where it is. */
final class RaceExports {
    private static final double PICTURE_ZOOM = 2;

    private final RaceModel model;
    private final WindowContext context;

    RaceExports(RaceModel model, WindowContext context) {
        this.model = model;
        this.context = context;
    }

    void results(@Nullable Node near) {
        context.choices().save(window(near), "Export the results", "race.csv", "Comma-separated values", "*.csv")
                .ifPresent(file -> {
                    String text = ResultRows.csv(model.rows().get());
                    write(file, "The results are in ", () -> Files.writeString(file, text));
                });
    }

    /** The node as it is seen, at twice its size. */
    void picture(Node node, Color background) {
        context.choices().save(window(node), "Export the picture", "race.png", "Picture", "*.png").ifPresent(file -> {
            SnapshotParameters parameters = new SnapshotParameters();
            parameters.setTransform(Transform.scale(PICTURE_ZOOM, PICTURE_ZOOM));
            parameters.setFill(background);
            WritableImage image = node.snapshot(parameters, null);
            write(file, "The picture is in ", () -> {
                if (!ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file.toFile())) {
                    throw new IOException("no PNG writer");
                }
            });
        });
    }

    void recording(@Nullable Node near) {
        context.choices().save(window(near), "Save the recording", "race.ssrec", "Stridescope recording", "*.ssrec")
                .ifPresent(model::save);
    }

    private void write(Path file, String where, Writing writing) {
        context.background().execute(() -> {
            String said;
            try {
                writing.run();
                said = where + file + ".";
            } catch (IOException error) {
                said = file.getFileName() + " cannot be written: " + error.getMessage() + ".";
            }
            String sentence = said;
            Platform.runLater(() -> model.say(sentence));
        });
    }

    private static javafx.stage.@Nullable Window window(@Nullable Node near) {
        return near == null || near.getScene() == null ? null : near.getScene().getWindow();
    }

    private interface Writing {
        void run() throws IOException;
    }
}
