package org.stridescope.ui.model.ladder;

import org.jspecify.annotations.Nullable;

import org.stridescope.lab.BenchmarkReport.Variant;
import org.stridescope.lab.ladder.CostModel;

/**
 * One variant on the ladder.
 *
 * @param reason why it is not measured, or what was wrong; empty where all is well
 * @param figures what is known of it by now; null before its check
 * @param overBelow how many times as fast as the rung below that was timed; not a number for the first
 * @param overFirst how many times as fast as the first rung that was timed
 * @param cost what it has to do, counted
 */
public record Rung(String variant, String language, State state, String reason, @Nullable Variant figures,
        double overBelow, double overFirst, CostModel cost) {
    /** How far it has come, with its mark: colour never says it alone. Left out: the measuring ended before its turn. */
    public enum State {
        WAITING("\u25cb"), RIGHT("\u25c7"), LEFT_OUT("\u2013"), TIMED("\u25cf"), WRONG("\u2715"), UNAVAILABLE("\u2013");

        private final String mark;

        State(String mark) {
            this.mark = mark;
        }

        public String mark() {
            return mark;
        }
    }

    public boolean isTimed() {
        return state == State.TIMED && figures != null;
    }

    /** Median seconds; not a number where it is not timed. */
    public double seconds() {
        return figures == null ? Double.NaN : figures.medianSeconds();
    }
}
