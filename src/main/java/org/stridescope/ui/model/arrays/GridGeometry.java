package org.stridescope.ui.model.arrays;

import java.util.Arrays;
import java.util.Optional;

import org.stridescope.array.Layout;

/**
 * Where the cells of an array stand on a sheet, in cells: the last axis runs right, the one before it down; planes of a third
 * axis stand side by side, rows of planes of a fourth below each other. Axes before those are fixed by a page.
 */
public final class GridGeometry {
    /** Axes shown at once. */
    public static final int SHOWN = 4;
    /** Between planes, in cells. */
    public static final double GAP = 0.5;

    private final long[] shape;
    private final long[] page;
    private final long columns;
    private final long rows;
    private final long across;
    private final long down;

    private GridGeometry(long[] shape, long[] page) {
        this.shape = shape;
        this.page = page;
        int ndim = shape.length;
        columns = ndim > 0 ? shape[ndim - 1] : 1;
        rows = ndim > 1 ? shape[ndim - 2] : 1;
        across = ndim > 2 ? shape[ndim - 3] : 1;
        down = ndim > 3 ? shape[ndim - 4] : 1;
    }

    /** {@code page} has one index for each axis before the last four. */
    public static GridGeometry of(Layout layout, long... page) {
        return new GridGeometry(layout.shape(), Arrays.copyOf(page, Math.max(0, layout.ndim() - SHOWN)));
    }

    public boolean isEmpty() {
        return columns == 0 || rows == 0 || across == 0 || down == 0;
    }

    public long rows() {
        return rows;
    }

    public long columns() {
        return columns;
    }

    /** Width of the whole sheet, in cells. */
    public double width() {
        return isEmpty() ? 0 : across * columns + (across - 1) * GAP;
    }

    /** Height of the whole sheet, in cells. */
    public double height() {
        return isEmpty() ? 0 : down * rows + (down - 1) * GAP;
    }

    /** Index of the item whose cell covers this point; none in the gaps and outside. */
    public Optional<long[]> index(double x, double y) {
        if (isEmpty() || x < 0 || y < 0)
            return Optional.empty();
        long plane = (long) (x / (columns + GAP));
        long planeDown = (long) (y / (rows + GAP));
        long column = (long) (x - plane * (columns + GAP));
        long row = (long) (y - planeDown * (rows + GAP));
        if (plane >= across || planeDown >= down || column >= columns || row >= rows)
            return Optional.empty();
        long[] index = new long[shape.length];
        System.arraycopy(page, 0, index, 0, page.length);
        long[] shown = {planeDown, plane, row, column};
        for (int i = 0; i < SHOWN; i++) {
            int axis = shape.length - SHOWN + i;
            if (axis >= 0)
                index[axis] = shown[i];
        }
        return Optional.of(index);
    }

    /** Left edge of an item's cell. */
    public double x(long... index) {
        return at(index, 1) + at(index, 3) * (columns + GAP);
    }

    /** Upper edge of an item's cell. */
    public double y(long... index) {
        return at(index, 2) + at(index, 4) * (rows + GAP);
    }

    /** Whether this item is on the page. */
    public boolean shows(long... index) {
        return Arrays.equals(page, 0, page.length, index, 0, page.length);
    }

    private static long at(long[] index, int fromEnd) {
        return index.length >= fromEnd ? index[index.length - fromEnd] : 0;
    }
}
