package org.stridescope.ui.model;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;

import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import org.jspecify.annotations.Nullable;

import org.stridescope.lab.DistanceExperiment;
import org.stridescope.lab.LabError;
import org.stridescope.lab.LabError.Field;
import org.stridescope.lab.Preflight;
import org.stridescope.lab.RaceRunner;

/**
 * Looks the settings over after every change, in the background since a points file may be on a slow disk, and says beside
 * which setting something is wrong. An answer that is older than the last change is dropped.
 */
public final class SettingsCheck {
    private final DistanceSettings settings;
    private final RaceRunner runner;
    private final Executor background;
    private final Executor ui;
    private final ReadOnlyObjectWrapper<Map<Field, String>> faults = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Preflight> preflight = new ReadOnlyObjectWrapper<>();
    private long change;

    public SettingsCheck(DistanceSettings settings, RaceRunner runner, Executor background, Executor ui) {
        this.settings = settings;
        this.runner = runner;
        this.background = background;
        this.ui = ui;
        InvalidationListener changed = _ -> look();
        for (Observable part : settings.parts())
            part.addListener(changed);
        look();
    }

    /** A sentence a setting that is wrong. */
    public ReadOnlyObjectProperty<Map<Field, String>> faults() {
        return faults.getReadOnlyProperty();
    }

    /** What the run will take: "result 1.07 GiB · 7.2 G pair-features"; empty while something is wrong. */
    public ReadOnlyStringProperty summary() {
        return summary.getReadOnlyProperty();
    }

    /** Whether a race with these settings can be started. */
    public ReadOnlyBooleanProperty ready() {
        return ready.getReadOnlyProperty();
    }

    /** Lengths and bytes of the last settings that were right; null before. */
    public ReadOnlyObjectProperty<@Nullable Preflight> preflight() {
        return preflight.getReadOnlyProperty();
    }

    private void look() {
        long mine = ++change;
        Map<Field, String> typed = settings.faults();
        Optional<DistanceExperiment> experiment = settings.experiment();
        if (experiment.isEmpty()) {
            show(typed, "", false);
            return;
        }
        background.execute(() -> {
            try {
                Preflight answer = runner.check(experiment.get());
                ui.execute(() -> {
                    if (mine == change)
                        right(answer);
                });
            } catch (LabError error) {
                ui.execute(() -> {
                    if (mine == change)
                        show(new EnumMap<>(Map.of(error.field(), error.getMessage())), "", false);
                });
            }
        });
    }

    private void right(Preflight answer) {
        preflight.set(answer);
        double work = (double) answer.n() * answer.m() * answer.k();
        show(Map.of(),
                "result " + Figures.bytes(answer.resultBytes()) + " \u00b7 " + Figures.large(work) + " pair-features",
                true);
    }

    private void show(Map<Field, String> wrong, String line, boolean isReady) {
        faults.set(Map.copyOf(wrong));
        summary.set(line);
        ready.set(isReady);
    }
}
