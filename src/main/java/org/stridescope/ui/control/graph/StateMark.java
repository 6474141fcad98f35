package org.stridescope.ui.control.graph;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

import org.stridescope.trace.TaskState;
import org.stridescope.ui.control.Palette;

/** A task's state as colour and as shape, so that either alone will do. */
final class StateMark {
    static final int DONE_HUE = 2;
    static final int RUNNING_HUE = 1;
    static final int READY_HUE = 0;
    static final int TRANSFER_HUE = 3;

    private StateMark() {}

    static Color colour(TaskState state, Palette palette) {
        return switch (state) {
            case WAITING -> palette.muted();
            case READY -> palette.hue(READY_HUE);
            case RUNNING -> palette.hue(RUNNING_HUE);
            case DONE, SPILLED, RELEASED -> palette.hue(DONE_HUE);
            case FAILED -> palette.danger();
        };
    }

    /** A disc, a triangle, a diamond, a ring or a cross around (x, y). */
    static void draw(GraphicsContext g, TaskState state, double x, double y, double size, Color colour) {
        double r = size / 2;
        g.setFill(colour);
        g.setStroke(colour);
        g.setLineWidth(Math.max(1, size / 7));
        switch (state) {
            case WAITING -> g.strokeOval(x - r * 0.85, y - r * 0.85, 1.7 * r, 1.7 * r);
            case READY -> g.fillPolygon(new double[]{x - r, x, x + r, x}, new double[]{y, y - r, y, y + r}, 4);
            case RUNNING -> g.fillPolygon(new double[]{x - r * 0.8, x + r, x - r * 0.8},
                    new double[]{y - r, y, y + r}, 3);
            case DONE, SPILLED, RELEASED -> g.fillOval(x - r, y - r, size, size);
            case FAILED -> {
                g.strokeLine(x - r, y - r, x + r, y + r);
                g.strokeLine(x - r, y + r, x + r, y - r);
            }
        }
    }
}
