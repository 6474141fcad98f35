package org.stridescope.script;

import org.stridescope.array.DType;
import org.stridescope.array.NDArray;
import org.stridescope.ufunc.matrix.Svd;

/** The x for which |A x - b| is least, by singular values. */
final class LeastSquares {
    private LeastSquares() {}

    static NDArray solve(NDArray left, NDArray right, NumPyCalls np) {
        NDArray inverse = pseudoInverse(left, Math.max(left.shape(0), left.shape(1)) * 0x1p-52, np);
        return np.a("dot", inverse, right);
    }

    /** V diag(1/s) U', singular values below {@code cutoff} times the largest left out. */
    static NDArray pseudoInverse(NDArray a, double cutoff, NumPyCalls np) {
        boolean wide = a.shape(0) < a.shape(1);
        NDArray tall = wide ? a.transpose() : a;
        Svd svd = new Svd(NumPyLinalg.rows(tall), (int) tall.shape(1));
        long rows = tall.shape(0);
        long columns = tall.shape(1);
        NDArray inverse = NDArray.zeros(np.in().memory(), DType.FLOAT64, columns, rows);
        double[] s = svd.values();
        for (int k = 0; k < s.length; k++) {
            if (s[k] <= cutoff * s[0] || s[k] == 0)
                continue;
            for (int i = 0; i < columns; i++)
                for (int j = 0; j < rows; j++)
                    inverse.setDouble(inverse.getDouble(i, j) + svd.right()[k][i] * svd.left()[k][j] / s[k], i, j);
        }
        return wide ? inverse.transpose() : inverse;
    }
}
