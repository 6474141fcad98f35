package org.stridescope.ui.view.arrays;

import java.util.stream.Collectors;
import java.util.stream.LongStream;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

import org.jspecify.annotations.Nullable;

import org.stridescope.explain.layout.AddressFormula;
import org.stridescope.explain.layout.Quantity;
import org.stridescope.ui.model.arrays.ArrayBenchModel;
import org.stridescope.ui.model.arrays.Pointed;
import org.stridescope.ui.model.arrays.ShownArray;
import org.stridescope.ui.model.arrays.Write;

/** The address of the item pointed at, spelled out; and a field to write into it. */
final class AddressPane extends VBox {
    private final ArrayBenchModel model;
    private final Label title = new Label();
    private final TextFlow formula = new TextFlow();
    private final Label gloss = new Label();
    private final HBox writing = new HBox();
    private final TextField value = new TextField();
    private final Label outcome = new Label();
    private @Nullable Pointed kept;
    private boolean hidden;

    AddressPane(ArrayBenchModel model) {
        this.model = model;
        getStyleClass().add("address");
        title.getStyleClass().addAll("mono", "address-title");
        title.setId("address-title");
        formula.getStyleClass().add("address-formula");
        gloss.getStyleClass().add("muted");
        gloss.setId("address-gloss");
        gloss.setWrapText(true);
        gloss.setMinHeight(Region.USE_PREF_SIZE);
        outcome.setId("write-outcome");
        outcome.setWrapText(true);
        outcome.setMinHeight(Region.USE_PREF_SIZE);
        value.setId("write-value");
        value.setPromptText("new value");
        value.setPrefColumnCount(7);
        value.setOnAction(_ -> write());
        Label into = new Label("write");
        into.getStyleClass().add("muted");
        writing.getStyleClass().add("write-row");
        writing.getChildren().addAll(into, value);
        getChildren().addAll(title, formula, gloss, writing, outcome);
    }

    /** The last item pointed at stays until another one is, so that a value can be typed for it. */
    void show(@Nullable ShownArray shown, @Nullable Pointed now) {
        if (shown == null) {
            kept = null;
            setVisible(false);
            return;
        }
        setVisible(!hidden);
        if (now != null)
            kept = now;
        Pointed at = kept;
        writing.setVisible(at != null && at.inView());
        if (at == null || at.inView() && at.index().length != shown.array().ndim()) {
            kept = null;
            title.setText("Point at a cell");
            formula.getChildren().clear();
            gloss.setText("Its address in the buffer is spelled out here.");
            return;
        }
        if (!at.inView()) {
            title.setText("byte " + Quantity.count(at.address()));
            formula.getChildren().clear();
            gloss.setText(shown.variable().name() + " does not see this byte of the buffer.");
            return;
        }
        spell(shown, at);
    }

    /** Hidden, it says nothing whatever is pointed at. */
    void setHidden(boolean now) {
        hidden = now;
        setVisible(!now);
    }

    void forget() {
        kept = null;
        outcome.setText("");
    }

    private void spell(ShownArray shown, Pointed at) {
        AddressFormula now = shown.address(at.index());
        String index = LongStream.of(at.index()).mapToObj(Long::toString).collect(Collectors.joining(", "));
        title.setText("address of " + shown.variable().name() + (at.index().length == 0 ? "" : "[" + index + "]"));
        formula.getChildren().setAll(part("offset " + Quantity.count(now.offset()), "formula-offset"));
        for (AddressFormula.Term term : now.terms()) {
            formula.getChildren().add(part(" + " + Quantity.count(term.index()) + "\u00b7", "formula-index"));
            String stride = Quantity.count(term.stride());
            formula.getChildren()
                    .add(part(term.stride() < 0 ? "(" + stride + ")" : stride, "axis-" + Math.min(4, term.axis())));
        }
        formula.getChildren().add(part(" = " + Quantity.count(now.address()), "formula-result"));
        formula.setAccessibleText(now.text());
        gloss.setText(now.gloss());
    }

    private static Node part(String text, String style) {
        Text part = new Text(text);
        part.getStyleClass().addAll("formula", style);
        return part;
    }

    private void write() {
        Pointed at = kept;
        if (at == null || !at.inView())
            return;
        model.write(value.getText(), at.index());
        outcome.getStyleClass().remove("fault");
        Write write = model.lastWrite().get();
        if (!model.message().get().isEmpty()) {
            outcome.getStyleClass().add("fault");
            outcome.setText(model.message().get());
        } else if (write != null && write.line() == 0) {
            value.clear();
            outcome.setText(write.text());
        }
    }
}
