package org.stridescope.ui.control.graph;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.stridescope.ui.model.graph.ShownRun;

/** Where the rows of {@link TaskStream} lie: for each run its title, a row a worker, and below a row for what each holds. */
final class StreamRows {
    static final double ROW = 24;
    static final double GAP = 5;
    static final double HEAD = 20;
    static final double MEMORY = 20;
    static final double NAMES = 128;
    static final double AXIS = 20;
    /** Free at the right. */
    static final double RIGHT = 8;
    private static final double MEMORY_GAP = 3;

    private StreamRows() {}

    /** A worker's row of tasks, or its row of memory. */
    record Place(ShownRun run, int worker, boolean isMemory) {}

    static double height(ShownRun run) {
        return HEAD + run.workers().size() * (ROW + GAP + MEMORY + MEMORY_GAP) + 2 * GAP;
    }

    /** Below the run's top, as are all of these; not yet magnified. */
    static double tasks(int worker) {
        return HEAD + worker * (ROW + GAP);
    }

    static double memory(ShownRun run, int worker) {
        return HEAD + run.workers().size() * (ROW + GAP) + worker * (MEMORY + MEMORY_GAP);
    }

    /** The row at this height, not magnified; null between rows. */
    static @Nullable Place at(List<ShownRun> runs, double y) {
        double top = 0;
        for (ShownRun run : runs) {
            double within = y - top;
            if (within < height(run))
                return in(run, within);
            top += height(run);
        }
        return null;
    }

    private static @Nullable Place in(ShownRun run, double y) {
        for (int worker = 0; worker < run.workers().size(); worker++) {
            if (y >= tasks(worker) && y < tasks(worker) + ROW)
                return new Place(run, worker, false);
            if (y >= memory(run, worker) && y < memory(run, worker) + MEMORY)
                return new Place(run, worker, true);
        }
        return null;
    }
}
