package org.stridescope.ui.model.ladder;

import java.util.Locale;

import org.stridescope.array.DType;
import org.stridescope.lab.ladder.CostModel;
import org.stridescope.lab.ladder.Roofline;
import org.stridescope.ui.model.Figures;

/** What holds a variant back, and what would help, from its count of work, its time and the roof. */
final class RooflineWords {
    /** Close enough to a limit that only another limit would help. */
    private static final double NEAR = 1.35;
    /** A float64 vector of most processors holds 4; below a quarter of the peak, and half of that again, it is not used. */
    private static final double SCALAR = 6;

    private RooflineWords() {}

    static String of(Rung rung, Roofline roof, DType dtype) {
        CostModel cost = rung.cost();
        double below = roof.belowRoof(cost, rung.seconds());
        boolean memory = roof.isMemoryBound(cost);
        double limit = Math.max(roof.memorySeconds(cost), roof.computeSeconds(cost));
        String bound = memory
                ? "Memory bound: its bytes need at least " + Figures.duration(limit)
                : "Compute bound: its arithmetic needs at least " + Figures.duration(limit);
        return bound + ", it takes " + Figures.duration(rung.seconds()) + ", " + distance(below) + " "
                + (below < 1 ? caches() : memory ? moveLess(cost, below, dtype) : computeMore(cost, below));
    }

    private static String distance(double below) {
        if (below < 1)
            return String.format(Locale.ROOT, "%.1f\u00d7 faster than that.", 1 / below);
        return below < 1.05 ? "right at the roof." : String.format(Locale.ROOT, "%.1f\u00d7 that.", below);
    }

    private static String caches() {
        return "A cache serves part of what was counted as memory traffic.";
    }

    private static String moveLess(CostModel cost, double below, DType dtype) {
        if (cost.passes() > 2)
            return "What would help: fewer walks over the n\u00b7m\u00b7k differences: square and sum in one pass, as einsum does, or no "
                    + "temporary at all.";
        if (cost.passes() > 0)
            return "What would help: never writing the differences out: a compiled loop keeps them in registers.";
        if (below > NEAR && !cost.streams())
            return "What would help: streaming stores, which save reading each line of the result before it is "
                    + "overwritten; more threads, if one does not fill the memory's channels.";
        return dtype == DType.FLOAT64
                ? "Only fewer bytes would help: float32 halves them."
                : "Only fewer bytes would help, or faster memory.";
    }

    private static String computeMore(CostModel cost, double below) {
        if (below < NEAR)
            return cost.peakShare() < 1
                    ? String.format(Locale.ROOT, "This mix of operations reaches %.0f %% of the peak at most; the trick turns "
                            + "differences into multiply-adds, where the metric allows.", 100 * cost.peakShare())
                    : "It is at the limit of the multiply-add units: more cores, or float32.";
        if (below > SCALAR)
            return "That is the pace of one number at a time: vector registers would help most, then several sums side "
                    + "by side, so that none waits for another.";
        return "What would help: more sums kept in registers, so that each number loaded is used more often, and blocks "
                + "that stay in the first caches.";
    }
}
