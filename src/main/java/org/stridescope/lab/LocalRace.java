package org.stridescope.lab;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import org.jspecify.annotations.Nullable;

import org.stridescope.array.ArrayError;
import org.stridescope.array.ArrayMemory;
import org.stridescope.array.NDArray;
import org.stridescope.ffi.ThreadNiceness;
import org.stridescope.io.IoError;
import org.stridescope.kernel.Cancellation;
import org.stridescope.kernel.DistanceKernel;
import org.stridescope.kernel.DistanceProblem;
import org.stridescope.kernel.MachineLimits;
import org.stridescope.probe.Sampler;
import org.stridescope.probe.SamplingCost;
import org.stridescope.trace.CounterTrace;
import org.stridescope.trace.Recorder;
import org.stridescope.trace.Recording;
import org.stridescope.trace.RecordingFile;
import org.stridescope.trace.RecordingWriter;
import org.stridescope.trace.TraceEvent;

/** One race in this process: its variants run one after another in a thread of its own, into one result buffer. */
final class LocalRace implements Race {
    /** A tenth of the usual weight: enough for a frame in time, and no loss where processors are free. */
    private static final int WATCHED_NICENESS = 10;

    private final DistanceExperiment experiment;
    private final ExperimentCheck.Checked checked;
    private final ArrayMemory.Source source;
    private final @Nullable Path file;
    private final boolean watched;
    private final Recorder recorder;
    private final Cancellation cancellation = new Cancellation();
    private final CompletableFuture<RaceResult> result = new CompletableFuture<>();
    private final Thread thread = Thread.ofPlatform().name("stridescope-race").daemon(true).unstarted(this::run);
    private volatile @Nullable Sampler sampler;
    private volatile @Nullable Recording finished;

    LocalRace(DistanceExperiment experiment, ExperimentCheck.Checked checked, ArrayMemory.Source source,
            @Nullable Path file, boolean watched) {
        this.watched = watched;
        this.experiment = experiment;
        this.checked = checked;
        this.source = source;
        this.file = file;
        this.recorder = new Recorder("distance", RaceSettings.of(experiment, checked.preflight()));
    }

    void start() {
        thread.start();
    }

    private void run() {
        try {
            RaceResult raced = file == null ? recorded() : recordedTo(file);
            forgetFlight();
            result.complete(raced);
        } catch (ArrayError e) {
            LabError.Field field = e.kind() == ArrayError.Kind.MEMORY ? LabError.Field.MEMORY : LabError.Field.POINTS;
            fail(new LabError(field, String.valueOf(e.getMessage())));
        } catch (IoError e) { // the file changed since it was looked over
            fail(new LabError(LabError.Field.POINTS, String.valueOf(e.getMessage())));
        } catch (OutOfMemoryError e) {
            fail(new LabError(LabError.Field.MEMORY, "the Java heap has no room for this race: " + e.getMessage()));
        } catch (Throwable e) { // whatever it is, whoever waits for the result must hear of it
            fail(e);
        }
    }

    private RaceResult recorded() {
        List<RaceResult.Row> rows = race();
        if (file != null)
            measureLimits();
        Recording recording = recorder.snapshot();
        finished = recording;
        return new RaceResult(recording, rows);
    }

    /** What the machine can do at most, for whoever explains the recording; nothing is watched any more. */
    private void measureLimits() {
        MachineLimits limits = MachineLimits.measure(experiment.threads());
        long now = recorder.now();
        recorder.add(new TraceEvent.Counter(now, CounterTrace.STORE_LIMIT, (long) limits.storeBytesPerSecond()));
        recorder.add(new TraceEvent.Counter(now, CounterTrace.FLOPS_LIMIT, (long) limits.flops()));
    }

    /** The profiler's own file has been laid into the recording, or is of no use any more. */
    private void forgetFlight() {
        Sampler watched = sampler;
        if (watched == null)
            return;
        watched.flight().ifPresent(flight -> {
            if (!flight.toFile().delete())
                flight.toFile().deleteOnExit();
        });
    }

    private RaceResult recordedTo(Path to) {
        try (RecordingWriter writer = RecordingWriter.follow(recorder, to)) {
            RaceResult raced = recorded();
            Sampler watched = sampler;
            if (watched != null)
                watched.flight().ifPresent(flight -> writer.attach(RecordingFile.FLIGHT, flight));
            writer.finish(raced.recording().durationNanos());
            return raced;
        }
    }

    private void fail(Throwable why) {
        finished = recorder.snapshot();
        result.completeExceptionally(why);
    }

    private List<RaceResult.Row> race() {
        try (Sampler watching = Sampler.startWithLines(recorder, ArrayMemory::liveBytes);
                ArrayMemory memory = ArrayMemory.scoped(source)) {
            sampler = watching;
            if (watched) // the sampler has its thread by now; the variants' threads are started by this one
                ThreadNiceness.lowerCallingThread(WATCHED_NICENESS);
            DistanceProblem problem = RacePoints.load(experiment, checked.preflight(), memory);
            NDArray out = NDArray.zeros(memory, experiment.dtype(), problem.n(), problem.m());
            ReferenceSample reference = ReferenceSample.of(problem, experiment.seed());
            RaceLeg leg = new RaceLeg(problem, out, reference, experiment.threads(), recorder, watching, cancellation);
            List<RaceResult.Row> rows = new ArrayList<>();
            for (DistanceKernel kernel : checked.kernels()) {
                if (cancellation.isCancelled())
                    break;
                rows.add(leg.run(kernel, rows.size()));
            }
            return rows;
        }
    }

    @Override
    public Recording snapshot() {
        Recording whole = finished;
        return whole != null ? whole : recorder.snapshot();
    }

    @Override
    public void cancel() {
        cancellation.cancel();
    }

    @Override
    public CompletionStage<RaceResult> result() {
        return result.minimalCompletionStage();
    }

    @Override
    public SamplingCost samplingCost() {
        Sampler watching = sampler;
        return watching == null ? SamplingCost.NONE : watching.cost();
    }

    boolean isRunning() {
        return !result.isDone();
    }

    /** Returns when the race's thread has ended; an interrupt is kept and ends the waiting. */
    void join() {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
