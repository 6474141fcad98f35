package org.stridescope.kernel.threads;

import org.stridescope.kernel.KernelError;

/**
 * A plain cityblock kernel over the tiles of a matrix (n, n), shared out among OpenMP's threads.
 *
 * @param n points, 1 to {@value #MOST_POINTS}
 * @param k features of a point
 * @param side rows and columns of a tile
 * @param triangle only pairs i &lt; j, as pdist takes them: work is uneven, and the schedules differ
 * @param chunk tiles a helping; 0: OpenMP's own choice
 */
public record ScheduleExperiment(int n, int k, int side, boolean triangle, Schedule schedule, int chunk, int threads) {
    /** So that a run, which cannot be stopped halfway, ends within a second or two. */
    public static final double MOST_PAIR_FEATURES = 2e9;
    public static final int MOST_POINTS = 8000;
    public static final int MOST_THREADS = 64;

    public ScheduleExperiment {
        check(n >= 1 && n <= MOST_POINTS, "n must be 1 to " + MOST_POINTS + ", not " + n);
        check(k >= 1 && (double) n * n * k <= MOST_PAIR_FEATURES,
                "k must be 1 to " + (int) (MOST_PAIR_FEATURES / ((double) n * n)) + " for n = " + n + ", not " + k);
        check(side >= 1 && Math.ceilDiv(n, side) <= 400, "the tiles' side must be " + Math.ceilDiv(n, 400)
                + " or more for n = " + n + ", not " + side);
        check(chunk >= 0, "the chunk must be 0 (OpenMP's choice) or more, not " + chunk);
        check(threads >= 1 && threads <= MOST_THREADS, "threads must be 1 to " + MOST_THREADS + ", not " + threads);
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds)
            throw new KernelError(otherwise);
    }

    /** Tiles in a row, and in a column, of tiles. */
    public int across() {
        return Math.ceilDiv(n, side);
    }

    /** The pragma that a C programmer would write. */
    public String pragma() {
        return "#pragma omp parallel for num_threads(" + threads + ") schedule(" + schedule.label()
                + (chunk > 0 ? ", " + chunk : "") + ")";
    }
}
