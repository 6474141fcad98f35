package org.stridescope.ui.control.graph;

import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.LongConsumer;

import javafx.beans.value.ObservableValue;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

import org.jspecify.annotations.Nullable;

import org.stridescope.trace.TaskState;
import org.stridescope.trace.TaskTrace;
import org.stridescope.trace.TraceEvent.ResultMoved;
import org.stridescope.ui.control.DrawnPane;
import org.stridescope.ui.control.Look;
import org.stridescope.ui.control.Palette;
import org.stridescope.ui.model.Figures;
import org.stridescope.ui.model.TimeAxis;
import org.stridescope.ui.model.graph.Lineage;
import org.stridescope.ui.model.graph.ShownRun;
import org.stridescope.ui.model.graph.TaskHues;

/**
 * What each worker did when: a row a worker, a bar a task, one colour a name; all runs below one another on one clock. Below
 * each run the bytes of results that it held. A click goes to a time or picks a task.
 */
public final class TaskStream extends DrawnPane {
    private static final double ROW = 24;
    private static final double GAP = 5;
    private static final double HEAD = 20;
    private static final double MEMORY = 30;
    private static final double NAMES = 128;
    private static final double AXIS = 20;

    private final IntConsumer onPick;
    private final LongConsumer onSeek;
    private final Tooltip tip = new Tooltip();
    private List<ShownRun> runs = List.of();
    private TaskHues hues = TaskHues.NONE;
    private Lineage lineage = Lineage.NONE;
    private long now;
    private long length;

    public TaskStream(ObservableValue<Look> look, IntConsumer onPick, LongConsumer onSeek) {
        super(look);
        this.onPick = onPick;
        this.onSeek = onSeek;
        setId("strips");
        setMinHeight(90);
        setOnMousePressed(this::pressed);
        setOnMouseDragged(event -> seek(event.getX()));
        setOnMouseMoved(this::moved);
        Tooltip.install(this, tip);
    }

    public void show(List<ShownRun> shown, TaskHues colours, Lineage lit, long time, long whole) {
        runs = shown;
        hues = colours;
        lineage = lit;
        now = time;
        length = Math.max(1, whole);
        setPrefHeight(heightOf(look().scale()));
        repaint();
    }

    private double heightOf(double scale) {
        double height = AXIS;
        for (ShownRun run : runs)
            height += runHeight(run);
        return Math.max(110, height) * scale;
    }

    private static double runHeight(ShownRun run) {
        return HEAD + run.workers().size() * (ROW + GAP) + MEMORY + GAP;
    }

    @Override
    protected void paint(GraphicsContext g, double width, double height, Look now) {
        double scale = now.scale();
        g.setFill(now.palette().background());
        g.fillRect(0, 0, width, height);
        double y = 0;
        for (ShownRun run : runs) {
            paint(g, run, y, width, now);
            y += runHeight(run) * scale;
        }
        if (!runs.isEmpty())
            axis(g, width, y, now);
    }

    private double x(long at, double width, double scale) {
        return NAMES * scale + (width - NAMES * scale - 8) * Math.max(0, at) / length;
    }

    private void paint(GraphicsContext g, ShownRun run, double top, double width, Look look) {
        Palette palette = look.palette();
        double scale = look.scale();
        g.setTextBaseline(VPos.CENTER);
        g.setTextAlign(TextAlignment.LEFT);
        g.setFont(look.strong());
        g.setFill(palette.text());
        g.fillText(run.scheduler(), 0, top + HEAD * scale / 2);
        g.setFont(look.caption());
        g.setFill(palette.muted());
        g.fillText(said(run), NAMES * scale, top + HEAD * scale / 2);
        double y = top + HEAD * scale;
        for (int worker = 0; worker < run.workers().size(); worker++) {
            g.setFill(palette.muted());
            g.setFont(look.caption());
            g.fillText(run.workers().get(worker), 0, y + ROW * scale / 2, NAMES * scale - 8);
            g.setFill(palette.panel());
            g.fillRect(NAMES * scale, y, width - NAMES * scale - 8, ROW * scale);
            y += (ROW + GAP) * scale;
        }
        g.setFill(palette.muted());
        g.fillText("results held", 0, y + MEMORY * scale / 2);
        bars(g, run, top + HEAD * scale, width, look);
        memory(g, run, y, width, look);
    }

    private String said(ShownRun run) {
        if (run.outcome() == null)
            return run.failure().isBlank() ? "running" : run.failure();
        var outcome = run.outcome();
        return Figures.duration(outcome.wallSeconds()) + "  \u00b7  " + outcome.tasks() + " tasks"
                + (outcome.movedBytes() > 0 ? "  \u00b7  moved " + Figures.bytes(outcome.movedBytes()) : "")
                + (outcome.retried() > 0 ? "  \u00b7  retried " + outcome.retried() : "");
    }

    private void bars(GraphicsContext g, ShownRun run, double top, double width, Look look) {
        double scale = look.scale();
        long until = run.originNanos() + now;
        for (TaskTrace.Span span : run.spans()) {
            if (span.startNanos() > until || span.worker() < 0)
                continue;
            long end = Math.min(span.endNanos(), until);
            double x0 = x(span.startNanos() - run.originNanos(), width, scale);
            double x1 = x(end - run.originNanos(), width, scale);
            double y = top + span.worker() * (ROW + GAP) * scale;
            boolean going = span.endNanos() > until || span.end() == TaskState.RUNNING;
            bar(g, run, span, new double[]{x0, y, Math.max(1, x1 - x0), ROW * scale}, going, look);
        }
        for (ResultMoved move : run.moves()) {
            if (move.startNanos() > until)
                continue;
            double x0 = x(move.startNanos() - run.originNanos(), width, scale);
            double x1 = x(Math.min(move.nanos(), until) - run.originNanos(), width, scale);
            g.setFill(look.palette().hue(StateMark.TRANSFER_HUE));
            g.fillRect(x0, top + move.toWorker() * (ROW + GAP) * scale + ROW * scale * 0.62, Math.max(2, x1 - x0),
                    ROW * scale * 0.38);
        }
    }

