package org.stridescope.ui.control.ink;

import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/**
 * Where a picture is painted: on the pixels of the window or into a file of vectors. Lengths are in pixels of a desk times the
 * look's scale, x to the right, y down; what is painted later covers what was painted before.
 */
public interface Ink {
    /** An upright rectangle. */
    void rect(double x, double y, double width, double height, Color colour);

    /**
     * Bars side by side, {@code step} wide each, the first one's left edge at {@code left}; bar {@code i} goes from
     * {@code bottom - from[i]} up to {@code bottom - to[i]}. None where {@code to[i]} is not above {@code from[i]} or no number.
     */
    void bars(double left, double bottom, double step, float[] from, float[] to, Color[] colours);

    /** One line of text, its middle at {@code middle}, cut short with dots where it is wider than {@code most}. */
    void text(String text, double x, double middle, double most, Font font, Color colour, TextAlignment align);

    /** How wide a line of text is, about. */
    double width(String text, Font font);

    /** Nothing is painted outside this rectangle until the next call. */
    void clip(double x, double y, double width, double height);

    /** Width of a pixel: bars need not be narrower. */
    double pixel();
}
