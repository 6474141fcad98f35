package org.stridescope.ui.view;

import javafx.beans.value.ObservableValue;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;

import org.jspecify.annotations.Nullable;

import org.stridescope.trace.Recording;
import org.stridescope.trace.RunTrace;
import org.stridescope.ui.control.LanesPicture;
import org.stridescope.ui.control.Look;
import org.stridescope.ui.control.MatrixPicture;
import org.stridescope.ui.control.MemoryPicture;
import org.stridescope.ui.model.Figures;
import org.stridescope.ui.model.MemoryCurve;
import org.stridescope.ui.model.RaceMoment;
import org.stridescope.ui.model.RunState;
import org.stridescope.ui.model.ShownRecording;
import org.stridescope.ui.model.ThreadLanes;

/**
 * One variant: its matrix, state, threads and memory. The matrix takes the height that the rest leaves; a column much wider
 * than high puts threads and memory beside the matrix.
 */
final class RaceColumn extends Region {
    private static final ThreadLanes NO_LANES = new ThreadLanes(java.util.List.of(), 0);
    private static final MemoryCurve NO_CURVE = new MemoryCurve(java.util.List.of(), 0, 0);
    private static final int FEWEST_ROWS = 4;

    private final String variant;
    private final ObservableValue<Look> look;
    private final Circle dot = new Circle();
    private final Label name = label("column-name");
    private final Label language = label("muted");
    private final Label speedUp = label("speed-up");
    private final Label share = label("caption");
    private final Label state = label("caption");
    private final Label elapsed = label("caption");
    private final Label rate = label("caption");
    private final Label threadsTitle = label("section");
    private final Label memoryTitle = label("section");
    private final Label peak = label("caption");
    private final MatrixPicture matrix;
    private final LanesPicture lanes;
    private final ScrollPane lanesScroll;
    private final MemoryPicture memory;
    private @Nullable Recording seen;
    private ThreadLanes threads = NO_LANES;
    private MemoryCurve curve = NO_CURVE;
    private int laneRows = FEWEST_ROWS;

    RaceColumn(String variant, String writtenIn, ObservableValue<Look> look) {
        this.variant = variant;
        this.look = look;
        matrix = new MatrixPicture(look);
        lanes = new LanesPicture(look);
        memory = new MemoryPicture(look);
        lanesScroll = new ScrollPane(lanes);
        lanesScroll.setFitToWidth(true);
        lanesScroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        lanesScroll.getStyleClass().add("lanes-scroll");
        lanesScroll.setFocusTraversable(false);
        name.setText(variant);
        language.setText(writtenIn);
        threadsTitle.setText("threads");
        memoryTitle.setText("memory");
        state.setId("state-" + variant);
        share.setId("share-" + variant);
        speedUp.setId("speed-up-" + variant);
        getStyleClass().add("column");
        setId("column-" + variant);
        getChildren().addAll(dot, name, language, speedUp, matrix, share, state, elapsed, rate, threadsTitle,
                lanesScroll,
                memoryTitle, peak, memory);
        look.subscribe(now -> dot.setFill(now.palette().hue(variant)));
    }

    /** How many lanes it wants to show, the folded line of idle threads included. */
    int wantedRows() {
        return threads.lanes().size() + (threads.idle() > 0 ? 1 : 0);
    }

    void setLaneRows(int rows) {
        int wanted = Math.max(FEWEST_ROWS, rows);
        if (wanted == laneRows)
            return;
        laneRows = wanted;
        requestLayout();
    }

    /**
     * @param span nanoseconds of the lanes' and the memory's width; 0: the run's own
     * @param features features of a point, for the rate
     */
    void show(@Nullable RaceMoment moment, @Nullable ShownRecording shown, long span, double features) {
        RunTrace run = moment == null ? null : moment.run(variant).orElse(null);
        if (moment == null || shown == null || run == null) {
            clear();
            return;
        }
        if (seen != moment.recording()) {
            seen = moment.recording();
            threads = ThreadLanes.of(moment.recording(), run);
            curve = MemoryCurve.of(moment.recording(), run);
        }
        long width = span == 0 ? run.durationNanos() : span;
        matrix.show(moment, run, shown.range());
        lanes.show(moment, run, threads, width);
        memory.show(moment, run, curve, width, shown.memoryScale());
        words(moment, run, features);
    }

    private void clear() {
        seen = null;
        threads = NO_LANES;
        curve = NO_CURVE;
        matrix.show(null, null, org.stridescope.ui.model.ValueRange.NONE);
        lanes.show(null, null, NO_LANES, 1);
        memory.show(null, null, NO_CURVE, 1, 1);
        set(share, "");
        set(state, RunState.WAITING.mark() + " " + RunState.WAITING.word());
        set(elapsed, "");
        set(rate, "");
        set(speedUp, "");
        set(peak, "");
    }

