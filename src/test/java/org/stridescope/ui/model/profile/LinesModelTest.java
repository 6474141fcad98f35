package org.stridescope.ui.model.profile;

import java.util.Objects;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import org.stridescope.explain.lines.LineRow;
import org.stridescope.ui.model.Playhead;
import org.stridescope.ui.model.timeline.Span;
import org.stridescope.ui.model.timeline.TimelineData;
import org.stridescope.ui.model.timeline.TimelineModel;

import static org.assertj.core.api.Assertions.assertThat;

class LinesModelTest {
    private static final long MS = RecordedStacks.MS;

    private final TimelineModel timeline = new TimelineModel(new Playhead());
    private final LinesModel model = new LinesModel(timeline, Runnable::run, Runnable::run,
            name -> name.equals("sources/work/slow.c") ? Optional.of("one\ntwo\nthree\n") : Optional.empty());

    LinesModelTest() {
        timeline.load(TimelineData.of(RecordedStacks.recording()));
        model.watch(true);
    }

    private LineRow chosen() {
        return Objects.requireNonNull(model.chosen().get());
    }

    @Test
    void theCostliestLineIsFirstAndChosen() {
        assertThat(model.rows().get()).extracting(LineRow::file).containsExactly("work/slow.c", "Work.java");
        assertThat(chosen().selfNanos()).isEqualTo(15 * MS);
        assertThat(chosen().share()).isEqualTo(0.75);
        assertThat(LinesModel.language(chosen())).isEqualTo("C");
        assertThat(model.summary().get()).startsWith("20 samples").contains("20.0 ms").contains("2 lines");
    }

    @Test
    void theSourceHasTheHeatOfItsLines() {
        LinesModel.Source source = model.source().orElseThrow();
        assertThat(source.lines()).containsExactly("one", "two", "three");
        assertThat(Objects.requireNonNull(source.heat().get(3)).share()).isEqualTo(0.75);
        model.chosen().set(model.rows().get().getLast());
        assertThat(model.source()).isEmpty();
    }

    @Test
    void theBrushNarrowsAndTheChoiceStaysWhereItCan() {
        model.chosen().set(model.rows().get().getLast());
        timeline.brush(new Span(0, 50 * MS));
        assertThat(chosen().file()).isEqualTo("Work.java");
        assertThat(chosen().share()).isEqualTo(0.5);
        timeline.brush(new Span(50 * MS, 100 * MS));
        assertThat(model.rows().get()).hasSize(1);
        assertThat(chosen().file()).isEqualTo("work/slow.c");
    }

    @Test
    void aSearchKeepsWhatMatches() {
        model.search().set("fast");
        assertThat(model.rows().get()).extracting(LineRow::function).containsExactly("Work.fast");
        model.search().set("nothing such");
        assertThat(model.rows().get()).isEmpty();
        assertThat(model.chosen().get()).isNull();
    }

    @Test
    void anEmptyStretchSaysSo() {
        timeline.brush(new Span(0, MS));
        assertThat(model.summary().get()).startsWith("No line was met");
    }
}
