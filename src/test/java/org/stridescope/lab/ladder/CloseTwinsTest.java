package org.stridescope.lab.ladder;

import org.junit.jupiter.api.Test;

import org.stridescope.array.DType;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class CloseTwinsTest {
    @Test
    void nearTheOriginAllWaysAgree() {
        CloseTwins near = new CloseTwins(0, 1, DType.FLOAT64);
        assertThat(near.truth().doubleValue()).isCloseTo(3, within(1e-14));
        assertThat(near.trick().digits()).isGreaterThan(14);
        assertThat(near.differences().digits()).isGreaterThan(14);
        assertThat(near.centred().digits()).isGreaterThan(14);
    }

    @Test
    void farFromTheOriginTheTrickLosesEveryDigit() {
        CloseTwins far = new CloseTwins(1e6, 1e-4, DType.FLOAT64);
        assertThat(far.trick().digits()).isZero();
        assertThat(far.trick().error()).isGreaterThan(0.9);
        assertThat(far.differences().digits()).isGreaterThan(14);
        assertThat(far.centred().digits()).isGreaterThan(14);
        assertThat(far.grain()).as("x.x is 3e12: its neighbours are 2^-11 away").isEqualTo(0x1p-11);
    }

    @Test
    void theLossGrowsWithTheOffset() {
        double before = 17;
        for (double offset : new double[]{1, 1e2, 1e4}) {
            double digits = new CloseTwins(offset, 1e-2, DType.FLOAT64).trick().digits();
            assertThat(digits).isLessThan(before);
            before = digits;
        }
    }

    @Test
    void floatsLoseThemSooner() {
        assertThat(new CloseTwins(100, 1e-2, DType.FLOAT32).trick().digits()).isLessThan(1);
        assertThat(new CloseTwins(100, 1e-2, DType.FLOAT64).trick().digits()).isGreaterThan(6);
        assertThat(new CloseTwins(100, 1e-2, DType.FLOAT32).most()).isCloseTo(7.22, within(0.01));
    }

    @Test
    void pointsThatFallTogetherAreAtDistanceNought() {
        CloseTwins one = new CloseTwins(1e8, 1e-12, DType.FLOAT64);
        assertThat(one.truth().signum()).isZero();
        assertThat(one.differences().error()).isZero();
    }
}
