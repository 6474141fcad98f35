package org.stridescope.ui.control;

import javafx.beans.InvalidationListener;
import javafx.beans.value.ObservableValue;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

/** A region that paints itself on a canvas of its size, at most once a frame however often it is asked. */
public abstract class DrawnPane extends Region {
    private final Canvas canvas = new Canvas();
    private final ObservableValue<Look> look;
    private @Nullable Look painted;
    private final javafx.beans.value.ChangeListener<Look> onLook = (_, _, _) -> lookChanged();

    protected DrawnPane(ObservableValue<Look> look) {
        this.look = look;
        canvas.setManaged(false);
        getChildren().add(canvas);
        look.addListener(new WeakChangeListener<>(onLook));
        InvalidationListener resized = _ -> repaint();
        widthProperty().addListener(resized);
        heightProperty().addListener(resized);
    }

    /** Paints everything; the canvas is clear. */
    protected abstract void paint(GraphicsContext g, double width, double height, Look now);

    /**
     * Paints what has come since the pane was painted last, over what is there; size and look are as they were then.
     *
     * @return false where that does not do: all is painted anew
     */
    protected boolean paintNew(GraphicsContext g, double width, double height, Look now) {
        return false;
    }

    protected final Look look() {
        return look.getValue();
    }

    protected final void repaint() {
        setNeedsLayout(true);
    }

    private void lookChanged() {
        requestLayout();
    }

    @Override
    protected final void layoutChildren() {
        double width = Math.max(0, getWidth() - snappedLeftInset() - snappedRightInset());
        double height = Math.max(0, getHeight() - snappedTopInset() - snappedBottomInset());
        canvas.relocate(snappedLeftInset(), snappedTopInset());
        Look now = look();
        boolean sameGround = now.equals(painted) && canvas.getWidth() == width && canvas.getHeight() == height;
        GraphicsContext g = canvas.getGraphicsContext2D();
        if (sameGround && paintNew(g, width, height, now))
            return;
        canvas.setWidth(width);
        canvas.setHeight(height);
        painted = now;
        // what ends within a pixel would be half cleared there
        g.clearRect(0, 0, Math.ceil(width), Math.ceil(height));
        if (width > 0 && height > 0)
            paint(g, width, height, now);
    }
}
