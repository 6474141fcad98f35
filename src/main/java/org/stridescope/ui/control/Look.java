package org.stridescope.ui.control;

import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;

/**
 * How panes are drawn now.
 *
 * @param scale 1 on a desk, 1.4 and more on a projector
 */
public record Look(Palette palette, double scale) {
    private static final String WORDS = "Inter Tabular";

    public Font caption() {
        return Font.font(WORDS, 12 * scale);
    }

    public Font small() {
        return Font.font(WORDS, 11 * scale);
    }

    public Font strong() {
        return Font.font(WORDS, FontWeight.BOLD, 12 * scale);
    }

    /** Width of a drawn line: 1 px on a desk, 2 px on a projector. */
    public double line() {
        return scale > 1.2 ? 2 : 1;
    }
}
