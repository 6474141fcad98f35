package org.stridescope.ui.control.profile;

import javafx.beans.InvalidationListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.shape.Rectangle;

import org.stridescope.ui.control.Look;
import org.stridescope.ui.control.ink.Ink;
import org.stridescope.ui.control.ink.InkPane;
import org.stridescope.ui.model.profile.CompareModel;
import org.stridescope.ui.model.timeline.Span;

/**
 * Runs one below the other on one clock, zoomed together. The wheel zooms, dragging moves where something is out of view and
 * seeks where all is in view; on the ruler it always seeks.
 */
public final class ComparePicture extends InkPane {
    private static final double WHEEL = 1.0 / 320;

    private final CompareModel model;
    private final Rectangle playhead = new Rectangle();
    private final Rectangle future = new Rectangle();
    private final InvalidationListener changed = _ -> repaint();
    private final InvalidationListener moved = _ -> moveOverlay();
    private boolean pans;
    private double lastX;

    public ComparePicture(CompareModel model, ObservableValue<Look> look) {
        super(look);
        this.model = model;
        setId("compare");
        getStyleClass().add("timeline");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.NODE);
        setMinSize(0, 0);
        for (Rectangle part : new Rectangle[]{future, playhead}) {
            part.setManaged(false);
            part.setMouseTransparent(true);
            getChildren().add(part);
        }
        model.chosen().addListener(changed);
        model.window().view().addListener(changed);
        // the share that each has done is painted with it
        model.playhead().time().addListener(changed);
        model.playhead().playing().addListener(moved);
        addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
    }

    private ComparePainter.Frame frame() {
        return ComparePainter.Frame.of(model.window().view().get(), getWidth(), look());
    }

    private void scrolled(ScrollEvent event) {
        ComparePainter.Frame frame = frame();
        if (event.isShiftDown() || Math.abs(event.getDeltaX()) > Math.abs(event.getDeltaY()))
            model.window().pan(-(event.getDeltaX() + event.getDeltaY()) / frame.width());
        else
            model.window().zoom(Math.exp(event.getDeltaY() * WHEEL), frame.share(event.getX()));
        event.consume();
    }

    private void pressed(MouseEvent event) {
        requestFocus();
        lastX = event.getX();
        pans = !model.window().isAll() && event.getY() > frame().top() || event.getButton() == MouseButton.MIDDLE;
        if (!pans)
            seek(event.getX());
    }

    private void dragged(MouseEvent event) {
        if (pans)
            model.window().pan((lastX - event.getX()) / frame().width());
        else
            seek(event.getX());
        lastX = event.getX();
    }

    private void seek(double x) {
        Span view = model.window().view().get();
        model.playhead().pause();
        model.playhead().seek(view.at(frame().share(x)));
    }

    @Override
    public void paint(Ink ink, double width, double height, Look now) {
        new ComparePainter(ink, now, model, ComparePainter.Frame.of(model.window().view().get(), width, now), height)
                .paint();
    }

    @Override
    protected void layoutOverlay(double width, double height) {
        ComparePainter.Frame frame = frame();
        Look now = look();
        double x = frame.x(model.playhead().time().get());
        boolean inView = !model.chosen().get().isEmpty() && x >= frame.left() - 1
                && x <= frame.left() + frame.width() + 1;
        playhead.setVisible(inView);
        playhead.setFill(now.palette().text());
        box(playhead, Math.round(x) - now.line(), frame.top() - 6 * now.scale(), 2 * now.line(), height);
        double from = Math.max(frame.left(), x);
        future.setVisible(
                !model.chosen().get().isEmpty() && model.playhead().time().get() < model.playhead().length().get());
        future.setFill(now.palette().background().deriveColor(0, 1, 1, 0.6));
        box(future, from, frame.top(), frame.left() + frame.width() - from, height);
    }

    private static void box(Rectangle box, double x, double y, double width, double bottom) {
        box.setX(x);
        box.setY(y);
        box.setWidth(Math.max(0, width));
        box.setHeight(Math.max(0, bottom - y));
    }
}
