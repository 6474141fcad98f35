package org.stridescope.ui.view.ladder;

import java.util.ArrayList;
import java.util.List;

import org.stridescope.ui.model.ladder.Rung;

/**
 * A logarithmic time axis that holds all rungs.
 *
 * @param low seconds at the left end
 * @param high seconds at the right end
 */
record RungScale(double low, double high) {
    static final RungScale EMPTY = new RungScale(1e-3, 1);

    /** From a little below the fastest run to a little above the slowest, at least a decade. */
    static RungScale of(List<Rung> rungs) {
        double low = Double.POSITIVE_INFINITY;
        double high = 0;
        for (Rung rung : rungs) {
            var figures = rung.figures();
            if (figures == null || !rung.isTimed())
                continue;
            low = Math.min(low, figures.minSeconds());
            high = Math.max(high, figures.maxSeconds());
        }
        if (high == 0)
            return EMPTY;
        return new RungScale(low / 1.6, Math.max(high * 1.3, low * 10));
    }

    /** Where so many seconds are, 0 to 1. */
    double at(double seconds) {
        return Math.clamp(Math.log(seconds / low) / Math.log(high / low), 0, 1);
    }

    /** The decades within. */
    List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        for (double tick = Math.pow(10, Math.ceil(Math.log10(low))); tick <= high; tick *= 10)
            ticks.add(tick);
        return ticks;
    }
}
