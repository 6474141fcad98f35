package org.stridescope.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.LockSupport;

import org.stridescope.array.ArrayMemory;
import org.stridescope.kernel.Variants;
import org.stridescope.lab.DistanceExperiment;
import org.stridescope.lab.LocalRaceRunner;
import org.stridescope.lab.Preflight;
import org.stridescope.lab.Race;
import org.stridescope.lab.RaceResult;
import org.stridescope.lab.RaceRunner;
import org.stridescope.trace.Recorder;
import org.stridescope.trace.Recording;
import org.stridescope.trace.RunOutcome;
import org.stridescope.trace.TilePreview;
import org.stridescope.trace.TraceEvent;

/**
 * A race that computes nothing and tells what a race of many threads would tell: samples of all threads and of memory at
 * 50 Hz, fifty tiles a second. What the window takes to show it is then the window's own. The last variant takes three times
 * as long as each other, so that in its second half all columns' time axes grow with it.
 */
final class PlayedRace implements Race {
    private static final long TICK = 20_000_000;
    private static final int SIDE = 256;
    private static final int TILES_PER_TICK = 1;

    private final Recorder recorder;
    private final DistanceExperiment experiment;
    private final int threads;
    private final long each;
    private final Random random = new Random(1);
    private final long[] cpu;
    private final CompletableFuture<RaceResult> result = new CompletableFuture<>();
    private volatile boolean cancelled;

    private PlayedRace(DistanceExperiment experiment, Preflight sizes, int threads, long eachNanos) {
        this.experiment = experiment;
        this.threads = threads;
        each = eachNanos;
        cpu = new long[threads];
        recorder = new Recorder("distance", Map.of("n", String.valueOf(sizes.n()), "m", String.valueOf(sizes.m()), "k",
                String.valueOf(sizes.k()), "threads", String.valueOf(threads)));
    }

    /** Plays instead of racing: so many threads, each variant but the last for so long. */
    static RaceRunner runner(int threads, long eachNanos) {
        LocalRaceRunner checks = new LocalRaceRunner(Variants.all(), ArrayMemory.PLAIN);
        return new RaceRunner() {
            @Override
            public Preflight check(DistanceExperiment experiment) {
                return checks.check(experiment);
            }

            @Override
            public Race start(DistanceExperiment experiment) {
                PlayedRace race = new PlayedRace(experiment, check(experiment), threads, eachNanos);
                Thread.ofPlatform().daemon().name("player").start(race::play);
                return race;
            }

            @Override
            public void close() {
                checks.close();
            }
        };
    }

    private void play() {
        for (int thread = 0; thread < threads; thread++)
            recorder.add(new TraceEvent.ThreadSeen(recorder.now(), thread, "stridescope-race worker " + thread, false));
        List<RaceResult.Row> rows = new ArrayList<>();
        int last = experiment.variants().size() - 1;
        for (int run = 0; run <= last && !cancelled; run++)
            rows.add(play(run, run == last ? 3 * each : each));
        result.complete(new RaceResult(snapshot(), rows));
    }

    private RaceResult.Row play(int run, long length) {
        String variant = experiment.variants().get(run);
        int ticks = (int) (length / TICK);
        int tiles = ticks * TILES_PER_TICK;
        long start = recorder.now();
        recorder.add(new TraceEvent.RunStarted(start, run, variant, tiles, tiles, tiles));
        for (int tick = 0; tick < ticks && !cancelled; tick++) {
            sample(tick);
            tile(run, tick, tiles);
            while (recorder.now() < start + (tick + 1) * TICK)
                LockSupport.parkNanos(start + (tick + 1) * TICK - recorder.now());
        }
        recorder.add(new TraceEvent.RunEnded(recorder.now(), run, RunOutcome.DONE, ""));
        return new RaceResult.Row(variant, length / 1e9, 1e9, 1_000_000, 0, null);
    }

    private void sample(int tick) {
        for (int thread = 0; thread < threads; thread++) {
            cpu[thread] += (long) (TICK * Math.clamp(0.7 + 0.3 * Math.sin(tick / 9.0 + thread), 0, 1));
            recorder.add(new TraceEvent.ThreadSample(recorder.now(), thread, cpu[thread]));
        }
        long heap = 40_000_000L + (long) (20_000_000 * Math.abs(Math.sin(tick / 30.0)));
        recorder.add(new TraceEvent.MemorySample(recorder.now(), heap, 400_000_000, 600_000_000 + heap));
    }

    /** A band of rows, as the kernels make them, with its share of 256 x 256 values. */
    private void tile(int run, int tile, int tiles) {
        int high = Math.max(1, SIDE / tiles);
        float[] values = new float[high * SIDE];
        for (int i = 0; i < values.length; i++)
            values[i] = (float) (Math.sin(i % SIDE / 20.0) + tile % 50 / 50.0 + 0.1 * random.nextDouble());
        long now = recorder.now();
        recorder.add(new TraceEvent.TileDone(now, run, tile, tile, tile + 1, 0, tiles, now - TICK, tile % threads,
                new TilePreview(high, SIDE, values)));
    }

    @Override
    public Recording snapshot() {
        return recorder.snapshot();
    }

    @Override
    public void cancel() {
        cancelled = true;
    }

    @Override
    public CompletionStage<RaceResult> result() {
        return result.minimalCompletionStage();
    }
}
