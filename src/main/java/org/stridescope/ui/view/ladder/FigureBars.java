package org.stridescope.ui.view.ladder;

import java.util.List;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** A few figures as bars from nought, each with its name, its figure and a word below. */
final class FigureBars extends GridPane {
    /**
     * One bar.
     *
     * @param hue its number in the palette
     */
    record Bar(String name, double value, String figure, String below, int hue) {}

    FigureBars() {
        getStyleClass().add("times");
    }

    void show(List<Bar> bars) {
        getChildren().clear();
        double longest = bars.stream().mapToDouble(Bar::value).max().orElse(1);
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            Region filled = new Region();
            filled.setStyle("-fx-background-color: -st-hue-" + bar.hue() + "; -fx-background-radius: 4px;");
            StackPane track = new StackPane(filled);
            track.setAlignment(Pos.CENTER_LEFT);
            track.getStyleClass().add("time-track");
            filled.maxWidthProperty().bind(track.widthProperty().multiply(Math.max(0.004, bar.value() / longest)));
            setHgrow(track, Priority.ALWAYS);
            Label below = new Label(bar.below());
            below.getStyleClass().add("caption");
            addRow(2 * i, fixed(bar.name(), "strong"), track, fixed(bar.figure(), "time-figure"));
            add(below, 1, 2 * i + 1, 2, 1);
        }
    }

    private static Label fixed(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }
}
