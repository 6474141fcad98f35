package org.stridescope.ui.control.arrays;

import java.util.BitSet;
import java.util.function.LongConsumer;

import javafx.beans.value.ObservableValue;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;

import org.stridescope.ui.control.DrawnPane;
import org.stridescope.ui.control.Look;

/**
 * The steps of a walk as a strip: strong where a cache line is fetched, pale where the item was there already, dimmed where
 * the walk has not come yet. Long walks are shown a page at a time, the page with the playhead.
 */
public final class WalkStrip extends DrawnPane {
    private static final double STEP = 8;
    private BitSet misses = new BitSet();
    private int steps;
    private int visited;
    private boolean wasteful;

    /** {@code seek} is called with the step under the mouse when it is pressed or dragged. */
    public WalkStrip(ObservableValue<Look> look, LongConsumer seek) {
        super(look);
        setOnMousePressed(event -> seek.accept(stepAt(event)));
        setOnMouseDragged(event -> seek.accept(stepAt(event)));
    }

    /** {@code newVisited} of {@code newSteps} steps are done; wasteful walks are red. */
    public void show(BitSet newMisses, int newSteps, int newVisited, boolean newWasteful) {
        misses = newMisses;
        steps = newSteps;
        visited = newVisited;
        wasteful = newWasteful;
        repaint();
    }

    private double stepWidth(double width) {
        double least = STEP * look().scale();
        return steps * least <= width ? Math.min(width / Math.max(1, steps), 34 * look().scale()) : least;
    }

    private int perPage(double width) {
        return Math.max(1, (int) (width / stepWidth(width)));
    }

    private int pageStart(double width) {
        int head = Math.max(0, Math.min(steps, visited) - 1);
        return head / perPage(width) * perPage(width);
    }

    private long stepAt(MouseEvent event) {
        return Math.clamp(pageStart(getWidth()) + (long) (event.getX() / stepWidth(getWidth())) + 1, 0, steps);
    }

    @Override
    protected double computePrefHeight(double width) {
        return 30 * look().scale();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void paint(GraphicsContext g, double width, double height, Look now) {
        double step = stepWidth(width);
        int from = pageStart(width);
        int to = Math.min(steps, from + perPage(width));
        Color strong = wasteful ? now.palette().danger() : now.palette().hue(2);
        Color ground = now.palette().background();
        for (int i = from; i < to; i++) {
            boolean done = i < visited;
            double share = misses.get(i) ? done ? 1 : 0.42 : done ? 0.3 : 0.13;
            g.setFill(ground.interpolate(strong, share));
            g.fillRect((i - from) * step, 0, step - Math.max(1, step * 0.08), height);
        }
        if (visited > from && visited <= to) {
            double x = (visited - from - 1) * step;
            g.setStroke(now.palette().text());
            g.setLineWidth(2 * now.line());
            g.strokeRect(x, 1, step - 1, height - 2);
        }
    }
}
