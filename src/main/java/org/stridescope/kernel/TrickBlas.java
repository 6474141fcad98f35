package org.stridescope.kernel;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

import org.stridescope.array.ArrayMemory;
import org.stridescope.array.DType;
import org.stridescope.array.NDArray;
import org.stridescope.ffi.BlasBindings;
import org.stridescope.ffi.BlasBindings.Matrix;
import org.stridescope.kernel.DistanceKernel.Outcome;
import org.stridescope.kernel.DistanceKernel.RunControl;

/**
 * The trick with the matrix product of a BLAS, tile by tile: {@code out = -2 x yT} by the library, then {@code x.x + y.y} is
 * added while the tile is still in the caches, and what rounding made negative is set to 0. The threads are ours, one tile
 * each, so the library is told to use one thread a call: its own threads inside ours would only wait for each other.
 */
final class TrickBlas implements TileLoop.TileWork {
    /** A tile's work: about 10 ms. The library packs each tile's points anew, so large tiles waste less. */
    private static final double MOST_PAIR_FEATURES = 2e8;
    private static final int SIDE = 504;

    private final BlasBindings blas;
    private final DistanceProblem problem;
    private final boolean single;
    private final MemorySegment x;
    private final MemorySegment y;
    private final MemorySegment out;
    private final double[] xNorms;
    private final double[] yNorms;

    TrickBlas(BlasBindings blas, DistanceProblem problem, NDArray out, Cancellation cancellation, ArrayMemory memory) {
        this.blas = blas;
        this.problem = problem;
        single = problem.x().dtype() == DType.FLOAT32;
        x = Points.cOrder(problem.x(), memory);
        y = Points.cOrder(problem.y(), memory);
        this.out = Points.items(out);
        xNorms = norms(problem.x(), cancellation);
        yNorms = norms(problem.y(), cancellation);
    }

    static TileGrid grid(DistanceProblem problem) {
        TileGrid grid = TileGrid.of(problem, MOST_PAIR_FEATURES);
        long rows = grid.tileRows();
        long columns = grid.tileColumns();
        double features = Math.max(1, problem.k());
        while (rows < Math.min(SIDE, problem.n()) && 2 * rows * columns * features <= MOST_PAIR_FEATURES)
            rows *= 2;
        while (columns < Math.min(SIDE, problem.m()) && 2 * rows * columns * features <= MOST_PAIR_FEATURES)
            columns *= 2;
        return new TileGrid(problem.n(), problem.m(), rows, columns);
    }

    Outcome run(RunControl control) {
        blas.setThreads(1);
        return TileLoop.run(grid(problem), control, () -> this);
    }

    private double[] norms(NDArray points, Cancellation cancellation) {
        if (!single)
            return VectorTrick.norms(points);
        double[] norms = new double[Math.toIntExact(points.shape(0))];
        float[] point = new float[Math.toIntExact(points.shape(1))];
        for (int i = 0; i < norms.length && !cancellation.isCancelled(); i++) {
            Points.read(points, i, point, 0, 1);
            float sum = 0;
            for (float feature : point)
                sum += feature * feature;
            norms[i] = sum;
        }
        return norms;
    }

    @Override
    public void compute(Tile tile) {
        int k = Math.toIntExact(problem.k());
        int rows = (int) (tile.rowEnd() - tile.row());
        int columns = (int) (tile.columnEnd() - tile.column());
        int itemsize = problem.x().itemsize();
        long at = (tile.row() * problem.m() + tile.column()) * itemsize;
        long bytes = ((rows - 1) * problem.m() + columns) * itemsize;
        int rowItems = Math.toIntExact(Math.max(1, problem.m()));
        if (k > 0) {
            Matrix a = new Matrix(x.asSlice(tile.row() * k * itemsize), rows, k, k);
            Matrix b = new Matrix(y.asSlice(tile.column() * k * itemsize), columns, k, k);
            blas.multiply(problem.x().dtype(), -2, a, b, true,
                    new Matrix(out.asSlice(at, bytes), rows, columns, rowItems));
        }
        for (int r = 0; r < rows; r++) {
            long row = at + r * problem.m() * itemsize;
            if (single)
                finishSingle(row, columns, (float) xNorms[(int) tile.row() + r], (int) tile.column(), k > 0);
            else
                finish(row, columns, xNorms[(int) tile.row() + r], (int) tile.column(), k > 0);
        }
    }

    /** out = max(0, x.x + y.y + out), or its root, for one row of the tile. */
    private void finish(long at, int count, double xNorm, int column, boolean product) {
        boolean root = problem.metric() == Metric.EUCLIDEAN;
        MemorySegment row = out.asSlice(at, (long) count * Double.BYTES);
        for (int j = 0; j < count; j++) {
            double value = product ? row.getAtIndex(ValueLayout.JAVA_DOUBLE_UNALIGNED, j) : 0;
            double square = Math.max(0, value + (xNorm + yNorms[column + j]));
            row.setAtIndex(ValueLayout.JAVA_DOUBLE_UNALIGNED, j, root ? Math.sqrt(square) : square);
        }
    }

    private void finishSingle(long at, int count, float xNorm, int column, boolean product) {
        boolean root = problem.metric() == Metric.EUCLIDEAN;
        MemorySegment row = out.asSlice(at, (long) count * Float.BYTES);
        for (int j = 0; j < count; j++) {
            float value = product ? row.getAtIndex(ValueLayout.JAVA_FLOAT_UNALIGNED, j) : 0;
            float square = Math.max(0, value + (xNorm + (float) yNorms[column + j]));
            row.setAtIndex(ValueLayout.JAVA_FLOAT_UNALIGNED, j, root ? (float) Math.sqrt(square) : square);
        }
    }
}
