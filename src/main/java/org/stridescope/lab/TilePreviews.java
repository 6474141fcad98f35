package org.stridescope.lab;

import org.stridescope.array.NDArray;
import org.stridescope.kernel.DistanceProblem;
import org.stridescope.kernel.Tile;
import org.stridescope.trace.TilePreview;

/**
 * Samples tiles of a result as they are done, each pixel the item at its centre, all together at most about 256 x 256. This
 * runs inside the timed run, so a small problem gets fewer pixels: reading them stays near a hundredth of the time that the
 * fastest variant takes.
 */
final class TilePreviews {
    static final int MOST_SIDE = 256;
    private static final int LEAST_SIDE = 64;
    /** Pixels for each difference to be taken. */
    private static final double PIXELS_PER_PAIR_FEATURE = 5e-5;

    private final NDArray result;
    private final double rowsPerPixel;
    private final double columnsPerPixel;

    TilePreviews(DistanceProblem problem, NDArray result) {
        this.result = result;
        double side = Math.clamp(Math.sqrt(PIXELS_PER_PAIR_FEATURE * problem.pairFeatures()), LEAST_SIDE, MOST_SIDE);
        this.rowsPerPixel = Math.max(1, problem.n() / side);
        this.columnsPerPixel = Math.max(1, problem.m() / side);
    }

    TilePreview of(Tile tile) {
        int height = pixels(tile.rowEnd() - tile.row(), rowsPerPixel);
        int width = pixels(tile.columnEnd() - tile.column(), columnsPerPixel);
        float[] values = new float[height * width];
        for (int p = 0; p < height; p++) {
            long row = centre(tile.row(), tile.rowEnd(), p, height);
            for (int q = 0; q < width; q++) {
                values[p * width + q] = (float) result.getDouble(row,
                        centre(tile.column(), tile.columnEnd(), q, width));
            }
        }
        return new TilePreview(height, width, values);
    }

    private static int pixels(long items, double itemsPerPixel) {
        return (int) Math.clamp(Math.round(items / itemsPerPixel), Math.min(1, items), MOST_SIDE);
    }

    private static long centre(long from, long to, int pixel, int pixels) {
        return from + (2L * pixel + 1) * (to - from) / (2L * pixels);
    }
}
