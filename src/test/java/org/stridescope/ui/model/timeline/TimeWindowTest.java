package org.stridescope.ui.model.timeline;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TimeWindowTest {
    private static final long SECOND = 1_000_000_000;

    private final TimeWindow window = new TimeWindow();

    TimeWindowTest() {
        window.load(10 * SECOND);
    }

    private Span view() {
        return window.view().get();
    }

    @Test
    void zoomingKeepsWhatLiesUnderThePointer() {
        long before = view().at(0.3);
        window.zoom(4, 0.3);
        assertThat(view().length()).isEqualTo(10 * SECOND / 4);
        assertThat(view().at(0.3)).isCloseTo(before, org.assertj.core.data.Offset.offset(2L));
        window.zoom(0.5, 0.3);
        assertThat(view().at(0.3)).isCloseTo(before, org.assertj.core.data.Offset.offset(2L));
    }

    @Test
    void itNeverLeavesTheRecording() {
        window.zoom(10, 0);
        window.pan(-5);
        assertThat(view()).isEqualTo(new Span(0, SECOND));
        window.pan(100);
        assertThat(view()).isEqualTo(new Span(9 * SECOND, 10 * SECOND));
        window.zoom(0.001, 0.5);
        assertThat(window.isAll()).isTrue();
        window.show(new Span(-SECOND, 20 * SECOND));
        assertThat(window.isAll()).isTrue();
    }

    @Test
    void itIsNeverNarrowerThanAMicrosecond() {
        window.zoom(1e12, 0.5);
        assertThat(view().length()).isEqualTo(TimeWindow.NARROWEST);
        window.show(new Span(5, 6));
        assertThat(view().length()).isEqualTo(TimeWindow.NARROWEST);
    }

    @Test
    void whatIsRevealedComesToTheMiddleUnlessItIsInView() {
        window.show(new Span(0, SECOND));
        window.reveal(SECOND / 2);
        assertThat(view()).isEqualTo(new Span(0, SECOND));
        window.reveal(5 * SECOND);
        assertThat(view()).isEqualTo(new Span(5 * SECOND - SECOND / 2, 5 * SECOND + SECOND / 2));
    }
}
