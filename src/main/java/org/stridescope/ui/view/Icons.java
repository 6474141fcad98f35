package org.stridescope.ui.view;

import javafx.beans.value.ObservableValue;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

import org.stridescope.ui.control.Look;

/** Icons that grow with the text. */
public final class Icons {
    private Icons() {}

    public static FontIcon icon(Ikon code, double size, ObservableValue<Look> look) {
        FontIcon icon = new FontIcon(code);
        // by a style of its own: the base theme sets the size of icons in buttons and menus
        look.subscribe(now -> icon.setStyle(icon.getStyle().replaceAll("-fx-icon-size:[^;]*;", "") + " -fx-icon-size: "
                + Math.round(size * now.scale()) + "px;"));
        return icon;
    }
}
