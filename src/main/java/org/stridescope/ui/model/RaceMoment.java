package org.stridescope.ui.model;

import java.util.Comparator;
import java.util.Optional;

import org.stridescope.trace.Recording;
import org.stridescope.trace.RunOutcome;
import org.stridescope.trace.RunTrace;

/**
 * A recording at a time: all that any pane of the race needs. Live, runs follow one another and each shows its own end;
 * replaying, all runs start together at 0 and {@code time} counts from each run's start.
 *
 * @param time nanoseconds since every run's start; without meaning when {@code live}
 */
public record RaceMoment(Recording recording, boolean live, long time) {
    private static final long LEAST_ROOM = 100_000_000;
    private static final double[] STEPS = {1, 1.5, 2, 3, 4, 6, 8, 10};

    public static RaceMoment live(Recording recording) {
        return new RaceMoment(recording, true, 0);
    }

    /** The run of this variant, once it has started. */
    public Optional<RunTrace> run(String variant) {
        return recording.runs().stream().filter(run -> run.variant().equals(variant)).findFirst();
    }

    /** This moment on the recording's own clock, within the run. */
    public long at(RunTrace run) {
        return live ? run.endNanos() : Math.min(run.endNanos(), run.startNanos() + time);
    }

    /** Nanoseconds since the run's start; stops at its end. */
    public long elapsed(RunTrace run) {
        return at(run) - run.startNanos();
    }

    public boolean isOver(RunTrace run) {
        return run.outcome() != null && at(run) >= run.endNanos();
    }

    public RunState state(RunTrace run) {
        if (!isOver(run))
            return !live && time == 0 ? RunState.WAITING : RunState.RUNNING;
        RunOutcome outcome = run.outcome();
        if (outcome == RunOutcome.CANCELLED)
            return RunState.CANCELLED;
        return outcome == RunOutcome.FAILED ? RunState.FAILED : RunState.DONE;
    }

    public int tilesDone(RunTrace run) {
        return run.tilesDoneBy(at(run));
    }

    /** Share of the result that is there, 0 to 1. */
    public double share(RunTrace run) {
        return run.tileCount() == 0 ? 0 : (double) tilesDone(run) / run.tileCount();
    }

    /** Feature differences a second until now; not a number before the first tile. */
    public double rate(RunTrace run, double pairFeatures) {
        long elapsed = elapsed(run);
        double share = share(run);
        return elapsed <= 0 || share == 0 ? Double.NaN : pairFeatures * share / (elapsed / 1e9);
    }

    /**
     * The length of the shared clock, nanoseconds: the longest run. Live, the room for it: as that grows in steps, what is
     * drawn stays where it is between them.
     */
    public long span() {
        return live ? room(longest()) : longest();
    }

    /** The longest run until now, nanoseconds. */
    public long longest() {
        return recording.runs().stream().mapToLong(RunTrace::durationNanos).max().orElse(0);
    }

    /** The least of 1, 1.5, 2, 3, 4, 6, 8 and 10 times a power of ten that is not less. */
    private static long room(long nanos) {
        long power = LEAST_ROOM;
        while (power < nanos / 10)
            power *= 10;
        for (double step : STEPS) {
            if (step * power >= nanos)
                return (long) (step * power);
        }
        return nanos;
    }

    /**
     * How many times as fast as the first variant: by elapsed times where both are over, else by their rates until now; not a
     * number while one of them has nothing to show.
     */
    public double speedUp(RunTrace run) {
        Optional<RunTrace> first = recording.runs().stream().min(Comparator.comparingLong(RunTrace::startNanos));
        if (first.isEmpty())
            return Double.NaN;
        double mine = rate(run, 1);
        double base = rate(first.get(), 1);
        return mine / base;
    }
}
