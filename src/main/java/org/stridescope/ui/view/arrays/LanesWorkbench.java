package org.stridescope.ui.view.arrays;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;

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

import org.stridescope.explain.broadcast.LaneFrames;
import org.stridescope.explain.layout.Quantity;
import org.stridescope.explain.predict.OperationQuestions;
import org.stridescope.lab.lanes.LaneOperation;
import org.stridescope.lab.lanes.LaneRace;
import org.stridescope.lab.lanes.LaneTimes;
import org.stridescope.ui.control.arrays.LanePicture;
import org.stridescope.ui.model.arrays.LanesModel;
import org.stridescope.ui.model.arrays.PredictModel;
import org.stridescope.ui.model.arrays.SessionScore;
import org.stridescope.ui.view.Action;
import org.stridescope.ui.view.Appearance;
import org.stridescope.ui.view.PlaybackKeys;
import org.stridescope.ui.view.WindowContext;
import org.stridescope.ui.view.Workbench;

/** The vectorisation bench: the same operation by elements, by a ufunc and by lanes, drawn for a few items, timed for many. */
public final class LanesWorkbench implements Workbench {
    private static final List<Integer> SIZES = List.of(100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000);
    private static final List<Integer> DRAWN = List.of(8, 13, 16, 19, 24, 32);
    private static final List<Integer> LANES = List.of(2, 4, 8, 16);

    private final Appearance appearance;
    private final LanesModel model;
    private final PredictModel predict;
    private final ComboBox<LaneOperation> operation = new ComboBox<>();
    private final ComboBox<Integer> size;
    private final ComboBox<Integer> drawn;
    private final ComboBox<Integer> lanes;
    private final LanePicture single;
    private final LanePicture wide;
    private final Label words = new Label();
    private final Label invitation = new Label();
    private final TimesChart chart = new TimesChart();
    private final PlaybackRow transport;
    private final VBox settings = new VBox();
    private final BorderPane content = new BorderPane();
    private final PlaybackKeys keys;
    private boolean stale = true;

    public LanesWorkbench(WindowContext context, Appearance appearance, SessionScore score) {
        this.appearance = appearance;
        model = new LanesModel(context.background(), Platform::runLater);
        predict = new PredictModel(score);
        keys = new PlaybackKeys(model.playhead());
        single = new LanePicture(appearance.look(), 3);
        wide = new LanePicture(appearance.look(), 0);
        transport = new PlaybackRow(model.playhead(), appearance.look());
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
        words.getStyleClass().add("pairing");
        words.setId("lane-words");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        invitation.getStyleClass().add("rule-sentence");
        invitation.setText("Run the timing to see what each way costs on this machine.");
        invitation.managedProperty().bind(invitation.visibleProperty());
        VBox stage = new VBox(styled("Element loop: one item a step", "section"), single,
                styled("SIMD lanes: a whole register a step", "section"), wide, words, transport,
                styled("Measured here: medians of 15 interleaved rounds", "section"), invitation, chart);
        stage.getStyleClass().add("stage");
        content.setLeft(settings);
        content.setCenter(new StackPane(stage, new PredictPane(predict)));
    }

    private void listen() {
        drawn.setOnAction(_ -> redraw());
        lanes.setOnAction(_ -> redraw());
        model.loop().addListener(_ -> stale = true);
        model.playhead().time().addListener(_ -> stale = true);
        model.times().addListener((_, _, now) -> show(now));
        model.message().addListener((_, _, now) -> {
            if (!now.isEmpty())
                invitation.setText(now);
        });
        predict.asked().addListener((_, _, now) -> transport.setDisable(now != null && !now.isAnswered()));
    }

    private void redraw() {
        model.draw(drawn.getValue(), lanes.getValue());
    }

    private void show(@Nullable LaneTimes times) {
        invitation.setVisible(times == null);
        if (times != null)
            chart.show(times);
    }

    @Override
    public void tick(long nanos) {
        model.playhead().tick(nanos);
        if (!stale)
            return;
        stale = false;
        LaneFrames loop = model.loop().get();
        int step = model.step();
        single.show(new LaneFrames(loop.size(), 1), step);
        wide.show(loop, step);
        long done = Math.min(step, loop.steps());
        transport.say("step " + step + " of " + loop.size());
        boolean tail = done > 0 && loop.step(done - 1).tail();
        words.setText(loop.lanes() + " lanes: " + Quantity.of(loop.bodySteps(), "full step")
                + (loop.tailItems() > 0 ? " and a tail of " + Quantity.of(loop.tailItems(), "item") : ", no tail")
                + ", "
                + loop.steps() + " steps instead of " + loop.size()
                + (tail ? "; in the tail " + (loop.lanes() - loop.tailItems()) + " lanes are masked" : ""));
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
        return List.of(LaneRace.lanes() + " float64 lanes a register");
    }

    @Override
    public WorkbenchMenus menus() {
        return new WorkbenchMenus(List.of(), List.of());
    }

    @Override
    public void key(KeyEvent event) {
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
    public void close() {}

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
