package org.stridescope.ui.model.profile;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.stridescope.trace.Recording;
import org.stridescope.trace.RecordingFile;
import org.stridescope.trace.TraceError;
import org.stridescope.ui.model.RecordedRace;
import org.stridescope.ui.model.RecordingFiles;
import org.stridescope.ui.model.profile.CompareModel.Alignment;
import org.stridescope.ui.model.timeline.Span;

import static org.assertj.core.api.Assertions.assertThat;

class CompareModelTest {
    private static final long MS = RecordedRace.MS;

    private final ProfileModel profile = new ProfileModel(new NoFiles(), Runnable::run, Runnable::run);
    private final CompareModel model = new CompareModel(profile);

    CompareModelTest() {
        profile.take("race", RecordedRace.loopsAndC(), true);
    }

    static final class NoFiles implements RecordingFiles {
        @Override
        public RecordingFile.Opened read(java.nio.file.Path file) {
            throw new TraceError(file + " is not a recording");
        }

        @Override
        public void write(Recording recording, java.nio.file.Path file) {
            throw new TraceError("there is no room");
        }
    }

    @Test
    void theRunsOfARaceAreComparedByThemselves() {
        assertThat(model.chosen().get()).extracting(Contestant::shortName).containsExactly("loops", "c");
        assertThat(model.playhead().length().get()).isEqualTo(800 * MS);
        assertThat(model.own(1, new Span(0, 100 * MS)))
                .isEqualTo(new Span(RecordedRace.GAP + 900 * MS, RecordedRace.GAP + 1000 * MS));
    }

    @Test
    void startedTogetherOneIsDoneLongBeforeTheOther() {
        assertThat(model.done(1, 100 * MS)).isEqualTo(1);
        assertThat(model.done(0, 100 * MS)).isEqualTo(2.0 / 16);
    }

    @Test
    void alignedAtTheEndTheyEndTogether() {
        model.alignment().set(Alignment.END);
        assertThat(model.offset(0)).isZero();
        assertThat(model.offset(1)).isEqualTo(700 * MS);
        assertThat(model.done(1, 650 * MS)).isZero();
    }

    @Test
    void alignedAtAMarkerTheMarkersLieOnEachOther() {
        assertThat(model.canAlignAtMarker()).isFalse();
        profile.timeline().toggleMarker(RecordedRace.GAP + 400 * MS);
        profile.timeline().toggleMarker(RecordedRace.GAP + 950 * MS);
        assertThat(model.canAlignAtMarker()).isTrue();
        model.alignment().set(Alignment.MARKER);
        assertThat(model.offset(0)).isZero();
        assertThat(model.offset(1)).isEqualTo(350 * MS);
    }

    @Test
    void atMostFourAreCompared() {
        for (int i = 0; i < 3; i++)
            profile.take("more " + i, RecordedRace.loopsAndC(), false);
        List<Contestant> all = model.available();
        assertThat(all).hasSize(8);
        all.forEach(one -> {
            if (!model.chosen().get().contains(one))
                model.toggle(one);
        });
        assertThat(model.chosen().get()).hasSize(CompareModel.MOST);
    }

    @Test
    void differencesAreToldAgainstTheFirst() {
        List<Difference> rows = Difference.of(model.chosen().get());
        assertThat(rows.getFirst().name()).isEqualTo("wall time");
        assertThat(rows.getFirst().values()).containsExactly("0.800 s", "0.100 s");
        assertThat(rows.getFirst().changes()).containsExactly("", "1/8.0");
        assertThat(rows).filteredOn(row -> row.name().equals("tiles and tasks")).singleElement()
                .satisfies(row -> assertThat(row.values()).containsExactly("16", "16"));
    }

    @Test
    void changesReadAsPercentOrFactors() {
        assertThat(Difference.change(100, 112)).isEqualTo("+12 %");
        assertThat(Difference.change(100, 70)).isEqualTo("\u221230 %");
        assertThat(Difference.change(100, 310)).isEqualTo("3.1\u00d7");
        assertThat(Difference.change(100, 100)).isEqualTo("same");
        assertThat(Difference.change(0, 5)).isEmpty();
    }
}
