package org.stridescope.ui.view.arrays;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import org.stridescope.ui.model.arrays.PredictModel;
import org.stridescope.ui.model.arrays.PredictModel.Asked;

/** One question before the answer is shown: choices, a field to type into, then right or wrong and why. */
final class PredictPane extends VBox {
    private final PredictModel model;

    PredictPane(PredictModel model) {
        this.model = model;
        getStyleClass().add("predict");
        setId("predict-pane");
        model.asked().addListener((_, _, now) -> show(now));
        show(model.asked().get());
    }

    private void show(@Nullable Asked asked) {
        getChildren().clear();
        setVisible(asked != null);
        setManaged(asked != null);
        if (asked == null)
            return;
        Label head = styled("Predict " + asked.number() + " of " + asked.of() + " \u00b7 " + model.score().get().text(),
                "section");
        head.setId("predict-score");
        Label prompt = styled(asked.question().prompt(), "predict-prompt");
        prompt.setId("predict-prompt");
        getChildren().addAll(head, prompt);
        for (String choice : asked.question().choices())
            getChildren().add(choice(asked, choice));
        if (asked.isAnswered())
            reveal(asked);
        else
            type();
    }

    private Button choice(Asked asked, String text) {
        Button button = new Button(text);
        button.getStyleClass().addAll("action", "predict-choice", "mono");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setWrapText(true);
        if (!asked.isAnswered()) {
            button.setOnAction(_ -> model.answer(text));
        } else {
            button.setFocusTraversable(false);
            boolean right = asked.question().answer().accepts(text);
            boolean chosen = text.equals(asked.given());
            if (right)
                button.setText("\u2713 " + text);
            else if (chosen)
                button.setText("\u2717 " + text);
            if (right)
                button.getStyleClass().add("right");
            else if (chosen)
                button.getStyleClass().add("wrong");
        }
        return button;
    }

    private void type() {
        TextField field = new TextField();
        field.setId("predict-answer");
        field.setPromptText("or type it");
        field.setOnAction(_ -> model.answer(field.getText()));
        Button stop = new Button("Skip");
        stop.setId("predict-stop");
        stop.getStyleClass().add("action");
        stop.setOnAction(_ -> model.stop());
        HBox row = new HBox(field, stop);
        HBox.setHgrow(field, javafx.scene.layout.Priority.ALWAYS);
        row.getStyleClass().add("write-row");
        stop.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().add(row);
    }

    private void reveal(Asked asked) {
        Label verdict = styled(asked.isRight() ? "\u2713 right" : "\u2717 it is " + asked.question().answer().text(),
                asked.isRight() ? "predict-right" : "predict-wrong");
        verdict.setId("predict-verdict");
        Label why = styled(asked.question().explanation(), "muted");
        Button next = new Button(asked.number() < asked.of() ? "Next question" : "Reveal");
        next.setId("predict-next");
        next.getStyleClass().addAll("action", "main");
        next.setOnAction(_ -> model.next());
        getChildren().addAll(verdict, why, next);
        next.requestFocus();
    }

    private static Label styled(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
