package org.stridescope.ui.view.arrays;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import org.stridescope.array.NDArray;
import org.stridescope.array.Shapes;
import org.stridescope.explain.layout.MemoryTree;
import org.stridescope.explain.layout.Quantity;
import org.stridescope.explain.layout.Variable;
import org.stridescope.ui.model.arrays.ScriptRun;
import org.stridescope.ui.model.arrays.Write;

/** Every variable as a card; views hang under the buffer they look into, with how much of it they see. */
final class VariableCards extends ScrollPane {
    private static final PseudoClass SHOWN = PseudoClass.getPseudoClass("shown");
    private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");

    /** Share of a card's room, in pixels at scale 1, that a character takes. */
    private static final double MONO = 8.5;
    private static final double WORDS = 6.6;
    private static final double INDENT = 18;
    private static final double ROOM = 262;

    private final VBox cards = new VBox();
    private final Consumer<String> select;
    private final List<HBox> made = new ArrayList<>();

    VariableCards(Consumer<String> select) {
        this.select = select;
        setContent(cards);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        getStyleClass().add("variable-cards");
        cards.getStyleClass().add("cards");
    }

    /** One card a variable, and one line for every other value. */
    void show(List<Variable> variables, List<ScriptRun.Named> others) {
        cards.getChildren().clear();
        made.clear();
        for (MemoryTree.Buffer buffer : MemoryTree.of(variables)) {
            if (buffer.owner().isPresent()) {
                cards.getChildren()
                        .add(card(variables, buffer.owner().get(), "owns " + Quantity.bytes(buffer.bytes()), 0));
            } else {
                Label nameless = new Label("a buffer of " + Quantity.bytes(buffer.bytes()) + ", its owner unnamed");
                nameless.getStyleClass().add("caption");
                cards.getChildren().add(nameless);
            }
            for (MemoryTree.View view : buffer.views()) {
                cards.getChildren().add(card(variables, view.variable(), sees(buffer, view), 1));
            }
        }
        for (ScriptRun.Named other : others)
            cards.getChildren().add(value(other));
    }

    private static String sees(MemoryTree.Buffer buffer, MemoryTree.View view) {
        if (buffer.owner().isPresent() && buffer.owner().get().array() == view.variable().array()) {
            return "the same array as " + buffer.owner().get().name();
        }
        String bytes = (view.seen().exact() ? "" : "at most ") + Quantity.bytes(view.seen().bytes());
        String all = view.seen().bytes() == buffer.bytes() ? "all of it" : bytes;
        return buffer.owner().map(owner -> "view of " + owner.name() + ", " + all).orElse("view, " + all);
    }

    private HBox card(List<Variable> variables, Variable variable, String memory, int depth) {
        NDArray array = variable.array();
        Label name = new Label(variable.name());
        name.getStyleClass().addAll("variable-name", "hue-" + VariableHues.of(variables, variable));
        name.setMinWidth(Region.USE_PREF_SIZE);
        Label type = new Label(array.dtype().pythonName() + " " + Shapes.text(array.shape()));
        type.getStyleClass().add("mono");
        Label what = new Label(memory);
        what.getStyleClass().add("caption");
        what.setMinWidth(0);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        // what is too long for one line stands in two: nothing of a card is cut
        boolean two = MONO * type.getText().length() + WORDS * memory.length() + INDENT * depth > ROOM;
        HBox card = two ? new HBox(name, new VBox(type, what)) : new HBox(name, type, space, what);
        card.getStyleClass().add("variable-card");
        card.setId("variable-" + variable.name());
        card.setUserData(variable);
        card.setFocusTraversable(true);
        card.setAccessibleText(variable.name() + ", " + type.getText() + ", " + memory);
        card.setOnMouseClicked(_ -> select.accept(variable.name()));
        card.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE)
                select.accept(variable.name());
        });
        VBox.setMargin(card, new javafx.geometry.Insets(0, 0, 0, depth * INDENT));
        made.add(card);
        return card;
    }

    private static Node value(ScriptRun.Named other) {
        Label name = new Label(other.name());
        name.getStyleClass().addAll("variable-name", "muted");
        Label value = new Label(other.value());
        value.getStyleClass().add("mono");
        HBox line = new HBox(name, value);
        line.getStyleClass().add("variable-value");
        return line;
    }

    /** Marks the card of the variable on show, and those that see the last write. */
    void mark(@Nullable Variable shown, @Nullable Write write) {
        for (HBox card : made) {
            card.pseudoClassStateChanged(SHOWN, card.getUserData() == shown);
            boolean lit = write != null && write.seenBy().stream().anyMatch(v -> v == card.getUserData());
            card.pseudoClassStateChanged(LIT, lit);
        }
    }
}
