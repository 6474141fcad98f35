package org.stridescope.ui.view;

import java.util.List;

import javafx.scene.control.Alert;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;

/** The keys, the same on every screen that moves. */
final class KeysDialog {
    private static final List<List<String>> KEYS = List.of(List.of("Space", "play or pause"),
            List.of("\u2190 \u2192", "a hundredth back or on, with Shift a tenth"),
            List.of(", .", "one event back or on"),
            List.of("Home End", "to the start, to the end"), List.of("1 2 3 4", "speeds 1/100, 1/20, 1/4, 1"),
            List.of("Ctrl+R", "run the race, or cancel it"), List.of("Ctrl+O", "open a recording or points"),
            List.of("Ctrl+S", "save the recording"), List.of("Ctrl+E", "export the results"),
            List.of("Ctrl+T", "race or results"), List.of("Ctrl+P", "projector mode"),
            List.of("Ctrl+B", "settings pane"), List.of("F11", "full screen"), List.of("F10", "the menus"),
            List.of("Tab", "to the next control"));

    private final Alert alert;

    KeysDialog(Appearance appearance, @Nullable Stage owner) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("keys-grid");
        for (int i = 0; i < KEYS.size(); i++) {
            Label key = new Label(KEYS.get(i).getFirst());
            key.getStyleClass().add("key");
            grid.addRow(i, key, new Label(KEYS.get(i).getLast()));
        }
        alert = new Alert(Alert.AlertType.NONE, "", ButtonType.CLOSE);
        alert.setTitle("Keys");
        alert.initOwner(owner);
        alert.getDialogPane().setContent(grid);
        alert.getDialogPane().setId("keys-dialog");
        appearance.dress(alert.getDialogPane());
    }

    void show() {
        alert.show();
    }
}
