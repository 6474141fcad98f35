package org.stridescope.ui.view.arrays;

import java.util.BitSet;
import java.util.List;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;

import org.stridescope.explain.layout.CacheModel;
import org.stridescope.explain.layout.Quantity;
import org.stridescope.ui.control.Look;
import org.stridescope.ui.control.arrays.WalkStrip;
import org.stridescope.ui.model.arrays.ShownArray;
import org.stridescope.ui.model.arrays.WalkModel;
import org.stridescope.ui.model.arrays.WalkModel.Walks;
import org.stridescope.ui.model.arrays.WalkWords;
import org.stridescope.ui.view.TransportRow;

/** Two walks over the array on one clock, C order above F order: the cache lines each fetches, step by step and in all. */
final class WalkPane extends VBox {
    private static final List<Integer> LINES = List.of(16, 32, 64, 128, 256);
    private static final List<Long> CAPACITIES = List.of(256L, 1024L, 4096L, 32L << 10, 256L << 10, 1L << 20, 8L << 20);

    /** Below this height of the window, in pixels on a desk, the array itself would be left no room. */
    private static final double LOW = 680;

    private final WalkModel model;
    private final TransportRow transport;
    private final Label title = new Label();
    private final Label inC = new Label();
    private final Label inF = new Label();
    private final WalkStrip stripC;
    private final WalkStrip stripF;
    private final ToggleButton c = new ToggleButton("C order");
    private final ToggleButton f = new ToggleButton("F order");
    /** Whether the window is low; held, or the listener would go with the collector. */
    private final ObservableValue<Boolean> low;

    WalkPane(WalkModel model, ObservableValue<Look> look) {
        this.model = model;
        getStyleClass().addAll("transport", "walk");
        setId("walk");
        transport = new TransportRow(model.playhead(), look, TransportRow.Words.STEPS);
        stripC = new WalkStrip(look, this::seek);
        stripF = new WalkStrip(look, this::seek);
        title.getStyleClass().add("section");
        inC.setId("walk-c");
        inF.setId("walk-f");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        title.setMinWidth(0);
        HBox head = new HBox(title, space, segments(), lineSizes(), capacities());
        head.getStyleClass().add("transport-row");
        VBox walkC = new VBox(lane("C", inC), stripC);
        VBox walkF = new VBox(lane("F", inF), stripF);
        for (VBox walk : List.of(walkC, walkF)) {
            walk.getStyleClass().add("walk-strip");
            walk.setMinWidth(0);
        }
        getChildren().addAll(transport, head, walkC, walkF);
        low = low(this, look);
        low.addListener((_, _, beside) -> arrange(beside, head, walkC, walkF));
    }

    /** Whether the window of a node is too low for all that it might show. */
    static ObservableValue<Boolean> low(Node node, ObservableValue<Look> look) {
        return node.sceneProperty().flatMap(Scene::heightProperty)
                .flatMap(height -> look.map(now -> height.doubleValue() < LOW * now.scale())).orElse(false);
    }

    /** The two walks one above the other, their steps in line; beside each other where the window is too low for that. */
    private void arrange(boolean beside, HBox head, VBox walkC, VBox walkF) {
        getChildren().setAll(transport, head);
        if (beside) {
            HBox both = new HBox(walkC, walkF);
            both.getStyleClass().add("walk-strips");
            for (VBox walk : List.of(walkC, walkF)) {
                HBox.setHgrow(walk, Priority.ALWAYS);
                walk.setPrefWidth(0); // halves
            }
            getChildren().add(both);
        } else
            getChildren().addAll(walkC, walkF);
    }

    private static HBox lane(String order, Label words) {
        Label name = new Label(order + " order");
        name.getStyleClass().add("strong");
        name.setMinWidth(Region.USE_PREF_SIZE);
        words.setMinWidth(0);
        words.setWrapText(true);
        HBox lane = new HBox(name, words);
        lane.getStyleClass().add("walk-lane");
        HBox.setHgrow(words, Priority.ALWAYS);
        return lane;
    }

