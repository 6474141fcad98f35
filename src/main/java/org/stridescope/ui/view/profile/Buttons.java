package org.stridescope.ui.view.profile;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;

import org.kordamp.ikonli.Ikon;

import org.stridescope.ui.control.Look;
import org.stridescope.ui.view.Icons;

/** Buttons of the panes' tools. */
final class Buttons {
    private Buttons() {}

    /** @param text empty for the icon alone */
    static Button of(String id, String text, Ikon icon, String tip, ObservableValue<Look> look, Runnable run) {
        Button button = new Button(text, Icons.icon(icon, 16, look));
        button.setId(id);
        button.getStyleClass().add("action");
        if (text.isEmpty())
            button.getStyleClass().add("icon-only");
        button.setTooltip(new Tooltip(tip));
        button.setAccessibleText(tip);
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setOnAction(_ -> run.run());
        return button;
    }
}
