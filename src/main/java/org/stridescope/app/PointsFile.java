package org.stridescope.app;

import org.stridescope.array.ArrayError;
import org.stridescope.array.ArrayMemory;
import org.stridescope.array.DType;
import org.stridescope.array.NDArray;
import org.stridescope.array.Shapes;
import org.stridescope.io.ArrayFiles;
import org.stridescope.io.IoError;
import org.stridescope.kernel.DistanceKernel;
import org.stridescope.kernel.DistanceProblem;
import org.stridescope.kernel.Metric;

/** Points from files, as a distance wants them. */
final class PointsFile {
    private PointsFile() {}

    /** @param role X or Y, for the sentence where the file is wrong */
    static NDArray read(String role, String reference, ArrayMemory memory) {
        NDArray points;
        try {
            points = ArrayFiles.read(reference, memory);
        } catch (IoError e) {
            throw new CallError(role + ": " + e.getMessage(), e);
        }
        if (points.ndim() != 2) {
            throw new CallError(role + ": " + reference + " has shape " + Shapes.text(points.shape())
                    + ": points are a 2-dimensional array (points, features)");
        }
        if (points.dtype().kind() == DType.Kind.COMPLEX) {
            throw new CallError(role + ": " + reference + " holds complex numbers: points must be real");
        }
        return points;
    }

    /** Both as they are where they are of one dtype that the variant takes; else as float64, as SciPy takes them. */
    static DistanceProblem problem(DistanceKernel kernel, Metric metric, NDArray x, NDArray y,
            ArrayMemory memory) {
        boolean same = x.dtype() == y.dtype() && kernel.dtypes().contains(x.dtype());
        try {
            return same
                    ? new DistanceProblem(metric, x, y)
                    : new DistanceProblem(metric, toFloat64(x, memory), toFloat64(y, memory));
        } catch (ArrayError e) {
            throw new CallError(String.valueOf(e.getMessage()), e);
        }
    }

    private static NDArray toFloat64(NDArray from, ArrayMemory memory) {
        if (from.dtype() == DType.FLOAT64)
            return from;
        NDArray to = NDArray.zeros(memory, DType.FLOAT64, from.shape());
        for (long i = 0; i < from.shape(0); i++) {
            for (long j = 0; j < from.shape(1); j++)
                to.setDouble(from.getDouble(i, j), i, j);
        }
        return to;
    }
}
