package org.stridescope.ui.view;

import javafx.beans.property.BooleanProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/** Race or results: what the middle shows. */
final class ViewSegments extends HBox {
    ViewSegments(BooleanProperty results) {
        getStyleClass().add("segments");
        ToggleGroup group = new ToggleGroup();
        ToggleButton race = segment("Race", "show-race", group);
        ToggleButton table = segment("Results", "show-results", group);
        race.setOnAction(_ -> results.set(false));
        table.setOnAction(_ -> results.set(true));
        results.subscribe(on -> group.selectToggle(on ? table : race));
        // a click on the selected one leaves it selected
        group.selectedToggleProperty().addListener((_, before, now) -> {
            if (now == null)
                group.selectToggle(before);
        });
        getChildren().addAll(race, table);
    }

    private static ToggleButton segment(String text, String id, ToggleGroup group) {
        ToggleButton button = new ToggleButton(text);
        button.setId(id);
        button.setToggleGroup(group);
        return button;
    }
}
