package org.stridescope.ui.model.ladder;

import java.util.ArrayList;
import java.util.List;

import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import org.stridescope.kernel.MachineLimits;
import org.stridescope.lab.DistanceExperiment;
import org.stridescope.lab.ladder.KeptLimits;
import org.stridescope.lab.ladder.Roofline;
import org.stridescope.ui.model.SettingsStore;

/** The machine's limits, measured on first use and kept, and the ladder's variants below them. */
public final class RooflineModel {
    private static final String KEY = "machine-limits";

    private final LadderModel ladder;
    private final LadderTools tools;
    private final SettingsStore store;
    private final MeasuringJob job;
    private final ReadOnlyObjectWrapper<@Nullable MachineLimits> limits = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<Point>> points = new ReadOnlyObjectWrapper<>(List.of());

    private boolean waiting;

    /**
     * A variant below the roof.
     *
     * @param intensity operations a byte
     * @param flops operations a second, as measured
     * @param sentence what holds it back, and what would help
     */
    public record Point(String variant, double intensity, double flops, String sentence) {}

    public RooflineModel(LadderModel ladder, LadderTools tools, SettingsStore store) {
        this.ladder = ladder;
        this.tools = tools;
        this.store = store;
        this.job = new MeasuringJob(tools.measurements(), tools.ui());
        store.get(KEY).flatMap(text -> KeptLimits.read(text, KeptLimits.fingerprint())).ifPresent(limits::set);
        ladder.rungs().addListener(_ -> place());
        limits.addListener(_ -> place());
        place();
    }

    /** Measures the machine, where it is not known from an earlier session. */
    public void measureOnce() {
        if (limits.get() != null)
            return;
        if (!ladder.job().running().get())
            measure();
        else if (!waiting)
            ladder.job().running().addListener(new Afterwards());
    }

    public void measure() {
        job.run("the measuring of the machine", _ -> {
            job.say("storing, loading, multiplying and adding as fast as this machine can", 0.5);
            return tools.limits().get();
        }, found -> {
            limits.set(found);
            store.put(KEY, KeptLimits.text(KeptLimits.fingerprint(), found));
        });
    }

    /** Measures once the ladder is through. */
    private final class Afterwards implements InvalidationListener {
        Afterwards() {
            waiting = true;
        }

        @Override
        public void invalidated(Observable running) {
            if (ladder.job().running().get())
                return;
            running.removeListener(this);
            waiting = false;
            measureOnce();
        }
    }

    private void place() {
        DistanceExperiment measured = ladder.measured().get();
        Roofline roof = roof();
        List<Point> placed = new ArrayList<>();
        if (measured != null && roof != null) {
            for (Rung rung : ladder.rungs().get()) {
                if (rung.isTimed())
                    placed.add(new Point(rung.variant(), rung.cost().intensity(), rung.cost().flops() / rung.seconds(),
                            RooflineWords.of(rung, roof, measured.dtype())));
            }
        }
        points.set(List.copyOf(placed));
    }

    /** The roof of as many threads as the ladder used; null before the machine was measured. */
    public @Nullable Roofline roof() {
        MachineLimits known = limits.get();
        DistanceExperiment measured = ladder.measured().get();
        return known == null ? null : Roofline.of(known, measured == null ? known.threads() : measured.threads());
    }

    public LadderModel ladder() {
        return ladder;
    }

    public MeasuringJob job() {
        return job;
    }

    /** Null before the machine was measured. */
    public ReadOnlyObjectProperty<@Nullable MachineLimits> limits() {
        return limits.getReadOnlyProperty();
    }

    /** One a timed variant, in the order of the ladder. */
    public ReadOnlyObjectProperty<List<Point>> points() {
        return points.getReadOnlyProperty();
    }
}
