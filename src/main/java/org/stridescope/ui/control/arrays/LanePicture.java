package org.stridescope.ui.control.arrays;

import javafx.beans.value.ObservableValue;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

import org.stridescope.explain.broadcast.LaneFrames;
import org.stridescope.ui.control.DrawnPane;
import org.stridescope.ui.control.Look;

/** Items of an array as a row, done, under way, or waiting; the register's lanes are framed, masked lanes crossed out. */
public final class LanePicture extends DrawnPane {
    private final int hue;
    private LaneFrames loop = new LaneFrames(0, 1);
    private int step;

    public LanePicture(ObservableValue<Look> look, int hue) {
        super(look);
        this.hue = hue;
    }

    /** {@code newStep} steps are done, the last of them is on show. */
    public void show(LaneFrames newLoop, int newStep) {
        loop = newLoop;
        step = (int) Math.min(newStep, newLoop.steps());
        repaint();
    }

    @Override
    protected double computePrefHeight(double width) {
        return 66 * look().scale();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void paint(GraphicsContext g, double width, double height, Look now) {
        if (loop.size() == 0)
            return;
        long slots = loop.steps() * loop.lanes();
        double cell = Math.min(52 * now.scale(), width / slots);
        double tall = Math.min(height - 8, 52 * now.scale());
        Color ground = now.palette().background();
        LaneFrames.Step current = step == 0 ? new LaneFrames.Step(0, 0, false) : loop.step(step - 1L);
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.CENTER);
        for (int i = 0; i < loop.size(); i++) {
            boolean doing = i >= current.from() && i < current.to();
            double share = doing ? 0.9 : i < current.to() ? 0.4 : 0.12;
            CellPaint paint = CellPaint.plain(ground.interpolate(now.palette().hue(hue), share),
                    doing ? ground : now.palette().text());
            CellPainter.paint(g, paint, Integer.toString(i), now.mono(16), i * cell, 4, cell, tall);
        }
        if (step > 0)
            frame(g, now, current, cell, tall);
    }

    private void frame(GraphicsContext g, Look now, LaneFrames.Step current, double cell, double tall) {
        g.setStroke(now.palette().text());
        g.setLineWidth(2 * now.line());
        g.strokeRoundRect(current.from() * cell + 1, 2, loop.lanes() * cell - 2, tall + 4, 10, 10);
        g.setStroke(now.palette().muted());
        g.setLineWidth(now.line());
        for (long i = current.to(); i < current.from() + loop.lanes(); i++) {
            double x = i * cell + cell * 0.25;
            g.strokeLine(x, 4 + tall * 0.25, x + cell * 0.5, 4 + tall * 0.75);
            g.strokeLine(x, 4 + tall * 0.75, x + cell * 0.5, 4 + tall * 0.25);
        }
    }
}
