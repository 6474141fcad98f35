package org.stridescope.ui.control.arrays;

import org.stridescope.ui.control.Look;

/** What stands in the cells of a sheet; asked only for cells that can be seen. */
public interface CellSource {
    String text(long... index);

    CellPaint paint(Look look, long... index);

    /** Longest text of any cell as far as known, to size the cells by. */
    int longest();
}
