package org.stridescope.ufunc.matrix;

/** A = Q R by Householder reflections, with the signs of LAPACK's {@code dgeqrf}: of each column's beta, that of -alpha. */
public final class Qr {
    private final double[][] work;
    private final double[] tau;
    private final int rows;
    private final int columns;

    /** Of a matrix of any shape, which is not changed. */
    public Qr(double[][] matrix, int columns) {
        rows = matrix.length;
        this.columns = columns;
        work = new double[rows][];
        for (int i = 0; i < rows; i++)
            work[i] = matrix[i].clone();
        tau = new double[Math.min(rows, columns)];
        for (int k = 0; k < tau.length; k++)
            reflect(k);
    }

    private void reflect(int k) {
        double below = 0;
        for (int i = k + 1; i < rows; i++)
            below = Math.hypot(below, work[i][k]);
        if (below == 0)
            return;
        double alpha = work[k][k];
        double beta = -Math.copySign(Math.hypot(alpha, below), alpha);
        tau[k] = (beta - alpha) / beta;
        for (int i = k + 1; i < rows; i++)
            work[i][k] /= alpha - beta;
        work[k][k] = beta;
        for (int j = k + 1; j < columns; j++) {
            double sum = work[k][j];
            for (int i = k + 1; i < rows; i++)
                sum += work[i][k] * work[i][j];
            sum *= tau[k];
            work[k][j] -= sum;
            for (int i = k + 1; i < rows; i++)
                work[i][j] -= sum * work[i][k];
        }
    }

    /** The upper triangle: the first {@code count} rows of it. */
    public double[][] r(int count) {
        double[][] r = new double[count][columns];
        for (int i = 0; i < Math.min(count, rows); i++)
            for (int j = i; j < columns; j++)
                r[i][j] = work[i][j];
        return r;
    }

    /** The first {@code count} columns of Q. */
    public double[][] q(int count) {
        double[][] q = new double[rows][count];
        for (int i = 0; i < Math.min(rows, count); i++)
            q[i][i] = 1;
        for (int k = tau.length - 1; k >= 0; k--) {
            for (int j = 0; j < count; j++) {
                double sum = q[k][j];
                for (int i = k + 1; i < rows; i++)
                    sum += work[i][k] * q[i][j];
                sum *= tau[k];
                q[k][j] -= sum;
                for (int i = k + 1; i < rows; i++)
                    q[i][j] -= sum * work[i][k];
            }
        }
        return q;
    }
}
