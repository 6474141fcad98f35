package org.stridescope.ui.model;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.stridescope.trace.RunOutcome;

import static org.assertj.core.api.Assertions.assertThat;

class StartOrderTest {
    private final StartOrder order = new StartOrder(List.of("loops", "c", "vector"), true);

    @Test
    void theFirstWarmsUpBeforeAnythingIsRecorded() {
        assertThat(order.before("loops", null)).isEqualTo(RunState.WARMING_UP);
        assertThat(order.before("c", null)).isEqualTo(RunState.WAITING);
    }

    @Test
    void theNextWarmsUpOnceTheOneBeforeItHasEnded() {
        RaceMoment over = RaceMoment.live(new RecordedRace().run("loops", 800, RunOutcome.DONE, "", 16).recording());
        assertThat(order.before("c", over)).isEqualTo(RunState.WARMING_UP);
        assertThat(order.before("vector", over)).isEqualTo(RunState.WAITING);
    }

    @Test
    void whatDidNotRunBeforeTheRaceEndedIsNotWaiting() {
        StartOrder ended = new StartOrder(List.of("loops", "c"), false);
        assertThat(ended.before("c", null)).isEqualTo(RunState.NOT_RUN);
    }
}
