package org.stridescope.app;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SuggestionTest {
    private static final List<String> NAMES = List.of("distance", "bench", "record", "info", "export", "doctor",
            "tour");

    @ParameterizedTest
    @CsvSource({"distnace,distance", "benhc,bench", "exprot,export", "rec,record", "docter,doctor"})
    void findsWhatWasMeant(String given, String meant) {
        assertThat(Suggestion.nearest(given, NAMES)).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource({"xyzzy", "frobnicate", "q"})
    void keepsSilentWhereNothingIsNear(String given) {
        assertThat(Suggestion.nearest(given, NAMES)).isNull();
    }
}
