package org.stridescope.ui.control;

import java.util.List;

import javafx.beans.value.ObservableValue;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

import org.jspecify.annotations.Nullable;

import org.stridescope.trace.RunTrace;
import org.stridescope.ui.model.RaceMoment;
import org.stridescope.ui.model.ThreadLanes;
import org.stridescope.ui.model.ThreadLanes.Lane;
import org.stridescope.ui.model.ThreadLanes.Role;

/** A lane a thread: bars as high as the share of a processor that it used, over the run's time. */
public final class LanesPicture extends DrawnPane {
    private static final double ROW = 19;
    /** Where names do not fit beside the lanes they stand above them. */
    private static final double STACKED_ROW = 27;
    private static final double NAME = 13;
    private static final double BESIDE = 270;
    private static final double GUTTER = 108;
    private static final double BAR = 3;

    private @Nullable RaceMoment moment;
    private @Nullable RunTrace run;
    private ThreadLanes lanes = new ThreadLanes(List.of(), 0);
    private long span = 1;

    public LanesPicture(ObservableValue<Look> look) {
        super(look);
        getStyleClass().add("lanes");
    }

    /** Width of the names left of the lanes, shared with the memory pane so that their times stand above each other. */
    public static double gutter(Look look, double width) {
        return width < BESIDE * look.scale() ? 0 : GUTTER * look.scale();
    }

    /** @param newSpan nanoseconds from the left end to the right end */
    public void show(@Nullable RaceMoment newMoment, @Nullable RunTrace newRun, ThreadLanes newLanes, long newSpan) {
        boolean other = newLanes.lanes().size() != lanes.lanes().size();
        moment = newMoment;
        run = newRun;
        lanes = newLanes;
        span = Math.max(1, newSpan);
        setAccessibleText(newLanes.lanes().size() + " busy threads, " + newLanes.idle() + " idle");
        if (other)
            requestLayout();
        repaint();
    }

    public static double rowHeight(Look look, double width) {
        return (gutter(look, width) == 0 ? STACKED_ROW : ROW) * look.scale();
    }

    @Override
    protected double computePrefHeight(double width) {
        double across = width < 0 ? getWidth() : width;
        return (lanes.lanes().size() + (lanes.idle() > 0 ? 1 : 0)) * rowHeight(look(), across);
    }

    @Override
    protected void paint(GraphicsContext g, double width, double height, Look look) {
        double row = rowHeight(look, width);
        double left = gutter(look, width);
        double above = left == 0 ? NAME * look.scale() : 0;
        double high = row - above - 3 * look.scale();
        g.setTextBaseline(VPos.CENTER);
        for (int i = 0; i < lanes.lanes().size(); i++) {
            Lane lane = lanes.lanes().get(i);
            double top = i * row + above;
            g.setFont(left == 0 ? look.small() : look.caption());
            g.setFill(look.palette().muted());
            double middle = left == 0 ? i * row + above / 2 - 1 : top + high / 2;
            g.fillText(lane.label(), 0, middle, left == 0 ? width : left - 6);
            g.setFill(look.palette().raised());
            g.fillRect(left, top, width - left, high);
            bars(g, lane, left, top, width - left, high, look);
        }
        if (lanes.idle() > 0) {
            g.setFont(look.small());
            g.setFill(look.palette().muted());
            String fold = lanes.idle() + (lanes.idle() == 1 ? " idle thread" : " idle threads");
            g.fillText(fold, lanes.lanes().isEmpty() ? 0 : left,
                    lanes.lanes().size() * row + ROW * look.scale() / 2 - 1);
        }
    }

    private void bars(GraphicsContext g, Lane lane, double x, double y, double width, double height, Look look) {
        RaceMoment now = moment;
        RunTrace of = run;
        if (now == null || of == null)
            return;
        g.setFill(colour(lane.role(), of.variant(), look.palette()));
        double bar = BAR * look.line();
        double step = bar + 1;
        long elapsed = now.elapsed(of);
        for (double at = 0; at < width; at += step) {
            long from = (long) (at / width * span);
            long to = Math.min((long) ((at + step) / width * span), elapsed);
            if (to <= from)
                return;
            double used = lane.thread().utilisation(of.startNanos() + from, of.startNanos() + to);
            if (used < 0.02)
                continue;
            double tall = Math.max(1, used * height);
            g.fillRect(x + at, y + height - tall, Math.min(bar, width - at), tall);
        }
    }

    private static Color colour(Role role, String variant, Palette palette) {
        return switch (role) {
            case WORKER, CALLER, OPENMP -> palette.hue(variant);
            case COLLECTOR -> palette.danger();
            case COMPILER, OTHER -> palette.muted();
        };
    }
}
