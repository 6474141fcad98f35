package org.stridescope.ui.view;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** A sentence about the screen as a whole, until it is dismissed. */
public final class MessageBar extends HBox {
    public MessageBar(ObservableValue<String> message, Runnable dismiss) {
        getStyleClass().add("message-bar");
        Label text = new Label();
        text.setId("message");
        text.textProperty().bind(message);
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        Hyperlink done = new Hyperlink("Dismiss");
        done.setId("dismiss");
        done.getStyleClass().add("link");
        done.setMinWidth(USE_PREF_SIZE);
        done.setOnAction(_ -> dismiss.run());
        visibleProperty().bind(message.map(sentence -> !sentence.isEmpty()));
        managedProperty().bind(visibleProperty());
        getChildren().addAll(text, done);
    }
}
