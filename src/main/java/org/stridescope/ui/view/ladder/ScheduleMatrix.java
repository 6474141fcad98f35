package org.stridescope.ui.view.ladder;

import javafx.beans.value.ObservableValue;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

import org.jspecify.annotations.Nullable;

import org.stridescope.kernel.threads.ScheduleRun;
import org.stridescope.kernel.threads.ScheduleRun.TileSpan;
import org.stridescope.ui.control.DrawnPane;
import org.stridescope.ui.control.Look;

/** The matrix by tiles, each in the hue of the thread that computed it; pale where there was nothing to compute. */
final class ScheduleMatrix extends DrawnPane {
    private @Nullable ScheduleRun run;

    ScheduleMatrix(ObservableValue<Look> look) {
        super(look);
        setMinSize(100, 100);
        setPrefSize(220, 220);
    }

    void show(ScheduleRun shown) {
        run = shown;
        setAccessibleText("tiles by thread under " + shown.experiment().schedule().label());
        repaint();
    }

    @Override
    protected void paint(GraphicsContext g, double width, double height, Look now) {
        ScheduleRun drawn = run;
        if (drawn == null)
            return;
        int across = drawn.experiment().across();
        double side = Math.min(width, height) / across;
        double gap = side > 6 ? 1 : 0;
        for (TileSpan tile : drawn.tiles()) {
            boolean empty = drawn.experiment().triangle() && tile.column() < tile.row();
            Color hue = now.palette().hue(tile.thread());
            g.setFill(empty ? hue.deriveColor(0, 1, 1, 0.22) : hue);
            g.fillRect(Math.round(tile.column() * side), Math.round(tile.row() * side), Math.ceil(side) - gap,
                    Math.ceil(side) - gap);
        }
    }
}
