package org.stridescope.lab;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MachineTurnTest {
    private final MachineTurn turn = new MachineTurn();
    private final Object race = new Object();
    private final Object sweep = new Object();

    @Test
    void oneAtATimeAndTheOtherIsToldWhoHasIt() {
        turn.take(race, "a race");
        assertThatThrownBy(() -> turn.take(sweep, "a sweep")).isInstanceOf(LabError.class)
                .hasMessage("a race is running: wait for its end, or cancel it first");
        turn.giveBack(race);
        assertThatCode(() -> turn.take(sweep, "a sweep")).doesNotThrowAnyException();
        assertThatThrownBy(() -> turn.take(race, "a race")).hasMessageStartingWith("a sweep is running");
    }

    @Test
    void whoHasItMayTakeItAgainAndOnlyItsOwnerGivesItBack() {
        turn.take(race, "a race");
        turn.giveBack(sweep);
        assertThatThrownBy(() -> turn.take(sweep, "a sweep")).isInstanceOf(LabError.class);
        assertThatCode(() -> turn.take(race, "a race")).doesNotThrowAnyException();
    }
}
