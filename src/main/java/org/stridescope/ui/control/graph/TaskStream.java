package org.stridescope.ui.control.graph;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
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
import org.stridescope.ui.model.graph.WorkerMemory;

/**
 * What each worker did when: a row a worker, a bar a task, one colour a name, and within the row what was carried to it; below
 * them a row a worker with the bytes of results that it holds; all runs below one another on one clock. A click goes to a time
 * or picks a task.
 */
public final class TaskStream extends DrawnPane {
    private final IntConsumer onPick;
    private final LongConsumer onSeek;
    private final Tooltip tip = new Tooltip();
    /** By the run itself: to compare two runs would be to compare all that happened in them. */
    private Map<ShownRun, WorkerMemory> memory = new IdentityHashMap<>();
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
        setOnMouseDragged(event -> onSeek.accept(timeAt(event.getX())));
        setOnMouseMoved(event -> tip.setText(said(event)));
        tip.setShowDelay(javafx.util.Duration.millis(250));
        Tooltip.install(this, tip);
    }

    public void show(List<ShownRun> shown, TaskHues colours, Lineage lit, long time, long whole) {
        if (shown != runs) {
            Map<ShownRun, WorkerMemory> before = memory;
            memory = new IdentityHashMap<>();
            for (ShownRun run : shown) {
                WorkerMemory known = before.get(run);
                memory.put(run, known != null ? known : WorkerMemory.of(run, Long.MAX_VALUE));
            }
        }
        runs = shown;
        hues = colours;
        lineage = lit;
        now = time;
        length = Math.max(1, whole);
        double rows = StreamRows.AXIS + runs.stream().mapToDouble(StreamRows::height).sum();
        setPrefHeight(Math.max(110, rows) * look().scale());
        repaint();
    }

    @Override
    protected void paint(GraphicsContext g, double width, double height, Look look) {
        g.setFill(look.palette().background());
        g.fillRect(0, 0, width, height);
        double y = 0;
        for (ShownRun run : runs) {
            paint(g, run, y, width, look);
            y += StreamRows.height(run) * look.scale();
        }
        if (!runs.isEmpty())
            axis(g, width, y, look);
    }

    private static double trackWidth(double width, double scale) {
        return width - StreamRows.NAMES * scale - StreamRows.RIGHT;
    }

    private double x(long at, double width, double scale) {
        return StreamRows.NAMES * scale + trackWidth(width, scale) * Math.max(0, at) / length;
    }

    private void paint(GraphicsContext g, ShownRun run, double top, double width, Look look) {
        double scale = look.scale();
        g.setTextBaseline(VPos.CENTER);
        g.setTextAlign(TextAlignment.LEFT);
        g.setFont(look.strong());
        g.setFill(look.palette().text());
        g.fillText(run.scheduler(), 0, top + StreamRows.HEAD * scale / 2);
        g.setFont(look.caption());
        g.setFill(look.palette().muted());
        g.fillText(said(run), StreamRows.NAMES * scale, top + StreamRows.HEAD * scale / 2);
        for (int worker = 0; worker < run.workers().size(); worker++) {
            String name = run.workers().get(worker);
            row(g, name, top + StreamRows.tasks(worker) * scale, StreamRows.ROW * scale, width, look);
            row(g, name + " holds", top + StreamRows.memory(run, worker) * scale, StreamRows.MEMORY * scale, width,
                    look);
        }
        bars(g, run, top, width, look);
        moves(g, run, top, width, look);
        memory(g, run, top, width, look);
    }

    private static void row(GraphicsContext g, String name, double top, double high, double width, Look look) {
        double scale = look.scale();
        g.setFill(look.palette().muted());
        g.setFont(look.caption());
        g.fillText(name, 0, top + high / 2, StreamRows.NAMES * scale - 8);
        g.setFill(look.palette().panel());
        g.fillRect(StreamRows.NAMES * scale, top, trackWidth(width, scale), high);
    }

    private static String said(ShownRun run) {
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
        double[] drawn = new double[run.workers().size()];
        Arrays.fill(drawn, -1);
        for (TaskTrace.Span span : run.spans()) {
            if (span.startNanos() > until || span.worker() < 0)
                continue;
            long end = Math.min(span.endNanos(), until);
            double x0 = x(span.startNanos() - run.originNanos(), width, scale);
            double x1 = x(end - run.originNanos(), width, scale);
            if (x1 - drawn[span.worker()] < 0.5)
                continue; // ten thousand tasks share the pixels of one row
            drawn[span.worker()] = x1;
            double y = top + StreamRows.tasks(span.worker()) * scale;
            boolean going = span.endNanos() > until || span.end() == TaskState.RUNNING;
            bar(g, run, span, new double[]{x0, y, Math.max(1, x1 - x0), StreamRows.ROW * scale}, going, look);
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

    private void moves(GraphicsContext g, ShownRun run, double top, double width, Look look) {
        double scale = look.scale();
        double high = StreamRows.ROW * scale;
        long until = run.originNanos() + now;
        g.setFill(look.palette().hue(StateMark.TRANSFER_HUE));
        for (ResultMoved move : run.moves()) {
            if (move.startNanos() > until || move.toWorker() < 0)
                continue;
            double x0 = x(move.startNanos() - run.originNanos(), width, scale);
            double x1 = x(Math.min(move.nanos(), until) - run.originNanos(), width, scale);
            g.fillRect(x0, top + StreamRows.tasks(move.toWorker()) * scale + high * 0.62, Math.max(2, x1 - x0),
                    high * 0.38);
        }
    }

    private void memory(GraphicsContext g, ShownRun run, double top, double width, Look look) {
        WorkerMemory held = memory.get(run);
        if (held == null || held.most() == 0)
            return;
        double scale = look.scale();
        double high = StreamRows.MEMORY * scale;
        for (int worker = 0; worker < run.workers().size(); worker++) {
            double y = top + StreamRows.memory(run, worker) * scale;
            MemoryRow.draw(g, held.of(worker), held.most(), Math.min(now, run.lengthNanos()),
                    at -> x(at, width, scale), y, high, look);
            g.setFill(look.palette().text());
            g.setFont(look.small());
            g.fillText(MemoryRow.words(held.of(worker)), StreamRows.NAMES * scale + 4, y + high / 2);
        }
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
        StreamRows.Place place = StreamRows.at(runs, event.getY() / look().scale());
        TaskTrace.@Nullable Span span = place == null || place.isMemory() ? null : spanAt(place, timeAt(event.getX()));
        if (span != null)
            onPick.accept(span.task());
        else
            onSeek.accept(timeAt(event.getX()));
    }

    /** In the runs' own time. */
    private long timeAt(double x) {
        double scale = look().scale();
        double share = (x - StreamRows.NAMES * scale) / Math.max(1, trackWidth(getWidth(), scale));
        return (long) (Math.clamp(share, 0, 1) * length);
    }

    private String said(MouseEvent event) {
        StreamRows.Place place = StreamRows.at(runs, event.getY() / look().scale());
        if (place == null)
            return "Click to go to a time, or a bar to pick its task";
        long at = timeAt(event.getX());
        return place.isMemory() ? held(place, at) : task(place, at);
    }

    private String held(StreamRows.Place place, long at) {
        WorkerMemory all = memory.get(place.run());
        int step = all == null ? -1 : all.of(place.worker()).at(at);
        long bytes = all == null || step < 0 ? 0 : all.of(place.worker()).held(step);
        long spilled = all == null || step < 0 ? 0 : all.of(place.worker()).spilled(step);
        return place.run().workers().get(place.worker()) + " at " + Figures.duration(at / 1e9) + ": results of "
                + Figures.bytes(bytes) + " in memory" + (spilled > 0 ? ", " + Figures.bytes(spilled) + " on disk" : "");
    }

    private String task(StreamRows.Place place, long at) {
        ShownRun run = place.run();
        long clock = run.originNanos() + at;
        for (ResultMoved move : run.moves()) {
            if (move.toWorker() == place.worker() && move.startNanos() <= clock && move.nanos() >= clock)
                return "transfer for " + run.tasks().get(move.task()).key() + ": " + Figures.bytes(move.bytes())
                        + " in " + Figures.duration((move.nanos() - move.startNanos()) / 1e9);
        }
        TaskTrace.Span span = spanAt(place, at);
        if (span == null)
            return run.workers().get(place.worker()) + " had nothing to do at " + Figures.duration(at / 1e9);
        return run.tasks().get(span.task()).key() + "  " + Figures.duration((span.endNanos() - span.startNanos()) / 1e9)
                + "  on " + run.workers().get(span.worker()) + "\nfrom "
                + Figures.duration((span.startNanos() - run.originNanos()) / 1e9) + ", result "
                + Figures.bytes(run.bytes(span.task()));
    }

    private TaskTrace.@Nullable Span spanAt(StreamRows.Place place, long at) {
        ShownRun run = place.run();
        long clock = run.originNanos() + at;
        return run.spans().stream()
                .filter(span -> span.worker() == place.worker() && span.startNanos() <= clock
                        && span.endNanos() >= clock && at <= now)
                .findFirst().orElse(null);
    }
}
