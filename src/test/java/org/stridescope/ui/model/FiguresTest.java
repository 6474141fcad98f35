package org.stridescope.ui.model;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class FiguresTest {
    @Test
    void thousandsAreSetApartByThinSpacesAndTheMinusIsReal() {
        assertThat(Figures.count(12000)).isEqualTo("12\u2009000");
        assertThat(Figures.count(999)).isEqualTo("999");
        assertThat(Figures.count(-1234567)).isEqualTo("\u22121\u2009234\u2009567");
    }

    @ParameterizedTest
    @CsvSource({"0, 0 B", "999, 999 B", "1000, 0.98 KiB", "1048576, 1.00 MiB", "1152000000, 1.07 GiB",
            "-1024, \u22121.00 KiB", "9223372036854775807, 8.00 EiB"})
    void bytes(long bytes, String text) {
        assertThat(Figures.bytes(bytes)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"7.2e9, 7.20 G", "999, 999", "999.6, 1.00 K", "0, 0", "-2e6, \u22122.00 M"})
    void largeCounts(double value, String text) {
        assertThat(Figures.large(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0.000002, 2.00 \u00b5s", "0.0034, 3.40 ms", "0.412, 0.412 s", "1.5, 1.50 s", "59.96, 60.0 s",
            "125, 2 min 05 s", "NaN, \u2013"})
    void durations(double seconds, String text) {
        assertThat(Figures.duration(seconds)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"14.82, 14.8\u00d7", "0.05, 0.05\u00d7", "320.4, 320\u00d7", "NaN, \u2013", "Infinity, \u2013"})
    void times(double factor, String text) {
        assertThat(Figures.times(factor)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, 0 %", "0.004, < 1 %", "0.999, 99 %", "1, 100 %"})
    void aShareIsNeverRoundedUpToDone(double share, String text) {
        assertThat(Figures.percent(share)).isEqualTo(text);
    }

    @Test
    void axisTicksAreRoundAndFit() {
        List<TimeAxis.Tick> ticks = TimeAxis.ticks(1_500_000_000, 11);
        assertThat(ticks).extracting(TimeAxis.Tick::label).startsWith("0.0 s", "0.2 s").hasSizeLessThanOrEqualTo(11);
        assertThat(TimeAxis.ticks(1, 1)).hasSize(1);
        assertThat(TimeAxis.ticks(0, 5)).hasSize(1);
    }

    @Test
    void aReplayTakesAboutTenSecondsWhereSpeedsAllow() {
        assertThat(Speeds.fitting(200_000_000)).isEqualTo(1.0 / 50);
        assertThat(Speeds.fitting(1)).isEqualTo(1.0 / 1000);
        assertThat(Speeds.fitting(3_600_000_000_000L)).isEqualTo(4);
        assertThat(Speeds.text(1.0 / 20)).isEqualTo("1/20");
        assertThat(Speeds.text(4)).isEqualTo("4");
    }

    @Test
    void viridisRunsFromItsFirstStopToItsLast() {
        assertThat(ColourScale.argb(0, 0, 1)).isEqualTo(0xff440154);
        assertThat(ColourScale.argb(1, 0, 1)).isEqualTo(0xfffde725);
        assertThat(ColourScale.argb(0.5, 0, 1)).isEqualTo(ColourScale.argb(5, 0, 10));
        assertThat(ColourScale.argb(-9, 0, 1)).isEqualTo(0xff440154);
        assertThat(ColourScale.argb(3, 3, 3)).isEqualTo(0xff440154);
        assertThat(ColourScale.argb(Double.NaN, 0, 1)).isEqualTo(0xff808080);
    }
}
