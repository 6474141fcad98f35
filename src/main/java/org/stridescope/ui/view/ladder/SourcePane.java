package org.stridescope.ui.view.ladder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.stridescope.ui.control.source.SourceView;

/** The source that runs, over the screen that it was asked for on. */
final class SourcePane extends BorderPane {
    private final Label title = new Label();
    private final SourceView view = new SourceView();

    SourcePane(Runnable back) {
        setId("source-pane");
        getStyleClass().add("source-pane");
        Button close = new Button("Back");
        close.setId("close-source");
        close.getStyleClass().add("action");
        close.setCancelButton(true);
        close.setOnAction(_ -> back.run());
        title.getStyleClass().add("rung-title");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(title, space, close);
        head.getStyleClass().add("source-head");
        setTop(head);
        setCenter(view);
    }

    /** Shows a resource of the program; a sentence where it is not packed. */
    void show(String variant, String resource) {
        String file = resource.substring(resource.lastIndexOf('/') + 1);
        title.setText(variant + " \u00b7 " + file);
        view.show(text(resource), file, Map.of());
    }

    static String text(String resource) {
        try (InputStream in = SourcePane.class.getResourceAsStream("/" + resource)) {
            return in == null
                    ? "The source " + resource + " is not packed into this build."
                    : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException error) {
            return "The source " + resource + " cannot be read: " + error.getMessage();
        }
    }
}
