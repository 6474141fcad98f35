package org.stridescope.lab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.IntFunction;

import org.stridescope.array.ArrayError;
import org.stridescope.array.ArrayMemory;
import org.stridescope.array.DType;
import org.stridescope.array.NDArray;
import org.stridescope.kernel.Cancellation;
import org.stridescope.kernel.DistanceKernel;
import org.stridescope.kernel.DistanceProblem;
import org.stridescope.lab.BenchmarkReport.Limits;
import org.stridescope.lab.BenchmarkReport.Variant;

/**
 * Times variants against one another, nothing watching. Each must pass the comparison with the reference first; a wrong one is
 * not timed. Then all are warmed up and run in turn, round by round, so that whatever else the machine does strikes all alike.
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
     * Runs an experiment's variants. One that is missing here, or has no such metric, is reported with the reason.
     *
     * @param repetitions timed runs of each variant, 1 or more
     * @param progress told what is being done
     * @throws LabError where the experiment cannot be run
     * @throws CancellationException when cancelled
     */
    public BenchmarkReport run(DistanceExperiment experiment, int repetitions, Cancellation cancellation,
            Consumer<String> progress) {
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
        DistanceExperiment rest = new DistanceExperiment(experiment.metric(), experiment.n(), experiment.m(),
                experiment.k(), experiment.seed(), experiment.points(), runnable, experiment.threads());
        var checked = new ExperimentCheck(variants, new MachineMemory()::availableBytes).check(rest);
        time(rest, checked, repetitions, cancellation, progress).forEach(v -> found.put(v.name(), v));
        progress.accept("measuring the machine");
        Preflight sizes = checked.preflight();
        return new BenchmarkReport(experiment.metric().label(), sizes.n(), sizes.m(), sizes.k(), experiment.threads(),
                experiment.variants().stream().map(found::get).toList(), limits.apply(experiment.threads()));
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
        }
        return "";
    }

    private List<Variant> time(DistanceExperiment experiment, ExperimentCheck.Checked checked, int repetitions,
            Cancellation cancellation, Consumer<String> progress) {
        try (ArrayMemory memory = ArrayMemory.scoped(source)) {
            DistanceProblem problem = RacePoints.load(experiment, checked.preflight(), memory);
            NDArray out = NDArray.zeros(memory, DType.FLOAT64, problem.n(), problem.m());
            ReferenceSample reference = ReferenceSample.of(problem, experiment.seed());
            List<BenchmarkLeg> legs = new ArrayList<>();
            for (DistanceKernel kernel : checked.kernels()) {
                progress.accept("checking " + kernel.name());
                BenchmarkLeg leg = new BenchmarkLeg(kernel, problem, out, experiment.threads(), repetitions,
                        cancellation);
                leg.check(reference);
                legs.add(leg);
            }
            for (int round = 0; round < repetitions; round++) {
                for (BenchmarkLeg leg : legs) {
                    if (!leg.isRight())
                        continue;
                    progress.accept("timing " + leg.name() + ", " + (round + 1) + " of " + repetitions);
                    leg.time(round);
                }
            }
            double first = legs.stream().filter(BenchmarkLeg::isRight).mapToDouble(BenchmarkLeg::median).findFirst()
                    .orElse(Double.NaN);
            return legs.stream().map(leg -> leg.result(first)).toList();
        } catch (ArrayError e) {
            LabError.Field field = e.kind() == ArrayError.Kind.MEMORY ? LabError.Field.MEMORY : LabError.Field.POINTS;
            throw new LabError(field, String.valueOf(e.getMessage()));
        }
    }
}
