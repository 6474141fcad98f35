package org.stridescope.ui.view.profile;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyEvent;

import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

import org.stridescope.export.scene.Scene;
import org.stridescope.trace.Recording;
import org.stridescope.ui.control.Look;
import org.stridescope.ui.control.timeline.TimelinePicture;
import org.stridescope.ui.model.profile.PaneScenes;
import org.stridescope.ui.model.timeline.Marker;
import org.stridescope.ui.model.timeline.Measurement;
import org.stridescope.ui.model.timeline.Span;
import org.stridescope.ui.model.timeline.TimelineData;
import org.stridescope.ui.model.timeline.TimelineModel;
import org.stridescope.ui.model.timeline.TimelineModel.Tool;

/** Threads, memory, tasks and collections over time. */
final class TimelinePane implements ProfilePane {
    private static final double STEP = 1.6;
    private static final double MIDDLE = 0.5;

    private final TimelineModel model;
    private final TimelinePicture picture;
    private final List<Node> tools;

    TimelinePane(TimelineModel model, MarkerMenu markers, ObservableValue<Look> look) {
        this.model = model;
        picture = new TimelinePicture(model, look);
        picture.setOnContextMenuRequested(event -> {
            Marker marker = picture.markerAt(event.getX(), event.getY());
            if (marker != null)
                markers.show(marker, picture, event.getScreenX(), event.getScreenY());
        });
        Choices<Tool> choices = new Choices<>(List.of(Tool.values()), model.tool(),
                tool -> tool == Tool.BRUSH ? "Brush" : tool == Tool.PAN ? "Pan" : "Measure",
                tool -> "tool-" + tool.name().toLowerCase(Locale.ROOT))
                .tip(Tool.BRUSH, "Drag over a stretch of time: every pane then shows that alone (B)")
                .tip(Tool.PAN, "Drag to move in time (H); the middle button always does")
                .tip(Tool.MEASURE, "Drag between two points (R); shift and drag always does");
        Button less = Buttons.of("zoom-out", "", MaterialDesignM.MAGNIFY_MINUS_OUTLINE, "See more time (minus)", look,
                () -> model.window().zoom(1 / STEP, MIDDLE));
        Button more = Buttons.of("zoom-in", "", MaterialDesignM.MAGNIFY_PLUS_OUTLINE,
                "See less time (plus); the wheel zooms where the pointer is", look,
                () -> model.window().zoom(STEP, MIDDLE));
        Button all = Buttons.of("zoom-all", "", MaterialDesignF.FIT_TO_PAGE_OUTLINE, "All of the recording (0)", look,
                model.window()::all);
        tools = List.of(choices, less, more, all);
    }

    TimelinePicture picture() {
        return picture;
    }

    @Override
    public Node content() {
        return picture;
    }

    @Override
    public List<Node> tools() {
        return tools;
    }

    @Override
    public Supplier<Scene> scene(Recording recording) {
        Scene seen = picture.seen();
        Span measured = model.measured().get();
        TimelineData data = model.data().get();
        String words = measured == null || data == null
                ? ""
                : "measured: " + String.join("  \u00b7  ", Measurement.of(data, measured));
        return () -> PaneScenes.timeline(recording, seen, words);
    }

    @Override
    public void shown(boolean on) {
        if (on)
            picture.repaint();
    }

    @Override
    public void key(KeyEvent event) {
        switch (event.getCode()) {
            case PLUS, ADD, EQUALS -> model.window().zoom(STEP, anchor());
            case MINUS, SUBTRACT -> model.window().zoom(1 / STEP, anchor());
            case DIGIT0, NUMPAD0 -> model.window().all();
            case B -> model.tool().set(Tool.BRUSH);
            case H -> model.tool().set(Tool.PAN);
            case R -> model.tool().set(Tool.MEASURE);
            case A -> model.window().pan(-0.1);
            case D -> model.window().pan(0.1);
            default -> {
                return;
            }
        }
        event.consume();
    }

    /** Zooming by keys keeps the playhead where it is, when it is in view. */
    private double anchor() {
        double share = model.window().view().get().share(model.playhead().time().get());
        return share >= 0 && share <= 1 ? share : MIDDLE;
    }
}
