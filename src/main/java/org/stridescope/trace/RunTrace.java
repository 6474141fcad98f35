package org.stridescope.trace;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * One variant's run: its span on the recording's clock and its tiles in the order they were done. A run that has not ended
 * has the recording's end as its end and no outcome.
 */
public record RunTrace(int run, String variant, long rows, long columns, int tileCount, long startNanos, long endNanos,
        @Nullable RunOutcome outcome, String message, List<TraceEvent.TileDone> tiles) {

    public boolean isRunning() {
        return outcome == null;
    }

    public long durationNanos() {
        return endNanos - startNanos;
    }

    /** How many of {@link #tiles} were done at this time of the recording. */
    public int tilesDoneBy(long nanos) {
        return EventOrder.countBy(tiles, nanos);
    }

    /** The run as it was at an earlier time. */
    RunTrace until(long nanos) {
        boolean ended = outcome != null && endNanos <= nanos;
        return new RunTrace(run, variant, rows, columns, tileCount, startNanos, ended ? endNanos : nanos,
                ended ? outcome : null, ended ? message : "", tiles.subList(0, tilesDoneBy(nanos)));
    }

    void addTo(List<TraceEvent> events) {
        events.add(new TraceEvent.RunStarted(startNanos, run, variant, rows, columns, tileCount));
        events.addAll(tiles);
        if (outcome != null)
            events.add(new TraceEvent.RunEnded(endNanos, run, outcome, message));
    }

    static final class Builder {
        private final int run;
        private TraceEvent.@Nullable RunStarted started;
        private TraceEvent.@Nullable RunEnded ended;
        private final GrowingList<TraceEvent.TileDone> tiles = new GrowingList<>();
        private int tileCount;

        Builder(int run) {
            this.run = run;
        }

        void started(TraceEvent.RunStarted event) {
            started = event;
        }

        void tile(TraceEvent.TileDone event) {
            tiles.add(event);
            tileCount++;
        }

        void ended(TraceEvent.RunEnded event) {
            ended = event;
        }

        boolean hasStarted() {
            return started != null;
        }

        int tileCount() {
            return tileCount;
        }

        RunTrace build(long now) {
            TraceEvent.RunStarted start = Objects.requireNonNull(started, "a run's tiles came without its start");
            return new RunTrace(run, start.variant(), start.rows(), start.columns(), start.tiles(), start.nanos(),
                    ended == null ? now : ended.nanos(), ended == null ? null : ended.outcome(),
                    ended == null ? "" : ended.message(), tiles.soFar());
        }
    }
}
