package org.stridescope.ui.view;

import java.io.File;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Predicate;

import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;

import org.jspecify.annotations.Nullable;

/** Files dropped onto the window are opened by it. */
final class FileDrop {
    private final Predicate<Path> opens;
    private final Consumer<Path> open;

    FileDrop(Predicate<Path> opens, Consumer<Path> open) {
        this.opens = opens;
        this.open = open;
    }

    void attach(Scene scene) {
        scene.addEventHandler(DragEvent.DRAG_OVER, event -> {
            if (file(event.getDragboard()) != null)
                event.acceptTransferModes(TransferMode.COPY);
        });
        scene.addEventHandler(DragEvent.DRAG_DROPPED, event -> {
            Path file = file(event.getDragboard());
            if (file != null)
                open.accept(file);
            event.setDropCompleted(file != null);
            event.consume();
        });
    }

    private @Nullable Path file(Dragboard board) {
        return board.getFiles().stream().map(File::toPath).filter(opens).findFirst().orElse(null);
    }
}
