package org.stridescope.lab;

import java.nio.file.Path;
import java.util.List;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

import org.stridescope.array.ArrayMemory;
import org.stridescope.kernel.DistanceKernel;

/** Races in this process, one at a time. */
public final class LocalRaceRunner implements RaceRunner {
    private final ExperimentCheck check;
    private final ArrayMemory.Source source;
    private final boolean watched;
    private final MachineTurn turn;
    private @Nullable LocalRace last;

    /**
     * @param variants all that may be named in an experiment, available or not
     * @param source where the bytes of points and results come from
     */
    public LocalRaceRunner(List<DistanceKernel> variants, ArrayMemory.Source source) {
        this(variants, source, new MachineMemory()::availableBytes, false, new MachineTurn());
    }

    LocalRaceRunner(List<DistanceKernel> variants, ArrayMemory.Source source, LongSupplier availableBytes,
            boolean watched) {
        this(variants, source, availableBytes, watched, new MachineTurn());
    }

    private LocalRaceRunner(List<DistanceKernel> variants, ArrayMemory.Source source, LongSupplier availableBytes,
            boolean watched, MachineTurn turn) {
        this.turn = turn;
        this.check = new ExperimentCheck(variants, availableBytes);
        this.source = source;
        this.watched = watched;
    }

    /**
     * As the constructor, with the threads of races letting others go first: where a window draws them in software, it would
     * wait for a processor otherwise.
     */
    public static LocalRaceRunner watched(List<DistanceKernel> variants, ArrayMemory.Source source) {
        return new LocalRaceRunner(variants, source, new MachineMemory()::availableBytes, true);
    }

    /** As above, in turn with whatever else measures this machine. */
    public static LocalRaceRunner watched(List<DistanceKernel> variants, ArrayMemory.Source source, MachineTurn turn) {
        return new LocalRaceRunner(variants, source, new MachineMemory()::availableBytes, true, turn);
    }

    @Override
    public Preflight check(DistanceExperiment experiment) {
        return check.check(experiment).preflight();
    }

    @Override
    public Race start(DistanceExperiment experiment) {
        return begin(experiment, null);
    }

    /**
     * As {@link #start(DistanceExperiment)}, with the recording written to a file as it grows. When the result is there, so is
     * the file; where it could not be written the result fails with a {@link org.stridescope.trace.TraceError}.
     */
    public Race start(DistanceExperiment experiment, Path file) {
        return begin(experiment, file);
    }

    private synchronized Race begin(DistanceExperiment experiment, @Nullable Path file) {
        if (last != null && last.isRunning()) {
            throw new LabError(LabError.Field.VARIANTS, "a race is running: wait for its end, or cancel it first");
        }
        LocalRace race = new LocalRace(experiment, check.check(experiment), source, file, watched);
        turn.take(this, "a race");
        race.result().whenComplete((_, _) -> turn.giveBack(this));
        race.start();
        last = race;
        return race;
    }

    @Override
    public synchronized void close() {
        if (last == null)
            return;
        last.cancel();
        last.join();
    }
}
