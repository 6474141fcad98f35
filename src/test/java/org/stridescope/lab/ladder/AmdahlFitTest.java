package org.stridescope.lab.ladder;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import org.stridescope.lab.ladder.AmdahlFit.Time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class AmdahlFitTest {
    private static List<Time> times(double serial, double... noise) {
        return IntStream.rangeClosed(1, 8)
                .mapToObj(p -> new Time(p, 3 * (serial + (1 - serial) / p) + (p <= noise.length ? noise[p - 1] : 0)))
                .toList();
    }

    @Test
    void findsTheSerialShareOfTimesThatFollowTheLaw() {
        AmdahlFit fit = AmdahlFit.of(times(0.07));
        assertThat(fit.serial()).isCloseTo(0.07, within(1e-12));
        assertThat(fit.residual()).isCloseTo(0, within(1e-12));
        assertThat(fit.points()).isEqualTo(7);
        assertThat(fit.limit()).isCloseTo(1 / 0.07, within(1e-9));
        assertThat(fit.speedUp(1)).isEqualTo(1);
        assertThat(fit.speedUp(8)).isCloseTo(1 / (0.07 + 0.93 / 8), within(1e-12));
    }

    @Test
    void isTheLeastSquaresOne() {
        List<Time> noisy = times(0.2, 0, 0.11, -0.07, 0.05, 0.02, -0.1, 0.04, 0.03);
        AmdahlFit fit = AmdahlFit.of(noisy);
        for (double off : new double[]{-1e-3, 1e-3})
            assertThat(squares(noisy, fit.serial() + off)).isGreaterThan(squares(noisy, fit.serial()));
        assertThat(fit.residual()).isCloseTo(Math.sqrt(squares(noisy, fit.serial()) / 7), within(1e-12));
    }

    private static double squares(List<Time> times, double serial) {
        double one = times.getFirst().seconds();
        return times.stream().filter(t -> t.threads() > 1)
                .mapToDouble(t -> Math.pow(t.seconds() / one - serial - (1 - serial) / t.threads(), 2)).sum();
    }

    @Test
    void twoTimesAreOnePointAndFitExactly() {
        AmdahlFit fit = AmdahlFit.of(List.of(new Time(1, 2), new Time(2, 1.1)));
        assertThat(fit.points()).isEqualTo(1);
        assertThat(fit.serial()).isCloseTo(0.1, within(1e-12));
        assertThat(fit.residual()).isCloseTo(0, within(1e-12));
        assertThat(AmdahlFit.of(List.of(new Time(1, 2), new Time(2, 0.9))).limit()).isInfinite();
    }

    @Test
    void needsATimeOfOneThreadAndOneOfMore() {
        assertThatThrownBy(() -> AmdahlFit.of(List.of(new Time(2, 1)))).hasMessageContaining("one thread");
        assertThatThrownBy(() -> AmdahlFit.of(List.of(new Time(1, 1)))).hasMessageContaining("several threads");
    }
}
