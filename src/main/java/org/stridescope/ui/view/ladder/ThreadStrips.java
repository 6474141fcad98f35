package org.stridescope.ui.view.ladder;

import javafx.beans.value.ObservableValue;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

import org.jspecify.annotations.Nullable;

import org.stridescope.kernel.threads.ScheduleRun;
import org.stridescope.kernel.threads.ScheduleRun.TileSpan;
import org.stridescope.ui.control.DrawnPane;
import org.stridescope.ui.control.Look;

/** A strip a thread: its tiles along one time axis, which all schedules share, so that the shorter one looks shorter. */
final class ThreadStrips extends DrawnPane {
    private static final double ROW = 20;
    private static final double NAME = 20;

    private @Nullable ScheduleRun run;
    private long span = 1;

    ThreadStrips(ObservableValue<Look> look) {
        super(look);
    }

    void show(ScheduleRun shown, long longestNanos) {
        run = shown;
        span = Math.max(1, longestNanos);
        double height = ROW * shown.experiment().threads() * look().scale();
        setMinHeight(Math.min(height, 6 * ROW));
        setPrefHeight(height);
        repaint();
    }

    @Override
    protected void paint(GraphicsContext g, double width, double height, Look now) {
        ScheduleRun drawn = run;
        if (drawn == null)
            return;
        int threads = drawn.experiment().threads();
        double row = height / threads;
        double left = NAME * now.scale();
        double scale = (width - left) / span;
        g.setFont(now.caption());
        g.setTextBaseline(VPos.CENTER);
        g.setTextAlign(TextAlignment.LEFT);
        for (int t = 0; t < threads; t++) {
            g.setFill(now.palette().raised());
            g.fillRect(left, t * row + 1, width - left, row - 3);
            g.setFill(now.palette().muted());
            if (row >= 12)
                g.fillText(Integer.toString(t), 2, (t + 0.5) * row);
        }
        for (TileSpan tile : drawn.tiles()) {
            double x = left + tile.startNanos() * scale;
            double w = tile.nanos() * scale;
            g.setFill(now.palette().hue(tile.thread()));
            g.fillRect(x, tile.thread() * row + 1, Math.max(0.5, w > 4 ? w - 1 : w), row - 3);
        }
    }
}
