package org.stridescope.ui.view;

import java.util.Map;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.stridescope.lab.LabError.Field;
import org.stridescope.ui.model.DistanceSettings;

/** A named figure to type; a sentence below it when it is wrong. */
final class FigureRow extends VBox {
    private final TextField field = new TextField();
    private final Label fault = new Label();

    FigureRow(String name, Field of, DistanceSettings settings, ObservableValue<Map<Field, String>> faults) {
        field.setId("setting-" + of.name().toLowerCase(java.util.Locale.ROOT));
        field.textProperty().bindBidirectional(settings.figure(of));
        field.setAccessibleText(name);
        Label label = new Label(name);
        label.setLabelFor(field);
        label.setMinWidth(USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox line = new HBox(label, space, field);
        line.setStyle("-fx-alignment: center-left;");
        fault.getStyleClass().add("fault");
        fault.setId(field.getId() + "-fault");
        fault.setWrapText(true);
        fault.setMinHeight(USE_PREF_SIZE);
        setSpacing(3);
        getChildren().add(line);
        faults.addListener((_, _, now) -> show(now.getOrDefault(of, "")));
        show(faults.getValue().getOrDefault(of, ""));
    }

    TextField field() {
        return field;
    }

    private void show(String sentence) {
        fault.setText(sentence);
        if (sentence.isEmpty())
            getChildren().remove(fault);
        else if (!getChildren().contains(fault))
            getChildren().add(fault);
        field.getStyleClass().remove("wrong");
        if (!sentence.isEmpty())
            field.getStyleClass().add("wrong");
    }
}
