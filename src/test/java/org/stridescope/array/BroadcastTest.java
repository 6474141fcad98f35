package org.stridescope.array;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class BroadcastTest {
    /** The rule axis by axis, counted from the end, a missing axis being 1. */
    @RepeatedTest(200)
    void followsTheRule(RepetitionInfo repetition) {
        RandomArrays arrays = new RandomArrays(repetition.getCurrentRepetition());
        long[] a = arrays.shape(4);
        long[] b = arrays.shape(4);
        long[] expected = new long[Math.max(a.length, b.length)];
        boolean fits = true;
        for (int fromEnd = 1; fromEnd <= expected.length; fromEnd++) {
            long x = fromEnd > a.length ? 1 : a[a.length - fromEnd];
            long y = fromEnd > b.length ? 1 : b[b.length - fromEnd];
            fits &= x == y || x == 1 || y == 1;
            expected[expected.length - fromEnd] = x == 1 ? y : x;
        }
        if (fits)
            assertThat(Broadcast.shape(a, b)).containsExactly(expected);
        else
            assertThatThrownBy(() -> Broadcast.shape(a, b)).isInstanceOf(ArrayError.class);
    }

    @Test
    void aMismatchIsToldInNumPysWords() {
        assertThatThrownBy(() -> Broadcast.shape(new long[]{3}, new long[]{4}))
                .hasMessage("operands could not be broadcast together with shapes (3,) (4,) ");
    }
}
