package org.stridescope.bench;

import java.lang.foreign.ValueLayout;
import java.util.Random;

import org.stridescope.array.ArrayMemory;
import org.stridescope.array.DType;
import org.stridescope.array.NDArray;
import org.stridescope.ffi.Pages;
import org.stridescope.kernel.DistanceProblem;
import org.stridescope.kernel.Metric;

/** Random points in the unit cube, and a result whose pages have been touched. */
record BenchPoints(ArrayMemory memory, DistanceProblem problem, NDArray out) implements AutoCloseable {
    static BenchPoints none() {
        return of(Metric.CITYBLOCK, 1, 1);
    }

    static BenchPoints of(Metric metric, int n, int k) {
        BenchPoints points = untouched(metric, n, k);
        points.out.buffer().fill((byte) 0);
        return points;
    }

    /** The result's pages are touched by whoever writes them first. */
    static BenchPoints untouched(Metric metric, int n, int k) {
        ArrayMemory memory = ArrayMemory.scoped(new Pages());
        NDArray x = points(memory, 1, n, k);
        NDArray y = points(memory, 2, n, k);
        NDArray out = NDArray.zeros(memory, DType.FLOAT64, n, n);
        return new BenchPoints(memory, new DistanceProblem(metric, x, y), out);
    }

    private static NDArray points(ArrayMemory memory, long seed, int n, int k) {
        NDArray points = NDArray.zeros(memory, DType.FLOAT64, n, k);
        Random random = new Random(seed);
        for (long i = 0; i < (long) n * k; i++) {
            points.buffer().setAtIndex(ValueLayout.JAVA_DOUBLE, i, random.nextDouble());
        }
        return points;
    }

    @Override
    public void close() {
        memory.close();
    }
}
