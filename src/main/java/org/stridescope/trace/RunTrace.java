package org.stridescope.trace;

import java.util.ArrayList;
import java.util.Comparator;
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
        int low = 0;
        int high = tiles.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (tiles.get(middle).nanos() <= nanos)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    static final class Builder {
        private final int run;
        private TraceEvent.@Nullable RunStarted started;
        private TraceEvent.@Nullable RunEnded ended;
        private final List<TraceEvent.TileDone> tiles = new ArrayList<>();

        Builder(int run) {
            this.run = run;
        }

        void started(TraceEvent.RunStarted event) {
            started = event;
        }

        void tile(TraceEvent.TileDone event) {
            tiles.add(event);
        }

        void ended(TraceEvent.RunEnded event) {
            ended = event;
        }

        RunTrace build(long now) {
            TraceEvent.RunStarted start = Objects.requireNonNull(started, "a run's tiles came without its start");
            tiles.sort(Comparator.comparingLong(TraceEvent.TileDone::nanos));
            return new RunTrace(run, start.variant(), start.rows(), start.columns(), start.tiles(), start.nanos(),
                    ended == null ? now : ended.nanos(), ended == null ? null : ended.outcome(),
                    ended == null ? "" : ended.message(), List.copyOf(tiles));
        }
    }
}
