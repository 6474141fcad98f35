package org.stridescope.ui.view.arrays;

import javafx.scene.paint.Color;

import org.stridescope.array.NDArray;
import org.stridescope.ui.control.Look;
import org.stridescope.ui.control.Palette;
import org.stridescope.ui.control.arrays.CellPaint;
import org.stridescope.ui.control.arrays.CellSource;
import org.stridescope.ui.model.arrays.ItemText;

/** The items of an array as cells in the hue of its variable. */
final class ArrayCells implements CellSource {
    private static final int SAMPLED = 200;
    private static final double RESTING = 0.27;
    private static final double STRONG = 0.55;

    private final NDArray array;
    private final int hue;
    private final int longest;

    ArrayCells(NDArray array, int hue) {
        this.array = array;
        this.hue = hue;
        longest = longest(array);
    }

    /** Of a sample spread over the whole array; cells beyond it may shrink their text. */
    private static int longest(NDArray array) {
        long size = array.size();
        int longest = 1;
        for (int i = 0; i < Math.min(SAMPLED, size); i++) {
            long step = size <= SAMPLED ? i : Math.floorDiv(size - 1, SAMPLED - 1) * i;
            long at = array.layout().offset();
            for (int axis = array.ndim() - 1; axis >= 0; axis--) {
                at += step % array.shape(axis) * array.layout().stride(axis);
                step /= array.shape(axis);
            }
            longest = Math.max(longest, ItemText.at(array, at).length());
        }
        return longest;
    }

    @Override
    public String text(long... index) {
        return ItemText.at(array, array.layout().offset(index));
    }

    @Override
    public CellPaint paint(Look look, long... index) {
        return resting(look.palette(), hue);
    }

    @Override
    public int longest() {
        return longest;
    }

    static CellPaint resting(Palette palette, int hue) {
        return CellPaint.plain(palette.background().interpolate(palette.hue(hue), RESTING), palette.text());
    }

    static CellPaint strong(Palette palette, int hue) {
        return CellPaint.plain(palette.background().interpolate(palette.hue(hue), STRONG), palette.text());
    }

    /** The cell under the pointer: stronger, with an amber edge. */
    static CellPaint pointed(Look look, int hue) {
        return strong(look.palette(), hue).outlined(look.palette().hue(1), 3 * look.line());
    }

    /** A cell outside the view. */
    static CellPaint unseen(Palette palette) {
        return CellPaint.plain(palette.raised(), palette.muted());
    }

    /** The cell a walk stands on. */
    static CellPaint walked(Look look) {
        Palette palette = look.palette();
        Color fill = palette.background().interpolate(palette.hue(2), 0.75);
        return CellPaint.plain(fill, palette.text()).outlined(palette.text(), 2 * look.line());
    }

    /** A cell that was just written, in every alias. */
    static CellPaint written(Look look) {
        Palette palette = look.palette();
        Color fill = palette.background().interpolate(palette.hue(1), 0.6);
        return CellPaint.plain(fill, palette.text()).outlined(palette.hue(1), 2 * look.line());
    }
}
