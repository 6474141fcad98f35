package org.stridescope.lab;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.stridescope.array.ArrayMemory;
import org.stridescope.array.NDArray;
import org.stridescope.kernel.Cancellation;
import org.stridescope.kernel.DistanceKernel;
import org.stridescope.kernel.DistanceProblem;
import org.stridescope.lab.BenchmarkReport.Noise;
import org.stridescope.lab.BenchmarkReport.Variant;

/**
 * The runs of one benchmark: every variant checked, then round by round each right one once, in an order drawn anew each
 * round, so that neither a busy moment nor the cache that the one before leaves behind strikes always the same.
 */
final class BenchmarkRounds {
    private final DistanceExperiment experiment;
    private final int repetitions;
    private final Cancellation cancellation;
    private final BenchmarkWatcher watcher;
    private final SteadyLoop steady = new SteadyLoop();
    private final List<BenchmarkLeg> legs = new ArrayList<>();
    private int done;

    BenchmarkRounds(DistanceExperiment experiment, int repetitions, Cancellation cancellation,
            BenchmarkWatcher watcher) {
        this.experiment = experiment;
        this.repetitions = repetitions;
        this.cancellation = cancellation;
        this.watcher = watcher;
    }

    Noise noise() {
        return steady.noise();
    }

    List<Variant> run(ExperimentCheck.Checked checked, ArrayMemory memory) {
        DistanceProblem problem = RacePoints.load(experiment, checked.preflight(), memory);
        NDArray out = NDArray.zeros(memory, experiment.dtype(), problem.n(), problem.m());
        ReferenceSample reference = ReferenceSample.of(problem, experiment.seed());
        for (DistanceKernel kernel : checked.kernels()) {
            legs.add(new BenchmarkLeg(kernel, problem, out, experiment.threads(), repetitions, cancellation));
        }
        for (BenchmarkLeg leg : legs) {
            watcher.doing("checking " + leg.name(), share());
            leg.check(reference);
            done++;
            watcher.found(leg.result(Double.NaN));
        }
        time();
        return legs.stream().map(leg -> leg.result(first())).toList();
    }

    private void time() {
        Random order = new Random(experiment.seed());
        steady.warmUp();
        List<BenchmarkLeg> right = new ArrayList<>(legs.stream().filter(BenchmarkLeg::isRight).toList());
        done += (legs.size() - right.size()) * repetitions;
        for (int round = 1; round <= repetitions; round++) {
            Collections.shuffle(right, order);
            for (BenchmarkLeg leg : right) {
                watcher.doing("timing " + leg.name() + ", " + round + " of " + repetitions, share());
                steady.time();
                leg.time();
                done++;
            }
            double first = first();
            right.forEach(leg -> watcher.found(leg.result(first)));
            watcher.noise(noise());
        }
    }

    private double share() {
        return (double) done / Math.max(1, legs.size() * (repetitions + 1));
    }

    private double first() {
        return legs.stream().filter(BenchmarkLeg::isRight).mapToDouble(BenchmarkLeg::median).findFirst()
                .orElse(Double.NaN);
    }
}
