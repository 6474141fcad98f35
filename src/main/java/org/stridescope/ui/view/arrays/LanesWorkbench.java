package org.stridescope.ui.view.arrays;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import javafx.application.Platform;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

import org.stridescope.explain.layout.Quantity;
import org.stridescope.explain.predict.OperationQuestions;
import org.stridescope.lab.lanes.LaneOperation;
import org.stridescope.lab.lanes.LaneRace;
import org.stridescope.ui.model.arrays.LanesModel;
import org.stridescope.ui.model.arrays.PredictModel;
import org.stridescope.ui.model.arrays.SessionScore;
import org.stridescope.ui.view.Action;
import org.stridescope.ui.view.Appearance;
import org.stridescope.ui.view.PlaybackKeys;
import org.stridescope.ui.view.Workbench;

/** The vectorisation bench: the same operation by elements, by a ufunc and by lanes, drawn for a few items, timed for many. */
public final class LanesWorkbench implements Workbench {
    private static final List<Integer> SIZES = List.of(100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000);
    private static final List<Integer> DRAWN = List.of(8, 13, 16, 19, 24, 32);
    private static final List<Integer> LANES = List.of(2, 4, 8, 16);

    private final Appearance appearance;
    private final LanesModel model;
    private final PredictModel predict;
    /** Its own, so that timing holds nothing else up. */
    private final ExecutorService timing = Executors.newSingleThreadExecutor(
            work -> Thread.ofPlatform().name("stridescope-lanes").daemon(true).unstarted(work));
    private final ComboBox<LaneOperation> operation = new ComboBox<>();
    private final ComboBox<Integer> size;
    private final ComboBox<Integer> drawn;
    private final ComboBox<Integer> lanes;
    private final LanesStage stage;
    private final VBox settings = new VBox();
    private final BorderPane content = new BorderPane();
    private final PlaybackKeys keys;
    private boolean stale = true;

    public LanesWorkbench(Appearance appearance, SessionScore score) {
        this.appearance = appearance;
        model = new LanesModel(timing, Platform::runLater);
        predict = new PredictModel(score);
        keys = new PlaybackKeys(model.playhead());
        stage = new LanesStage(model, appearance.look());
        size = choice("lane-size", SIZES, 1_000_000, " items");
        drawn = choice("lane-drawn", DRAWN, 19, " items drawn");
        lanes = choice("lane-count", LANES, LaneRace.lanes(), " lanes");
        content.setId("lanes-bench");
        arrange();
        listen();
    }

    private void arrange() {
        operation.setId("lane-operation");
        operation.getItems().setAll(LaneOperation.values());
        operation.setValue(LaneOperation.ADD);
        operation.setConverter(new OperationText());
        operation.setMaxWidth(Double.MAX_VALUE);
        settings.getStyleClass().add("bench-settings");
        Label width = styled("A register of this machine holds " + Quantity.of(LaneRace.lanes(), "float64 item")
                + ": that many lanes.", "caption");
        settings.getChildren().addAll(styled("Operation", "section"), operation, styled("Timed", "section"), size,
                styled("Drawn", "section"), drawn, lanes, width);
        content.setLeft(settings);
        content.setCenter(stage);
    }

    private void listen() {
        drawn.setOnAction(_ -> redraw());
        lanes.setOnAction(_ -> redraw());
        model.loop().addListener(_ -> stale = true);
        model.playhead().time().addListener(_ -> stale = true);
        model.times().addListener((_, _, now) -> stage.show(now, ""));
        model.running().addListener((_, _, on) -> {
            if (on)
                stage.say("Checking the four ways against each other, then timing them in turn\u2026");
            else
                stage.show(model.times().get(), model.message().get());
        });
        model.message().addListener((_, _, now) -> stage.show(model.times().get(), now));
        StackPane asking = new StackPane(new PredictPane(predict));
        asking.getStyleClass().add("metadata-side");
        predict.asked().addListener((_, _, now) -> {
            stage.hide(predict.hides());
            content.setRight(now == null ? null : asking);
        });
    }

    private void redraw() {
        model.draw(drawn.getValue(), lanes.getValue());
    }

    @Override
    public void tick(long nanos) {
        model.playhead().tick(nanos);
        if (!stale)
            return;
        stale = false;
        stage.tick();
    }

    private static Label styled(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static ComboBox<Integer> choice(String id, List<Integer> values, int value, String unit) {
        ComboBox<Integer> box = new ComboBox<>();
        box.setId(id);
        box.getItems().setAll(values);
        box.setValue(value);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Integer number) {
                return number == null ? "" : Quantity.count(number) + unit;
            }

            @Override
            public Integer fromString(String text) {
                return value;
            }
        });
        return box;
    }

    /** Asks about the loop drawn, or ends the asking. */
    void predict() {
        if (predict.asked().get() != null)
            predict.stop();
        else
            ask();
    }

    private void ask() {
        model.playhead().toStart();
        predict.ask(new OperationQuestions(new Random()).about(model.loop().get()));
    }

    @Override
    public List<Action> actions() {
        return List.of(
                new Action("predict", predict.asked().map(_ -> "Stop predicting").orElse("Predict first"),
                        new SimpleObjectProperty<>(MaterialDesignH.HELP_CIRCLE_OUTLINE), false,
                        new SimpleBooleanProperty(),
                        this::predict),
                new Action("projector", new SimpleStringProperty("Projector"),
                        new SimpleObjectProperty<>(MaterialDesignP.PROJECTOR_SCREEN_OUTLINE), false,
                        new SimpleBooleanProperty(), () -> appearance.projector().set(!appearance.projector().get())),
                new Action("run", model.running().map(on -> on ? "Timing\u2026" : "Run timing"),
                        new SimpleObjectProperty<>(MaterialDesignP.PLAY), true, model.running(),
                        () -> model.time(operation.getValue(), size.getValue())));
    }

    @Override
    public List<String> facts() {
        String lanes = LaneRace.lanes() + " float64 lanes a register";
        return predict.score().get().asked() == 0
                ? List.of(lanes)
                : List.of(lanes, "predicted: " + predict.score().get().text());
    }

    @Override
    public WorkbenchMenus menus() {
        return new WorkbenchMenus(List.of(), List.of());
    }

    @Override
    public void key(KeyEvent event) {
        if (!predict.hides() && !KeyTargets.wants(event))
            keys.handle(event);
    }

    @Override
    public boolean opens(Path file) {
        return false;
    }

    @Override
    public void open(Path file) {}

    @Override
    public void showSettings(boolean shown) {
        content.setLeft(shown ? settings : null);
    }

    @Override
    public Node content() {
        return content;
    }

    @Override
    public String unfinished() {
        return "";
    }

    @Override
    public void close() {
        timing.shutdownNow();
    }

    @Override
    public String id() {
        return "lanes";
    }

    @Override
    public String shortName() {
        return "Lanes";
    }

    @Override
    public String title() {
        return "Vectorisation bench";
    }

    @Override
    public Ikon icon() {
        return MaterialDesignF.FORMAT_ALIGN_JUSTIFY;
    }

    private static final class OperationText extends StringConverter<LaneOperation> {
        @Override
        public String toString(@Nullable LaneOperation value) {
            return value == null ? "" : value.text();
        }

        @Override
        public LaneOperation fromString(String text) {
            return LaneOperation.ADD;
        }
    }
}
