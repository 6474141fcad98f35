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
    private static final String MONO = "JetBrains Mono";

    /** Words of another size, in pixels on a desk. */
    public Font words(double size) {
        return Font.font(WORDS, size * scale);
    }

    /** Code, shapes, bytes and addresses; size in pixels on a desk. */
    public Font mono(double size) {
        return Font.font(MONO, size * scale);
    }

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
