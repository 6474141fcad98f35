package org.stridescope.ui.model.timeline;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.stridescope.trace.Recording;
import org.stridescope.trace.TraceEvent;
import org.stridescope.ui.model.Playhead;
import org.stridescope.ui.model.RecordedRace;

import static org.assertj.core.api.Assertions.assertThat;

class TimelineModelTest {
    private static final long MS = RecordedRace.MS;

    private final TimelineModel model = new TimelineModel(new Playhead());

    TimelineModelTest() {
        model.load(TimelineData.of(RecordedRace.loopsAndC()));
    }

    @Test
    void theBrushIsTheRangeAndAllIsWithoutOne() {
        long length = RecordedRace.loopsAndC().durationNanos();
        assertThat(model.range()).isEqualTo(new Span(0, length));
        model.brush(new Span(-5, 200 * MS));
        assertThat(model.range()).isEqualTo(new Span(0, 200 * MS));
        model.zoomToBrush();
        assertThat(model.window().view().get()).isEqualTo(new Span(0, 200 * MS));
        model.escape();
        assertThat(model.brush().get()).isNull();
    }

    @Test
    void escapeTakesBackOneThingAtATime() {
        model.choose(1);
        model.brush(new Span(0, MS));
        model.measure(new Span(0, MS));
        model.escape();
        assertThat(model.measured().get()).isNull();
        assertThat(model.brush().get()).isNotNull();
        model.escape();
        assertThat(model.brush().get()).isNull();
        assertThat(model.chosen()).containsExactly(1);
        model.escape();
        assertThat(model.chosen()).isEmpty();
    }

    @Test
    void choosingTheOnlyChosenThreadChoosesAll() {
        model.choose(1);
        assertThat(model.isChosen(2)).isFalse();
        model.chooseToo(2);
        assertThat(model.isChosen(2)).isTrue();
        model.choose(2);
        assertThat(model.chosen()).containsExactly(2);
        model.choose(2);
        assertThat(model.isChosen(1)).isTrue();
    }

    @Test
    void aMarkerIsTakenAwayWhereItIsPutTwice() {
        model.toggleMarker(300 * MS);
        model.toggleMarker(100 * MS);
        assertThat(model.markers()).extracting(Marker::nanos).containsExactly(100 * MS, 300 * MS);
        model.toggleMarker(301 * MS);
        assertThat(model.markers()).extracting(Marker::nanos).containsExactly(100 * MS);
    }

    @Test
    void aMarkerIsRenamedAndDeleted() {
        model.toggleMarker(300 * MS);
        Marker marker = java.util.Objects.requireNonNull(model.markerNear(303 * MS));
        model.rename(marker, "  ");
        assertThat(model.markers()).containsExactly(marker);
        model.rename(marker, " second phase ");
        assertThat(model.markers()).containsExactly(new Marker(300 * MS, "second phase"));
        assertThat(model.markerNear(400 * MS)).isNull();
        model.delete(model.markers().getFirst());
        assertThat(model.markers()).isEmpty();
    }

    @Test
    void marksOfTheRecordingAreMarkers() {
        model.load(TimelineData
                .of(Recording.of("test", Map.of(), 10 * MS, List.of(new TraceEvent.Mark(5 * MS, "phase two")))));
        assertThat(model.markers()).containsExactly(new Marker(5 * MS, "phase two"));
    }

    @Test
    void whatIsMeasuredIsSaidInWords() {
        TimelineData data = TimelineData.of(RecordedRace.loopsAndC());
        // two workers are busy all along, and the collector a twentieth
        List<String> said = Measurement.of(data, new Span(200 * MS, 400 * MS));
        assertThat(said.get(0)).isEqualTo("0.200 s");
        assertThat(said.get(1)).isEqualTo("2.1 processors");
        assertThat(said.get(3)).isEqualTo("resident +200 MiB");
    }

    @Test
    void valuesAreReadAtAPlace() {
        TimelineData data = TimelineData.of(RecordedRace.loopsAndC());
        Readings readings = new Readings(data, new Span(0, data.length()));
        assertThat(readings.at(new LaneRow.Runs(), 300 * MS)).containsExactly("loops", "run of 0.800 s");
        ThreadLane worker = data.groups().getFirst().threads().getFirst();
        assertThat(readings.at(new LaneRow.Thread(worker, false), 300 * MS)).contains("worker-1",
                "100 % of a processor");
        assertThat(readings.at(new LaneRow.Memory(), 300 * MS)).contains("off-heap arrays 8.00 MiB");
    }
}
