package org.stridescope.ui.view.arrays;

import java.nio.file.Path;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import org.stridescope.explain.layout.Variable;
import org.stridescope.ui.control.Look;
import org.stridescope.ui.control.arrays.ScriptEditor;
import org.stridescope.ui.model.arrays.ArrayBenchModel;
import org.stridescope.ui.model.arrays.ArrayPresets;
import org.stridescope.ui.model.arrays.LineCost;
import org.stridescope.ui.model.arrays.OpenedArrays;
import org.stridescope.ui.model.arrays.ScriptRun;
import org.stridescope.ui.model.arrays.Write;

/** Where scripts are typed and started, what they printed, and the variables they left. */
final class ScriptPane extends VBox {
    private final ArrayBenchModel model;
    private final OpenedArrays files;
    private final ScriptEditor editor;
    private final ComboBox<ArrayPresets.Preset> presets = new ComboBox<>();
    private final VariableCards cards;
    private final Label printed = new Label();
    private final Label message = new Label();
    private final Label written = new Label();
    private final RunRow running;
    private final MarginChoice margin;

    ScriptPane(ArrayBenchModel model, OpenedArrays files, ObservableValue<Look> look, Runnable chooseFile) {
        this.model = model;
        this.files = files;
        getStyleClass().add("script-pane");
        editor = new ScriptEditor(look, model::complete);
        editor.checkWith(model::check);
        editor.onRun(this::run);
        VBox.setVgrow(editor, Priority.ALWAYS);
        cards = new VariableCards(model::select);
        cards.setId("variables");
        VBox.setVgrow(cards, Priority.ALWAYS);
        printed.getStyleClass().addAll("mono", "printed");
        printed.setId("printed");
        printed.setWrapText(true);
        printed.managedProperty().bind(printed.visibleProperty());
        message.getStyleClass().add("fault");
        message.setId("bench-message");
        message.setWrapText(true);
        message.setMinHeight(Region.USE_PREF_SIZE);
        message.textProperty().bind(model.message());
        message.visibleProperty().bind(model.message().isNotEmpty());
        message.managedProperty().bind(message.visibleProperty());
        written.getStyleClass().add("written");
        written.setId("written");
        written.setWrapText(true);
        written.setMinHeight(Region.USE_PREF_SIZE);
        written.managedProperty().bind(written.visibleProperty());
        running = new RunRow(model, files);
        margin = new MarginChoice(editor);
        editor.onLine(model::showWrites);
        getChildren().addAll(head(chooseFile), editor, margin, running, printed, message, written,
                section("Variables"), cards);
    }

    private HBox head(Runnable chooseFile) {
        presets.setId("presets");
        presets.getItems().setAll(ArrayPresets.ALL);
        presets.setValue(ArrayPresets.ALL.getFirst());
        presets.setMaxWidth(Double.MAX_VALUE);
        presets.setOnAction(_ -> runPreset());
        HBox.setHgrow(presets, Priority.ALWAYS);
        Button open = new Button("Open\u2026");
        open.setId("open-array");
        open.getStyleClass().add("action");
        open.setMinWidth(Region.USE_PREF_SIZE);
        open.setOnAction(_ -> chooseFile.run());
        HBox head = new HBox(presets, open);
        head.getStyleClass().add("write-row");
        return head;
    }

    private static Label section(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("section");
        return label;
    }

    /** Wall time has passed. */
    void tick(long nanos) {
        running.tick(nanos);
    }

    void run() {
        model.run(editor.text());
    }

    void runOrStop() {
        if (model.running().get())
            model.stop();
        else
            run();
    }

    void runPreset() {
        ArrayPresets.Preset preset = presets.getValue();
        if (preset == null)
            return;
        editor.setText(preset.script().stripTrailing());
        model.run(editor.text(), preset.show());
    }

    /** Reads a file in the background; its arrays join the variables. */
    void open(Path file) {
        files.open(file);
    }

    /** Other variables: after a run, or from a file. */
    void showCards() {
        cards.show(model.variables(), model.run().get().scalars());
    }

    void show(ScriptRun run) {
        editor.show(run);
        printed.setText(run.printed().stripTrailing());
        printed.setVisible(!run.printed().isBlank());
        showCards();
    }

    void mark(@Nullable Variable shown, @Nullable Write write) {
        written.setText(write == null ? "" : write.text());
        written.setVisible(write != null);
        cards.mark(shown, write);
    }

    /** Cards tell who owns what: they are hidden while that is the question. */
    void hideMemory(boolean hidden) {
        cards.setVisible(!hidden);
        written.setVisible(!hidden && !written.getText().isEmpty());
        margin.setDisable(hidden);
        editor.showMargin(hidden ? LineCost.Margin.HITS : margin.shown());
    }
}
