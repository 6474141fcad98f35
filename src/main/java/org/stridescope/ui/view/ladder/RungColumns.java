package org.stridescope.ui.view.ladder;

import javafx.geometry.HPos;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

import org.stridescope.ui.control.Look;

/** The columns that all rungs share: name, plot, and figures. */
final class RungColumns {
    static final String[] NAMES = {"", "", "Median", "Pair-features", "Over below", "Over first", "Memory",
            "Max error"};
    private static final double[] WIDTHS = {150, 0, 116, 98, 74, 72, 112, 72};
    static final int PLOT = 1;

    private RungColumns() {}

    /** Gives a row these columns at the size of now. */
    static void set(GridPane row, Look look) {
        row.getColumnConstraints().clear();
        for (int i = 0; i < WIDTHS.length; i++) {
            ColumnConstraints column = new ColumnConstraints();
            if (i == PLOT) {
                column.setHgrow(Priority.ALWAYS);
                column.setMinWidth(60);
            } else {
                column.setMinWidth(WIDTHS[i] * look.scale());
                column.setMaxWidth(WIDTHS[i] * look.scale());
                column.setHalignment(i == 0 ? HPos.LEFT : HPos.RIGHT);
            }
            row.getColumnConstraints().add(column);
        }
    }
}
