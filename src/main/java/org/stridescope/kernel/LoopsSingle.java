package org.stridescope.kernel;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

import org.stridescope.array.NDArray;
import org.stridescope.kernel.DistanceKernel.Outcome;
import org.stridescope.kernel.DistanceKernel.RunControl;

/** {@link LoopsKernel} in single precision: the same loops, every sum a float. */
final class LoopsSingle {
    private final DistanceProblem problem;
    private final float[][] x;
    private final float[][] y;
    private final MemorySegment result;

    LoopsSingle(DistanceProblem problem, NDArray out) {
        this.problem = problem;
        x = Points.singleRows(problem.x());
        y = Points.singleRows(problem.y());
        result = Points.items(out);
    }

    Outcome run(TileGrid grid, RunControl control) {
        return TileLoop.run(grid, control, () -> tile -> {
            for (long i = tile.row(); i < tile.rowEnd() && !control.cancellation().isCancelled(); i++) {
                for (long j = tile.column(); j < tile.columnEnd(); j++) {
                    result.setAtIndex(ValueLayout.JAVA_FLOAT_UNALIGNED, i * y.length + j,
                            distance(x[(int) i], y[(int) j]));
                }
            }
        });
    }

    private float distance(float[] a, float[] b) {
        return switch (problem.metric()) {
            case CITYBLOCK -> cityblock(a, b);
            case SQEUCLIDEAN -> sqeuclidean(a, b);
            case EUCLIDEAN -> (float) Math.sqrt(sqeuclidean(a, b));
            case CHEBYSHEV -> chebyshev(a, b);
        };
    }

    private static float cityblock(float[] a, float[] b) {
        float sum = 0;
        for (int l = 0; l < a.length; l++)
            sum += Math.abs(a[l] - b[l]);
        return sum;
    }

    private static float sqeuclidean(float[] a, float[] b) {
        float sum = 0;
        for (int l = 0; l < a.length; l++) {
            float difference = a[l] - b[l];
            sum += difference * difference;
        }
        return sum;
    }

    private static float chebyshev(float[] a, float[] b) {
        float largest = 0;
        for (int l = 0; l < a.length; l++) {
            float difference = Math.abs(a[l] - b[l]);
            if (difference > largest)
                largest = difference; // not so for NaN, as in cdist
        }
        return largest;
    }
}
