package org.stridescope.ui.view;

import javafx.beans.value.ObservableValue;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.stridescope.ui.control.Look;

/** Icons that grow with the text. */
final class Icons {
    private Icons() {}

    static FontIcon icon(Ikon code, double size, ObservableValue<Look> look) {
        FontIcon icon = new FontIcon(code);
        icon.iconSizeProperty().bind(look.map(now -> (int) Math.round(size * now.scale())));
        return icon;
    }
}
