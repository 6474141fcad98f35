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
    /** A thread's samples may come so late: still threads are read ten times a second. */
    private static final long LATE = 250_000_000;

    private @Nullable RaceMoment moment;
    private @Nullable RunTrace run;
    private ThreadLanes lanes = new ThreadLanes(List.of(), 0);
    private long span = 1;
    private @Nullable Shown drawn;

    /** What lies on the canvas. */
    private record Shown(String variant, long start, boolean over, long elapsed, long span, List<Row> rows, int idle) {
        /** Whether this is that, a little later. */
        boolean goesOn(Shown that) {
            return !over && variant.equals(that.variant) && start == that.start && elapsed >= that.elapsed
                    && span == that.span && idle == that.idle && rows.equals(that.rows);
        }
    }

    /** A lane without its samples. */
    private record Row(String label, Role role, int thread) {}

    public LanesPicture(ObservableValue<Look> look) {
        super(look);
        getStyleClass().add("lanes");
    }

    /** Width of the names left of the lanes, shared with the memory pane so that their times stand above each other. */
    public static double gutter(Look look, double width) {
        return width < BESIDE * look.scale() ? 0 : Math.round(GUTTER * look.scale());
    }

    /** @param newSpan nanoseconds from the left end to the right end */
    public void show(@Nullable RaceMoment newMoment, @Nullable RunTrace newRun, ThreadLanes newLanes, long newSpan) {
        boolean other = newLanes.lanes().size() != lanes.lanes().size();
        ThreadLanes before = lanes;
        moment = newMoment;
        run = newRun;
        lanes = newLanes;
        span = Math.max(1, newSpan);
        if (before == newLanes && drawn != null && drawn.equals(shown()))
            return;
        String words = newLanes.lanes().size() + " busy threads, " + newLanes.idle() + " idle";
        if (!words.equals(getAccessibleText()))
            setAccessibleText(words);
        if (other)
            requestLayout();
        repaint();
    }

    private @Nullable Shown shown() {
        RaceMoment now = moment;
        RunTrace of = run;
        if (now == null || of == null)
            return null;
        List<Row> rows = lanes.lanes().stream().map(lane -> new Row(lane.label(), lane.role(), lane.thread().thread()))
                .toList();
        return new Shown(of.variant(), of.startNanos(), now.isOver(of) || !now.live(), now.elapsed(of), span, rows,
                lanes.idle());
    }

    /** All edges lie between pixels. Live, the bars of the last moments are painted anew with what has been sampled since, and those after them. */
    @Override
    protected boolean paintNew(GraphicsContext g, double width, double height, Look look) {
        Shown before = drawn;
        Shown now = shown();
        if (before == null || now == null || !now.goesOn(before))
            return false;
        double row = rowHeight(look, width);
        double left = gutter(look, width);
        double above = left == 0 ? Math.round(NAME * look.scale()) : 0;
        double high = row - above - Math.round(3 * look.scale());
        double step = BAR * look.line() + 1;
        int first = (int) (Math.max(0, before.elapsed() - LATE) * (width - left) / span / step);
        for (int i = 0; i < lanes.lanes().size(); i++) {
            double top = i * row + above;
            // a pane may end within a pixel, which painting over would darken each time
            g.clearRect(left + first * step, top, Math.ceil(width) - left - first * step, high);
            g.setFill(look.palette().raised());
            g.fillRect(left + first * step, top, width - left - first * step, high);
            bars(g, lanes.lanes().get(i), first, left, top, width - left, high, look);
        }
        drawn = now;
        return true;
    }

    public static double rowHeight(Look look, double width) {
        return Math.round((gutter(look, width) == 0 ? STACKED_ROW : ROW) * look.scale());
    }

    @Override
    protected double computePrefHeight(double width) {
        double across = width < 0 ? getWidth() : width;
        return (lanes.lanes().size() + (lanes.idle() > 0 ? 1 : 0)) * rowHeight(look(), across);
    }

    @Override
    protected void paint(GraphicsContext g, double width, double height, Look look) {
        drawn = shown();
        double row = rowHeight(look, width);
        double left = gutter(look, width);
        double above = left == 0 ? Math.round(NAME * look.scale()) : 0;
        double high = row - above - Math.round(3 * look.scale());
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
            bars(g, lane, 0, left, top, width - left, high, look);
        }
        if (lanes.idle() > 0) {
            g.setFont(look.small());
            g.setFill(look.palette().muted());
            String fold = lanes.idle() + (lanes.idle() == 1 ? " idle thread" : " idle threads");
            g.fillText(fold, lanes.lanes().isEmpty() ? 0 : left,
                    lanes.lanes().size() * row + ROW * look.scale() / 2 - 1);
        }
    }

    private void bars(GraphicsContext g, Lane lane, int first, double x, double y, double width, double height,
            Look look) {
        RaceMoment now = moment;
        RunTrace of = run;
        if (now == null || of == null)
            return;
        g.setFill(colour(lane.role(), of.variant(), look.palette()));
        double bar = BAR * look.line();
        double step = bar + 1;
        long elapsed = now.elapsed(of);
        for (int i = first; i * step < width; i++) {
            double at = i * step;
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
