package org.stridescope.lab;

import org.stridescope.array.ArrayMemory;
import org.stridescope.array.NDArray;
import org.stridescope.array.Slice;
import org.stridescope.kernel.Cancellation;
import org.stridescope.kernel.DistanceKernel;
import org.stridescope.kernel.DistanceKernel.Outcome;
import org.stridescope.kernel.DistanceKernel.RunControl;
import org.stridescope.kernel.DistanceProblem;
import org.stridescope.kernel.TileListener;

/**
 * Runs a variant untimed on a corner of its problem, so that what is timed later is compiled code. The corner has all the
 * features, since they decide which loops are hot.
 */
final class WarmUp {
    static final int SIDE = 256;
    private static final long NANOS = 300_000_000;
    private static final int MOST_RUNS = 300;

    private WarmUp() {}

    /** What it does, for the settings of a recording. */
    static String sentence() {
        return "each variant runs untimed on a corner of up to " + SIDE + " x " + SIDE + " for up to "
                + NANOS / 1_000_000 + " ms first";
    }

    /** @return how its last run ended */
    static Outcome run(DistanceKernel kernel, DistanceProblem problem, int threads, Cancellation cancellation) {
        Slice corner = Slice.of(0, SIDE);
        DistanceProblem small = new DistanceProblem(problem.metric(), problem.x().slice(corner),
                problem.y().slice(corner));
        long end = System.nanoTime() + NANOS;
        try (ArrayMemory memory = ArrayMemory.scoped()) {
            NDArray out = NDArray.zeros(memory, problem.x().dtype(), small.n(), small.m());
            RunControl control = new RunControl(threads, TileListener.NONE, cancellation);
            Outcome outcome = Outcome.CANCELLED;
            for (int i = 0; i < MOST_RUNS && System.nanoTime() - end < 0 && !cancellation.isCancelled(); i++) {
                outcome = kernel.run(small, out, control);
            }
            return outcome;
        }
    }
}
