package org.stridescope.ui.model.profile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.Test;

import org.stridescope.explain.findings.Finding;
import org.stridescope.trace.Recording;
import org.stridescope.trace.RecordingFile;
import org.stridescope.trace.TraceError;
import org.stridescope.trace.TraceEvent;
import org.stridescope.ui.model.RecordedRace;
import org.stridescope.ui.model.RecordingFiles;
import org.stridescope.ui.model.timeline.Marker;
import org.stridescope.ui.model.timeline.Span;

import static org.assertj.core.api.Assertions.assertThat;

class ProfileModelTest {
    private static final long MS = RecordedRace.MS;

    private final List<Recording> written = new ArrayList<>();
    private final ProfileModel model = new ProfileModel(new OneFile(), Runnable::run, Runnable::run);

    /** {@code race.ssrec} is there, everything else is damaged. */
    private final class OneFile implements RecordingFiles {
        @Override
        public RecordingFile.Opened read(Path file) {
            if (file.endsWith("race.ssrec"))
                return new RecordingFile.Opened(RecordedRace.loopsAndC(), "it was not finished");
            throw new TraceError(file + " is damaged: take another copy of it");
        }

        @Override
        public void write(Recording recording, Path file) throws IOException {
            if (file.endsWith("full.ssrec"))
                throw new IOException("no space left on device");
            written.add(recording);
        }
    }

    private String shown() {
        return Objects.requireNonNull(model.shown().get()).name();
    }

    @Test
    void aFileIsShownWithWhatIsToBeKnownOfIt() {
        model.open(Path.of("race.ssrec"));
        assertThat(shown()).isEqualTo("race.ssrec");
        assertThat(model.message().get()).isEqualTo("it was not finished.");
        assertThat(model.timeline().playhead().length().get()).isEqualTo(RecordedRace.loopsAndC().durationNanos());
        assertThat(model.reading().get()).isFalse();
    }

    @Test
    void aDamagedFileLeavesWhatIsShown() {
        model.open(Path.of("race.ssrec"));
        model.open(Path.of("bad.ssrec"));
        assertThat(shown()).isEqualTo("race.ssrec");
        assertThat(model.message().get()).isEqualTo("bad.ssrec is damaged: take another copy of it");
    }

    @Test
    void theLastRaceIsKeptAndShownOnlyWhereNothingElseIs() {
        model.take("race: loops, c", RecordedRace.loopsAndC(), false);
        assertThat(shown()).isEqualTo("race: loops, c");
        model.open(Path.of("race.ssrec"));
        model.take("race: c", RecordedRace.loopsAndC(), false);
        assertThat(shown()).isEqualTo("race.ssrec");
        assertThat(model.open()).extracting(OpenRecording::name).containsExactly("race: c", "race.ssrec",
                "race: loops, c");
    }

    @Test
    void theSameRaceIsNotListedTwice() {
        Recording race = RecordedRace.loopsAndC();
        model.take("race", race, false);
        model.take("race", race, true);
        assertThat(model.open()).hasSize(1);
    }

    @Test
    void onlySoManyStayOpenAndTheShownOneAmongThem() {
        model.open(Path.of("race.ssrec"));
        for (int i = 0; i < 2 * ProfileModel.MOST; i++)
            model.take("race " + i, RecordedRace.loopsAndC(), false);
        assertThat(model.open()).hasSize(ProfileModel.MOST).contains(Objects.requireNonNull(model.shown().get()));
    }

    @Test
    void savingSaysWhereOrWhyNot() {
        model.save(Path.of("x.ssrec"));
        assertThat(model.message().get()).isEmpty();
        model.open(Path.of("race.ssrec"));
        model.save(Path.of("x.ssrec"));
        assertThat(model.message().get()).isEqualTo("The recording is in x.ssrec.");
        model.save(Path.of("full.ssrec"));
        assertThat(model.message().get()).isEqualTo("full.ssrec cannot be written: no space left on device");
    }

    @Test
    void markersAreKeptWhileAnotherIsShownAndSavedWithTheRecording() {
        model.open(Path.of("race.ssrec"));
        model.timeline().toggleMarker(300 * MS);
        OpenRecording first = Objects.requireNonNull(model.shown().get());
        model.take("other", Recording.of("other", Map.of(), 10 * MS, List.of()), true);
        assertThat(model.timeline().markers()).isEmpty();
        assertThat(model.markersOf(first.data())).hasSize(1);
        model.show(first);
        assertThat(model.timeline().markers()).extracting(Marker::nanos).containsExactly(300 * MS);
        model.save(Path.of("x.ssrec"));
        assertThat(written.getLast().marks()).extracting(TraceEvent.Mark::label).containsExactly("marker 1");
    }

    @Test
    void evidenceIsBrushedAndItsThreadsChosen() {
        model.open(Path.of("race.ssrec"));
        FindingsModel findings = new FindingsModel(model.timeline(), Runnable::run, Runnable::run);
        findings.watch(true);
        assertThat(findings.findings().get()).isNotNull();
        Finding finding = new Finding(Finding.Kind.IDLE_THREADS, "loops", "it idles", 200 * MS, 300 * MS,
                java.util.Set.of(1), 0.5);
        findings.showEvidence(finding);
        assertThat(model.timeline().brush().get()).isEqualTo(new Span(200 * MS, 300 * MS));
        assertThat(model.timeline().chosen()).containsExactly(1);
        assertThat(model.timeline().window().view().get().contains(250 * MS)).isTrue();
    }
}
