package org.stridescope.ui.view.arrays;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

import org.jspecify.annotations.Nullable;

import org.stridescope.array.Layout;
import org.stridescope.array.Shapes;
import org.stridescope.explain.broadcast.EinsumFrames;
import org.stridescope.explain.layout.Quantity;
import org.stridescope.explain.predict.Question;
import org.stridescope.ui.control.Look;
import org.stridescope.ui.model.arrays.EinsumModel;
import org.stridescope.ui.model.arrays.EinsumModel.Scene;
import org.stridescope.ui.model.arrays.ItemText;
import org.stridescope.ui.view.TransportRow;

/** Subscripts coloured by axis, the loops they stand for, and one multiply-and-add after the other. */
final class EinsumStage extends VBox {
    private static final int RESULT_HUE = 5;

    private final EinsumModel model;
    private final TextFlow subscripts = new TextFlow();
    private final VBox code = new VBox();
    private final Label sentence = new Label();
    private final Label product = new Label();
    private final List<SheetColumn> sheets = new ArrayList<>();
    private final HBox row = new HBox();
    private final TransportRow transport;
    private boolean shapeHidden;

    EinsumStage(EinsumModel model, ObservableValue<Look> look) {
        this.model = model;
        getStyleClass().add("stage");
        subscripts.setId("subscripts");
        sentence.getStyleClass().add("muted");
        sentence.setId("einsum-sentence");
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        product.getStyleClass().add("pairing");
        product.setId("product");
        row.getStyleClass().add("sheets");
        for (int i = 0; i < 4; i++) {
            SheetColumn sheet = new SheetColumn("einsum-sheet-" + i, look);
            HBox.setHgrow(sheet, Priority.ALWAYS);
            sheet.setPrefWidth(100);
            sheets.add(sheet);
        }
        VBox.setVgrow(row, Priority.ALWAYS);
        transport = new TransportRow(model.playhead(), look, TransportRow.Words.STEPS);
        getChildren().addAll(subscripts, sentence, code, row, product, transport);
    }

    /** Hides what would answer a question about this, and nothing else; null hides nothing. */
    void hide(Question.@Nullable Topic topic) {
        shapeHidden = topic == Question.Topic.SHAPE;
        sentence.setVisible(topic == null);
        code.setVisible(!shapeHidden);
        transport.setDisable(topic != null);
        transport.setVisible(topic == null);
        show();
    }

    /** Other subscripts or operands. */
    void show() {
        Scene scene = model.scene().get();
        setVisible(scene != null);
        if (scene == null)
            return;
        EinsumFrames frames = scene.frames();
        List<SheetColumn> used = new ArrayList<>();
        for (int i = 0; i < scene.arrays().size(); i++) {
            int at = i;
            used.add(sheets.get(i));
            Layout layout = scene.arrays().get(i).layout();
            sheets.get(i).show(frames.operands().get(i).name() + " " + Shapes.text(layout.shape()), i, layout,
                    new GhostCells(index -> ItemText.at(scene.arrays().get(at), layout.offset(index)), _ -> false, i,
                            4));
        }
        if (!shapeHidden)
            used.add(sheets.get(3));
        row.getChildren().setAll(used);
        subscripts.getChildren().setAll(coloured(frames));
        String summed = frames.letters().stream().filter(frames::isSummed).map(String::valueOf)
                .collect(Collectors.joining(", "));
        String hidden = frames.hidden().stream().map(String::valueOf).collect(Collectors.joining(", "));
        sentence.setText((hidden.isEmpty() ? "" : "\u2026 stands for " + hidden + ". ")
                + (summed.isEmpty() ? "No index is summed" : "Summed away: " + summed) + ". "
                + Quantity.count(frames.size()) + " products for "
                + Quantity.of(Shapes.bytes(1, frames.outputShape()), "output item")
                + (model.scene().get() != null && frames.size() > scene.steps()
                        ? ", the first "
                                + Quantity.count(scene.steps()) + " are played."
                        : "."));
        tick();
    }

    private static List<Node> coloured(EinsumFrames frames) {
        List<Node> parts = new ArrayList<>();
        parts.add(part("einsum('", "formula-offset"));
        for (int i = 0; i < frames.inputs().size(); i++) {
            if (i > 0)
                parts.add(part(",", "formula-offset"));
            for (char letter : frames.inputs().get(i).toCharArray())
                parts.add(letter(frames, letter));
        }
        parts.add(part("\u2192", "formula-offset"));
        for (char letter : frames.output().toCharArray())
            parts.add(letter(frames, letter));
        parts.add(part("')", "formula-offset"));
        return parts;
    }

    private static Text letter(EinsumFrames frames, char letter) {
        Text text = part(Character.toString(letter), "axis-" + Math.min(4, frames.letters().indexOf(letter)));
        text.setUnderline(frames.isSummed(letter));
        return text;
    }

    private static Text part(String text, String style) {
        Text part = new Text(text);
        part.getStyleClass().addAll("formula", style);
        return part;
    }

    /** Another step of the same loops. */
    void tick() {
        Scene scene = model.scene().get();
        if (scene == null)
            return;
        EinsumFrames frames = scene.frames();
        int step = model.step();
        transport.say("step " + step + " of " + Quantity.count(scene.steps()));
        EinsumFrames.Step now = step == 0 ? null : frames.step(step - 1L);
        loops(frames, now);
        sheets.get(3).show("out " + Shapes.text(frames.outputShape()), RESULT_HUE,
                Layout.cOrder(1, frames.outputShape()),
                new GhostCells(index -> {
                    OptionalDouble sum = scene.sum(step, index);
                    return sum.isEmpty() ? "" : scene.text(sum.getAsDouble());
                }, index -> scene.sum(step, index).isEmpty(), RESULT_HUE, 4));
        for (int i = 0; i < scene.arrays().size(); i++)
            sheets.get(i).light(i, now == null ? null : index(now.items().get(i)));
        sheets.get(3).light(RESULT_HUE, now == null ? null : index(now.into()));
        product.setText(now == null ? "" : words(scene, now));
    }

    private static long[] index(List<Long> indices) {
        return indices.stream().mapToLong(Long::longValue).toArray();
    }

    private void loops(EinsumFrames frames, EinsumFrames.@Nullable Step now) {
        code.getChildren().clear();
        List<String> lines = frames.code("out");
        for (int i = 0; i < lines.size(); i++) {
            Label line = new Label(lines.get(i) + (now != null && i < now.loop().size()
                    ? "    # " + frames.letters().get(i)
                            + " = " + now.loop().get(i)
                    : ""));
            line.getStyleClass().add("code-line");
            if (i < frames.letters().size())
                line.getStyleClass().add("axis-" + Math.min(4, i));
            code.getChildren().add(line);
        }
    }

    private static String words(Scene scene, EinsumFrames.Step now) {
        List<String> factors = new ArrayList<>();
        for (int i = 0; i < scene.arrays().size(); i++) {
            factors.add(scene.frames().operands().get(i).name() + now.items().get(i));
        }
        return "out" + now.into() + (now.first() ? " = " : " += ") + String.join(" \u00d7 ", factors) + " = "
                + scene.text(scene.product(now));
    }
}
