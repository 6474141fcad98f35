package org.stridescope.ufunc.matrix;

/**
 * A = U diag(s) V' by one-sided Jacobi rotations: columns are turned in pairs until all are at right angles; their lengths
 * are the singular values, descending. Accurate to the last digits also for the small ones. Each right vector's sign is
 * chosen so that its largest part is negative where it comes first, which is how LAPACK's mostly come out.
 */
public final class Svd {
    private static final int SWEEPS = 60;

    private final double[][] u;
    private final double[] s;
    private final double[][] v;

    /** Of a matrix with at least as many rows as columns. */
    public Svd(double[][] matrix, int columns) {
        int rows = matrix.length;
        double[][] work = new double[columns][rows];
        v = new double[columns][columns];
        for (int j = 0; j < columns; j++) {
            v[j][j] = 1;
            for (int i = 0; i < rows; i++)
                work[j][i] = matrix[i][j];
        }
        for (int sweep = 0; sweep < SWEEPS && sweep(work); sweep++) {
            // until no pair turns
        }
        Integer[] order = new Integer[columns];
        double[] lengths = new double[columns];
        for (int j = 0; j < columns; j++) {
            order[j] = j;
            for (double item : work[j])
                lengths[j] = Math.hypot(lengths[j], item);
        }
        java.util.Arrays.sort(order, (i, j) -> Double.compare(lengths[j], lengths[i]));
        u = new double[columns][];
        s = new double[columns];
        double[][] turned = v.clone();
        for (int k = 0; k < columns; k++) {
            int j = order[k];
            s[k] = lengths[j];
            v[k] = turned[j];
            u[k] = new double[rows];
            for (int i = 0; i < rows && s[k] > 0; i++)
                u[k][i] = work[j][i] / s[k];
            if (first(u[k]) > 0)
                negate(k);
        }
    }

    private static double first(double... vector) {
        for (double item : vector)
            if (Math.abs(item) > 1e-12)
                return item;
        return 0;
    }

    private void negate(int k) {
        for (int i = 0; i < u[k].length; i++)
            u[k][i] = -u[k][i];
        for (int i = 0; i < v[k].length; i++)
            v[k][i] = -v[k][i];
    }

    private boolean sweep(double[][] work) {
        boolean turned = false;
        for (int p = 0; p < work.length; p++)
            for (int q = p + 1; q < work.length; q++)
                turned |= turn(work, p, q);
        return turned;
    }

    private boolean turn(double[][] work, int p, int q) {
        double alpha = 0;
        double beta = 0;
        double gamma = 0;
        for (int i = 0; i < work[p].length; i++) {
            alpha += work[p][i] * work[p][i];
            beta += work[q][i] * work[q][i];
            gamma += work[p][i] * work[q][i];
        }
        if (Math.abs(gamma) <= 1e-16 * Math.sqrt(alpha * beta) || gamma == 0)
            return false;
        double zeta = (beta - alpha) / (2 * gamma);
        double t = Math.copySign(1, zeta) / (Math.abs(zeta) + Math.hypot(1, zeta));
        double c = 1 / Math.hypot(1, t);
        turn(work[p], work[q], c, c * t);
        turn(v[p], v[q], c, c * t);
        return true;
    }

    private static void turn(double[] a, double[] b, double c, double s) {
        for (int i = 0; i < a.length; i++) {
            double item = a[i];
            a[i] = c * item - s * b[i];
            b[i] = s * item + c * b[i];
        }
    }

    /** Left vectors, one a row. */
    public double[][] left() {
        return u;
    }

    public double[] values() {
        return s;
    }

    /** Right vectors, one a row. */
    public double[][] right() {
        return v;
    }
}