    private void bar(GraphicsContext g, ShownRun run, TaskTrace.Span span, double[] at, boolean going, Look look) {
        Palette palette = look.palette();
        String name = run.tasks().get(span.task()).name();
        Color colour = span.end() == TaskState.FAILED ? palette.danger() : palette.hue(hues.of(name));
        boolean lit = lineage.isEmpty() || lineage.all().get(span.task());
        g.setGlobalAlpha(lit ? 1 : 0.3);
        g.setFill(colour.deriveColor(0, 1, 1, going ? 0.95 : 0.6));
        g.fillRect(at[0], at[1], at[2], at[3]);
        if (at[2] > 3) {
            g.setStroke(span.task() == lineage.task() ? palette.accent() : palette.background());
            g.setLineWidth(span.task() == lineage.task() ? 2.5 : 1);
            g.strokeRect(at[0], at[1], at[2], at[3]);
        }
        String key = run.tasks().get(span.task()).key();
        if (at[2] > key.length() * 6.6 * look.scale() + 8) {
            g.setFont(look.small());
            g.setFill(palette.text());
            g.fillText(key, at[0] + 5, at[1] + at[3] / 2);
        }
        g.setGlobalAlpha(1);
    }

    private void memory(GraphicsContext g, ShownRun run, double top, double width, Look look) {
        double scale = look.scale();
        double high = MEMORY * scale;
        g.setFill(look.palette().panel());
        g.fillRect(NAMES * scale, top, width - NAMES * scale - 8, high);
        HeldCurve curve = HeldCurve.of(run, now);
        if (curve.most() == 0)
            return;
        g.setFill(look.palette().hue(StateMark.RUNNING_HUE).deriveColor(0, 1, 1, 0.65));
        for (int i = 0; i < curve.size(); i++) {
            double x0 = x(curve.time(i), width, scale);
            double x1 = x(i + 1 < curve.size() ? curve.time(i + 1) : Math.min(now, run.lengthNanos()), width, scale);
            double bar = high * curve.bytes(i) / curve.most();
            g.fillRect(x0, top + high - bar, Math.max(0.5, x1 - x0), bar);
        }
        g.setFill(look.palette().text());
        g.setFont(look.small());
        g.fillText(Figures.bytes(curve.most()), NAMES * scale + 4, top + 8 * scale);
    }

    private void axis(GraphicsContext g, double width, double y, Look look) {
        double scale = look.scale();
        g.setFill(look.palette().muted());
        g.setFont(look.small());
        g.setTextAlign(TextAlignment.CENTER);
        for (TimeAxis.Tick tick : TimeAxis.ticks(length, (int) (width / (90 * scale))))
            g.fillText(tick.label(), Math.min(width - 26 * scale, x(tick.nanos(), width, scale)), y + 8 * scale);
        g.setTextAlign(TextAlignment.LEFT);
        double x = x(Math.min(now, length), width, scale);
        g.setStroke(look.palette().text());
        g.setLineWidth(look.line() * 1.5);
        g.strokeLine(x, 0, x, y);
    }

    private void pressed(MouseEvent event) {
        TaskTrace.@Nullable Span span = spanAt(event);
        if (span != null)
            onPick.accept(span.task());
        else
            seek(event.getX());
    }

    private void seek(double x) {
        double scale = look().scale();
        double share = (x - NAMES * scale) / Math.max(1, getWidth() - NAMES * scale - 8);
        onSeek.accept((long) (Math.clamp(share, 0, 1) * length));
    }

    private void moved(MouseEvent event) {
        TaskTrace.Span span = spanAt(event);
        ShownRun run = runAt(event.getY());
        if (span == null || run == null) {
            tip.setText("Click to go to a time, or a bar to pick its task");
            return;
        }
        tip.setText(run.tasks().get(span.task()).key() + "  "
                + Figures.duration((span.endNanos() - span.startNanos()) / 1e9) + "  on "
                + run.workers().get(span.worker()) + "\nfrom "
                + Figures.duration((span.startNanos() - run.originNanos()) / 1e9) + ", result "
                + Figures.bytes(run.bytes(span.task())));
    }

    private @Nullable ShownRun runAt(double y) {
        double top = 0;
        for (ShownRun run : runs) {
            double height = runHeight(run) * look().scale();
            if (y < top + height)
                return run;
            top += height;
        }
        return null;
    }

    private TaskTrace.@Nullable Span spanAt(MouseEvent event) {
        double top = 0;
        double scale = look().scale();
        for (ShownRun run : runs) {
            double height = runHeight(run) * scale;
            if (event.getY() < top + height) {
                int worker = (int) Math.floor((event.getY() - top - HEAD * scale) / ((ROW + GAP) * scale));
                double share = (event.getX() - NAMES * scale) / Math.max(1, getWidth() - NAMES * scale - 8);
                long at = run.originNanos() + (long) (share * length);
                return run.spans().stream().filter(s -> s.worker() == worker && s.startNanos() <= at
                        && s.endNanos() >= at && s.startNanos() <= run.originNanos() + now).findFirst().orElse(null);
            }
            top += height;
        }
        return null;
    }
}
