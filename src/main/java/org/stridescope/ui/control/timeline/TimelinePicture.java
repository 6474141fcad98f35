package org.stridescope.ui.control.timeline;

import java.util.List;

import javafx.beans.InvalidationListener;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.collections.SetChangeListener;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ScrollBar;

import org.jspecify.annotations.Nullable;

import org.stridescope.export.scene.Scene;
import org.stridescope.export.scene.Shape;
import org.stridescope.export.scene.TextMeasure;
import org.stridescope.ui.control.Look;
import org.stridescope.ui.control.ink.ScenePane;
import org.stridescope.ui.model.timeline.LanePlan;
import org.stridescope.ui.model.timeline.LaneRow;
import org.stridescope.ui.model.timeline.Marker;
import org.stridescope.ui.model.timeline.Plot;
import org.stridescope.ui.model.timeline.Span;
import org.stridescope.ui.model.timeline.TimelineData;
import org.stridescope.ui.model.timeline.TimelineMarks;
import org.stridescope.ui.model.timeline.TimelineModel;
import org.stridescope.ui.model.timeline.TimelineScene;

/** Lanes of a recording over time. The picture is painted when the view changes; what moves with the hand lies over it. */
public final class TimelinePicture extends ScenePane {
    /** As near as a hand hits, and a letter of a marker's name, pixels of a desk. */
    private static final double HIT = 6;
    private static final double LETTER = 6.2;

    private final TimelineModel model;
    private final TimelineOverlay overlay;
    private @Nullable Span dragged;
    private final ScrollBar scroll = new ScrollBar();
    // held, as the model's properties must not hold the picture
    private final InvalidationListener changed = _ -> repaint();
    private final InvalidationListener moved = _ -> moveOverlay();
    private final ListChangeListener<Marker> marked = _ -> repaint();
    private final SetChangeListener<Integer> chosen = _ -> repaint();

    public TimelinePicture(TimelineModel model, ObservableValue<Look> look) {
        super(look);
        this.model = model;
        overlay = new TimelineOverlay(model);
        scroll.setOrientation(Orientation.VERTICAL);
        scroll.setManaged(false);
        scroll.valueProperty().addListener(changed);
        getChildren().addAll(overlay, scroll);
        getStyleClass().add("timeline");
        setId("timeline");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.NODE);
        setMinSize(0, 0);
        model.window().view().addListener(changed);
        model.plan().addListener(changed);
        model.data().addListener(changed);
        model.markers().addListener(marked);
        model.chosen().addListener(chosen);
        model.brush().addListener(moved);
        model.measured().addListener(moved);
        model.playhead().time().addListener(moved);
        model.playhead().playing().addListener(moved);
        new TimelineHands(this, model).attach();
    }

    Plot plot() {
        return Plot.of(model.window().view().get(), Math.floor(getWidth()), Math.floor(getHeight()), look().scale());
    }

    /** The marker whose line or name is at a place; null for none. */
    public @Nullable Marker markerAt(double x, double y) {
        Plot plot = plot();
        double s = look().scale();
        for (Marker marker : model.markers().reversed()) {
            double line = plot.x(marker.nanos());
            double name = y < plot.top() ? (12 + LETTER * marker.name().length()) * s : HIT * s;
            if (x >= Math.min(line, plot.right() - name) - HIT * s && x <= line + name)
                return marker;
        }
        return null;
    }

    /** The row at a height of the pane; null where there is none. */
    @Nullable
    LaneRow rowAt(double y) {
        LanePlan plan = model.plan().get();
        Plot plot = plot();
        if (plan == null || y < plot.top())
            return null;
        int row = plan.rowAt((y - plot.top()) / plot.unit(plan, look().scale()) + scroll.getValue());
        return row < 0 ? null : plan.rows().get(row);
    }

    void scrollBy(double pixels) {
        scroll.setValue(Math.clamp(scroll.getValue() + pixels / look().scale(), 0, scroll.getMax()));
    }

    /** Shows the values at a place; null hides them. */
    void point(@Nullable LaneRow row, double x, double y) {
        TimelineData data = model.data().get();
        if (row == null || data == null || x < plot().left() || x > plot().right())
            overlay.hideReading();
        else
            overlay.read(data, row, plot(), x, y);
        moveOverlay();
    }

    /** A stretch that is being dragged out. */
    void drag(@Nullable Span span) {
        dragged = span;
        overlay.drag(span);
        moveOverlay();
    }

    @Override
    protected Scene scene(double width, double height, Look now, TextMeasure measure, double pixel) {
        TimelineData data = model.data().get();
        LanePlan plan = model.plan().get();
        if (data == null || plan == null)
            return new Scene("no timeline", width, height, List.of());
        Plot plot = Plot.of(model.window().view().get(), width, height, now.scale());
        return TimelineScene.of(
                new TimelineScene.Shown(data, plan, model.markers(), model.chosen(), scroll.getValue()), plot, width,
                now.scale(), measure, pixel);
    }

    @Override
    protected List<Shape.Box> marks(double width, double height, Look now) {
        if (model.data().get() == null)
            return List.of();
        boolean measuring = model.tool().get() == TimelineModel.Tool.MEASURE;
        Span drag = dragged;
        return new TimelineMarks(model.playhead().following().get() ? -1 : model.playhead().time().get(),
                model.playhead().playing().get(), drag != null && !measuring ? drag : model.brush().get(),
                drag != null && measuring ? drag : model.measured().get(), model.markers()).boxes(plot(), now.scale());
    }

    /** Height at which all rows can be seen. */
    public double wholeHeight() {
        LanePlan plan = model.plan().get();
        return plot().top() + (plan == null ? 0 : plan.height() * look().scale());
    }

    @Override
    protected void layoutOverlay(double width, double height) {
        LanePlan plan = model.plan().get();
        double room = plot().height() / look().scale();
        double most = plan == null ? 0 : Math.max(0, plan.height() - room);
        scroll.setVisible(most > 0);
        scroll.setMax(most);
        scroll.setVisibleAmount(most == 0 ? 1 : most * room / (most + room));
        scroll.setUnitIncrement(30);
        scroll.setBlockIncrement(room * 0.8);
        if (scroll.getValue() > most)
            scroll.setValue(most);
        double wide = 12 * look().scale();
        scroll.resizeRelocate(width - wide, plot().top(), wide, Math.max(0, height - plot().top()));
        overlay.resizeRelocate(0, 0, width, height);
        overlay.place(plot(), look());
    }
}
