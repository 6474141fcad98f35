package org.stridescope.ui.view.ladder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

import javafx.application.Platform;
import javafx.scene.Node;

import org.stridescope.ui.view.WindowContext;

/** Writes tables where the user says, and says where they are. */
final class LadderExports {
    private final WindowContext context;
    private final Consumer<String> say;

    LadderExports(WindowContext context, Consumer<String> say) {
        this.context = context;
        this.say = say;
    }

    void table(Node near, String name, String text) {
        var window = near.getScene() == null ? null : near.getScene().getWindow();
        context.choices().save(window, "Export the table", name, "Comma-separated values", "*.csv")
                .ifPresent(file -> context.background().execute(() -> {
                    String said = write(file, text);
                    Platform.runLater(() -> say.accept(said));
                }));
    }

    private static String write(Path file, String text) {
        try {
            Files.writeString(file, text);
            return "The table is in " + file + ".";
        } catch (IOException error) {
            return file.getFileName() + " cannot be written: " + error.getMessage() + ".";
        }
    }
}
