package org.stridescope.ui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import org.stridescope.lab.DistanceExperiment;
import org.stridescope.lab.LabError;
import org.stridescope.lab.Preflight;
import org.stridescope.lab.Race;
import org.stridescope.lab.RaceResult;
import org.stridescope.lab.RaceRunner;
import org.stridescope.trace.Recording;

/** Races that go exactly as far as a test lets them. */
public final class FakeRunner implements RaceRunner {
    /** Rows above which a result does not fit. */
    public static final long MOST = 100_000;
    public final List<FakeRace> races = new ArrayList<>();

    @Override
    public Preflight check(DistanceExperiment experiment) {
        if (experiment.n() > MOST) {
            throw new LabError(LabError.Field.MEMORY,
                    "the result needs 7.28 TiB and 8.00 GiB are free: take fewer points");
        }
        return new Preflight(experiment.n(), experiment.m(), experiment.k(), experiment.n() * experiment.m() * 8, 1, 2);
    }

    @Override
    public Race start(DistanceExperiment experiment) {
        check(experiment);
        FakeRace race = new FakeRace();
        races.add(race);
        return race;
    }

    @Override
    public void close() {
        races.forEach(Race::cancel);
    }

    /** A race at a standstill. */
    public static final class FakeRace implements Race {
        public volatile Recording now = new RecordedRace().running("loops", 800, 4);
        public volatile boolean cancelled;
        public final CompletableFuture<RaceResult> result = new CompletableFuture<>();

        @Override
        public Recording snapshot() {
            return now;
        }

        @Override
        public void cancel() {
            cancelled = true;
        }

        @Override
        public CompletionStage<RaceResult> result() {
            return result;
        }

        public void end(Recording recording) {
            now = recording;
            result.complete(new RaceResult(recording, ResultRows.of(recording)));
        }
    }
}
