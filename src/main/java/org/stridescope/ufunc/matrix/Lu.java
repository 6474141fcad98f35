package org.stridescope.ufunc.matrix;

/** P A = L U by Gaussian elimination with partial pivoting, in LAPACK's order of pivots ({@code dgetrf}). */
public final class Lu {
    private final double[][] factors;
    private final int[] rows;
    private int sign = 1;
    private boolean singular;

    /** Of a square matrix, which is not changed. */
    public Lu(double[][] matrix) {
        int n = matrix.length;
        factors = new double[n][];
        rows = new int[n];
        for (int i = 0; i < n; i++) {
            factors[i] = matrix[i].clone();
            rows[i] = i;
        }
        for (int k = 0; k < n; k++)
            eliminate(k, n);
    }

    private void eliminate(int k, int n) {
        int pivot = k;
        for (int i = k + 1; i < n; i++)
            if (Math.abs(factors[i][k]) > Math.abs(factors[pivot][k]))
                pivot = i;
        if (factors[pivot][k] == 0) {
            singular = true;
            return;
        }
        if (pivot != k) {
            double[] row = factors[k];
            factors[k] = factors[pivot];
            factors[pivot] = row;
            int place = rows[k];
            rows[k] = rows[pivot];
            rows[pivot] = place;
            sign = -sign;
        }
        for (int i = k + 1; i < n; i++) {
            double factor = factors[i][k] / factors[k][k];
            factors[i][k] = factor;
            for (int j = k + 1; j < n; j++)
                factors[i][j] -= factor * factors[k][j];
        }
    }

    public boolean isSingular() {
        return singular;
    }

    public double determinant() {
        double product = sign;
        for (int i = 0; i < factors.length; i++)
            product *= factors[i][i];
        return product;
    }

    /** Sign and logarithm of the determinant's size: {0, -inf} for a singular matrix. */
    public double[] logDeterminant() {
        if (singular)
            return new double[]{0, Double.NEGATIVE_INFINITY};
        double side = sign;
        double sum = 0;
        for (int i = 0; i < factors.length; i++) {
            side *= Math.signum(factors[i][i]);
            sum += Math.log(Math.abs(factors[i][i]));
        }
        return new double[]{side, sum};
    }

    /** X of A X = B. */
    public double[][] solve(double[][] right) {
        int n = factors.length;
        int columns = n == 0 ? 0 : right[0].length;
        double[][] x = new double[n][];
        for (int i = 0; i < n; i++) {
            x[i] = right[rows[i]].clone();
            for (int k = 0; k < i; k++)
                for (int j = 0; j < columns; j++)
                    x[i][j] -= factors[i][k] * x[k][j];
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int k = i + 1; k < n; k++)
                for (int j = 0; j < columns; j++)
                    x[i][j] -= factors[i][k] * x[k][j];
            for (int j = 0; j < columns; j++)
                x[i][j] /= factors[i][i];
        }
        return x;
    }
}
