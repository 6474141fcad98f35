package org.stridescope.ui.view.arrays;

import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;

import org.stridescope.explain.broadcast.AxisRule;
import org.stridescope.explain.broadcast.BroadcastFrames;
import org.stridescope.explain.broadcast.Operand;

/** Shapes aligned at their last axes; axes the rule has been applied to, from the last, are lit and the result grows. */
final class AlignmentTable extends GridPane {
    AlignmentTable() {
        getStyleClass().add("alignment");
        setId("alignment");
    }

    /** {@code applied} axes are done, the last of them is the current one while {@code stepping}. */
    void show(BroadcastFrames frames, int applied, boolean stepping) {
        getChildren().clear();
        int ndim = frames.ndim();
        int operands = frames.operands().size();
        for (int axis = 0; axis < ndim; axis++)
            add(label("axis " + axis, "head"), axis + 1, 0);
        for (int i = 0; i < operands; i++) {
            Operand operand = frames.operands().get(i);
            add(label(operand.name(), "hue-" + i), 0, i + 1);
            int lead = ndim - operand.ndim();
            for (int axis = 0; axis < ndim; axis++) {
                Label cell = cell(axis < lead ? "\u00b7" : Long.toString(operand.length(axis - lead)));
                style(cell, frames, axis, applied, stepping, i);
                add(cell, axis + 1, i + 1);
            }
        }
        add(label("result", "muted"), 0, operands + 1);
        for (int axis = 0; axis < ndim; axis++) {
            boolean done = ndim - axis <= applied && ndim - axis <= frames.rules().size();
            AxisRule rule = done ? frames.rules().get(ndim - 1 - axis) : null;
            boolean failed = rule != null && rule.verdict() == AxisRule.Verdict.FAIL;
            Label cell = cell(rule == null ? "?" : failed ? "\u2717" : Long.toString(rule.length()));
            cell.setId("result-axis-" + axis);
            if (failed)
                cell.getStyleClass().add("failed");
            if (rule == null)
                cell.getStyleClass().add("pending");
            add(cell, axis + 1, operands + 1);
        }
    }

    private static void style(Label cell, BroadcastFrames frames, int axis, int applied, boolean stepping,
            int operand) {
        int fromEnd = frames.ndim() - axis;
        if (fromEnd > applied || fromEnd > frames.rules().size())
            return;
        AxisRule rule = frames.rules().get(fromEnd - 1);
        if (rule.stretches(operand)) {
            cell.getStyleClass().add("stretched");
            cell.setText(
                    (rule.lengths().get(operand) == AxisRule.MISSING ? "\u00b7" : "1") + " \u2192 " + rule.length());
        }
        if (rule.verdict() == AxisRule.Verdict.FAIL && rule.lengths().get(operand) > 1)
            cell.getStyleClass().add("failed");
        if (stepping && fromEnd == applied)
            cell.getStyleClass().add("current");
    }

    private static Label cell(String text) {
        Label label = label(text, "axis-cell");
        label.setMaxWidth(Double.MAX_VALUE);
        return label;
    }

    private static Label label(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }
}
