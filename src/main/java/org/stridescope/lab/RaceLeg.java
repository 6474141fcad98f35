package org.stridescope.lab;

import java.util.function.Supplier;

import org.stridescope.array.NDArray;
import org.stridescope.kernel.Cancellation;
import org.stridescope.kernel.DistanceKernel;
import org.stridescope.kernel.DistanceKernel.Outcome;
import org.stridescope.kernel.DistanceKernel.RunControl;
import org.stridescope.kernel.DistanceProblem;
import org.stridescope.kernel.Tile;
import org.stridescope.kernel.TileListener;
import org.stridescope.probe.Sampler;
import org.stridescope.trace.Recorder;
import org.stridescope.trace.RunOutcome;
import org.stridescope.trace.TraceEvent;

/**
 * One variant's part of a race: collect, warm up, spoil the buffer (which also touches its pages), run once under watch, and
 * compare with the reference. Only the run itself lies between the recorded start and end.
 */
final class RaceLeg {
    /** Eight of them are a NaN: an item that a variant leaves out shows as one. */
    private static final byte SPOILED = (byte) 0xff;

    private final DistanceProblem problem;
    private final NDArray out;
    private final ReferenceSample reference;
    private final int threads;
    private final Recorder recorder;
    private final Sampler sampler;
    private final Cancellation cancellation;
    private final TilePreviews previews;

    RaceLeg(DistanceProblem problem, NDArray out, ReferenceSample reference, int threads, Recorder recorder,
            Sampler sampler, Cancellation cancellation) {
        this.problem = problem;
        this.out = out;
        this.reference = reference;
        this.threads = threads;
        this.recorder = recorder;
        this.sampler = sampler;
        this.cancellation = cancellation;
        this.previews = new TilePreviews(problem, out);
    }

    RaceResult.Row run(DistanceKernel kernel, int run) {
        Attempt warmUp = attempt(kernel, () -> WarmUp.run(kernel, problem, threads, cancellation));
        System.gc();
        out.buffer().fill(SPOILED);
        PeakMemory peak = PeakMemory.start();
        sampler.currentThread();
        sampler.sampleNow();
        RunControl control = new RunControl(threads, watch(run), cancellation);
        long start = recorder.now();
        recorder.add(
                new TraceEvent.RunStarted(start, run, kernel.name(), problem.n(), problem.m(), kernel.tiles(problem)));
        Attempt timed = warmUp.failed() ? warmUp : attempt(kernel, () -> kernel.run(problem, out, control));
        long end = recorder.now();
        sampler.sampleNow();
        long rise = peak.riseBytes();
        return finish(kernel, run, start, end, timed, rise);
    }

    /** How a call of a kernel went; {@code failure} is empty where it did not throw. */
    private record Attempt(Outcome outcome, String failure) {
        boolean failed() {
            return !failure.isEmpty();
        }
    }

    private static Attempt attempt(DistanceKernel kernel, Supplier<Outcome> call) {
        try {
            return new Attempt(call.get(), "");
        } catch (RuntimeException e) {
            return new Attempt(Outcome.CANCELLED, kernel.name() + " failed: " + e.getMessage());
        } catch (OutOfMemoryError e) {
            return new Attempt(Outcome.CANCELLED, kernel.name() + " ran out of memory: " + e.getMessage());
        }
    }

    private RaceResult.Row finish(DistanceKernel kernel, int run, long start, long end, Attempt timed, long rise) {
        String failure = timed.failure();
        double error = Double.NaN;
        boolean done = !timed.failed() && timed.outcome() == Outcome.DONE;
        if (done) {
            ReferenceSample.Verdict verdict = reference.compare(out);
            error = verdict.maxError();
            if (verdict.failure() != null)
                failure = verdict.failure();
        }
        RunOutcome how = !failure.isEmpty() ? RunOutcome.FAILED : done ? RunOutcome.DONE : RunOutcome.CANCELLED;
        recorder.add(new TraceEvent.RunEnded(end, run, how, failure));
        double seconds = done ? (end - start) / 1e9 : Double.NaN;
        long peakBytes = rise >= 0 ? rise : kernel.temporaryBytes(problem, threads);
        String said = how == RunOutcome.CANCELLED ? "cancelled" : failure;
        return new RaceResult.Row(kernel.name(), seconds, problem.pairFeatures() / seconds, peakBytes, error,
                said.isEmpty() ? null : said);
    }

    private TileListener watch(int run) {
        return new TileListener() {
            @Override
            public void done(Tile tile, long startNanos, long endNanos) {
                record(sampler.currentThread(), tile, startNanos, endNanos);
            }

            @Override
            public void doneBy(long systemThread, Tile tile, long startNanos, long endNanos) {
                record(sampler.threadOf(systemThread), tile, startNanos, endNanos);
            }

            private void record(int thread, Tile tile, long startNanos, long endNanos) {
                recorder.add(new TraceEvent.TileDone(recorder.at(endNanos), run, tile.index(), tile.row(),
                        tile.rowEnd(), tile.column(), tile.columnEnd(), recorder.at(startNanos), thread,
                        previews.of(tile)));
            }
        };
    }
}
