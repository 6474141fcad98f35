package org.stridescope.ui.view;

import java.util.List;

import javafx.beans.value.ObservableValue;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;

import org.jspecify.annotations.Nullable;

import org.stridescope.trace.RunTrace;
import org.stridescope.ui.control.Look;
import org.stridescope.ui.control.MatrixPicture;
import org.stridescope.ui.model.Figures;
import org.stridescope.ui.model.RaceMoment;
import org.stridescope.ui.model.RunState;
import org.stridescope.ui.model.ShownRecording;
import org.stridescope.ui.model.ValueRange;

/**
 * One variant: its matrix, state, threads and memory. The matrix takes the height that the rest leaves; a column much wider
 * than high puts threads and memory beside the matrix.
 */
final class RaceColumn extends Region {
    private static final double LEAST_WIDTH = 116;
    private static final double LEAST_SIDE = 96;
    private static final double ONE_LINE_HEADER = 220;
    private static final double TOP = 13;
    private static final double BOTTOM = 14;
    private static final double GAP = 10;

    private final String variant;
    private final ObservableValue<Look> look;
    private final Circle dot = new Circle();
    private final Label name = label("column-name");
    private final Label language = label("muted");
    private final Label speedUp = label("speed-up");
    private final ColumnCaptions captions;
    private final MatrixPicture matrix;
    private final ColumnTraces traces;

    RaceColumn(String variant, String writtenIn, ObservableValue<Look> look) {
        this.variant = variant;
        this.look = look;
        matrix = new MatrixPicture(look);
        captions = new ColumnCaptions(variant, look);
        traces = new ColumnTraces(look);
        name.setText(variant);
        name.setTooltip(new Tooltip(variant + (writtenIn.isEmpty() ? "" : ": " + writtenIn)));
        language.setText(writtenIn);
        speedUp.setId("speed-up-" + variant);
        getStyleClass().add("column");
        setId("column-" + variant);
        getChildren().addAll(dot, name, language, speedUp, matrix, captions, traces);
        // what changes in them with every picture of a race changes no size of theirs: the layout of the window ends here
        for (Region part : List.of(matrix, captions, traces))
            part.setManaged(false);
        look.subscribe(now -> {
            dot.setFill(now.palette().hue(variant));
            requestLayout();
        });
    }

    String variant() {
        return variant;
    }

    ColumnTraces traces() {
        return traces;
    }

    /**
     * @param before its state where it has no run yet
     * @param span nanoseconds of the lanes' and the memory's width; 0: the run's own
     * @param features features of a point, for the rate
     */
    void show(@Nullable RaceMoment moment, @Nullable ShownRecording shown, RunState before, long span,
            double features) {
        RunTrace run = moment == null ? null : moment.run(variant).orElse(null);
        if (moment == null || shown == null || run == null) {
            matrix.show(null, null, ValueRange.NONE);
            traces.clear();
            captions.show(before);
            setSpeedUp("");
            return;
        }
        matrix.show(moment, run, shown.range());
        traces.show(moment, shown, run, span == 0 ? run.durationNanos() : span);
        captions.show(moment, run, features);
        double times = moment.speedUp(run);
        setSpeedUp(Double.isFinite(times) ? Figures.times(times) : "");
    }

    private void setSpeedUp(String text) {
        if (!text.equals(speedUp.getText()))
            speedUp.setText(text);
    }

    @Override
    protected double computeMinWidth(double height) {
        return LEAST_WIDTH * look.getValue().scale();
    }

    /** Less than this and the columns scroll: threads and memory are never squeezed out. */
    @Override
    protected double computeMinHeight(double width) {
        double s = look.getValue().scale();
        double across = width < 0 ? LEAST_WIDTH * s : width;
        return (LEAST_SIDE + TOP + 2 * GAP + BOTTOM + (isNarrow(across) ? 46 : 24)) * s + captions.prefHeight(-1)
                + traces.least(across);
    }

    private boolean isNarrow(double width) {
        return width < ONE_LINE_HEADER * look.getValue().scale();
    }

    @Override
    protected void layoutChildren() {
        double s = look.getValue().scale();
        double pad = (getWidth() < 150 * s ? 8 : getWidth() < 220 * s ? 11 : 16) * s;
        double width = getWidth() - 2 * pad;
        double top = header(pad, width, s) + GAP * s;
        double height = getHeight() - top - BOTTOM * s;
        double words = captions.prefHeight(-1) + 6 * s;
        double side = Math.clamp(height - words - GAP * s - traces.least(width), LEAST_SIDE * s,
                Math.max(LEAST_SIDE * s, width));
        if (width > 2.1 * side && width > 440 * s) {
            side = Math.min(height - words, width * 0.5);
            double left = pad + side + 24 * s;
            place(pad, top, side, words, s);
            traces.resizeRelocate(left, top, width - side - 24 * s, height);
        } else {
            side = 2 * Math.floor(side / 2);
            place(pad, top, side, words, s);
            captions.resizeRelocate(pad, top + side + 6 * s, width, words - 6 * s);
            double below = top + side + words + GAP * s;
            traces.resizeRelocate(pad, below, width, getHeight() - BOTTOM * s - below);
            matrix.resizeRelocate(pad, top, width, side);
        }
    }

    private void place(double x, double y, double side, double words, double s) {
        matrix.resizeRelocate(x, y, side, side);
        captions.resizeRelocate(x, y + side + 6 * s, side, words - 6 * s);
    }

    /** Name, language and speed-up in one line, or in two where the column is narrow. */
    private double header(double pad, double width, double s) {
        double high = Math.ceil(name.prefHeight(-1));
        double y = TOP * s;
        dot.setRadius(5 * s);
        dot.relocate(pad, y + high / 2 - 5 * s + 1);
        boolean narrow = isNarrow(getWidth());
        double right = Math.min(width, Math.ceil(speedUp.prefWidth(-1)));
        double x = pad + 17 * s;
        double named = Math.min(Math.ceil(name.prefWidth(-1)), width - 17 * s - (narrow ? 0 : right + 4 * s));
        layoutInArea(name, snapPositionX(x), y, Math.max(0, named), high, 0, HPos.LEFT, VPos.CENTER);
        double second = narrow ? y + high + 2 * s : y;
        layoutInArea(speedUp, snapPositionX(pad + width - right), second, right, high, 0, HPos.LEFT, VPos.CENTER);
        double from = narrow ? pad : x + named + 8 * s;
        double left = pad + width - right - 8 * s - from;
        language.setVisible(left >= language.prefWidth(-1));
        layoutInArea(language, snapPositionX(from), second, Math.max(0, left), high, 0, HPos.LEFT, VPos.CENTER);
        return second + high;
    }

    private static Label label(String styleClass) {
        Label label = new Label();
        label.getStyleClass().add(styleClass);
        label.setMinWidth(0);
        return label;
    }
}
