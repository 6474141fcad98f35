package org.stridescope.ui.control.arrays;

import javafx.scene.paint.Color;

/**
 * How one cell is painted.
 *
 * @param edge its outline; transparent for none
 * @param dashed whether the outline is dashed: the cell is not really there
 */
public record CellPaint(Color fill, Color text, Color edge, double edgeWidth, boolean dashed) {
    /** A filled cell without an outline. */
    public static CellPaint plain(Color fill, Color text) {
        return new CellPaint(fill, text, Color.TRANSPARENT, 0, false);
    }

    /** The same cell with an outline around it. */
    public CellPaint outlined(Color colour, double width) {
        return new CellPaint(fill, text, colour, width, false);
    }
}
