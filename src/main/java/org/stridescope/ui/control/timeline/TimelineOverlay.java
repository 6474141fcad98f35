package org.stridescope.ui.control.timeline;

import java.util.List;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;

import org.jspecify.annotations.Nullable;

import org.stridescope.ui.control.Look;
import org.stridescope.ui.model.Figures;
import org.stridescope.ui.model.timeline.LaneRow;
import org.stridescope.ui.model.timeline.Measurement;
import org.stridescope.ui.model.timeline.Plot;
import org.stridescope.ui.model.timeline.Readings;
import org.stridescope.ui.model.timeline.Span;
import org.stridescope.ui.model.timeline.TimelineData;
import org.stridescope.ui.model.timeline.TimelineModel;

/** Words over the lanes: what was measured, and the values at the pointer. */
final class TimelineOverlay extends Pane {
    private final TimelineModel model;
    private final Rectangle pointer = new Rectangle();
    private final Label measured = new Label();
    private final VBox reading = new VBox();
    private @Nullable Span dragged;
    private double pointerX;
    private double pointerY;

    TimelineOverlay(TimelineModel model) {
        this.model = model;
        setManaged(false);
        setMouseTransparent(true);
        measured.getStyleClass().add("measured");
        measured.setId("measured");
        measured.setAlignment(Pos.CENTER);
        reading.getStyleClass().add("reading");
        reading.setId("reading");
        reading.setVisible(false);
        getChildren().addAll(pointer, measured, reading);
        getChildren().forEach(child -> child.setManaged(false));
        setClip(new Rectangle());
    }

    void drag(@Nullable Span span) {
        dragged = span;
    }

    void hideReading() {
        reading.setVisible(false);
    }

    void read(TimelineData data, LaneRow row, Plot plot, double x, double y) {
        pointerX = x;
        pointerY = y;
        long nanos = plot.timeAt(x);
        List<String> lines = new Readings(data, plot.view()).at(row, nanos);
        reading.getChildren().clear();
        for (int i = 0; i < lines.size(); i++) {
            Label line = new Label(lines.get(i));
            line.getStyleClass().add(i == 0 ? "strong" : "caption");
            reading.getChildren().add(line);
        }
        Label at = new Label("t = " + Figures.clock(nanos, plot.view().length()));
        at.getStyleClass().addAll("caption", "mono");
        reading.getChildren().add(at);
        reading.setVisible(true);
    }

    void place(Plot plot, Look look) {
        if (getClip() instanceof Rectangle clip) {
            clip.setWidth(getWidth());
            clip.setHeight(getHeight());
        }
        double bottom = plot.top() + plot.height();
        placeMeasure(plot, look, bottom);
        placeReading(plot, look, bottom);
    }

    private void placeMeasure(Plot plot, Look look, double bottom) {
        boolean dragging = dragged != null && model.tool().get() == TimelineModel.Tool.MEASURE;
        Span span = dragging ? dragged : model.measured().get();
        TimelineData data = model.data().get();
        boolean shown = span != null && data != null;
        measured.setVisible(shown);
        if (span == null || data == null)
            return;
        double left = Math.clamp(plot.x(span.from()), plot.left(), plot.right());
        double right = Math.clamp(plot.x(span.to()), plot.left(), plot.right());
        measured.setText(String.join("  \u00b7  ", Measurement.of(data, span)));
        measured.autosize();
        double wide = measured.getWidth();
        measured.relocate(
                Math.clamp((left + right - wide) / 2, plot.left(), Math.max(plot.left(), plot.right() - wide)),
                bottom - measured.getHeight() - 8 * look.scale());
    }

    private void placeReading(Plot plot, Look look, double bottom) {
        pointer.setVisible(reading.isVisible());
        pointer.setFill(look.palette().muted());
        box(pointer, pointerX, plot.top(), 1, bottom);
        if (!reading.isVisible())
            return;
        reading.autosize();
        double wide = reading.getWidth();
        double high = reading.getHeight();
        double gap = 14 * look.scale();
        double x = pointerX + gap + wide > getWidth() ? pointerX - gap - wide : pointerX + gap;
        reading.relocate(Math.max(0, x), Math.clamp(pointerY + gap, 0, Math.max(0, getHeight() - high)));
    }

    private static void box(Rectangle box, double x, double y, double width, double bottom) {
        box.setX(x);
        box.setY(y);
        box.setWidth(Math.max(0, width));
        box.setHeight(Math.max(0, bottom - y));
    }

    @Override
    protected void layoutChildren() {
        measured.setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    }
}
