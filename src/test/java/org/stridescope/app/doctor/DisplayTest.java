package org.stridescope.app.doctor;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class DisplayTest {
    @Test
    void withoutADisplayTheTourIsNamed() {
        assertThat(Display.of(Map.of()).sentence()).contains("DISPLAY is not set", "stridescope tour");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", ":", ":x"})
    void aNameOfNoDisplayIsQuoted(String display) {
        assertThat(Display.of(Map.of("DISPLAY", display)).sentence()).contains("'" + display + "'", "stridescope tour");
    }

    @Test
    void aDisplayThatDoesNotAnswerIsNamed() {
        assertThat(Display.of(Map.of("DISPLAY", "localhost:4821")).sentence()).contains("DISPLAY=localhost:4821");
    }
}
