package org.stridescope.ui.control.arrays;

import org.stridescope.ui.control.Look;

/** What stands in the cells of a buffer; asked only for cells that can be seen. */
public interface BufferSource {
    /** The item in bytes [start, end); a cell cut by the buffer's ends is shorter than an item. */
    String text(long start, long end);

    CellPaint paint(Look look, long start, long end);

    /** Over the cell: when a walk comes to it, or how often; empty for nothing. */
    String above(long start, long end);

    /** Longest text of any cell as far as known. */
    int longest();
}
