package org.stridescope.ui.model;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PlayheadTest {
    private static final long S = 1_000_000_000;
    private final Playhead playhead = new Playhead();

    @BeforeEach
    void load() {
        playhead.load(S, new long[]{S / 2, S / 4, S, -5, 2 * S});
    }

    @Test
    void standsAtTheEndWhenLoaded() {
        assertThat(playhead.time().get()).isEqualTo(S);
        assertThat(playhead.playing().get()).isFalse();
    }

    @Test
    void playsFromTheStartWhenAtTheEndAndStopsThereAgain() {
        playhead.play();
        assertThat(playhead.time().get()).isZero();
        for (int i = 0; i < 9; i++)
            playhead.tick(S / 10);
        assertThat(playhead.time().get()).isEqualTo(9 * S / 10);
        assertThat(playhead.playing().get()).isTrue();
        playhead.tick(S / 10);
        assertThat(playhead.time().get()).isEqualTo(S);
        assertThat(playhead.playing().get()).isFalse();
    }

    @Test
    void aStalledWindowDoesNotJump() {
        playhead.play();
        playhead.tick(30 * S);
        assertThat(playhead.time().get()).isEqualTo(Playhead.MAX_TICK);
        playhead.tick(-S);
        assertThat(playhead.time().get()).isEqualTo(Playhead.MAX_TICK);
    }

    @Test
    void aThousandthOfTheSpeedLosesNothingToRounding() {
        playhead.setSpeed(Playhead.SLOWEST);
        playhead.play();
        for (int i = 0; i < 1000; i++)
            playhead.tick(999);
        assertThat(playhead.time().get()).isBetween(998L, 999L);
    }

    @Test
    void speedIsClampedAndNotANumberIgnored() {
        playhead.setSpeed(100);
        assertThat(playhead.speed().get()).isEqualTo(Playhead.FASTEST);
        playhead.setSpeed(Double.NaN);
        assertThat(playhead.speed().get()).isEqualTo(Playhead.FASTEST);
        playhead.setSpeed(0);
        assertThat(playhead.speed().get()).isEqualTo(Playhead.SLOWEST);
    }

    @Test
    void stepsGoToEventsWithinTheLengthAndThenToTheEnds() {
        playhead.stepBack();
        assertThat(playhead.time().get()).isEqualTo(S / 2);
        playhead.stepBack();
        playhead.stepBack();
        assertThat(playhead.time().get()).isZero();
        playhead.stepBack();
        assertThat(playhead.time().get()).isZero();
        playhead.stepForward();
        playhead.stepForward();
        assertThat(playhead.time().get()).isEqualTo(S / 2);
        playhead.stepForward();
        playhead.stepForward();
        assertThat(playhead.time().get()).isEqualTo(S);
    }

    @Test
    void aStepPauses() {
        playhead.play();
        playhead.stepForward();
        assertThat(playhead.playing().get()).isFalse();
        assertThat(playhead.time().get()).isEqualTo(S / 4);
    }

    @Test
    void seekAndNudgeStayInside() {
        playhead.seek(-1);
        assertThat(playhead.time().get()).isZero();
        playhead.nudge(0.1);
        assertThat(playhead.time().get()).isEqualTo(S / 10);
        playhead.nudge(5);
        assertThat(playhead.time().get()).isEqualTo(S);
    }

    @Test
    void followsALiveEndAndTakesNoOtherCommand() {
        playhead.follow();
        playhead.extend(5);
        playhead.extend(3);
        assertThat(playhead.time().get()).isEqualTo(5);
        playhead.seek(0);
        playhead.play();
        playhead.toStart();
        playhead.tick(S);
        assertThat(playhead.time().get()).isEqualTo(5);
        assertThat(playhead.playing().get()).isFalse();
    }

    @Test
    void extendAfterTheEndIsIgnored() {
        playhead.extend(9 * S);
        assertThat(playhead.length().get()).isEqualTo(S);
    }

    @Test
    void nothingLoadedPlaysNothing() {
        Playhead empty = new Playhead();
        empty.toggle();
        empty.stepForward();
        empty.toEnd();
        assertThat(empty.playing().get()).isFalse();
        assertThat(empty.time().get()).isZero();
    }
}
