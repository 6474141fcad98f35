package org.stridescope.ui.view.ladder;

import java.util.List;

import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/** One segment a screen of the ladder bench. */
final class ScreenSegments extends HBox {
    ScreenSegments(List<LadderScreen> screens, ObjectProperty<LadderScreen> shown) {
        getStyleClass().add("segments");
        setMaxWidth(USE_PREF_SIZE);
        ToggleGroup group = new ToggleGroup();
        for (LadderScreen screen : screens) {
            ToggleButton button = new ToggleButton(screen.name());
            button.setId("segment-" + screen.id());
            button.setToggleGroup(group);
            button.setMinWidth(USE_PREF_SIZE);
            button.setUserData(screen);
            button.setOnAction(_ -> {
                button.setSelected(true); // a click on the shown one leaves it shown
                shown.set(screen);
            });
            getChildren().add(button);
        }
        shown.subscribe(now -> group.getToggles().stream().filter(toggle -> toggle.getUserData() == now).findFirst()
                .ifPresent(group::selectToggle));
    }
}
