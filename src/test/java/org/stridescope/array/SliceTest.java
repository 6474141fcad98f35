package org.stridescope.array;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class SliceTest {
    @Test
    void choosesWhatPythonsDefinitionChooses() {
        int cases = 0;
        for (long length = 0; length < 6; length++) {
            for (Long start : bounds())
                for (Long stop : bounds())
                    for (Long step : bounds()) {
                        if (step != null && step == 0)
                            continue;
                        cases++;
                        assertThat(chosen(new Slice(start, stop, step), length))
                                .as("%s:%s:%s of %s", start, stop, step, length)
                                .isEqualTo(byDefinition(start, stop, step == null ? 1 : step, length));
                    }
        }
        assertThat(cases).isGreaterThan(10_000);
    }

    private static List<@Nullable Long> bounds() {
        List<@Nullable Long> bounds = new ArrayList<>();
        bounds.add(null);
        bounds.add(Long.MIN_VALUE);
        bounds.add(Long.MAX_VALUE);
        for (long i = -7; i <= 7; i++)
            bounds.add(i);
        return bounds;
    }

    private static List<Long> chosen(Slice slice, long length) {
        Slice.Range range = slice.over(length);
        List<Long> chosen = new ArrayList<>();
        for (long i = 0; i < range.length(); i++)
            chosen.add(range.start() + i * range.step());
        return chosen;
    }

    /** Walks the axis item by item, keeping those between the bounds, each step-th. */
    private static List<Long> byDefinition(@Nullable Long start, @Nullable Long stop, long step, long length) {
        List<Long> between = new ArrayList<>();
        for (long k = 0; k < length; k++) {
            long i = step > 0 ? k : length - 1 - k;
            boolean begun = start == null || (step > 0 ? i >= fromEnd(start, length) : i <= fromEnd(start, length));
            boolean ended = stop != null && (step > 0 ? i >= fromEnd(stop, length) : i <= fromEnd(stop, length));
            if (begun && !ended)
                between.add(i);
        }
        List<Long> chosen = new ArrayList<>();
        for (int k = 0; k < between.size(); k++)
            if (k % step == 0)
                chosen.add(between.get(k));
        return chosen;
    }

    private static long fromEnd(long bound, long length) {
        return bound < 0 ? bound + length : bound;
    }

    @Test
    void refusesAStepOfZero() {
        assertThatThrownBy(() -> Slice.of(0, 1, 0)).isInstanceOf(ArrayError.class)
                .hasMessage("slice step cannot be zero");
    }
}
