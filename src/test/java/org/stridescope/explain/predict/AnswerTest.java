package org.stridescope.explain.predict;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class AnswerTest {
    @ParameterizedTest
    @ValueSource(strings = {"(4, 1)", "4,1", " 4 1 ", "[4, 1]", "(4,1,)", "(4, 1) bytes"})
    void takesATupleHoweverItIsWritten(String typed) {
        assertThat(Answer.Tuple.of(4, 1).accepts(typed)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1,4", "4", "4,1,1", "four", "4.1", "99999999999999999999, 1", "-4,1"})
    void refusesOtherTuples(String typed) {
        assertThat(Answer.Tuple.of(4, 1).accepts(typed)).isFalse();
    }

    @Test
    void takesBothMinusSignsAndAnEmptyTuple() {
        assertThat(Answer.Tuple.of(-1, 4).accepts("(\u22121, 4)")).isTrue();
        assertThat(Answer.Tuple.of(-1, 4).accepts("-1,4")).isTrue();
        assertThat(Answer.Tuple.of().accepts("()")).isTrue();
        assertThat(Answer.Tuple.of().accepts("")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"200000000", "200 000 000", "200,000,000 B", "200 MB", "191 MiB", "190.7MiB", "0.2 GB",
            "200m"})
    void takesBytesInAnyUnit(String typed) {
        assertThat(new Answer.Bytes(200_000_000).accepts(typed)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"200000001", "25000000", "210 MB", "", "B", "1.2.3", "200 MiB"})
    void refusesOtherBytes(String typed) {
        assertThat(new Answer.Bytes(200_000_000).accepts(typed)).isFalse();
    }

    @Test
    void takesZeroCountsAndWords() {
        assertThat(new Answer.Bytes(0).accepts("0")).isTrue();
        assertThat(new Answer.Bytes(0).accepts("1")).isFalse();
        assertThat(new Answer.Count(25_000).accepts("25 000")).isTrue();
        assertThat(new Answer.Count(25_000).accepts("2500")).isFalse();
        assertThat(Answer.Word.of("view", "a view").accepts(" A View ")).isTrue();
        assertThat(Answer.Word.of("view", "a view").accepts("copy")).isFalse();
    }
}
