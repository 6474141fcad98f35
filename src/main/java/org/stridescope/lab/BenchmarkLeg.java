package org.stridescope.lab;

import java.util.Arrays;
import java.util.concurrent.CancellationException;

import org.jspecify.annotations.Nullable;

import org.stridescope.array.ArrayMemory;
import org.stridescope.array.NDArray;
import org.stridescope.array.Slice;
import org.stridescope.kernel.Cancellation;
import org.stridescope.kernel.DistanceKernel;
import org.stridescope.kernel.DistanceKernel.Outcome;
import org.stridescope.kernel.DistanceKernel.RunControl;
import org.stridescope.kernel.DistanceProblem;
import org.stridescope.kernel.TileListener;
import org.stridescope.lab.BenchmarkReport.Bytes;
import org.stridescope.lab.BenchmarkReport.Variant;

/** One variant's part of a benchmark. */
final class BenchmarkLeg {
    private static final byte SPOILED = (byte) 0xff;
    /** Runs of the smallest problem there is, whose median is what a call costs. */
    private static final int CALLS = 31;

    private final DistanceKernel kernel;
    private final DistanceProblem problem;
    private final NDArray out;
    private final RunControl control;
    private final double[] seconds;
    private int timed;
    private long peakBytes = -1;
    private double callSeconds = Double.NaN;
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

    /** Of the runs timed by now; not a number before the first. */
    double median() {
        return timed == 0 ? Double.NaN : timings().median();
    }

    private Timings timings() {
        return Timings.of(Arrays.copyOf(seconds, timed));
    }

    /** Warms the variant up, runs it once in full, and compares; what it takes in memory is measured here, untimed. */
    void check(ReferenceSample reference) {
        try {
            WarmUp.run(kernel, problem, control.threads(), control.cancellation());
            System.gc();
            out.buffer().fill(SPOILED);
            PeakMemory peak = PeakMemory.start();
            run(problem, out);
            peakBytes = peak.riseBytes();
            ReferenceSample.Verdict verdict = reference.compare(out);
            error = verdict.maxError();
            failure = verdict.failure();
            if (isRight())
                callSeconds = call();
        } catch (CancellationException e) {
            throw e;
        } catch (RuntimeException e) {
            failure = kernel.name() + " failed: " + e.getMessage();
        } catch (OutOfMemoryError e) {
            failure = kernel.name() + " ran out of memory: " + e.getMessage();
        }
    }

    /** What a run costs however small: the call, its checks, starting and gathering the threads. */
    private double call() {
        Slice one = Slice.of(0, 1);
        DistanceProblem least = new DistanceProblem(problem.metric(), problem.x().slice(one), problem.y().slice(one));
        double[] calls = new double[CALLS];
        try (ArrayMemory memory = ArrayMemory.scoped()) {
            NDArray item = NDArray.zeros(memory, problem.x().dtype(), 1, 1);
            for (int i = 0; i < CALLS; i++) {
                long start = System.nanoTime();
                run(least, item);
                calls[i] = (System.nanoTime() - start) / 1e9;
            }
        }
        return Timings.of(calls).median();
    }

    void time() {
        long start = System.nanoTime();
        run(problem, out);
        seconds[timed++] = Math.max(1, System.nanoTime() - start) / 1e9;
    }

    private void run(DistanceProblem given, NDArray to) {
        if (kernel.run(given, to, control) == Outcome.CANCELLED)
            throw new CancellationException("cancelled");
    }

    /**
     * What is known by now.
     *
     * @param firstMedian of the variant that the others are compared with
     */
    Variant result(double firstMedian) {
        Bytes bytes = new Bytes(peakBytes, kernel.temporaryBytes(problem, control.threads()));
        if (failure != null || timed == 0)
            return Variant.untimed(kernel.name(), true, failure, bytes, error);
        Timings timings = timings();
        double moved = (double) (problem.x().size() + problem.y().size()) * problem.x().itemsize()
                + problem.resultBytes();
        return new Variant(kernel.name(), true, null, timed, timings.median(), timings.min(), timings.max(),
                timings.low(), timings.high(), timings.confidence(), callSeconds,
                problem.pairFeatures() / timings.median(), moved / timings.median(), bytes, error,
                firstMedian / timings.median());
    }
}
