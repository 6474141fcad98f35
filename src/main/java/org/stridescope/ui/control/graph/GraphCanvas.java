package org.stridescope.ui.control.graph;

import java.util.function.IntConsumer;

import javafx.beans.value.ObservableValue;
import javafx.scene.Cursor;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

import org.stridescope.explain.graph.GraphLayout;
import org.stridescope.ui.control.DrawnPane;
import org.stridescope.ui.control.Look;

/** A graph that can be moved, magnified and clicked. Only what is inside the pane is drawn. */
public final class GraphCanvas extends DrawnPane {
    private static final double MARGIN = 16;
    private static final double CLICK = 4;
    /** How much more one way than the other. */
    private static final double MOST_STRETCH = 2.6;

    private final IntConsumer onPick;
    private final Tooltip tip = new Tooltip();
    private final GraphPainter painter = new GraphPainter();
    private GraphScene scene = GraphScene.EMPTY;
    private boolean fitted = true;
    private double zoom = 1;
    private double stretch = 1;
    private double left;
    private double top;
    private double pressX;
    private double pressY;
    private double dragX;
    private double dragY;

    /** @param onPick told of the task that was clicked; -1 beside all */
    public GraphCanvas(ObservableValue<Look> look, IntConsumer onPick) {
        super(look);
        this.onPick = onPick;
        setId("graph-canvas");
        setOnScroll(this::scrolled);
        setOnMousePressed(this::pressed);
        setOnMouseDragged(this::dragged);
        setOnMouseReleased(this::released);
        setOnMouseMoved(this::moved);
        tip.setShowDelay(javafx.util.Duration.millis(250));
        setMinSize(80, 80);
    }

    public void show(GraphScene now) {
        if (now.layout() != scene.layout())
            fitted = true;
        scene = now;
        repaint();
    }

    /** All of the graph, as large as it gets. */
    public void fit() {
        fitted = true;
        repaint();
    }

    @Override
    protected void paint(GraphicsContext g, double width, double height, Look now) {
        if (fitted)
            fit(width, height, now.scale());
        painter.paint(g, scene, new GraphPainter.View(zoom * stretch, zoom, left, top, width, height), now);
    }

    private void fit(double width, double height, double scale) {
        GraphLayout layout = scene.layout();
        double wide = Math.max(1, layout.width());
        double high = Math.max(1, layout.height());
        zoom = Math.max(0.02, Math.min(1.5 * scale, (height - 2 * MARGIN) / high));
        double across = Math.min(1.5 * scale, (width - 2 * MARGIN) / wide);
        zoom = Math.min(zoom, Math.max(0.02, across) * MOST_STRETCH);
        stretch = Math.clamp(across / zoom, 1 / MOST_STRETCH, MOST_STRETCH);
        left = (width - wide * zoom * stretch) / 2;
        top = (height - high * zoom) / 2;
    }

    private int nodeAt(double x, double y) {
        return scene.layout().nodeAt((x - left) / (zoom * stretch), (y - top) / zoom);
    }

    private void scrolled(ScrollEvent event) {
        double factor = Math.pow(1.0025, event.getDeltaY());
        double next = Math.clamp(zoom * factor, 0.02, 6);
        left = event.getX() - (event.getX() - left) * next / zoom;
        top = event.getY() - (event.getY() - top) * next / zoom;
        zoom = next;
        fitted = false;
        repaint();
    }

    private void moved(MouseEvent event) {
        int node = nodeAt(event.getX(), event.getY());
        setCursor(node >= 0 ? Cursor.HAND : Cursor.DEFAULT);
        if (node < 0) {
            Tooltip.uninstall(this, tip);
            return;
        }
        tip.setText(scene.words(node));
        Tooltip.install(this, tip);
    }

    private void pressed(MouseEvent event) {
        requestFocus();
        pressX = event.getX();
        pressY = event.getY();
        dragX = pressX;
        dragY = pressY;
    }

    private void dragged(MouseEvent event) {
        left += event.getX() - dragX;
        top += event.getY() - dragY;
        dragX = event.getX();
        dragY = event.getY();
        fitted = false;
        repaint();
    }

    private void released(MouseEvent event) {
        if (event.getClickCount() == 2) {
            fit();
            return;
        }
        if (Math.hypot(event.getX() - pressX, event.getY() - pressY) > CLICK)
            return;
        int node = nodeAt(event.getX(), event.getY());
        onPick.accept(node < 0 ? -1 : scene.tasks(node)[0]);
    }
}
