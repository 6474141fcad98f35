package org.stridescope.ui.view.graph;

import java.util.List;

import javafx.collections.FXCollections;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;

import org.stridescope.lab.graph.GraphPreset;
import org.stridescope.lab.graph.GraphRunner;
import org.stridescope.schedule.whatif.SimulatedMachine;
import org.stridescope.ui.control.graph.GraphScene.Colouring;
import org.stridescope.ui.model.graph.GraphBenchModel;

/** Which graph, how large, run by whom, and how it is drawn. */
final class GraphSettingsPane extends ScrollPane {
    static final String ALL = "all three, in turn";

    private final GraphBenchModel model;
    private final VBox fields = new VBox(6);
    private final ComboBox<String> scheduler = new ComboBox<>();
    private final ComboBox<Colouring> colour = new ComboBox<>();
    private final TextField prediction = new TextField();

    GraphSettingsPane(GraphBenchModel model, List<GraphPreset> presets) {
        this.model = model;
        VBox box = new VBox();
        box.getStyleClass().add("bench-settings");
        ComboBox<GraphPreset> graphs = new ComboBox<>();
        graphs.setId("graph-preset");
        graphs.getItems().setAll(presets);
        graphs.setConverter(words(GraphPreset::name));
        graphs.valueProperty().bindBidirectional(model.preset());
        Label summary = caption("");
        summary.textProperty().bind(model.preset().map(GraphPreset::summary));
        scheduler.setId("graph-scheduler");
        scheduler.getItems().setAll(GraphRunner.SCHEDULERS);
        scheduler.getItems().add(ALL);
        scheduler.setValue("threads");
        Spinner<Integer> workers = new Spinner<>(1, SimulatedMachine.MOST_WORKERS, model.workers().get());
        workers.setId("graph-workers");
        workers.setEditable(true);
        workers.valueProperty().addListener((_, _, now) -> model.workers().set(now));
        workers.setMaxWidth(Double.MAX_VALUE);
        ComboBox<Boolean> direction = new ComboBox<>(FXCollections.observableArrayList(true, false));
        direction.setId("graph-direction");
        direction.setConverter(words(across -> across ? "left to right" : "top to bottom"));
        direction.setValue(true);
        direction.valueProperty().addListener((_, _, now) -> model.leftToRight().set(now));
        colour.setId("graph-colour");
        colour.getItems().setAll(Colouring.values());
        colour.setConverter(words(each -> "colour: " + each.word()));
        colour.setValue(Colouring.STATE);
        prediction.setId("graph-prediction");
        prediction.setPromptText("seconds, as in 0.6");
        prediction.setTooltip(new Tooltip("Say it before you compute: the answer explains the waves"));
        box.getChildren().addAll(section("Graph"), graphs, summary, fields, section("Run by"), scheduler,
                new Label("workers"), workers, section("Predict the time first"), prediction, section("Drawn"),
                direction,
                colour);
        box.disableProperty().bind(model.running());
        model.preset().subscribe(this::showFields);
        setContent(box);
        setFitToWidth(true);
        setFitToHeight(true);
        box.setMinHeight(Region.USE_PREF_SIZE);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setMinWidth(Region.USE_PREF_SIZE);
        setId("graph-settings");
    }

    private void showFields(GraphPreset preset) {
        fields.getChildren().clear();
        for (GraphPreset.Setting setting : preset.settings()) {
            TextField field = new TextField(model.setting(setting));
            field.setId("graph-set-" + setting.name());
            field.setOnAction(_ -> model.set(setting.name(), field.getText().strip()));
            field.focusedProperty().addListener((_, _, now) -> {
                if (!now && !field.getText().strip().equals(model.setting(setting)))
                    model.set(setting.name(), field.getText().strip());
            });
            fields.getChildren().addAll(caption(setting.name() + ": " + setting.summary() + (setting.course().isEmpty()
                    ? ""
                    : " (the course: " + setting.course() + ")")), field);
        }
    }

    List<String> schedulers() {
        return ALL.equals(scheduler.getValue()) ? GraphRunner.SCHEDULERS : List.of(scheduler.getValue());
    }

    /** The seconds that were predicted; NaN where nothing, or no number, was. */
    double predicted() {
        try {
            return Double.parseDouble(prediction.getText().strip().replace(',', '.'));
        } catch (NumberFormatException _) {
            return Double.NaN;
        }
    }

    ComboBox<Colouring> colour() {
        return colour;
    }

    private static Label section(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("section");
        return label;
    }

    static Label caption(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("caption");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static <T> StringConverter<T> words(java.util.function.Function<T, String> word) {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable T value) {
                return value == null ? "" : word.apply(value);
            }

            @Override
            @SuppressWarnings("NullAway") // the box is not editable
            public @Nullable T fromString(String text) {
                return null;
            }
        };
    }
}
