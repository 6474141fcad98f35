package org.stridescope.ui.view.arrays;

import java.util.ArrayList;
import java.util.List;

import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;

import org.stridescope.explain.broadcast.BroadcastBill;
import org.stridescope.explain.broadcast.BroadcastFrames;
import org.stridescope.explain.layout.Quantity;
import org.stridescope.ui.model.arrays.BroadcastModel;
import org.stridescope.ui.model.arrays.BroadcastModel.Operation;
import org.stridescope.ui.model.arrays.EinsumModel;

/** Operands of the broadcast bench, the example to start from, and the bill. */
final class BroadcastSettings extends VBox {
    /** Operands to start from; {@code subscripts} is empty for broadcasting. */
    record Example(String name, String subscripts, List<String> operands, Operation operation) {
        @Override
        public String toString() {
            return name;
        }
    }

    static final List<Example> EXAMPLES = List.of(
            new Example("Outer sum (4, 1) + (3,)", "", List.of("(4, 1)", "(3,)"), Operation.ADD),
            new Example("All pairs of vectors", "", List.of("(1, 5, 3)", "(5, 1, 3)"), Operation.ADD),
            new Example("Pairwise differences (10, 3)", "", List.of("(10, 1, 3)", "(1, 10, 3)"), Operation.SUBTRACT),
            new Example("Array and scalar", "", List.of("(3, 4)", "()"), Operation.MULTIPLY),
            new Example("A mismatch", "", List.of("(2, 3)", "(2, 4)"), Operation.ADD),
            new Example("einsum: row products", "ij,ij->i", List.of("(4, 3)", "(4, 3)"), Operation.MULTIPLY),
            new Example("einsum: matrix product", "ik,kj->ij", List.of("(3, 4)", "(4, 2)"), Operation.MULTIPLY),
            new Example("einsum: trace", "ii", List.of("(4, 4)"), Operation.MULTIPLY),
            new Example("einsum: a stack of matrices", "...ij,...jk->...ik", List.of("(2, 2, 3)", "(2, 3, 2)"),
                    Operation.MULTIPLY),
            new Example("einsum: squared distances", "ijk,ijk->ij", List.of("(3, 3, 2)", "(3, 3, 2)"),
                    Operation.MULTIPLY));

    private final BroadcastModel model;
    private final EinsumModel einsum;
    private final ComboBox<Example> examples = new ComboBox<>();
    private final ComboBox<Operation> operation = new ComboBox<>();
    private final TextField subscripts = new TextField();
    private final List<TextField> fields = new ArrayList<>();
    private final ToggleButton pairs = new ToggleButton("broadcast");
    private final ToggleButton sums = new ToggleButton("einsum");
    private final CheckBox reduce = new CheckBox("then .sum(axis=-1)");
    private final Label message = new Label();
    private final VBox bill = new VBox();
    private final Runnable modeChanged;

    BroadcastSettings(BroadcastModel model, EinsumModel einsum, Runnable modeChanged) {
        this.model = model;
        this.einsum = einsum;
        this.modeChanged = modeChanged;
        getStyleClass().add("bench-settings");
        examples.setId("examples");
        examples.getItems().setAll(EXAMPLES);
        examples.setOnAction(_ -> take(examples.getValue()));
        operation.setId("operation");
        operation.getItems().setAll(Operation.values());
        operation.setConverter(new Signs());
        operation.setValue(Operation.ADD);
        operation.setOnAction(_ -> apply());
        reduce.setId("then-sum");
        reduce.setOnAction(_ -> showBill());
        subscripts.setId("subscripts-field");
        subscripts.setOnAction(_ -> apply());
        message.getStyleClass().add("fault");
        message.setId("operand-message");
        message.setWrapText(true);
        message.setMinHeight(Region.USE_PREF_SIZE);
        bill.setId("bill");
        arrange();
    }

