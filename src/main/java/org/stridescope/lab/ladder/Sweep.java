package org.stridescope.lab.ladder;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.stridescope.kernel.Cancellation;
import org.stridescope.lab.Benchmark;
import org.stridescope.lab.BenchmarkReport;
import org.stridescope.lab.BenchmarkReport.Variant;
import org.stridescope.lab.BenchmarkWatcher;
import org.stridescope.lab.DistanceExperiment;

/** The same variants over and over, one length or the threads being another each time. */
public final class Sweep {
    /** What is varied. */
    public enum Axis {
        POINTS("points n = m"), FEATURES("features k"), THREADS("threads");

        private final String label;

        Axis(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** All variants at one place of the axis. */
    public record Step(Axis axis, long value, BenchmarkReport report) {
        /** The variant's figures here, also where it could not be timed; null where it was not asked for. */
        public @org.jspecify.annotations.Nullable Variant of(String variant) {
            return report.variants().stream().filter(v -> v.name().equals(variant)).findFirst().orElse(null);
        }
    }

    private final Benchmark benchmark;

    public Sweep(Benchmark benchmark) {
        this.benchmark = benchmark;
    }

    /**
     * Measures place by place, each as a benchmark of its own with its own check.
     *
     * @param done told of each place as soon as it is measured
     */
    public List<Step> run(DistanceExperiment base, Axis axis, List<Long> values, int repetitions,
            Cancellation cancellation, BenchmarkWatcher watcher, Consumer<Step> done) {
        List<Step> steps = new ArrayList<>();
        for (long value : values) {
            int before = steps.size();
            BenchmarkWatcher here = (words, share) -> watcher.doing(
                    axis.label() + " = " + value + ": " + words, (before + share) / values.size());
            Step step = new Step(axis, value, benchmark.time(at(base, axis, value), repetitions, cancellation, here));
            steps.add(step);
            done.accept(step);
        }
        return List.copyOf(steps);
    }

    /** The experiment with one thing changed. */
    public static DistanceExperiment at(DistanceExperiment base, Axis axis, long value) {
        boolean points = axis == Axis.POINTS;
        return new DistanceExperiment(base.metric(), points ? value : base.n(), points ? value : base.m(),
                axis == Axis.FEATURES ? value : base.k(), base.seed(), base.points(), base.variants(),
                axis == Axis.THREADS ? Math.toIntExact(value) : base.threads(), base.dtype());
    }
}
