package org.stridescope.ui.view.arrays;

import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import org.stridescope.ui.control.arrays.ScriptEditor;
import org.stridescope.ui.model.arrays.LineCost;

/** Which cost of its lines the script's margin shows. */
final class MarginChoice extends HBox {
    private LineCost.Margin shown = LineCost.Margin.MEMORY;

    MarginChoice(ScriptEditor editor) {
        getStyleClass().add("write-row");
        ToggleGroup group = new ToggleGroup();
        HBox segments = new HBox();
        segments.getStyleClass().addAll("segments", "small");
        for (LineCost.Margin margin : LineCost.Margin.values()) {
            ToggleButton button = new ToggleButton(margin.text());
            button.setId("margin-" + margin.text());
            button.setToggleGroup(group);
            button.setUserData(margin);
            button.setTooltip(new Tooltip(margin.help()));
            button.setSelected(margin == LineCost.Margin.MEMORY);
            segments.getChildren().add(button);
        }
        group.selectedToggleProperty().addListener((_, before, now) -> {
            if (now == null && before != null)
                before.setSelected(true);
            else if (now != null && now.getUserData() instanceof LineCost.Margin margin) {
                shown = margin;
                editor.showMargin(margin);
            }
        });
        Label name = new Label("Cost of a line");
        name.getStyleClass().add("caption");
        name.setMinWidth(Region.USE_PREF_SIZE);
        segments.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().addAll(name, segments);
    }
    LineCost.Margin shown() {
        return shown;
    }
}
