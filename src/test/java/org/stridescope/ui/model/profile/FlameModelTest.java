package org.stridescope.ui.model.profile;

import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.Test;

import org.stridescope.explain.flame.FlameGraph.Direction;
import org.stridescope.trace.Recording;
import org.stridescope.trace.SampleKind;
import org.stridescope.ui.model.Playhead;
import org.stridescope.ui.model.timeline.Span;
import org.stridescope.ui.model.timeline.TimelineData;
import org.stridescope.ui.model.timeline.TimelineModel;

import static org.assertj.core.api.Assertions.assertThat;

class FlameModelTest {
    private static final long MS = RecordedStacks.MS;

    private final TimelineModel timeline = new TimelineModel(new Playhead());
    private final FlameModel model = new FlameModel(timeline, Runnable::run, Runnable::run);

    FlameModelTest() {
        timeline.load(TimelineData.of(RecordedStacks.recording()));
        model.watch(true);
    }

    private FlameBox root() {
        return Objects.requireNonNull(model.root().get());
    }

    @Test
    void boxesAreAsWideAsTheirWeightAndLieWithinTheirCallers() {
        FlameBox outer = root().children().getFirst();
        assertThat(root().weight()).isEqualTo(20 * MS);
        assertThat(outer.title()).isEqualTo("Work.outer");
        assertThat(outer.children()).extracting(FlameBox::title).containsExactly("slow", "Work.fast");
        assertThat(outer.children().getFirst().share()).isCloseTo(0.75, org.assertj.core.data.Offset.offset(1e-9));
        assertThat(root().at(2, 0.8)).isSameAs(outer.children().getLast());
        assertThat(root().at(3, 0.5)).isNull();
        assertThat(root().levels()).isEqualTo(3);
    }

    @Test
    void itKeepsToTheBrushAndTheThreads() {
        timeline.brush(new Span(0, 50 * MS));
        assertThat(root().weight()).isEqualTo(10 * MS);
        timeline.choose(0);
        assertThat(root().weight()).isEqualTo(5 * MS);
        assertThat(root().children().getFirst().children()).extracting(FlameBox::title).containsExactly("Work.fast");
        timeline.escape();
        assertThat(root().weight()).isEqualTo(10 * MS);
    }

    @Test
    void searchSaysHowMuchItMatches() {
        assertThat(model.matched()).isEmpty();
        model.search().set("FAST");
        assertThat(model.matched()).isEqualTo("matched 25.0 %");
        model.search().set("work.");
        assertThat(model.matched()).isEqualTo("matched 100.0 %");
    }

    @Test
    void reversedItBeginsWithWhatRan() {
        model.direction().set(Direction.CALLERS);
        assertThat(root().children()).extracting(FlameBox::title).containsExactly("slow", "Work.fast");
    }

    @Test
    void aClickZoomsAndTheSameAgainGoesBack() {
        FlameBox slow = root().children().getFirst().children().getFirst();
        model.zoom(slow);
        assertThat(model.zoomed().get()).isSameAs(slow);
        model.zoom(slow);
        assertThat(model.zoomed().get()).isSameAs(root());
    }

    @Test
    void keysMoveToParentsChildrenAndNeighbours() {
        model.move(1, 0);
        model.move(1, 0);
        assertThat(Objects.requireNonNull(model.chosen().get()).title()).isEqualTo("slow");
        model.move(0, 1);
        assertThat(Objects.requireNonNull(model.chosen().get()).title()).isEqualTo("Work.fast");
        model.move(0, 1);
        assertThat(Objects.requireNonNull(model.chosen().get()).title()).isEqualTo("Work.fast");
        model.move(-1, 0);
        assertThat(Objects.requireNonNull(model.chosen().get()).title()).isEqualTo("Work.outer");
    }

    @Test
    void aDifferenceShowsWhatCameAndWhatWent() {
        Recording all = RecordedStacks.recording();
        timeline.brush(new Span(0, 50 * MS));
        timeline.choose(0);
        model.base().set(OpenRecording.of("before", Recording.of("other", Map.of(), 100 * MS, all.events())));
        FlameBox outer = root().children().getFirst();
        FlameBox fast = outer.children().stream().filter(b -> b.title().equals("Work.fast")).findFirst().orElseThrow();
        FlameBox slow = outer.children().stream().filter(b -> b.title().equals("slow")).findFirst().orElseThrow();
        assertThat(fast.weight()).isEqualTo(5 * MS);
        assertThat(fast.base()).isEqualTo(5 * MS);
        assertThat(slow.weight()).isZero();
        assertThat(slow.base()).isEqualTo(15 * MS);
        assertThat(slow.rise(root())).isNegative();
        assertThat(slow.share()).isEqualTo(0.75);
        assertThat(model.words(slow)).contains("base 15.0 ms");
    }

    @Test
    void nothingIsASentence() {
        assertThat(model.nothing()).isEmpty();
        model.kind().set(SampleKind.LOCK);
        assertThat(model.nothing()).isEqualTo("No thread was seen waiting for a lock in this stretch.");
    }

    @Test
    void nobodyLooksSoNothingIsFound() {
        model.watch(false);
        FlameBox before = root();
        timeline.brush(new Span(0, 10 * MS));
        assertThat(model.root().get()).isSameAs(before);
        model.watch(true);
        assertThat(root().weight()).isEqualTo(2 * MS);
    }
}
