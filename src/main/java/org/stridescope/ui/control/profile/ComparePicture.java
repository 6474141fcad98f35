package org.stridescope.ui.control.profile;

import java.util.List;

import javafx.beans.InvalidationListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

import org.stridescope.export.scene.Scene;
import org.stridescope.export.scene.Shape;
import org.stridescope.export.scene.TextMeasure;
import org.stridescope.ui.control.Look;
import org.stridescope.ui.control.ink.ScenePane;
import org.stridescope.ui.model.profile.CompareModel;
import org.stridescope.ui.model.profile.CompareScene;
import org.stridescope.ui.model.timeline.Span;

/**
 * Runs one below the other on one clock, zoomed together. The wheel zooms, dragging moves where something is out of view and
 * seeks where all is in view; on the ruler it always seeks.
 */
public final class ComparePicture extends ScenePane {
    private static final double WHEEL = 1.0 / 320;

    private final CompareModel model;
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
        model.chosen().addListener(changed);
        model.window().view().addListener(changed);
        // the share that each has done is painted with it
        model.playhead().time().addListener(changed);
        model.playhead().playing().addListener(moved);
        addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
    }

    private CompareScene.Frame frame() {
        return CompareScene.Frame.of(model.window().view().get(), getWidth(), look().scale());
    }

    private void scrolled(ScrollEvent event) {
        CompareScene.Frame frame = frame();
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
    protected Scene scene(double width, double height, Look now, TextMeasure measure, double pixel) {
        return CompareScene.of(model, width, height, now.scale(), measure, pixel);
    }

    @Override
    protected List<Shape.Box> marks(double width, double height, Look now) {
        return CompareScene.marks(model, frame(), height, now.scale());
    }

    @Override
    protected void layoutOverlay(double width, double height) {
        // nothing else lies over it
    }
}
