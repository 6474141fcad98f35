package org.stridescope.ui.view.arrays;

import javafx.scene.input.KeyEvent;

import org.jspecify.annotations.Nullable;

import org.stridescope.ui.control.arrays.CellSheet;
import org.stridescope.ui.model.arrays.ArrayBenchModel;
import org.stridescope.ui.model.arrays.Pointed;
import org.stridescope.ui.model.arrays.ShownArray;

/** Arrows move the place pointed at along the last two axes; page up and down along the axis before them. */
final class GridKeys {
    private final ArrayBenchModel model;
    private final CellSheet grid;

    GridKeys(ArrayBenchModel model, CellSheet grid) {
        this.model = model;
        this.grid = grid;
    }

    void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case LEFT -> move(1, -1);
            case RIGHT -> move(1, 1);
            case UP -> move(2, -1);
            case DOWN -> move(2, 1);
            case PAGE_UP -> move(3, -1);
            case PAGE_DOWN -> move(3, 1);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(int axisFromEnd, int by) {
        ShownArray shown = model.shown().get();
        if (shown == null || shown.array().size() == 0)
            return;
        int ndim = shown.array().ndim();
        @Nullable
        Pointed at = model.pointed().get();
        long[] index = at != null && at.inView() ? at.index() : new long[ndim];
        int axis = ndim - axisFromEnd;
        if (axis >= 0 && at != null)
            index[axis] = Math.clamp(index[axis] + by, 0, shown.array().shape(axis) - 1);
        model.point(index);
        grid.reveal(index);
    }
}
