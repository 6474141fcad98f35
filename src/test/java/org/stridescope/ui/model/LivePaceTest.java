package org.stridescope.ui.model;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LivePaceTest {
    private static final long MS = 1_000_000;
    private final LivePace pace = new LivePace();

    private int drawn(int frames, long frame) {
        int drawn = 0;
        for (int i = 0; i < frames; i++)
            drawn += pace.due(frame) ? 1 : 0;
        return drawn;
    }

    @Test
    void theFirstFrameIsDrawn() {
        assertThat(pace.due(0)).isTrue();
    }

    @Test
    void shortFramesAreDrawnAboutFifteenTimesASecond() {
        assertThat(drawn(60, 16 * MS)).isBetween(13, 22);
    }

    @Test
    void longFramesMakeThePausesLonger() {
        drawn(20, 16 * MS);
        long before = pace.pauseNanos();
        drawn(20, 60 * MS);
        assertThat(pace.pauseNanos()).isGreaterThan(2 * before).isLessThanOrEqualTo(250 * MS);
        drawn(200, 16 * MS);
        assertThat(pace.pauseNanos()).isLessThan(80 * MS);
    }
}
