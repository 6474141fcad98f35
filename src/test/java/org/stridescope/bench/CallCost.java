package org.stridescope.bench;

import java.util.List;
import java.util.Locale;

import org.stridescope.ffi.DistanceCBindings;
import org.stridescope.ffi.NativeLibrary;
import org.stridescope.kernel.DistanceKernel;
import org.stridescope.kernel.DistanceKernel.RunControl;
import org.stridescope.kernel.Metric;
import org.stridescope.kernel.Variants;

/** What the way into a library costs: the bare downcall, and a whole run of a kernel on next to nothing. */
final class CallCost {
    private static final int CALLS = 200_000;
    private static final int RUNS = 2000;
    private static final int REPETITIONS = 15;
    /** The budget is a hundredth of a run of 10 ms. */
    private static final double BUDGET_NANOS = 1e5;

    private CallCost() {}

    static List<String> lines() {
        if (!(NativeLibrary.open("distance-c") instanceof NativeLibrary.Loaded library))
            return List.of();
        DistanceCBindings c = new DistanceCBindings(library);
        double call = best(CALLS, c::nanos) - clock();
        DistanceKernel kernel = Variants.named("c");
        double run;
        try (BenchPoints points = BenchPoints.of(Metric.CITYBLOCK, 1, 1)) {
            run = best(RUNS, () -> kernel.run(points.problem(), points.out(), RunControl.quiet(1)));
        }
        return List.of("", "## What a foreign call costs", "",
                String.format(Locale.ROOT,
                        "A downcall takes %.0f ns over the clock that it reads. A whole run of `c` on one pair "
                                + "of points (checks, memory, packing, three downcalls) takes %.1f us: %.2f %% of a run of 10 ms.",
                        Math.max(0, call), run / 1e3, run / BUDGET_NANOS));
    }

    /** Nanoseconds of the clock itself, read from Java. */
    private static double clock() {
        return best(CALLS, System::nanoTime);
    }

    private static double best(int calls, Runnable run) {
        double best = Double.POSITIVE_INFINITY;
        for (int repetition = 0; repetition < REPETITIONS; repetition++) {
            long start = System.nanoTime();
            for (int i = 0; i < calls; i++)
                run.run();
            best = Math.min(best, (System.nanoTime() - start) / (double) calls);
        }
        return best;
    }
}