    private void words(RaceMoment moment, RunTrace run, double features) {
        RunState now = moment.state(run);
        String seconds = Figures.duration(moment.elapsed(run) / 1e9);
        set(share,
                Figures.percent(moment.share(run)) + (isNarrow() ? "" : " of tiles"));
        set(state, now.mark() + " " + now.word() + (now == RunState.DONE ? " in " + seconds : ""));
        set(elapsed, now == RunState.DONE ? "" : seconds);
        set(rate, now == RunState.FAILED
                ? run.message()
                : Figures.rate(moment.rate(run, (double) run.rows() * run.columns() * features)).replace("/s",
                        " pair-features/s"));
        set(peak, curve.samples().isEmpty() ? "" : "peak " + Figures.bytes(curve.peakResident()));
        double times = moment.speedUp(run);
        set(speedUp, Double.isFinite(times) ? Figures.times(times) : "");
    }

    private boolean isNarrow() {
        return getWidth() < 216 * look.getValue().scale();
    }

    /** Text that is the same needs no layout. */
    private void set(Label label, String text) {
        if (!text.equals(label.getText()))
            label.setText(text);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 176 * look.getValue().scale();
    }

    @Override
    protected void layoutChildren() {
        double s = look.getValue().scale();
        double pad = (getWidth() < 220 * s ? 11 : 16) * s;
        double width = getWidth() - 2 * pad;
        double top = header(pad, width, s) + 10 * s;
        double height = getHeight() - top - 14 * s;
        double words = 40 * s;
        double row = LanesPicture.rowHeight(look.getValue());
        double least = 2 * 22 * s + 12 * s + 50 * s + Math.min(laneRows, FEWEST_ROWS + 1) * row;
        double side = Math.clamp(height - words - least, 96 * s, Math.max(96 * s, width));
        if (width > 2.1 * side && width > 440 * s) {
            side = Math.min(height - words, width * 0.5);
            matrix.resizeRelocate(pad, top, side, side);
            states(pad, top + side + 6 * s, side, s);
            double left = pad + side + 24 * s;
            traces(left, top, width - side - 24 * s, height, row, s);
        } else {
            side = 2 * Math.floor(side / 2);
            matrix.resizeRelocate(pad, top, width, side);
            states(pad, top + side + 6 * s, width, s);
            traces(pad, top + side + words + 10 * s, width, height - side - words - 10 * s, row, s);
        }
    }

    private double header(double pad, double width, double s) {
        double high = Math.ceil(name.prefHeight(-1));
        double y = 13 * s;
        dot.setRadius(5 * s);
        dot.relocate(pad, y + high / 2 - 5 * s + 1);
        double right = Math.min(width, Math.ceil(speedUp.prefWidth(-1)));
        place(speedUp, pad + width - right, y, right, high);
        double x = pad + 17 * s;
        double named = Math.min(Math.ceil(name.prefWidth(-1)), width - right - 17 * s);
        place(name, x, y, named, high);
        x += named + 8 * s;
        double left = pad + width - right - 8 * s - x;
        language.setVisible(left >= 0.95 * language.prefWidth(-1));
        place(language, x, y, Math.max(0, left), high);
        return y + high;
    }

    private void states(double x, double y, double width, double s) {
        double line = 17 * s;
        double right = Math.min(width, Math.ceil(state.prefWidth(-1)));
        place(share, x, y, width - right, line);
        place(state, x + width - right, y, right, line);
        double second = Math.min(width, Math.ceil(elapsed.prefWidth(-1)));
        place(rate, x, y + line, width - second - 4 * s, line);
        place(elapsed, x + width - second, y + line, second, line);
    }

    private void traces(double x, double y, double width, double height, double row, double s) {
        double title = 20 * s;
        double rest = height - 2 * title - 10 * s;
        double lanesHigh = Math.floor(Math.min(laneRows * row, Math.max(2 * row, rest - 50 * s)) / row) * row;
        double memoryHigh = Math.clamp(rest - lanesHigh, 30 * s, 220 * s);
        place(threadsTitle, x, y, width, title - 2 * s);
        lanesScroll.resizeRelocate(x, y + title, width, lanesHigh);
        double below = y + title + lanesHigh + 10 * s;
        double right = Math.min(width, Math.ceil(peak.prefWidth(-1)));
        place(memoryTitle, x, below, width - right, title - 2 * s);
        place(peak, x + width - right, below, right, title - 2 * s);
        memory.resizeRelocate(x, below + title, width, memoryHigh);
    }

    private void place(Region child, double x, double y, double width, double height) {
        layoutInArea(child, snapPositionX(x), snapPositionY(y), Math.max(0, width), height, 0,
                javafx.geometry.HPos.LEFT,
                VPos.CENTER);
    }

    private static Label label(String styleClass) {
        Label label = new Label();
        label.getStyleClass().add(styleClass);
        label.setMinWidth(0);
        return label;
    }
}
