package org.stridescope.ui.view.arrays;

import javafx.scene.paint.Color;

import org.stridescope.ui.control.Look;
import org.stridescope.ui.control.Palette;
import org.stridescope.ui.control.arrays.CellPaint;
import org.stridescope.ui.control.arrays.CellSource;

/** Cells of an operand stretched to the result: its own items filled, the copies that stride 0 spares dashed. */
final class GhostCells implements CellSource {
    /** Text of an item. */
    @FunctionalInterface
    interface Texts {
        String of(long... index);
    }

    /** Whether a cell is only a ghost. */
    @FunctionalInterface
    interface Ghosts {
        boolean is(long... index);
    }

    private final Texts texts;
    private final Ghosts ghosts;
    private final int hue;
    private final int longest;

    GhostCells(Texts texts, Ghosts ghosts, int hue, int longest) {
        this.texts = texts;
        this.ghosts = ghosts;
        this.hue = hue;
        this.longest = longest;
    }

    @Override
    public String text(long... index) {
        return texts.of(index);
    }

    @Override
    public CellPaint paint(Look look, long... index) {
        Palette palette = look.palette();
        if (!ghosts.is(index))
            return ArrayCells.strong(palette, hue);
        Color fill = palette.background().interpolate(palette.hue(hue), 0.07);
        return new CellPaint(fill, palette.muted(), palette.background().interpolate(palette.hue(hue), 0.6),
                look.line(), true);
    }

    @Override
    public int longest() {
        return longest;
    }
}
