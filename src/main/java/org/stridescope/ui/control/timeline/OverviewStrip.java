package org.stridescope.ui.control.timeline;

import java.util.List;

import javafx.beans.InvalidationListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;

import org.stridescope.export.scene.Face;
import org.stridescope.export.scene.Ink;
import org.stridescope.export.scene.Role;
import org.stridescope.export.scene.Scene;
import org.stridescope.export.scene.SceneBrush;
import org.stridescope.export.scene.Shape;
import org.stridescope.export.scene.Shape.Anchor;
import org.stridescope.export.scene.TextMeasure;
import org.stridescope.ui.control.Look;
import org.stridescope.ui.control.ink.ScenePane;
import org.stridescope.ui.model.timeline.Columns;
import org.stridescope.ui.model.timeline.Plot;
import org.stridescope.ui.model.timeline.Shades;
import org.stridescope.ui.model.timeline.Span;
import org.stridescope.ui.model.timeline.ThreadGroup;
import org.stridescope.ui.model.timeline.ThreadKind;
import org.stridescope.ui.model.timeline.TimelineData;
import org.stridescope.ui.model.timeline.TimelineModel;

/**
 * All of the recording in one strip: how many processors were busy, what of it is in view, and the playhead, which the mouse
 * drags.
 */
public final class OverviewStrip extends ScenePane {
    private static final double HEIGHT = 34;

    private final TimelineModel model;
    private final Rectangle left = new Rectangle();
    private final Rectangle right = new Rectangle();
    private final Rectangle frame = new Rectangle();
    private final Rectangle playhead = new Rectangle();
    private final InvalidationListener changed = _ -> repaint();
    private final InvalidationListener moved = _ -> moveOverlay();

    public OverviewStrip(TimelineModel model, ObservableValue<Look> look) {
        super(look);
        this.model = model;
        setId("strips");
        getStyleClass().add("strips");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        setAccessibleText("time of the replay");
        for (Rectangle part : List.of(left, right, frame, playhead)) {
            part.setManaged(false);
            part.setMouseTransparent(true);
            getChildren().add(part);
        }
        model.data().addListener(changed);
        model.window().view().addListener(moved);
        model.playhead().time().addListener(moved);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::seek);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::seek);
    }

    private void seek(MouseEvent event) {
        requestFocus();
        if (event.getButton() != MouseButton.PRIMARY || model.data().get() == null)
            return;
        long nanos = plot(getWidth(), getHeight()).timeAt(event.getX());
        model.playhead().pause();
        model.playhead().seek(nanos);
        model.window().reveal(nanos);
    }

    private Plot plot(double width, double height) {
        Plot aligned = Plot.of(new Span(0, model.window().length()), width, height, look().scale());
        return new Plot(aligned.view(), aligned.left(), aligned.width(), 0, height);
    }

    @Override
    protected double computePrefHeight(double width) {
        return HEIGHT * look().scale();
    }

    @Override
    protected Scene scene(double width, double height, Look now, TextMeasure measure, double pixel) {
        SceneBrush brush = new SceneBrush(measure, pixel);
        TimelineData data = model.data().get();
        if (data != null)
            busy(brush, data, plot(width, height), height, now.scale());
        return brush.scene("all of the recording", width, height);
    }

    private static void busy(SceneBrush ink, TimelineData data, Plot plot, double height, double s) {
        int n = (int) Math.max(1, Math.round(plot.width() / ink.pixel()));
        Columns one = new Columns(n);
        float[] sum = new float[n];
        float most = 1;
        for (ThreadGroup group : data.groups()) {
            if (group.kind() == ThreadKind.OWN)
                continue;
            group.utilisation().columns(plot.view(), one);
            for (int i = 0; i < n; i++) {
                sum[i] += one.isEmpty(i) ? 0 : one.mean(i) * group.threads().size();
                most = Math.max(most, sum[i]);
            }
        }
        for (int i = 0; i < n; i++)
            sum[i] *= (float) (height * 0.95 / most);
        ink.rect(plot.left(), 0, plot.width(), height, Ink.of(Role.RAISED));
        ink.bars(plot.left(), height, plot.width() / n, new float[n], sum,
                new Shades(data.runs(), plot, n).of(ThreadKind.WORKER));
        ink.text("all", 12 * s, height / 2, plot.left() - 20 * s, Face.WORDS, 12 * s, Ink.of(Role.MUTED),
                Anchor.START);
    }

    @Override
    protected List<Shape.Box> marks(double width, double height, Look now) {
        return List.of();
    }

    @Override
    protected void layoutOverlay(double width, double height) {
        Plot plot = plot(width, height);
        Look now = look();
        Span view = model.window().view().get();
        boolean all = model.window().isAll() || model.data().get() == null;
        Color veil = now.palette().background().deriveColor(0, 1, 1, 0.68);
        double from = plot.x(view.from());
        double to = plot.x(view.to());
        put(left, plot.left(), 0, from - plot.left(), height, veil, !all);
        put(right, to, 0, plot.right() - to, height, veil, !all);
        put(frame, from + 0.5, 0.5, Math.max(2, to - from - 1), height - 1, Color.TRANSPARENT, !all);
        frame.setStroke(now.palette().accent());
        put(playhead, Math.round(plot.x(model.playhead().time().get())) - now.line(), 0, 2 * now.line(), height,
                now.palette().text(), model.data().get() != null && !model.playhead().following().get());
    }

    private static void put(Rectangle box, double x, double y, double width, double height, Color fill,
            boolean visible) {
        box.setX(x);
        box.setY(y);
        box.setWidth(Math.max(0, width));
        box.setHeight(Math.max(0, height));
        box.setFill(fill);
        box.setVisible(visible);
    }
}
