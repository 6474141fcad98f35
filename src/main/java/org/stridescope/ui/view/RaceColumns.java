package org.stridescope.ui.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import javafx.beans.value.ObservableValue;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import org.jspecify.annotations.Nullable;

import org.stridescope.ui.control.LiveScroll;
import org.stridescope.ui.control.Look;
import org.stridescope.ui.model.RaceMoment;
import org.stridescope.ui.model.ShownRecording;
import org.stridescope.ui.model.StartOrder;

/** All variants side by side on one clock; they scroll sideways when there are more than fit. */
final class RaceColumns extends LiveScroll {
    /** Nanoseconds that a frame may spend on columns, beyond the first. */
    private static final long BUDGET = 5_000_000;

    private final HBox box = new HBox();
    private final List<RaceColumn> columns = new ArrayList<>();
    private final Map<String, String> languages;
    private final ObservableValue<Look> look;
    private Consumer<RaceColumn> painting = _ -> {};
    private int next;
    private int left;

    RaceColumns(Map<String, String> languages, ObservableValue<Look> look) {
        super(null);
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
        next = 0;
        left = 0;
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

    /** Shows a moment: the first columns at once, the rest in the frames that follow, so that no frame paints too much. */
    void show(@Nullable RaceMoment moment, @Nullable ShownRecording shown, StartOrder order, long span,
            double features) {
        painting = column -> column.show(moment, shown, order.before(column.variant(), moment), span, features);
        if (next >= columns.size())
            next = 0;
        left = columns.size();
        tick();
    }

    /** Paints columns that still show an earlier moment, as many as a frame has time for. */
    void tick() {
        long start = System.nanoTime();
        while (left > 0 && (left == columns.size() || System.nanoTime() - start < BUDGET)) {
            painting.accept(columns.get(next));
            next = (next + 1) % columns.size();
            left--;
            if (left == 0)
                alignLanes();
        }
    }

    private void alignLanes() {
        int rows = columns.stream().mapToInt(column -> column.traces().wantedRows()).max().orElse(0);
        for (RaceColumn column : columns)
            column.traces().setLaneRows(rows);
    }
}
