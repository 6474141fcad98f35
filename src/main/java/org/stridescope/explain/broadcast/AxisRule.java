package org.stridescope.explain.broadcast;

import java.util.List;

/**
 * The broadcasting rule on one axis of the result.
 *
 * @param axis of the aligned shapes, the last one is {@code ndim - 1}
 * @param lengths one an operand; -1 where the operand has no such axis (it counts as 1)
 * @param length of the result; -1 where the rule fails
 * @param verdict what the rule says
 * @param sentence the same in words
 */
public record AxisRule(int axis, List<Long> lengths, long length, Verdict verdict, String sentence) {
    /** What the rule says of an axis. */
    public enum Verdict {
        /** All lengths are the same. */
        EQUAL,
        /** At least one operand is stretched from 1. */
        STRETCH,
        /** Two lengths differ and neither is 1. */
        FAIL
    }

    /** Length that stands for an axis the operand does not have. */
    public static final long MISSING = -1;

    public AxisRule {
        lengths = List.copyOf(lengths);
    }

    /** Whether this operand repeats its one item (or its whole array) along the axis. */
    public boolean stretches(int operand) {
        long own = lengths.get(operand);
        return verdict != Verdict.FAIL && (own == MISSING || own == 1) && length != 1;
    }
}
