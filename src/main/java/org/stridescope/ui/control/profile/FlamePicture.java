package org.stridescope.ui.control.profile;

import java.util.List;

import javafx.beans.InvalidationListener;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

import org.jspecify.annotations.Nullable;

import org.stridescope.export.scene.Scene;
import org.stridescope.export.scene.Shape;
import org.stridescope.export.scene.TextMeasure;
import org.stridescope.ui.control.Look;
import org.stridescope.ui.control.ink.ScenePane;
import org.stridescope.ui.model.profile.FlameBox;
import org.stridescope.ui.model.profile.FlameModel;
import org.stridescope.ui.model.profile.FlameScene;

/** A flame graph hanging from its root: a click fills the width with a function, on the root's row goes back to all. */
public final class FlamePicture extends ScenePane {
    private static final double ROW = FlameScene.ROW;
    private static final double MARGIN = FlameScene.MARGIN;

    private final FlameModel model;
    private final ScrollBar scroll = new ScrollBar();
    private final InvalidationListener changed = _ -> repaint();

    public FlamePicture(FlameModel model, ObservableValue<Look> look) {
        super(look);
        this.model = model;
        setId("flame");
        getStyleClass().add("timeline");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.NODE);
        setMinSize(0, 0);
        scroll.setOrientation(Orientation.VERTICAL);
        scroll.setManaged(false);
        scroll.valueProperty().addListener(changed);
        getChildren().add(scroll);
        model.zoomed().addListener(changed);
        model.chosen().addListener(changed);
        model.search().addListener(changed);
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        addEventHandler(MouseEvent.MOUSE_MOVED, event -> {
            FlameBox box = boxAt(event.getX(), event.getY());
            setCursor(box == null ? Cursor.DEFAULT : Cursor.HAND);
            model.chosen().set(box);
        });
        addEventHandler(ScrollEvent.SCROLL,
                event -> scroll.setValue(Math.clamp(scroll.getValue() - event.getDeltaY(), 0, scroll.getMax())));
    }

    private void clicked(MouseEvent event) {
        requestFocus();
        FlameBox box = boxAt(event.getX(), event.getY());
        if (event.getButton() != MouseButton.PRIMARY)
            model.zoomOut();
        else if (box != null)
            model.zoom(box);
    }

    private @Nullable FlameBox boxAt(double x, double y) {
        FlameBox all = model.root().get();
        FlameBox shown = model.zoomed().get();
        if (all == null || shown == null)
            return null;
        double s = look().scale();
        int depth = (int) Math.floor((y - 8 * s + scroll.getValue()) / (ROW * s));
        double across = (x - MARGIN * s) / Math.max(1, getWidth() - 2 * MARGIN * s);
        if (y < 8 * s || across < 0 || across >= 1)
            return null;
        return all.at(depth, shown.from() + across * shown.share());
    }

    @Override
    protected Scene scene(double width, double height, Look now, TextMeasure measure, double pixel) {
        FlameBox all = model.root().get();
        FlameBox shown = model.zoomed().get();
        if (all == null || shown == null)
            return new Scene("no flame graph", width, height, List.of());
        return FlameScene.of(
                new FlameScene.Shown(all, shown, model.chosen().get(), model.search().get(), scroll.getValue()), width,
                height, now.scale(), measure, pixel);
    }

    @Override
    protected List<Shape.Box> marks(double width, double height, Look now) {
        return List.of();
    }

    /** Height at which all levels can be seen. */
    public double wholeHeight() {
        FlameBox all = model.root().get();
        return all == null ? 0 : FlameScene.wholeHeight(all, look().scale());
    }

    @Override
    protected void layoutOverlay(double width, double height) {
        double most = Math.max(0, wholeHeight() - height);
        scroll.setVisible(most > 0);
        scroll.setMax(most);
        scroll.setVisibleAmount(most == 0 ? 1 : most * height / (most + height));
        scroll.setUnitIncrement(ROW * look().scale());
        scroll.setBlockIncrement(height * 0.8);
        if (scroll.getValue() > most)
            scroll.setValue(most);
        double wide = 12 * look().scale();
        scroll.resizeRelocate(width - wide, 0, wide, height);
    }
}
