package org.stridescope.ui.view.ladder;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A figure, and below it a smaller one that belongs to it. */
final class RungFigure extends VBox {
    private final Label upper = new Label();
    private final Label lower = new Label();

    RungFigure(String style) {
        upper.getStyleClass().add(style);
        lower.getStyleClass().add("caption");
        setAlignment(Pos.CENTER_RIGHT);
        lower.managedProperty().bind(lower.textProperty().isNotEmpty());
        getChildren().addAll(upper, lower);
    }

    void show(String figure, String below) {
        upper.setText(figure);
        lower.setText(below);
    }

    String text() {
        return upper.getText();
    }
}
