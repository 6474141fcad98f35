package org.stridescope.ui.view;

import java.util.List;

import javafx.beans.value.ObservableValue;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

import org.stridescope.trace.Recording;
import org.stridescope.trace.RunTrace;
import org.stridescope.ui.control.LanesPicture;
import org.stridescope.ui.control.LiveScroll;
import org.stridescope.ui.control.Look;
import org.stridescope.ui.control.MemoryPicture;
import org.stridescope.ui.model.Figures;
import org.stridescope.ui.model.MemoryCurve;
import org.stridescope.ui.model.RaceMoment;
import org.stridescope.ui.model.ShownRecording;
import org.stridescope.ui.model.ThreadLanes;

/** Threads and memory of one run, below or beside its matrix. */
final class ColumnTraces extends Region {
    private static final ThreadLanes NO_LANES = new ThreadLanes(List.of(), 0);
    private static final MemoryCurve NO_CURVE = new MemoryCurve(List.of(), 0, 0);
    private static final int FEWEST_ROWS = 4;
    private static final int LEAST_ROWS = 3;
    /** A sample that came a little later than the end may still belong to the run: 0.2 s. */
    private static final long SETTLED = 200_000_000;
    private static final double TITLE = 20;
    private static final double GAP = 10;
    private static final double LEAST_MEMORY = 66;
    private static final double MOST_MEMORY = 220;

    private final ObservableValue<Look> look;
    private final Label threadsTitle = label("section", "threads");
    private final Label memoryTitle = label("section", "memory");
    private final Label peak = label("caption", "");
    private final LanesPicture lanes;
    private final ScrollPane lanesScroll;
    private final MemoryPicture memory;
    private @Nullable Recording seen;
    private ThreadLanes threads = NO_LANES;
    private MemoryCurve curve = NO_CURVE;
    private long settled = -1;
    private int laneRows = FEWEST_ROWS;

    ColumnTraces(ObservableValue<Look> look) {
        this.look = look;
        lanes = new LanesPicture(look);
        memory = new MemoryPicture(look);
        lanesScroll = new LiveScroll(lanes);
        lanesScroll.setFitToWidth(true);
        lanesScroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        lanesScroll.getStyleClass().add("lanes-scroll");
        lanesScroll.setFocusTraversable(false);
        getChildren().addAll(threadsTitle, lanesScroll, memoryTitle, peak, memory);
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

    /** @param span nanoseconds of the lanes' and the memory's width */
    void show(RaceMoment moment, ShownRecording shown, RunTrace run, long span) {
        if (seen != moment.recording()) {
            seen = moment.recording();
            trace(moment.recording(), run);
        }
        lanes.show(moment, run, threads, span);
        memory.show(moment, run, curve, span, shown.memoryScale());
        setPeak(curve.samples().isEmpty() ? "" : "peak " + Figures.bytes(curve.peakResident()));
    }

    /** A run that was over when it was traced last is not traced again while others go on. */
    private void trace(Recording recording, RunTrace run) {
        boolean over = run.outcome() != null && recording.durationNanos() > run.endNanos() + SETTLED;
        if (over && settled == run.startNanos())
            return;
        settled = over ? run.startNanos() : -1;
        threads = ThreadLanes.of(recording, run);
        curve = MemoryCurve.of(recording, run);
    }

    void clear() {
        seen = null;
        threads = NO_LANES;
        curve = NO_CURVE;
        settled = -1;
        lanes.show(null, null, NO_LANES, 1);
        memory.show(null, null, NO_CURVE, 1, 1);
        setPeak("");
    }

    private void setPeak(String text) {
        if (!text.equals(peak.getText()))
            peak.setText(text);
    }

    /** Height for the first lanes and a memory curve that can be read. */
    double least(double width) {
        double s = look.getValue().scale();
        return (2 * TITLE + GAP + LEAST_MEMORY) * s + LEAST_ROWS * LanesPicture.rowHeight(look.getValue(), width);
    }

    @Override
    protected void layoutChildren() {
        double s = look.getValue().scale();
        double width = getWidth();
        double title = TITLE * s;
        double row = LanesPicture.rowHeight(look.getValue(), width);
        double rest = getHeight() - 2 * title - GAP * s;
        double room = Math.max(2 * row, rest - LEAST_MEMORY * s);
        double lanesHigh = Math.floor(Math.min(laneRows * row, room) / row) * row;
        double memoryHigh = Math.clamp(rest - lanesHigh, 30 * s, MOST_MEMORY * s);
        place(threadsTitle, 0, 0, width, title - 2 * s);
        lanesScroll.resizeRelocate(0, title, width, lanesHigh);
        double below = title + lanesHigh + GAP * s;
        double right = Math.min(width, Math.ceil(peak.prefWidth(-1)));
        memoryTitle.setVisible(right + memoryTitle.prefWidth(-1) <= width);
        place(memoryTitle, 0, below, width - right, title - 2 * s);
        place(peak, width - right, below, right, title - 2 * s);
        memory.resizeRelocate(0, below + title, width, memoryHigh);
    }

    private void place(Region child, double x, double y, double width, double height) {
        layoutInArea(child, snapPositionX(x), snapPositionY(y), Math.max(0, width), height, 0, HPos.LEFT, VPos.CENTER);
    }

    private static Label label(String styleClass, String text) {
        Label label = new Label(text);
        label.getStyleClass().add(styleClass);
        label.setMinWidth(0);
        return label;
    }
}