    private HBox segments() {
        ToggleGroup group = new ToggleGroup();
        c.setToggleGroup(group);
        f.setToggleGroup(group);
        c.setId("walk-in-c");
        f.setId("walk-in-f");
        c.setTooltip(new Tooltip("The cells number and light the C-order walk: last axis fastest"));
        f.setTooltip(new Tooltip("The cells number and light the F-order walk: first axis fastest"));
        c.setSelected(true);
        group.selectedToggleProperty().addListener((_, before, now) -> {
            if (now == null && before != null)
                before.setSelected(true);
            else
                model.cOrder().set(c.isSelected());
        });
        HBox segments = new HBox(c, f);
        segments.getStyleClass().add("segments");
        segments.setMinWidth(Region.USE_PREF_SIZE);
        return segments;
    }

    private ComboBox<Integer> lineSizes() {
        ComboBox<Integer> box = choice("line-bytes", LINES, model.cache().get().lineBytes(), " B lines");
        box.setTooltip(new Tooltip("Bytes of a cache line"));
        box.valueProperty().addListener((_, _, now) -> {
            CacheModel old = model.cache().get();
            model.cache().set(new CacheModel(now, Math.max(now, old.capacityBytes()), old.ways()));
        });
        return box;
    }

    private ComboBox<Long> capacities() {
        ComboBox<Long> box = choice("cache-bytes", CAPACITIES, model.cache().get().capacityBytes(), " cache");
        box.setTooltip(new Tooltip("Bytes the cache holds, in sets of 8 lines"));
        box.valueProperty().addListener((_, _, now) -> {
            CacheModel old = model.cache().get();
            model.cache().set(new CacheModel(old.lineBytes(), Math.max(now, old.lineBytes()), old.ways()));
        });
        return box;
    }

    private static <T extends Number> ComboBox<T> choice(String id, List<T> values, T value, String unit) {
        ComboBox<T> box = new ComboBox<>();
        box.setId(id);
        box.getItems().setAll(values);
        box.setValue(value);
        box.setMinWidth(Region.USE_PREF_SIZE);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable T bytes) {
                if (bytes == null)
                    return "";
                return (unit.contains("lines") ? bytes.toString() : Quantity.bytes(bytes.longValue())) + unit;
            }

            @Override
            public T fromString(String text) {
                return value;
            }
        });
        return box;
    }

    private void seek(long step) {
        Walks walks = model.walks().get();
        if (walks == null || walks.steps() == 0)
            return;
        model.playhead().pause();
        model.playhead().seek(model.playhead().length().get() / walks.steps() * step);
    }

    void show(@Nullable ShownArray shown) {
        Walks walks = model.walks().get();
        setVisible(shown != null && walks != null);
        if (shown == null || walks == null)
            return;
        int visited = model.visited();
        int line = model.cache().get().lineBytes();
        int itemsize = shown.array().itemsize();
        transport.say(visited + " of " + Quantity.count(walks.steps())
                + (walks.inC().size() > walks.steps() ? " first steps" : " steps"));
        title.setText("Cache lines");
        lane(stripC, inC, walks.c(), walks, walks.cCount(), visited, itemsize, line);
        lane(stripF, inF, walks.f(), walks, walks.fCount(), visited, itemsize, line);
    }

    private static void lane(WalkStrip strip, Label words, BitSet misses, Walks walks, CacheModel.@Nullable Count count,
            int visited, int itemsize, int line) {
        boolean wasteful = count != null && WalkWords.isWasteful(count, itemsize, line);
        strip.show(misses, walks.steps(), visited, wasteful);
        words.setText(WalkWords.of(count));
        words.getStyleClass().removeAll("muted", "wasteful");
        words.getStyleClass().add(wasteful ? "wasteful" : "muted");
    }
}
