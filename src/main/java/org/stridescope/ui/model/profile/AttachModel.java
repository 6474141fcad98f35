package org.stridescope.ui.model.profile;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.jspecify.annotations.Nullable;

import org.stridescope.probe.flight.RunningJvm;
import org.stridescope.trace.Recording;

/** Chooses another Java program of this machine and records it for a time. All of it belongs to the window's thread. */
public final class AttachModel {
    private static final int MOST_SECONDS = 3600;

    /** Where programs and their recordings come from. */
    public interface Source {
        /** Programs that can be recorded. */
        List<RunningJvm> all();

        /** Waits so long, or until it is interrupted, and gives back what was recorded. */
        Recording record(RunningJvm jvm, Duration time);
    }

    private final Source source;
    private final ProfileModel profile;
    private final Executor background;
    private final Executor ui;
    private final ReadOnlyObjectWrapper<List<RunningJvm>> jvms = new ReadOnlyObjectWrapper<>(List.of());
    private final ObjectProperty<@Nullable RunningJvm> chosen = new SimpleObjectProperty<>();
    private final StringProperty seconds = new SimpleStringProperty("10");
    private final ReadOnlyBooleanWrapper recording = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private @Nullable Thread worker;

    public AttachModel(Source source, ProfileModel profile, Executor background, Executor ui) {
        this.source = source;
        this.profile = profile;
        this.background = background;
        this.ui = ui;
    }

    /** Looks for programs anew. */
    public void refresh() {
        background.execute(() -> {
            List<RunningJvm> found = source.all();
            ui.execute(() -> {
                jvms.set(found);
                if (chosen.get() == null || !found.contains(chosen.get()))
                    chosen.set(found.isEmpty() ? null : found.getFirst());
                if (!recording.get())
                    message.set(found.isEmpty() ? "No other Java program of yours runs on this machine." : "");
            });
        });
    }

    /** Records the chosen program; when it is done, the profile shows it. */
    public void start() {
        RunningJvm jvm = chosen.get();
        double time = time();
        if (jvm == null || recording.get())
            return;
        if (!(time > 0) || time > MOST_SECONDS) {
            message.set("Seconds: a number above 0 and at most " + MOST_SECONDS + ".");
            return;
        }
        recording.set(true);
        message.set("Recording process " + jvm.pid() + " for " + seconds.get().strip() + " s\u2026");
        // a thread of its own: it waits for as long as the recording takes
        Thread thread = Thread.ofPlatform().daemon(true).name("stridescope-attach").unstarted(() -> {
            try {
                Recording made = source.record(jvm, Duration.ofMillis(Math.round(time * 1000)));
                ui.execute(() -> {
                    done("");
                    profile.take("process " + jvm.pid(), made, true);
                });
            } catch (RuntimeException error) {
                String text = error.getMessage();
                ui.execute(() -> done(text == null ? "The program cannot be recorded." : text));
            }
        });
        worker = thread;
        thread.start();
    }

    private double time() {
        try {
            return Double.parseDouble(seconds.get().strip());
        } catch (NumberFormatException _) {
            return Double.NaN;
        }
    }

    private void done(String text) {
        recording.set(false);
        worker = null;
        message.set(text);
    }

    /** Ends the recording before its time; what there is by then is kept and shown. */
    public void stop() {
        Thread running = worker;
        if (running != null) {
            message.set("Stopping\u2026");
            running.interrupt();
        }
    }

    public ReadOnlyObjectProperty<List<RunningJvm>> jvms() {
        return jvms.getReadOnlyProperty();
    }

    public ObjectProperty<@Nullable RunningJvm> chosen() {
        return chosen;
    }

    /** For how long, as it is typed. */
    public StringProperty seconds() {
        return seconds;
    }

    public ReadOnlyBooleanProperty recording() {
        return recording.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty message() {
        return message.getReadOnlyProperty();
    }
}
