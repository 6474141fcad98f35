package org.stridescope.ui.view;

import javafx.beans.value.ObservableValue;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

import org.stridescope.trace.RunTrace;
import org.stridescope.ui.control.Look;
import org.stridescope.ui.model.Figures;
import org.stridescope.ui.model.RaceMoment;
import org.stridescope.ui.model.RunState;

/** Two lines below a matrix: share and state, then the rate; in shorter words where the column is narrow. */
final class ColumnCaptions extends Region {
    private static final double LINE = 17;
    private static final double WIDE = 216;
    private static final double WITH_WORDS = 132;

    private final ObservableValue<Look> look;
    private final Label share = caption();
    private final Label state = caption();
    private final Label rate = caption();

    ColumnCaptions(String variant, ObservableValue<Look> look) {
        this.look = look;
        share.setId("share-" + variant);
        state.setId("state-" + variant);
        getChildren().addAll(share, state, rate);
    }

    void show(RunState now) {
        set(share, "");
        set(state, now.mark() + " " + now.word());
        set(rate, "");
    }

    void show(RaceMoment moment, RunTrace run, double features) {
        RunState now = moment.state(run);
        set(share, Figures.percent(moment.share(run)) + (isUnder(WIDE) ? "" : " of tiles"));
        set(state, words(now, Figures.duration(moment.elapsed(run) / 1e9)));
        String figure = Figures.rate(moment.rate(run, (double) run.rows() * run.columns() * features));
        set(rate, now == RunState.FAILED
                ? run.message()
                : isUnder(WITH_WORDS) ? figure : figure.replace("/s", " pair-features/s"));
    }

    private String words(RunState now, String seconds) {
        boolean timed = now == RunState.DONE || now == RunState.RUNNING;
        if (isUnder(WITH_WORDS) && timed)
            return now.mark() + " " + seconds;
        return now.mark() + " " + now.word()
                + (now == RunState.DONE ? " in " + seconds : now == RunState.RUNNING ? " " + seconds : "");
    }

    private boolean isUnder(double width) {
        return getWidth() < width * look.getValue().scale();
    }

    /** Text that is the same needs no layout. */
    private static void set(Label label, String text) {
        if (!text.equals(label.getText()))
            label.setText(text);
    }

    @Override
    protected double computePrefHeight(double width) {
        return 2 * LINE * look.getValue().scale();
    }

    @Override
    protected void layoutChildren() {
        double line = LINE * look.getValue().scale();
        double right = Math.min(getWidth(), Math.ceil(state.prefWidth(-1)));
        boolean alone = share.getText().isEmpty();
        place(share, 0, 0, getWidth() - right, line);
        place(state, alone ? 0 : getWidth() - right, 0, right, line);
        place(rate, 0, line, getWidth(), line);
    }

    private void place(Region child, double x, double y, double width, double height) {
        layoutInArea(child, snapPositionX(x), snapPositionY(y), Math.max(0, width), height, 0, HPos.LEFT, VPos.CENTER);
    }

    private static Label caption() {
        Label label = new Label();
        label.getStyleClass().add("caption");
        label.setMinWidth(0);
        return label;
    }
}
