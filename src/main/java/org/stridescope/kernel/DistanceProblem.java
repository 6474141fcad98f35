package org.stridescope.kernel;

import org.stridescope.array.ArrayError;
import org.stridescope.array.NDArray;
import org.stridescope.array.Shapes;

/** Points x (n, k) and y (m, k) of one float dtype, with any strides, and the metric between them. */
public record DistanceProblem(Metric metric, NDArray x, NDArray y) {
    public DistanceProblem {
        if (x.ndim() != 2 || y.ndim() != 2) {
            throw new ArrayError("x and y must be 2-dimensional (points, features), not " + Shapes.text(x.shape())
                    + " and " + Shapes.text(y.shape()));
        }
        if (x.shape(1) != y.shape(1)) {
            throw new ArrayError("x has " + x.shape(1) + " features and y has " + y.shape(1)
                    + ": both must have the same number of columns");
        }
        if (x.dtype() != y.dtype() || !x.dtype().isFloat()) {
            throw new ArrayError("x and y must both be float64 or both float32, not " + x.dtype().pythonName() + " and "
                    + y.dtype().pythonName(), ArrayError.Kind.TYPE);
        }
    }

    public long n() {
        return x.shape(0);
    }

    public long m() {
        return y.shape(0);
    }

    public long k() {
        return x.shape(1);
    }

    /** Feature differences to be taken: n m k, the unit of every rate. */
    public double pairFeatures() {
        return (double) n() * m() * k();
    }

    /** Bytes of the result (n, m). */
    public long resultBytes() {
        return Shapes.bytes(x.itemsize(), n(), m());
    }
}
