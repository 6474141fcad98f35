package org.stridescope.ui.view.ladder;

import java.util.ArrayList;
import java.util.List;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;

import org.stridescope.lab.BenchmarkReport.Bytes;
import org.stridescope.lab.BenchmarkReport.Variant;
import org.stridescope.ui.control.Look;
import org.stridescope.ui.model.Figures;
import org.stridescope.ui.model.ladder.Rung;
import org.stridescope.ui.model.ladder.Rung.State;

/** One rung: its name in its hue, its time drawn, its figures; a sentence in their stead where it is not timed. */
final class RungRow extends GridPane {
    private final String variant;
    private final Label name = new Label();
    private final Label language = new Label();
    private final Circle dot = new Circle(5);
    private final RungPlot plot;
    private final Label sentence = new Label();
    private final List<RungFigure> figures = new ArrayList<>();
    private final ObservableValue<Look> look;

    RungRow(Rung rung, ObservableValue<Look> look, Runnable chosen) {
        this.variant = rung.variant();
        this.look = look;
        plot = new RungPlot(look);
        plot.setMinHeight(20);
        setId("rung-" + variant);
        getStyleClass().add("rung");
        setFocusTraversable(true);
        name.getStyleClass().add("rung-name");
        language.getStyleClass().add("caption");
        language.setWrapText(true);
        language.setMinHeight(USE_PREF_SIZE);
        HBox title = new HBox(dot, new VBox(name, language));
        title.setSpacing(9);
        title.setAlignment(Pos.CENTER_LEFT);
        sentence.getStyleClass().add("rung-sentence");
        sentence.setId(getId() + "-sentence");
        sentence.setWrapText(true);
        sentence.setMaxWidth(Double.MAX_VALUE);
        add(title, 0, 0);
        for (int i = RungColumns.PLOT + 1; i < RungColumns.NAMES.length; i++) {
            RungFigure figure = new RungFigure(i == 2 ? "rung-time" : "rung-figure");
            figure.setId(getId() + "-" + i);
            figures.add(figure);
        }
        setOnMousePressed(_ -> {
            requestFocus();
            chosen.run();
        });
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER)
                chosen.run();
        });
        look.subscribe(now -> {
            RungColumns.set(this, now);
            dot.setFill(now.palette().hue(variant));
            dot.setRadius(5 * now.scale());
        });
    }

    String variant() {
        return variant;
    }

    void show(Rung rung, RungScale scale, boolean selected) {
        name.setText(rung.variant());
        language.setText(rung.language());
        toggle("selected", selected);
        toggle("wrong", rung.state() == State.WRONG);
        toggle("unavailable", rung.state() == State.UNAVAILABLE);
        dot.setFill(rung.state() == State.WRONG
                ? look.getValue().palette().danger()
                : look.getValue().palette().hue(variant));
        Variant v = rung.figures();
        if (v != null && rung.isTimed())
            figures(rung, v, scale);
        else
            sentence(rung);
        setAccessibleText(rung.variant() + " " + sentence.getText());
    }

    private void figures(Rung rung, Variant v, RungScale scale) {
        if (!getChildren().contains(plot)) {
            getChildren().remove(sentence);
            add(plot, RungColumns.PLOT, 0);
            for (int i = 0; i < figures.size(); i++)
                add(figures.get(i), RungColumns.PLOT + 1 + i, 0);
        }
        plot.show(rung, scale);
        figures.get(0).show(Figures.duration(v.medianSeconds()), Figures.range(v.lowSeconds(), v.highSeconds()));
        figures.get(1).show(Figures.rate(v.elementsPerSecond()), Figures.large(v.bytesPerSecond()) + "B/s");
        figures.get(2).show(Figures.times(rung.overBelow()), "");
        figures.get(3).show(Figures.times(rung.overFirst()), "");
        Bytes bytes = v.bytes();
        figures.get(4).show(bytes.peak() < 0 ? "\u2013" : Figures.bytes(bytes.peak()),
                "predicted " + Figures.bytes(bytes.predicted()));
        figures.get(5).show(Figures.error(v.maxAbsError()), "");
    }

    private void sentence(Rung rung) {
        if (!getChildren().contains(sentence)) {
            getChildren().remove(plot);
            getChildren().removeAll(figures);
            add(sentence, RungColumns.PLOT, 0, RungColumns.NAMES.length - 1, 1);
        }
        sentence.setText(rung.state().mark() + " " + switch (rung.state()) {
            case WAITING -> "waiting";
            case RIGHT -> "right, to be timed";
            case LEFT_OUT -> rung.figures() == null ? "not reached" : "right, not timed";
            case TIMED -> "";
            case WRONG -> "Not timed: " + rung.reason();
            case UNAVAILABLE -> rung.reason();
        });
        sentence.setTooltip(rung.reason().isEmpty() ? null : new Tooltip(rung.reason()));
    }

    private void toggle(String style, boolean on) {
        getStyleClass().remove(style);
        if (on)
            getStyleClass().add(style);
    }
}
