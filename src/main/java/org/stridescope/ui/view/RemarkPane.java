package org.stridescope.ui.view;

import java.util.function.Supplier;

import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.controlsfx.control.PopOver;

import org.stridescope.ui.model.Remark;

/** What you see, in plain words; on click where the figure comes from. */
final class RemarkPane extends VBox {
    /** Nanoseconds that a sentence stands at least while a race goes on. */
    private static final long READABLE = 400_000_000;

    private final Label title = new Label("What you see");
    private final Hyperlink from = new Hyperlink("Where the figures come from");
    private final Label text = new Label();
    private final Label proof = new Label();
    private long waited = READABLE;

    RemarkPane() {
        getStyleClass().add("remark");
        setMinWidth(0);
        setId("remark");
        title.getStyleClass().add("section");
        text.getStyleClass().add("text-of-remark");
        text.setId("remark-text");
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        from.setId("remark-proof");
        from.getStyleClass().add("link");
        from.setOnAction(_ -> prove(from));
        setWide(false);
        setVisible(false);
        managedProperty().bind(visibleProperty());
    }

    /** Lets wall time pass. */
    void tick(long nanos) {
        waited += nanos;
    }

    /** @param live whether it will be asked again soon: then it changes rarely enough to be read */
    void show(boolean live, Supplier<Remark> remark) {
        if (live && waited < READABLE)
            return;
        waited = 0;
        show(remark.get());
    }

    private void show(Remark remark) {
        setVisible(!remark.text().isEmpty());
        if (!remark.text().equals(text.getText()))
            text.setText(remark.text());
        if (!remark.proof().equals(proof.getText()))
            proof.setText(remark.proof());
    }

    /** In one line above the transport, or as a card below the settings. */
    final void setWide(boolean wide) {
        getStyleClass().remove("wide");
        if (!wide) {
            getChildren().setAll(title, text, from);
            return;
        }
        getStyleClass().add("wide");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().setAll(new HBox(title, space, from), text);
    }

    private void prove(Hyperlink from) {
        Label now = new Label(proof.getText());
        now.setWrapText(true);
        now.setPrefWidth(320);
        StackPane content = new StackPane(now);
        content.getStyleClass().add("proof");
        PopOver over = new PopOver(content);
        over.setArrowLocation(PopOver.ArrowLocation.LEFT_CENTER);
        over.setAnimated(false);
        over.show(from);
    }
}
