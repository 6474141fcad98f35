package org.stridescope.ui.model.ladder;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import org.jspecify.annotations.Nullable;

import org.stridescope.kernel.Cancellation;
import org.stridescope.lab.LabError;
import org.stridescope.lab.ladder.Measurements;
import org.stridescope.lab.ladder.Measurements.Measurement;

/** A measurement as a screen sees it: runs or not, how far, what it says; all on the window's thread. */
public final class MeasuringJob {
    private final Measurements measurements;
    private final Executor ui;
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private @Nullable Cancellation cancellation;

    public MeasuringJob(Measurements measurements, Executor ui) {
        this.measurements = measurements;
        this.ui = ui;
    }

    /**
     * Starts a measurement; does nothing while one of this screen runs.
     *
     * @param who the ladder, a sweep: for whoever comes next
     * @param done given the result, on the window's thread; not called where there is none
     */
    public <T> void run(String who, Function<Cancellation, T> work, Consumer<T> done) {
        if (running.get())
            return;
        message.set("");
        words.set("starting");
        progress.set(0);
        running.set(true);
        try {
            Measurement<T> started = measurements.start(who, work);
            cancellation = started.cancellation();
            started.result().whenComplete((value, fault) -> ui.execute(() -> ended(value, fault, done)));
        } catch (LabError error) {
            running.set(false);
            words.set("");
            message.set(sentence(error));
        }
    }

    private <T> void ended(@Nullable T value, @Nullable Throwable fault, Consumer<T> done) {
        running.set(false);
        words.set("");
        cancellation = null;
        if (fault != null)
            message.set(sentence(fault));
        else if (value != null)
            done.accept(value);
    }

    /** Asks the measurement to stop; it says when it has. */
    public void cancel() {
        if (cancellation != null) {
            cancellation.cancel();
            words.set("cancelling");
        }
    }

    /** What is being done; from any thread. */
    public void say(String doing, double share) {
        ui.execute(() -> {
            words.set(doing);
            progress.set(share);
        });
    }

    /** A sentence for the user, or none. */
    public void tell(String sentence) {
        message.set(sentence);
    }

    private static String sentence(Throwable fault) {
        Throwable cause = fault instanceof CompletionException && fault.getCause() != null ? fault.getCause() : fault;
        if (cause instanceof CancellationException)
            return "Cancelled. What was measured until then stays.";
        String text = cause.getMessage();
        if (text == null || text.isBlank())
            return "Something went wrong inside (" + cause.getClass().getSimpleName() + ").";
        return Character.toUpperCase(text.charAt(0)) + text.substring(1) + (text.endsWith(".") ? "" : ".");
    }

    public ReadOnlyBooleanProperty running() {
        return running.getReadOnlyProperty();
    }

    /** 0 to 1. */
    public ReadOnlyDoubleProperty progress() {
        return progress.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty words() {
        return words.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty message() {
        return message.getReadOnlyProperty();
    }
}
