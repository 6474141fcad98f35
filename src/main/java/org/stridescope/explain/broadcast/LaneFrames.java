package org.stridescope.explain.broadcast;

import org.stridescope.array.ArrayError;

/**
 * How a loop over {@code size} items goes through SIMD registers of {@code lanes} lanes: a body of full registers, then a tail
 * whose last lanes are masked out. A loop over single items is the same with one lane.
 */
public record LaneFrames(long size, int lanes) {
    /** Items [from, to) worked on in one step; {@code to - from < lanes} only in the tail. */
    public record Step(long from, long to, boolean tail) {}

    public LaneFrames {
        if (size < 0)
            throw new ArrayError("a loop over " + size + " items: 0 or more are wanted");
        if (lanes < 1)
            throw new ArrayError("a register of " + lanes + " lanes: 1 or more are wanted");
    }

    /** Steps with every lane in use. */
    public long bodySteps() {
        return size / lanes;
    }

    /** Items left for the masked last step; 0 where the body ends exactly. */
    public int tailItems() {
        return (int) (size % lanes);
    }

    /** Steps in all. */
    public long steps() {
        return bodySteps() + (tailItems() > 0 ? 1 : 0);
    }

    /** Items of this step. */
    public Step step(long step) {
        if (step < 0 || step >= steps()) {
            throw new ArrayError("step " + step + " of " + steps(), ArrayError.Kind.INDEX);
        }
        long from = step * lanes;
        return new Step(from, Math.min(size, from + lanes), step >= bodySteps());
    }

    /** Share of lanes that do useful work over the whole loop, 0 to 1. */
    public double use() {
        return steps() == 0 ? 1 : (double) size / (steps() * lanes);
    }
}
