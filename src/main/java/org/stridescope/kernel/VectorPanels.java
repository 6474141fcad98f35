package org.stridescope.kernel;

import java.util.concurrent.atomic.AtomicReferenceArray;

import org.stridescope.array.NDArray;

/**
 * Points in blocks of {@code blockPoints}, each block packed into panels of {@code panel} points, feature by feature:
 * point p, feature l of panel q stands at {@code (q * k + l) * panel + p}. A block is packed when it is first asked
 * for, by the thread that asks; two that ask at once may both pack it, to the same items; once the
 * run is cancelled, blocks may be left half packed.
 */
final class VectorPanels {
    private final NDArray points;
    private final int blockPoints;
    private final int panel;
    private final int k;
    private final Cancellation cancellation;
    private final AtomicReferenceArray<double[]> blocks;

    /** Panels of k features; those that the points do not have are zeros. */
    VectorPanels(NDArray points, long blockPoints, int panel, int k, Cancellation cancellation) {
        this.points = points;
        this.blockPoints = Math.toIntExact(blockPoints);
        this.panel = panel;
        this.k = k;
        this.cancellation = cancellation;
        blocks = new AtomicReferenceArray<>(Math.toIntExact(Math.ceilDiv(points.shape(0), blockPoints)));
    }

    double[] block(int index) {
        double[] block = blocks.get(index);
        if (block == null) {
            block = pack(index);
            blocks.set(index, block);
        }
        return block;
    }

    private double[] pack(int index) {
        long first = (long) index * blockPoints;
        int count = (int) Math.min(blockPoints, points.shape(0) - first);
        double[] items = new double[Math.toIntExact(Math.ceilDiv(count, panel) * (long) panel * k)];
        for (int p = 0; p < count && !cancellation.isCancelled(); p++)
            Points.read(points, first + p, items, p / panel * panel * k + p % panel, panel);
        return items;
    }

    /** Bytes of all blocks. */
    static long bytes(long points, long k, int panel) {
        return Math.ceilDiv(points, panel) * panel * k * Double.BYTES;
    }
}
