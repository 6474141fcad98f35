package org.stridescope.ui.view.ladder;

import javafx.beans.value.ObservableValue;

import org.stridescope.ui.model.ladder.MeasuringJob;

/** A segment whose main button starts one measurement, or cancels it: what it says of itself is what the job says. */
interface MeasuringScreen extends LadderScreen {
    MeasuringJob job();

    /** Starts the measurement; none is running. */
    void start();

    @Override
    default void act() {
        if (job().running().get())
            job().cancel();
        else
            start();
    }

    @Override
    default ObservableValue<Boolean> running() {
        return job().running();
    }

    @Override
    default ObservableValue<String> message() {
        return job().message();
    }

    @Override
    default void dismiss() {
        job().tell("");
    }

    @Override
    default ObservableValue<String> doing() {
        return job().words();
    }
}
