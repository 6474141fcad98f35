package org.stridescope.ui.view.profile;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/** One of a few, as buttons side by side. */
final class Choices<T> extends HBox {
    private final Map<T, ToggleButton> buttons = new LinkedHashMap<>();

    Choices(Iterable<T> all, ObjectProperty<T> chosen, Function<T, String> title, Function<T, String> id) {
        getStyleClass().add("segments");
        setMinWidth(USE_PREF_SIZE);
        setMaxHeight(USE_PREF_SIZE);
        ToggleGroup group = new ToggleGroup();
        for (T one : all) {
            ToggleButton button = new ToggleButton(title.apply(one));
            button.setId(id.apply(one));
            button.setToggleGroup(group);
            button.setMinWidth(USE_PREF_SIZE);
            // a click on the chosen one must not unchoose it
            button.setOnAction(_ -> {
                button.setSelected(true);
                chosen.set(one);
            });
            buttons.put(one, button);
        }
        getChildren().addAll(buttons.values());
        chosen.subscribe(now -> {
            ToggleButton button = buttons.get(now);
            if (button != null)
                button.setSelected(true);
        });
    }

    Choices<T> tip(T one, String text) {
        ToggleButton button = buttons.get(one);
        if (button != null)
            button.setTooltip(new Tooltip(text));
        return this;
    }
}
