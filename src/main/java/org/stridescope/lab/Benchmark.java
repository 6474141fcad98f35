package org.stridescope.lab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.IntFunction;

import org.stridescope.array.ArrayError;
import org.stridescope.array.ArrayMemory;
import org.stridescope.kernel.Cancellation;
import org.stridescope.kernel.DistanceKernel;
import org.stridescope.lab.BenchmarkReport.Limits;
import org.stridescope.lab.BenchmarkReport.Overhead;
import org.stridescope.lab.BenchmarkReport.Variant;

/**
 * Times variants against one another, nothing watching. Each must pass the comparison with the reference first; a wrong one is
 * not timed. Then they run round by round, in an order drawn anew each round, so that whatever else the machine does strikes all
 * alike; between the runs a fixed loop tells how steady the machine is.
 */
public final class Benchmark {
    private final List<DistanceKernel> variants;
    private final ArrayMemory.Source source;
    private final IntFunction<Limits> limits;

    /**
     * @param variants all that may be named
     * @param limits measures what the machine can do with so many threads
     */
    public Benchmark(List<DistanceKernel> variants, ArrayMemory.Source source, IntFunction<Limits> limits) {
        this.variants = List.copyOf(variants);
        this.source = source;
        this.limits = limits;
    }

    /**
     * Runs an experiment's variants, then measures the machine and what measuring costs. A variant that is missing here, or
     * has no such metric, is reported with the reason.
     *
     * @param repetitions timed runs of each variant, 1 or more
     * @param watcher told how it goes
     * @throws LabError where the experiment cannot be run
     * @throws CancellationException when cancelled
     */
    public BenchmarkReport run(DistanceExperiment experiment, int repetitions, Cancellation cancellation,
            BenchmarkWatcher watcher) {
        BenchmarkReport timed = time(experiment, repetitions, cancellation, watcher);
        watcher.doing("measuring the machine", 1);
        Limits most = limits.apply(experiment.threads());
        return new BenchmarkReport(timed.experiment(), timed.n(), timed.m(), timed.k(), timed.variants(), most,
                timed.noise(), OverheadProbe.measure());
    }

    /** As {@link #run}, without the machine: its limits and the cost of measuring stay unknown. */
    public BenchmarkReport time(DistanceExperiment experiment, int repetitions, Cancellation cancellation,
            BenchmarkWatcher watcher) {
        Map<String, Variant> found = new LinkedHashMap<>();
        List<String> runnable = new ArrayList<>();
        for (String name : experiment.variants()) {
            String reason = whyNot(name, experiment);
            if (reason.isEmpty())
                runnable.add(name);
            else
                found.put(name, Variant.missing(name, reason));
        }
        if (runnable.isEmpty() && !found.isEmpty()) {
            throw new LabError(LabError.Field.VARIANTS, whyNot(experiment.variants().getFirst(), experiment));
        }
        found.values().forEach(watcher::found);
        DistanceExperiment rest = experiment.by(runnable);
        var checked = new ExperimentCheck(variants, new MachineMemory()::availableBytes).check(rest);
        BenchmarkRounds rounds = new BenchmarkRounds(rest, repetitions, cancellation, watcher);
        timed(rounds, checked).forEach(v -> found.put(v.name(), v));
        Preflight sizes = checked.preflight();
        return new BenchmarkReport(experiment, sizes.n(), sizes.m(), sizes.k(),
                experiment.variants().stream().map(found::get).toList(), new Limits(Double.NaN, Double.NaN),
                rounds.noise(), Overhead.NONE);
    }

    /** Why a variant that there is cannot be run here; empty where it can, or where there is no such variant. */
    private String whyNot(String name, DistanceExperiment experiment) {
        for (DistanceKernel kernel : variants) {
            if (!kernel.name().equals(name))
                continue;
            if (!kernel.availability().isAvailable())
                return kernel.availability().sentence();
            if (!kernel.metrics().contains(experiment.metric()))
                return kernel.whyNot(experiment.metric());
            if (!kernel.dtypes().contains(experiment.dtype()))
                return name + " has no " + experiment.dtype().pythonName();
        }
        return "";
    }

    private List<Variant> timed(BenchmarkRounds rounds, ExperimentCheck.Checked checked) {
        try (ArrayMemory memory = ArrayMemory.scoped(source)) {
            return rounds.run(checked, memory);
        } catch (ArrayError e) {
            LabError.Field field = e.kind() == ArrayError.Kind.MEMORY ? LabError.Field.MEMORY : LabError.Field.POINTS;
            throw new LabError(field, String.valueOf(e.getMessage()));
        }
    }
}