    private void arrange() {
        ToggleGroup mode = new ToggleGroup();
        pairs.setToggleGroup(mode);
        sums.setToggleGroup(mode);
        pairs.setId("mode-broadcast");
        sums.setId("mode-einsum");
        pairs.setSelected(true);
        mode.selectedToggleProperty().addListener((_, before, now) -> {
            if (now == null && before != null)
                before.setSelected(true);
            else
                apply();
        });
        HBox segments = new HBox(pairs, sums);
        segments.getStyleClass().add("segments");
        segments.setMaxWidth(Region.USE_PREF_SIZE);
        getChildren().addAll(section("Example"), examples, section("Mode"), segments, subscripts, section("Operands"));
        for (int i = 0; i < 3; i++) {
            TextField field = new TextField();
            field.setId("operand-" + i);
            field.setPromptText(i == 2 ? "a third one, or none" : "shape or expression");
            field.setOnAction(_ -> apply());
            Label name = new Label("abc".substring(i, i + 1));
            name.getStyleClass().addAll("variable-name", "hue-" + i);
            HBox row = new HBox(name, field);
            HBox.setHgrow(field, javafx.scene.layout.Priority.ALWAYS);
            row.getStyleClass().add("write-row");
            fields.add(field);
            getChildren().add(row);
        }
        Label hint = new Label(
                "A shape such as (10, 1, 3), or an expression over the array bench's script such as x[:, None]. Enter applies.");
        hint.getStyleClass().add("caption");
        hint.setWrapText(true);
        hint.setMinHeight(Region.USE_PREF_SIZE);
        getChildren().addAll(hint, operation, reduce, message, bill);
        subscripts.visibleProperty().bind(sums.selectedProperty());
        subscripts.managedProperty().bind(subscripts.visibleProperty());
        for (Region node : List.of(operation, reduce)) {
            node.visibleProperty().bind(pairs.selectedProperty());
            node.managedProperty().bind(node.visibleProperty());
        }
        examples.setMaxWidth(Double.MAX_VALUE);
    }

    private static Label section(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("section");
        return label;
    }

    private void take(@Nullable Example example) {
        if (example == null)
            return;
        for (int i = 0; i < fields.size(); i++) {
            fields.get(i).setText(i < example.operands().size() ? example.operands().get(i) : "");
        }
        operation.setValue(example.operation());
        subscripts.setText(example.subscripts());
        (example.subscripts().isEmpty() ? pairs : sums).setSelected(true);
        apply();
    }

    /** Shows the first example. */
    void start() {
        examples.setValue(EXAMPLES.getFirst());
        take(EXAMPLES.getFirst());
    }

    boolean isEinsum() {
        return sums.isSelected();
    }

    void apply() {
        List<String> typed = fields.stream().map(TextField::getText).toList();
        if (isEinsum()) {
            if (subscripts.getText().isBlank())
                subscripts.setText("ij,jk->ik");
            einsum.show(subscripts.getText(), typed);
        } else {
            model.show(typed, operation.getValue());
        }
        modeChanged.run();
    }

    boolean isReduced() {
        return reduce.isSelected();
    }

    /** The bill would answer what is asked. */
    void hideBill(boolean hidden) {
        bill.setVisible(!hidden);
    }

    /** What could not be read, and the bill of what was. */
    void showBill() {
        message.setText(isEinsum() ? einsum.message().get() : model.message().get());
        message.setVisible(!message.getText().isEmpty());
        message.setManaged(message.isVisible());
        bill.getChildren().clear();
        BroadcastModel.Scene scene = model.scene().get();
        if (isEinsum() || scene == null || scene.frames().error().isPresent())
            return;
        BroadcastFrames frames = scene.frames();
        BroadcastBill costs = frames.bill(scene.itemsize());
        if (reduce.isSelected() && frames.ndim() > 0)
            costs = costs.reduced(frames, scene.itemsize(), -1);
        bill.getChildren().add(section("The bill"));
        line("held by the operands", costs.held());
        line("if stretched copies were made", costs.logical());
        line("spared by stride 0", costs.saved());
        line(reduce.isSelected() ? "allocated for the sum" : "allocated for the result", costs.allocated());
        line("temporary", costs.temporary());
    }

    private void line(String what, long bytes) {
        Label left = new Label(what);
        left.getStyleClass().add("muted");
        Label right = new Label(Quantity.bytes(bytes));
        right.getStyleClass().add("mono");
        right.setMinWidth(Region.USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, javafx.scene.layout.Priority.ALWAYS);
        HBox row = new HBox(left, space, right);
        row.getStyleClass().addAll("metadata-row");
        bill.getChildren().add(row);
    }

    private static final class Signs extends StringConverter<Operation> {
        @Override
        public String toString(@Nullable Operation value) {
            return value == null ? "" : "a " + value.sign() + " b";
        }

        @Override
        public Operation fromString(String text) {
            return Operation.ADD;
        }
    }
}
