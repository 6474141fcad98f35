package org.stridescope.ui.view.arrays;

import java.util.List;

import org.stridescope.array.Layout;
import org.stridescope.explain.layout.Quantity;
import org.stridescope.explain.layout.Traversal;
import org.stridescope.ui.control.Look;
import org.stridescope.ui.control.arrays.BufferSource;
import org.stridescope.ui.control.arrays.CellPaint;
import org.stridescope.ui.model.arrays.ItemText;
import org.stridescope.ui.model.arrays.ShownArray;

/** The buffer under an array: its bytes read as the array's items, those it sees in its hue, with the step of a walk above. */
final class BufferCells implements BufferSource {
    private final ShownArray shown;
    private final int hue;
    private final Traversal walk;
    private final int longest;

    BufferCells(ShownArray shown, int hue, boolean cOrder) {
        this.shown = shown;
        this.hue = hue;
        walk = shown.walk(cOrder);
        longest = new ArrayCells(shown.array(), hue).longest();
    }

    @Override
    public String text(long start, long end) {
        if (end - start < shown.array().itemsize())
            return "\u2026";
        return ItemText.at(shown.array(), start);
    }

    @Override
    public CellPaint paint(Look look, long start, long end) {
        for (long at = start; at < end; at++) {
            if (shown.map().sees(at))
                return ArrayCells.strong(look.palette(), hue);
        }
        return ArrayCells.unseen(look.palette());
    }

    @Override
    public String above(long start, long end) {
        List<long[]> items = shown.map().itemsAt(start, 2);
        if (items.isEmpty())
            return "";
        if (items.size() == 1)
            return Quantity.count(walk.step(items.getFirst()) + 1);
        int times = shown.map().timesSeen(start);
        return "\u00d7"
                + (times >= org.stridescope.explain.layout.BufferMap.COUNTED ? "many" : Integer.toString(times));
    }

    @Override
    public int longest() {
        return longest;
    }

    /** Byte where cells begin: items of the view start at cell edges. */
    long phase() {
        Layout layout = shown.array().layout();
        return layout.offset();
    }
}
