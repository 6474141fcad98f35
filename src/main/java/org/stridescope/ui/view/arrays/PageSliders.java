package org.stridescope.ui.view.arrays;

import java.util.ArrayList;
import java.util.List;

import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;

import org.stridescope.array.Layout;
import org.stridescope.ui.model.arrays.GridGeometry;

/** One slider for each axis before the last four. */
final class PageSliders extends FlowPane {
    private final Runnable changed;
    private final List<Slider> sliders = new ArrayList<>();
    private List<Long> lengths = List.of();

    PageSliders(Runnable changed) {
        this.changed = changed;
        getStyleClass().add("page-sliders");
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    /** Sliders for this layout; their places are kept while the lengths stay the same. */
    void fit(Layout layout) {
        List<Long> wanted = new ArrayList<>();
        for (int axis = 0; axis < layout.ndim() - GridGeometry.SHOWN; axis++)
            wanted.add(layout.shape(axis));
        if (wanted.equals(lengths))
            return;
        lengths = List.copyOf(wanted);
        sliders.clear();
        getChildren().clear();
        setVisible(!lengths.isEmpty());
        for (int axis = 0; axis < lengths.size(); axis++)
            getChildren().add(slider(axis, lengths.get(axis)));
    }

    private HBox slider(int axis, long length) {
        Slider slider = new Slider(0, Math.max(0, length - 1), 0);
        slider.setId("page-" + axis);
        slider.setBlockIncrement(1);
        Label name = new Label("axis " + axis + " = 0");
        name.getStyleClass().add("mono");
        slider.valueProperty().addListener((_, before, now) -> {
            name.setText("axis " + axis + " = " + Math.round(now.doubleValue()));
            if (Math.round(before.doubleValue()) != Math.round(now.doubleValue()))
                changed.run();
        });
        sliders.add(slider);
        HBox row = new HBox(name, slider);
        row.getStyleClass().add("write-row");
        return row;
    }

    long[] page() {
        return sliders.stream().mapToLong(s -> Math.round(s.getValue())).toArray();
    }

    void forget() {
        lengths = List.of();
    }
}
