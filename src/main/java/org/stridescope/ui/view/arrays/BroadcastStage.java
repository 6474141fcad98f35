package org.stridescope.ui.view.arrays;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import org.stridescope.array.Layout;
import org.stridescope.array.NDArray;
import org.stridescope.array.Shapes;
import org.stridescope.explain.broadcast.BroadcastFrames;
import org.stridescope.explain.layout.Quantity;
import org.stridescope.explain.predict.Question;
import org.stridescope.ui.control.Look;
import org.stridescope.ui.model.arrays.BroadcastModel;
import org.stridescope.ui.model.arrays.BroadcastModel.Scene;
import org.stridescope.ui.model.arrays.ItemText;
import org.stridescope.ui.view.TransportRow;

/** Shapes aligned, the rule in words, operands stretched to the result with ghost cells, and one pairing after the other. */
final class BroadcastStage extends VBox {
    private static final int RESULT_HUE = 5;

    private final BroadcastModel model;
    private final AlignmentTable alignment = new AlignmentTable();
    private final Label sentence = new Label();
    private final Label pairing = new Label();
    private final List<SheetColumn> sheets = new ArrayList<>();
    private final HBox row = new HBox();
    private final TransportRow transport;
    private boolean shapeHidden;

    BroadcastStage(BroadcastModel model, ObservableValue<Look> look) {
        this.model = model;
        getStyleClass().add("stage");
        sentence.getStyleClass().add("rule-sentence");
        sentence.setId("rule-sentence");
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        pairing.getStyleClass().add("pairing");
        pairing.setId("pairing");
        row.getStyleClass().add("sheets");
        for (int i = 0; i < 4; i++) {
            SheetColumn sheet = new SheetColumn("sheet-" + i, look);
            HBox.setHgrow(sheet, Priority.ALWAYS);
            sheet.setPrefWidth(100);
            sheets.add(sheet);
        }
        VBox.setVgrow(row, Priority.ALWAYS);
        transport = new TransportRow(model.playhead(), look, TransportRow.Words.STEPS);
        getChildren().addAll(alignment, sentence, row, pairing, transport);
    }

    /** Hides what would answer a question about this, and nothing else; null hides nothing. */
    void hide(Question.@Nullable Topic topic) {
        shapeHidden = topic == Question.Topic.SHAPE || topic == Question.Topic.COUNT;
        transport.setDisable(topic != null);
        show();
    }

    /** Other operands. */
    void show() {
        Scene scene = model.scene().get();
        setVisible(scene != null);
        if (scene == null)
            return;
        boolean fits = scene.frames().error().isEmpty();
        List<SheetColumn> used = new ArrayList<>();
        for (int i = 0; i < scene.arrays().size(); i++) {
            used.add(sheets.get(i));
            operand(scene, i);
        }
        if (fits && !shapeHidden)
            used.add(sheets.get(3));
        row.getChildren().setAll(used);
        if (fits && !shapeHidden)
            result(scene);
        tick();
    }

    private void operand(Scene scene, int i) {
        BroadcastFrames frames = scene.frames();
        String shape = Shapes.text(frames.operands().get(i).shape());
        if (shapeHidden || frames.error().isPresent()) {
            NDArray own = scene.arrays().get(i);
            sheets.get(i).show(frames.operands().get(i).name() + " " + shape, i, own.layout(),
                    new GhostCells(index -> ItemText.at(own, own.layout().offset(index)), _ -> false, i, 4));
            sheets.get(i).light(i, null);
            return;
        }
        Layout stretched = frames.stretched(i);
        boolean same = Shapes.text(frames.shape()).equals(shape);
        sheets.get(i).show(frames.operands().get(i).name() + " " + shape + (same
                ? ""
                : ", strides " + Shapes.text(stretched.strides())), i, Layout.cOrder(1, frames.shape()), new GhostCells(
                        index -> ItemText.at(scene.arrays().get(i),
                                scene.arrays().get(i).layout().offset(frames.inputIndex(i, index))),
                        index -> frames.isGhost(i, index), i, 4));
    }

    private void result(Scene scene) {
        BroadcastFrames frames = scene.frames();
        String signs = frames.operands().stream().map(o -> o.name())
                .collect(Collectors.joining(" " + scene.operation().sign() + " "));
        sheets.get(3).show(signs + " " + Shapes.text(frames.shape()), RESULT_HUE, Layout.cOrder(1, frames.shape()),
                new GhostCells(index -> scene.text(index), index -> !isDone(frames, index),
                        RESULT_HUE, 4));
    }

    private boolean isDone(BroadcastFrames frames, long... index) {
        int cells = model.step() - frames.rules().size();
        return Layout.cOrder(1, frames.shape()).offset(index) < cells;
    }

    /** Another step of the same operands. */
    void tick() {
        Scene scene = model.scene().get();
        if (scene == null)
            return;
        BroadcastFrames frames = scene.frames();
        int rules = frames.rules().size();
        int step = model.step();
        alignment.show(frames, Math.min(step, rules), step <= rules);
        transport.say("step " + step + " of " + Quantity.count(scene.steps()));
        sentence.getStyleClass().remove("fault");
        if (shapeHidden) {
            alignment.show(frames, 0, false);
            sentence.setText("The rule is applied when you have answered.");
            pairing.setText("");
            return;
        }
        if (frames.error().isPresent() && step >= rules) {
            sentence.getStyleClass().add("fault");
            sentence.setText(frames.rules().getLast().sentence() + "\nValueError: " + frames.error().get().strip());
        } else if (step == 0) {
            sentence.setText("Shapes are aligned at their last axes. Lengths must be equal, or one of them 1.");
        } else if (step <= rules) {
            sentence.setText(frames.rules().get(step - 1).sentence());
        } else {
            sentence.setText("Dashed cells are not there: their stride is 0, so the same bytes are read again.");
        }
        pair(scene, frames);
    }

    private void pair(Scene scene, BroadcastFrames frames) {
        long[] output = model.output();
        if (frames.error().isPresent()) {
            pairing.setText("");
            return;
        }
        result(scene);
        sheets.get(3).light(RESULT_HUE, output);
        List<String> terms = new ArrayList<>();
        for (int i = 0; i < scene.arrays().size(); i++) {
            sheets.get(i).light(i, output);
            if (output != null)
                terms.add(named(frames.operands().get(i).name(), frames.inputIndex(i, output)));
        }
        pairing.setText(output == null
                ? ""
                : named("out", output) + " = "
                        + String.join(" " + scene.operation().sign() + " ", terms) + " = "
                        + scene.text(output));
    }

    private static String named(String name, long... index) {
        if (index.length == 0)
            return name;
        return name + LongStream.of(index).mapToObj(Long::toString).collect(Collectors.joining(", ", "[", "]"));
    }
}
