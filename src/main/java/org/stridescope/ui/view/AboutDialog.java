package org.stridescope.ui.view;

import java.util.Objects;

import javafx.geometry.Pos;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;

/** What this program is, which version, on what it runs. */
final class AboutDialog {
    private final Alert alert;

    AboutDialog(Appearance appearance, @Nullable Stage owner, String version) {
        ImageView logo = new ImageView(new Image(
                Objects.requireNonNull(AboutDialog.class.getResourceAsStream("/icons/stridescope-128.png"), "icon")));
        logo.setFitHeight(72);
        logo.setPreserveRatio(true);
        Label name = new Label("Stridescope " + version);
        name.getStyleClass().add("column-name");
        Label what = new Label("See what array programs do: memory, threads, tiles and time.");
        Label runs = new Label("Java " + Runtime.version().feature() + " on " + System.getProperty("os.name") + ", "
                + Runtime.getRuntime().availableProcessors()
                + " processors. Apache License 2.0; fonts Inter and JetBrains Mono,"
                + " SIL Open Font License 1.1.");
        runs.getStyleClass().add("caption");
        runs.setWrapText(true);
        VBox box = new VBox(10, logo, name, what, runs);
        box.setAlignment(Pos.CENTER);
        box.setMaxWidth(420);
        alert = new Alert(Alert.AlertType.NONE, "", ButtonType.CLOSE);
        alert.setTitle("About Stridescope");
        alert.initOwner(owner);
        alert.getDialogPane().setContent(box);
        alert.getDialogPane().setId("about-dialog");
        appearance.dress(alert.getDialogPane());
    }

    void show() {
        alert.show();
    }
}
