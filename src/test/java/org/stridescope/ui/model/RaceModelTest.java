package org.stridescope.ui.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.stridescope.kernel.Metric;
import org.stridescope.lab.DistanceExperiment;
import org.stridescope.lab.LabError;
import org.stridescope.trace.Recording;
import org.stridescope.trace.RecordingFile;
import org.stridescope.ui.model.RaceModel.State;

import static org.assertj.core.api.Assertions.assertThat;

/** The race on screen through all its states; the window's thread is a queue that the test empties. */
class RaceModelTest {
    private final ConcurrentLinkedQueue<Runnable> window = new ConcurrentLinkedQueue<>();
    private final FakeRunner runner = new FakeRunner();
    private final RecordingFiles files = new RecordingFiles() {
        @Override
        public RecordingFile.Opened read(Path file) throws IOException {
            if (file.toString().contains("damaged"))
                throw new IOException("it is cut off after 12 B");
            Recording recording = file.toString().contains("empty")
                    ? Recording.of("graph", Map.of(), 0, List.of())
                    : RecordedRace.loopsAndC();
            return new RecordingFile.Opened(recording,
                    file.toString().contains("half") ? "half.ssrec was not finished: it is shown up to 0.90 s" : "");
        }

        @Override
        public void write(Recording recording, Path file) throws IOException {
            throw new IOException("the disk is full");
        }
    };
    private final RaceModel model = new RaceModel(runner, files, Runnable::run, window::add);

    @AfterEach
    void close() {
        model.close();
    }

    private void drain() {
        for (Runnable work = window.poll(); work != null; work = window.poll())
            work.run();
    }

    private void run() {
        model.run(new DistanceExperiment(Metric.CITYBLOCK, 100, 100, 50, 1, null, List.of("loops", "c"), 2));
        drain();
    }

    @Test
    void runsFollowsAndReplays() {
        run();
        assertThat(model.state().get()).isEqualTo(State.RUNNING);
        assertThat(model.columns().get()).containsExactly("loops", "c");
        assertThat(model.playhead().following().get()).isTrue();
        runner.races.getFirst().end(RecordedRace.loopsAndC());
        drain();
        assertThat(model.state().get()).isEqualTo(State.SHOWN);
        assertThat(model.rows().get()).hasSize(2);
        assertThat(model.playhead().length().get()).isEqualTo(800 * RecordedRace.MS);
        model.playhead().stepBack();
        assertThat(model.playhead().time().get()).isEqualTo(750 * RecordedRace.MS);
    }

    @Test
    void aSecondRunWhileOneRunsDoesNothing() {
        run();
        run();
        assertThat(runner.races).hasSize(1);
    }

    @Test
    void cancelReachesTheRaceAndItsPartIsShown() {
        run();
        model.cancel();
        model.cancel();
        assertThat(runner.races.getFirst().cancelled).isTrue();
        assertThat(model.state().get()).isEqualTo(State.CANCELLING);
        runner.races.getFirst().end(
                new RecordedRace().run("loops", 80, org.stridescope.trace.RunOutcome.CANCELLED, "", 5).recording());
        drain();
        assertThat(model.state().get()).isEqualTo(State.SHOWN);
        assertThat(model.rows().get().getFirst().failure()).isEqualTo("cancelled");
    }

    @Test
    void aRaceThatCannotStartSaysWhy() {
        model.run(new DistanceExperiment(Metric.CITYBLOCK, 1_000_000, 1_000_000, 50, 1, null, List.of("loops"), 2));
        drain();
        assertThat(model.state().get()).isEqualTo(State.EMPTY);
        assertThat(model.message().get()).contains("7.28 TiB");
    }

    @Test
    void aRaceThatFailsOnItsWaySaysWhyAndShowsNothingFalse() {
        run();
        runner.races.getFirst().result.completeExceptionally(new LabError(LabError.Field.POINTS, "the file changed"));
        drain();
        assertThat(model.message().get()).isEqualTo("the file changed");
        assertThat(model.isBusy()).isFalse();
    }

    @Test
    void cancelAndReplayBeforeAnyRunDoNothing() {
        model.cancel();
        model.playhead().toggle();
        assertThat(model.moment()).isNull();
        assertThat(model.state().get()).isEqualTo(State.EMPTY);
    }

    @Test
    void opensARecording() {
        model.open(Path.of("race.ssrec"));
        drain();
        assertThat(model.state().get()).isEqualTo(State.SHOWN);
        assertThat(model.columns().get()).containsExactly("loops", "c");
        assertThat(model.rows().get()).hasSize(2);
    }

    @Test
    void aDamagedRecordingIsASentenceAndKeepsWhatIsShown() {
        model.open(Path.of("race.ssrec"));
        drain();
        model.open(Path.of("damaged.ssrec"));
        drain();
        assertThat(model.message().get()).isEqualTo("damaged.ssrec cannot be opened: it is cut off after 12 B");
        assertThat(model.state().get()).isEqualTo(State.SHOWN);
        model.open(Path.of("empty.ssrec"));
        drain();
        assertThat(model.message().get()).contains("holds no race");
    }

    @Test
    void openingWhileARaceRunsIsRefused() {
        run();
        model.open(Path.of("race.ssrec"));
        drain();
        assertThat(model.message().get()).startsWith("A race is running");
        assertThat(model.state().get()).isEqualTo(State.RUNNING);
    }

    @Test
    void aDiskThatIsFullIsASentence() {
        model.open(Path.of("race.ssrec"));
        drain();
        model.save(Path.of("copy.ssrec"));
        drain();
        assertThat(model.message().get()).isEqualTo("copy.ssrec cannot be written: the disk is full");
    }

    @Test
    void aRecordingThatWasNotFinishedSaysSo() {
        model.open(Path.of("half.ssrec"));
        drain();
        assertThat(model.state().get()).isEqualTo(State.SHOWN);
        assertThat(model.message().get()).isEqualTo("half.ssrec was not finished: it is shown up to 0.90 s.");
        model.open(Path.of("whole.ssrec"));
        drain();
        assertThat(model.message().get()).isEmpty();
    }
}
