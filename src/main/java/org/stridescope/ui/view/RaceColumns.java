package org.stridescope.ui.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import org.jspecify.annotations.Nullable;

import org.stridescope.ui.control.Look;
import org.stridescope.ui.model.RaceMoment;
import org.stridescope.ui.model.ShownRecording;
import org.stridescope.ui.model.StartOrder;

/** All variants side by side on one clock; they scroll sideways when there are more than fit. */
final class RaceColumns extends ScrollPane {
    private final HBox box = new HBox();
    private final List<RaceColumn> columns = new ArrayList<>();
    private final Map<String, String> languages;
    private final ObservableValue<Look> look;

    RaceColumns(Map<String, String> languages, ObservableValue<Look> look) {
        this.languages = languages;
        this.look = look;
        setContent(box);
        setFitToHeight(true);
        setFitToWidth(true);
        setVbarPolicy(ScrollBarPolicy.AS_NEEDED);
        setFocusTraversable(false);
        getStyleClass().add("columns-scroll");
    }

    void setVariants(List<String> variants) {
        columns.clear();
        for (String variant : variants) {
            RaceColumn column = new RaceColumn(variant, languages.getOrDefault(variant, ""), look);
            HBox.setHgrow(column, Priority.ALWAYS);
            column.setPrefWidth(1);
            column.setMaxWidth(Double.MAX_VALUE);
            columns.add(column);
        }
        if (!columns.isEmpty())
            columns.getLast().getStyleClass().add("last");
        box.getChildren().setAll(columns);
    }

    void show(@Nullable RaceMoment moment, @Nullable ShownRecording shown, StartOrder order, long span,
            double features) {
        int rows = 0;
        for (RaceColumn column : columns) {
            column.show(moment, shown, order.before(column.variant(), moment), span, features);
            rows = Math.max(rows, column.traces().wantedRows());
        }
        for (RaceColumn column : columns)
            column.traces().setLaneRows(rows);
    }
}
