package org.stridescope.ui.control.timeline;

import java.util.stream.Collectors;

import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;

import org.jspecify.annotations.Nullable;

import org.stridescope.ui.model.timeline.LanePlan;
import org.stridescope.ui.model.timeline.LaneRow;
import org.stridescope.ui.model.timeline.Plot;
import org.stridescope.ui.model.timeline.Span;
import org.stridescope.ui.model.timeline.TimelineModel;
import org.stridescope.ui.model.timeline.TimelineModel.Tool;

/**
 * The mouse on a timeline. The wheel zooms where the pointer is; with shift, or sideways, it moves in time; over the names it
 * scrolls the lanes. Dragging across lanes brushes, moves or measures, as the tool is; with the middle button it moves, with
 * shift it measures. On the ruler it moves the playhead. A click on a name chooses the thread; on a pool's, opens it.
 */
final class TimelineHands {
    private static final double WHEEL = 1.0 / 320;
    private static final double CLICK = 4;

    /** What the hand that is down does. */
    private enum Grip {
        NONE, SEEK, BRUSH, PAN, MEASURE
    }

    private final TimelinePicture picture;
    private final TimelineModel model;
    private Grip grip = Grip.NONE;
    private double downX;
    private double lastX;
    private long downTime;

    TimelineHands(TimelinePicture picture, TimelineModel model) {
        this.picture = picture;
        this.model = model;
    }

    void attach() {
        picture.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        picture.addEventHandler(ZoomEvent.ZOOM,
                event -> model.window().zoom(event.getZoomFactor(), picture.plot().share(event.getX())));
        picture.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        picture.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        picture.addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
        picture.addEventHandler(MouseEvent.MOUSE_MOVED, this::pointed);
        picture.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> picture.point(null, 0, 0));
    }

    private void scrolled(ScrollEvent event) {
        if (model.data().get() == null)
            return;
        Plot plot = picture.plot();
        if (event.getX() < plot.left()) {
            picture.scrollBy(-event.getDeltaY());
        } else if (Math.abs(event.getDeltaX()) > Math.abs(event.getDeltaY())) {
            model.window().pan(-event.getDeltaX() / plot.width());
        } else if (event.isShiftDown()) {
            model.window().pan(-event.getDeltaY() / plot.width());
        } else {
            model.window().zoom(Math.exp(event.getDeltaY() * WHEEL), plot.share(event.getX()));
        }
        event.consume();
    }

    private void pressed(MouseEvent event) {
        picture.requestFocus();
        Plot plot = picture.plot();
        downX = event.getX();
        lastX = downX;
        downTime = plot.timeAt(downX);
        grip = gripFor(event, plot);
        if (grip == Grip.SEEK)
            seek(event.getX());
        if (grip == Grip.PAN)
            picture.setCursor(Cursor.CLOSED_HAND);
    }

    private Grip gripFor(MouseEvent event, Plot plot) {
        if (model.data().get() == null || event.getX() < plot.left())
            return Grip.NONE;
        if (event.getButton() == MouseButton.MIDDLE)
            return Grip.PAN;
        if (event.getButton() != MouseButton.PRIMARY)
            return Grip.NONE;
        if (event.getY() < plot.top())
            return Grip.SEEK;
        if (event.isShiftDown())
            return Grip.MEASURE;
        return switch (model.tool().get()) {
            case BRUSH -> Grip.BRUSH;
            case PAN -> Grip.PAN;
            case MEASURE -> Grip.MEASURE;
        };
    }

    private void dragged(MouseEvent event) {
        Plot plot = picture.plot();
        switch (grip) {
            case SEEK -> seek(event.getX());
            case PAN -> model.window().pan((lastX - event.getX()) / plot.width());
            case BRUSH, MEASURE -> picture.drag(Span.between(downTime, plot.timeAt(event.getX())));
            case NONE -> {
                return;
            }
        }
        lastX = event.getX();
        picture.point(null, 0, 0);
    }

    private void released(MouseEvent event) {
        Plot plot = picture.plot();
        boolean click = Math.abs(event.getX() - downX) < CLICK;
        Span span = Span.between(downTime, plot.timeAt(event.getX()));
        Grip was = grip;
        grip = Grip.NONE;
        picture.drag(null);
        picture.setCursor(Cursor.DEFAULT);
        if (event.getX() < plot.left() && downX < plot.left())
            choose(picture.rowAt(event.getY()), event.isShortcutDown());
        else if (was != Grip.NONE && was != Grip.SEEK && click)
            clicked(event, plot);
        else if (was == Grip.BRUSH)
            model.brush(span);
        else if (was == Grip.MEASURE)
            model.measure(span);
    }

    private void clicked(MouseEvent event, Plot plot) {
        if (event.getClickCount() == 2)
            model.toggleMarker(plot.timeAt(event.getX()));
        else if (model.tool().get() == Tool.MEASURE)
            model.clearMeasure();
        else
            seek(event.getX());
    }

    private void choose(@Nullable LaneRow row, boolean too) {
        switch (row) {
            case LaneRow.Pool pool when too -> model.choose(
                    pool.group().threads().stream().map(lane -> lane.thread().thread()).collect(Collectors.toSet()));
            case LaneRow.Pool pool -> model.toggle(pool.group().pool());
            case LaneRow.Idle _ -> model.toggle(LanePlan.IDLE);
            case LaneRow.Thread thread when too -> model.chooseToo(thread.lane().thread().thread());
            case LaneRow.Thread thread -> model.choose(thread.lane().thread().thread());
            case null, default -> {
            }
        }
    }

    private void seek(double x) {
        model.playhead().pause();
        model.playhead().seek(picture.plot().timeAt(x));
    }

    private void pointed(MouseEvent event) {
        picture.setCursor(event.getX() < picture.plot().left() ? Cursor.HAND : Cursor.DEFAULT);
        picture.point(picture.rowAt(event.getY()), event.getX(), event.getY());
    }
}
