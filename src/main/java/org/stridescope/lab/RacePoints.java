package org.stridescope.lab;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.SplittableRandom;

import org.stridescope.array.ArrayMemory;
import org.stridescope.array.DType;
import org.stridescope.array.Layout;
import org.stridescope.array.NDArray;
import org.stridescope.io.ArrayFiles;
import org.stridescope.kernel.DistanceProblem;

/**
 * The points of a race. Drawn ones come from one {@link SplittableRandom} of the seed, features in [0, 1), x row by row and
 * then y: the same on every machine, rounded where they are float32. Those of a file are read as the experiment's dtype and are x
 * and y both.
 */
final class RacePoints {
    private RacePoints() {}

    static DistanceProblem load(DistanceExperiment experiment, Preflight sizes, ArrayMemory memory) {
        if (experiment.points() == null) {
            SplittableRandom random = new SplittableRandom(experiment.seed());
            NDArray x = draw(random, memory, experiment.dtype(), sizes.n(), sizes.k());
            NDArray y = draw(random, memory, experiment.dtype(), sizes.m(), sizes.k());
            return new DistanceProblem(experiment.metric(), x, y);
        }
        NDArray points = as(experiment.dtype(), ArrayFiles.read(experiment.points().toString(), memory), memory);
        return new DistanceProblem(experiment.metric(), points, points);
    }

    private static NDArray draw(SplittableRandom random, ArrayMemory memory, DType dtype, long rows, long columns) {
        NDArray points = NDArray.zeros(memory, dtype, rows, columns);
        MemorySegment items = points.buffer();
        for (long i = 0; i < rows * columns; i++)
            set(items, dtype, i, random.nextDouble());
        return points;
    }

    private static void set(MemorySegment items, DType dtype, long at, double value) {
        if (dtype == DType.FLOAT32)
            items.setAtIndex(ValueLayout.JAVA_FLOAT, at, (float) value);
        else
            items.setAtIndex(ValueLayout.JAVA_DOUBLE, at, value);
    }

    private static NDArray as(DType dtype, NDArray points, ArrayMemory memory) {
        if (points.dtype() == dtype)
            return points;
        NDArray to = NDArray.zeros(memory, dtype, points.shape());
        for (long i = 0; i < points.shape(0); i++) {
            for (long j = 0; j < points.shape(1); j++)
                to.setDouble(points.getDouble(i, j), i, j);
        }
        return to;
    }

    /** A problem of these lengths without its bytes (every item is the same one), to ask a kernel what it would take. */
    static DistanceProblem outline(DistanceExperiment experiment, long n, long m, long k) {
        return new DistanceProblem(experiment.metric(), outline(experiment.dtype(), n, k),
                outline(experiment.dtype(), m, k));
    }

    private static NDArray outline(DType dtype, long rows, long columns) {
        return NDArray.over(MemorySegment.ofArray(new double[1]), dtype,
                Layout.of(new long[]{rows, columns}, new long[]{0, 0}, 0));
    }
}
