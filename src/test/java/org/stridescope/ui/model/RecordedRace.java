package org.stridescope.ui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.stridescope.trace.Recording;
import org.stridescope.trace.RunOutcome;
import org.stridescope.trace.TilePreview;
import org.stridescope.trace.TraceEvent;

/**
 * A race made up for tests: variants of given lengths run one after another on 100 x 100 points of 50 features in 4 x 4
 * tiles, each on two workers that are busy all along, with memory sampled every 10 ms.
 */
public final class RecordedRace {
    public static final long MS = 1_000_000;
    /** Time before a run and between two of them. */
    public static final long GAP = 100 * MS;
    private static final int SIDE = 4;
    private static final int STEP = 25;

    private final List<TraceEvent> events = new ArrayList<>();
    private int runs;
    private long now = GAP;

    public RecordedRace() {
        events.add(new TraceEvent.ThreadSeen(0, 0, "stridescope-race", false));
        events.add(new TraceEvent.ThreadSeen(0, 1, "stridescope-worker-1", false));
        events.add(new TraceEvent.ThreadSeen(0, 2, "stridescope-worker-2", false));
        events.add(new TraceEvent.ThreadSeen(0, 3, "GC Thread#0", true));
        events.add(new TraceEvent.ThreadSeen(0, 4, "Reference Handler", false));
    }

    /** loops in 800 ms, c in 100 ms. */
    public static Recording loopsAndC() {
        return new RecordedRace().run("loops", 800).run("c", 100).recording();
    }

    public RecordedRace run(String variant, long millis) {
        return run(variant, millis, RunOutcome.DONE, "", SIDE * SIDE);
    }

    public RecordedRace run(String variant, long millis, RunOutcome outcome, String message, int tiles) {
        start(variant, millis, tiles);
        events.add(new TraceEvent.RunEnded(now, runs++, outcome, message));
        now += GAP;
        return this;
    }

    /** A run that has made some tiles and goes on. */
    public Recording running(String variant, long millis, int tiles) {
        start(variant, millis, tiles);
        return Recording.of("distance", settings(), now, events);
    }

    public Recording recording() {
        return Recording.of("distance", settings(), now, events);
    }

    private static Map<String, String> settings() {
        return Map.of("metric", "cityblock", "n", "100", "m", "100", "k", "50");
    }

    private void start(String variant, long millis, int tiles) {
        long start = now;
        events.add(new TraceEvent.RunStarted(start, runs, variant, 100, 100, SIDE * SIDE));
        for (int tile = 0; tile < tiles; tile++) {
            long end = start + (tile + 1) * millis * MS / (SIDE * SIDE);
            int row = tile / SIDE * STEP;
            int column = tile % SIDE * STEP;
            events.add(new TraceEvent.TileDone(end, runs, tile, row, row + STEP, column, column + STEP,
                    end - millis * MS / (SIDE * SIDE), 1 + tile % 2, preview(row, column)));
        }
        long length = tiles * millis * MS / (SIDE * SIDE);
        sample(start, length);
        now = start + length;
    }

    private void sample(long start, long length) {
        for (long at = 0; at < length; at += 10 * MS)
            sampleAt(start + at, at);
        sampleAt(start + length, length);
    }

    private void sampleAt(long time, long at) {
        events.add(new TraceEvent.ThreadSample(time, 0, 0));
        events.add(new TraceEvent.ThreadSample(time, 1, time));
        events.add(new TraceEvent.ThreadSample(time, 2, time));
        events.add(new TraceEvent.ThreadSample(time, 3, time / 20));
        events.add(new TraceEvent.ThreadSample(time, 4, 0));
        events.add(new TraceEvent.MemorySample(time, (40 + at / MS % 50) << 20, 8 << 20, 200L + at / MS << 20));
    }

    private static TilePreview preview(int row, int column) {
        float[] values = new float[5 * 5];
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.abs(row + i / 5 * 5 - column - i % 5 * 5);
        }
        return new TilePreview(5, 5, values);
    }
}
