package org.stridescope.lab;

import java.util.concurrent.CancellationException;

import org.jspecify.annotations.Nullable;

import org.stridescope.array.NDArray;
import org.stridescope.kernel.Cancellation;
import org.stridescope.kernel.DistanceKernel;
import org.stridescope.kernel.DistanceKernel.Outcome;
import org.stridescope.kernel.DistanceKernel.RunControl;
import org.stridescope.kernel.DistanceProblem;
import org.stridescope.kernel.TileListener;
import org.stridescope.lab.BenchmarkReport.Variant;

/** One variant's part of a benchmark. */
final class BenchmarkLeg {
    private static final byte SPOILED = (byte) 0xff;

    private final DistanceKernel kernel;
    private final DistanceProblem problem;
    private final NDArray out;
    private final RunControl control;
    private final double[] seconds;
    private long peakBytes;
    private double error = Double.NaN;
    private @Nullable String failure;

    BenchmarkLeg(DistanceKernel kernel, DistanceProblem problem, NDArray out, int threads, int repetitions,
            Cancellation cancellation) {
        this.kernel = kernel;
        this.problem = problem;
        this.out = out;
        this.control = new RunControl(threads, TileListener.NONE, cancellation);
        this.seconds = new double[repetitions];
    }

    String name() {
        return kernel.name();
    }

    boolean isRight() {
        return failure == null;
    }

    double median() {
        return Timings.of(seconds).median();
    }

    /** Warms the variant up, runs it once in full, and compares; what it takes in memory is measured here, untimed. */
    void check(ReferenceSample reference) {
        try {
            WarmUp.run(kernel, problem, control.threads(), control.cancellation());
            System.gc();
            out.buffer().fill(SPOILED);
            PeakMemory peak = PeakMemory.start();
            run();
            long rise = peak.riseBytes();
            peakBytes = rise >= 0 ? rise : kernel.temporaryBytes(problem, control.threads());
            ReferenceSample.Verdict verdict = reference.compare(out);
            error = verdict.maxError();
            failure = verdict.failure();
        } catch (CancellationException e) {
            throw e;
        } catch (RuntimeException e) {
            failure = kernel.name() + " failed: " + e.getMessage();
        } catch (OutOfMemoryError e) {
            failure = kernel.name() + " ran out of memory: " + e.getMessage();
        }
    }

    void time(int round) {
        long start = System.nanoTime();
        run();
        seconds[round] = Math.max(1, System.nanoTime() - start) / 1e9;
    }

    private void run() {
        if (kernel.run(problem, out, control) == Outcome.CANCELLED)
            throw new CancellationException("cancelled");
    }

    Variant result(double firstMedian) {
        String wrong = failure;
        if (wrong != null)
            return Variant.untimed(kernel.name(), true, wrong, peakBytes, error);
        Timings timings = Timings.of(seconds);
        double bytes = (problem.x().size() + problem.y().size()) * 8.0 + problem.resultBytes();
        return new Variant(kernel.name(), true, null, seconds.length, timings.median(), timings.min(), timings.max(),
                timings.low(), timings.high(), problem.pairFeatures() / timings.median(), bytes / timings.median(),
                peakBytes, error, firstMedian / timings.median());
    }
}
