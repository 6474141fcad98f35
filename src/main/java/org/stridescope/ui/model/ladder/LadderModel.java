package org.stridescope.ui.model.ladder;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

import org.jspecify.annotations.Nullable;

import org.stridescope.array.DType;
import org.stridescope.kernel.DistanceKernel;
import org.stridescope.lab.BenchmarkReport;
import org.stridescope.lab.BenchmarkReport.Noise;
import org.stridescope.lab.BenchmarkReport.Variant;
import org.stridescope.lab.BenchmarkWatcher;
import org.stridescope.lab.DistanceExperiment;
import org.stridescope.ui.model.DistanceSettings;

/** One problem by all variants: each checked, then timed, the rungs filling as figures come. */
public final class LadderModel {
    private final LadderTools tools;
    private final DistanceSettings settings;
    private final MeasuringJob job;
    private final ObjectProperty<DType> dtype = new SimpleObjectProperty<>(DType.FLOAT64);
    private final ObjectProperty<Integer> repetitions = new SimpleObjectProperty<>(9);
    private final ReadOnlyObjectWrapper<List<Rung>> rungs = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable DistanceExperiment> measured = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable BenchmarkReport> report = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Noise> noise = new ReadOnlyObjectWrapper<>(Noise.NONE);
    private Map<String, Variant> found = new LinkedHashMap<>();

    public LadderModel(LadderTools tools, DistanceSettings settings) {
        this.tools = tools;
        this.settings = settings;
        this.job = new MeasuringJob(tools.measurements(), tools.ui());
        job.running().addListener((_, _, running) -> {
            if (!running)
                stopped();
        });
    }

    /** What has no figures gets none any more; where nothing was found, the screen is as before the run. */
    private void stopped() {
        if (found.isEmpty()) {
            measured.set(null);
            rungs.set(List.of());
        } else
            rungs.set(Rungs.ended(rungs.get()));
    }

    /** The problem as typed, in the chosen dtype; empty while something typed is wrong. */
    public Optional<DistanceExperiment> experiment() {
        return settings.experiment().map(e -> new DistanceExperiment(e.metric(), e.n(), e.m(), e.k(), e.seed(),
                e.points(), e.variants(), e.threads(), dtype.get()));
    }

    /** Measures the problem as typed. */
    public void run() {
        if (job.running().get())
            return;
        experiment().ifPresent(this::run);
    }

    private void run(DistanceExperiment experiment) {
        found = new LinkedHashMap<>();
        report.set(null);
        noise.set(Noise.NONE);
        show(experiment);
        int times = repetitions.get();
        job.run("the ladder",
                cancellation -> tools.benchmark().run(experiment, times, cancellation, new Watcher(experiment)),
                this::finished);
    }

    private void finished(BenchmarkReport done) {
        done.variants().forEach(variant -> found.put(variant.name(), variant));
        noise.set(done.noise());
        DistanceExperiment asked = done.experiment();
        // a points file decides the lengths
        show(new DistanceExperiment(asked.metric(), done.n(), done.m(), done.k(), asked.seed(), asked.points(),
                asked.variants(), asked.threads(), asked.dtype()));
        report.set(done);
    }

    private void show(DistanceExperiment experiment) {
        measured.set(experiment);
        List<DistanceKernel> shown = settings.variants().stream()
                .filter(kernel -> experiment.variants().contains(kernel.name())
                        || !whyNot(kernel, experiment).isEmpty())
                .toList();
        rungs.set(Rungs.of(experiment, shown, found, kernel -> whyNot(kernel, experiment)));
    }

    private static String whyNot(DistanceKernel kernel, DistanceExperiment experiment) {
        if (!kernel.availability().isAvailable())
            return kernel.availability().sentence();
        if (!kernel.metrics().contains(experiment.metric()))
            return kernel.whyNot(experiment.metric());
        return kernel.dtypes().contains(experiment.dtype())
                ? ""
                : kernel.name() + " has no " + experiment.dtype().pythonName();
    }

    public DistanceSettings settings() {
        return settings;
    }

    public MeasuringJob job() {
        return job;
    }

    public ObjectProperty<DType> dtype() {
        return dtype;
    }

    /** Timed runs of each variant. */
    public ObjectProperty<Integer> repetitions() {
        return repetitions;
    }

    /** In the order of the ladder; empty before the first run. */
    public ReadOnlyObjectProperty<List<Rung>> rungs() {
        return rungs.getReadOnlyProperty();
    }

    /** What the rungs are of; null before the first run. */
    public ReadOnlyObjectProperty<@Nullable DistanceExperiment> measured() {
        return measured.getReadOnlyProperty();
    }

    /** The whole, once a run has come to its end. */
    public ReadOnlyObjectProperty<@Nullable BenchmarkReport> report() {
        return report.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Noise> noise() {
        return noise.getReadOnlyProperty();
    }

    /** Brings what the benchmark's thread finds onto the window's. */
    private final class Watcher implements BenchmarkWatcher {
        private final DistanceExperiment experiment;

        Watcher(DistanceExperiment experiment) {
            this.experiment = experiment;
        }

        @Override
        public void doing(String words, double share) {
            job.say(words, share);
        }

        @Override
        public void found(Variant variant) {
            tools.ui().execute(() -> {
                found.put(variant.name(), variant);
                show(experiment);
            });
        }

        @Override
        public void noise(Noise now) {
            tools.ui().execute(() -> noise.set(now));
        }
    }
}
