package org.stridescope.lab;

import java.util.List;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

import org.stridescope.array.ArrayMemory;
import org.stridescope.kernel.DistanceKernel;

/** Races in this process, one at a time. */
public final class LocalRaceRunner implements RaceRunner {
    private final ExperimentCheck check;
    private final RacePoints points;
    private final ArrayMemory.Source source;
    private @Nullable LocalRace last;

    /**
     * @param variants all that may be named in an experiment, available or not
     * @param reader reads files of points
     * @param source where the bytes of points and results come from
     */
    public LocalRaceRunner(List<DistanceKernel> variants, PointsReader reader, ArrayMemory.Source source) {
        this(variants, reader, source, new MachineMemory()::availableBytes);
    }

    LocalRaceRunner(List<DistanceKernel> variants, PointsReader reader, ArrayMemory.Source source,
            LongSupplier availableBytes) {
        this.check = new ExperimentCheck(variants, reader, availableBytes);
        this.points = new RacePoints(reader);
        this.source = source;
    }

    @Override
    public Preflight check(DistanceExperiment experiment) {
        return check.check(experiment).preflight();
    }

    @Override
    public synchronized Race start(DistanceExperiment experiment) {
        if (last != null && last.isRunning()) {
            throw new LabError(LabError.Field.VARIANTS, "a race is running: wait for its end, or cancel it first");
        }
        LocalRace race = new LocalRace(experiment, check.check(experiment), points, source);
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
