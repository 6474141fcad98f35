package org.stridescope.script;

import org.stridescope.array.DType;
import org.stridescope.array.NDArray;
import org.stridescope.array.Views;
import org.stridescope.script.Values.PyTuple;
import org.stridescope.ufunc.matrix.GeneralEigen;
import org.stridescope.ufunc.matrix.SymmetricEigen;

/** Eigenvalues and eigenvectors of one square matrix as arrays. */
final class Eigen {
    private Eigen() {}

    static PyTuple symmetric(NDArray a, NumPyCalls np) {
        SymmetricEigen eigen = new SymmetricEigen(NumPyLinalg.rows(a));
        return PyTuple.of(NDArray.of(np.in().memory(), eigen.values()), NumPyLinalg.matrix(eigen.vectors(), np));
    }

    static NDArray values(NDArray a, NumPyCalls np) {
        return (NDArray) general(a, np).items().getFirst();
    }

    /** Real arrays where all values are real. */
    static PyTuple general(NDArray a, NumPyCalls np) {
        int n = (int) a.shape(0);
        double[][] real = NumPyLinalg.rows(a.dtype().isComplex() ? Views.part(a, false) : a);
        double[][] imaginary = a.dtype().isComplex() ? NumPyLinalg.rows(Views.part(a, true)) : new double[n][n];
        GeneralEigen eigen = new GeneralEigen(real, imaginary);
        double size = 0;
        for (double[] row : real)
            for (double item : row)
                size = Math.max(size, Math.abs(item));
        boolean complex = a.dtype().isComplex();
        for (int k = 0; k < n; k++)
            complex |= Math.abs(eigen.value(k)[1]) > 1e-13 * n * size;
        DType dtype = complex ? DType.COMPLEX128 : DType.FLOAT64;
        NDArray values = NDArray.zeros(np.in().memory(), dtype, n);
        NDArray vectors = NDArray.zeros(np.in().memory(), dtype, n, n);
        for (int k = 0; k < n; k++) {
            double[][] vector = eigen.vector(k);
            values.setDouble(eigen.value(k)[0], k);
            if (complex)
                Views.part(values, true).setDouble(eigen.value(k)[1], k);
            for (int i = 0; i < n; i++) {
                vectors.setDouble(vector[0][i], i, k);
                if (complex)
                    Views.part(vectors, true).setDouble(vector[1][i], i, k);
            }
        }
        return PyTuple.of(values, vectors);
    }
}
