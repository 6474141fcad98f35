package org.stridescope.ui.model;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LivePaceTest {
    private static final long MS = 1_000_000;
    private long spent;
    private final LivePace pace = new LivePace(() -> spent);

    /** How many of so many frames are drawn, where drawing one takes this much of a processor. */
    private int drawn(int frames, long frame, long cost) {
        int drawn = 0;
        for (int i = 0; i < frames; i++) {
            if (pace.due(frame)) {
                drawn++;
                spent += cost;
            }
        }
        return drawn;
    }

    @Test
    void theFirstFrameIsDrawn() {
        assertThat(pace.due(0)).isTrue();
    }

    @Test
    void everyFrameIsDrawnWhereDrawingIsCheap() {
        assertThat(drawn(60, 16 * MS, 4 * MS)).isEqualTo(60);
    }

    @Test
    void thirtyASecondAreDrawnWhereEachTakesTwelveMilliseconds() {
        assertThat(drawn(600, 16_666_667, 12 * MS)).isBetween(295, 305);
    }

    @Test
    void showingTakesLessThanHalfAProcessorHoweverDearItIs() {
        drawn(60, 16 * MS, 40 * MS);
        long before = spent;
        drawn(600, 16 * MS, 40 * MS);
        assertThat((double) (spent - before) / (600 * 16 * MS)).isBetween(0.3, 0.45);
    }

    @Test
    void longFramesMakeThePausesLongerUntilTheyAreOver() {
        drawn(20, 16 * MS, 4 * MS);
        long before = pace.pauseNanos();
        drawn(20, 60 * MS, 4 * MS);
        assertThat(pace.pauseNanos()).isGreaterThan(2 * before).isLessThanOrEqualTo(250 * MS);
        drawn(200, 16 * MS, 4 * MS);
        assertThat(pace.pauseNanos()).isLessThan(20 * MS);
    }
}
