package org.stridescope.ufunc.matrix;

/**
 * Eigenvalues, ascending, and eigenvectors of a symmetric matrix, of which the lower triangle is read. Made tridiagonal by
 * reflections, then diagonal by implicit QL or QR steps: the steps of LAPACK's {@code dsytd2} and {@code dsteqr}, so that
 * vectors have the signs that NumPy's have (up to 25 rows, beyond which LAPACK divides).
 */
public final class SymmetricEigen {
    private static final double EPS = 0x1p-53;
    private static final double SMALLEST = Double.MIN_NORMAL;
    private static final int PATIENCE = 30;

    private final int n;
    private final double[][] a;
    private final double[] d;
    private final double[] e;
    private final double[] tau;
    private final double[][] z;

    public SymmetricEigen(double[][] matrix) {
        n = matrix.length;
        a = new double[n][];
        for (int i = 0; i < n; i++)
            a[i] = matrix[i].clone();
        d = new double[n];
        e = new double[Math.max(0, n - 1)];
        tau = new double[Math.max(0, n - 1)];
        z = new double[n][n];
        for (int i = 0; i < n; i++)
            z[i][i] = 1;
        for (int i = 0; i < n - 1; i++)
            reflect(i);
        if (n > 0)
            d[n - 1] = a[n - 1][n - 1];
        diagonalise();
        sort();
        for (int i = n - 2; i >= 0; i--)
            apply(i);
    }

    public double[] values() {
        return d;
    }

    /** The vectors, as columns. */
    public double[][] vectors() {
        return z;
    }

    private void reflect(int i) {
        double below = 0;
        for (int k = i + 2; k < n; k++)
            below = Math.hypot(below, a[k][i]);
        double alpha = a[i + 1][i];
        e[i] = alpha;
        if (below != 0) {
            double beta = -Math.copySign(Math.hypot(alpha, below), alpha);
            tau[i] = (beta - alpha) / beta;
            for (int k = i + 2; k < n; k++)
                a[k][i] /= alpha - beta;
            e[i] = beta;
            a[i + 1][i] = 1;
            bothSides(i);
        }
        d[i] = a[i][i];
    }

    /** A - v w' - w v', where v stands in column i. */
    private void bothSides(int i) {
        double[] w = new double[n];
        double dot = 0;
        for (int r = i + 1; r < n; r++) {
            for (int c = i + 1; c < n; c++)
                w[r] += (c <= r ? a[r][c] : a[c][r]) * a[c][i];
            w[r] *= tau[i];
            dot += w[r] * a[r][i];
        }
        for (int r = i + 1; r < n; r++)
            w[r] -= 0.5 * tau[i] * dot * a[r][i];
        for (int r = i + 1; r < n; r++)
            for (int c = i + 1; c <= r; c++)
                a[r][c] -= a[r][i] * w[c] + w[r] * a[c][i];
    }

    /** The reflection of column i on the vectors of the tridiagonal matrix. */
    private void apply(int i) {
        if (tau[i] == 0)
            return;
        for (int j = 0; j < n; j++) {
            double sum = z[i + 1][j];
            for (int k = i + 2; k < n; k++)
                sum += a[k][i] * z[k][j];
            sum *= tau[i];
            z[i + 1][j] -= sum;
            for (int k = i + 2; k < n; k++)
                z[k][j] -= sum * a[k][i];
        }
    }

    private void diagonalise() {
        int left = PATIENCE * n;
        int first = 0;
        while (first < n) {
            if (first > 0)
                e[first - 1] = 0;
            int last = first;
            while (last < n - 1) {
                double size = Math.abs(e[last]);
                if (size <= Math.sqrt(Math.abs(d[last])) * Math.sqrt(Math.abs(d[last + 1])) * EPS) {
                    e[last] = 0;
                    break;
                }
                last++;
            }
            int next = last + 1;
            left = Math.abs(d[last]) < Math.abs(d[first]) ? upwards(last, first, left) : downwards(first, last, left);
            first = next;
        }
    }

    private boolean small(int i) {
        return e[i] * e[i] <= EPS * EPS * Math.abs(d[i]) * Math.abs(d[i + 1]) + SMALLEST;
    }

    /** QL steps: eigenvalues settle from the first on. */
    private int downwards(int from, int end, int patience) {
        int left = patience;
        int l = from;
        while (l <= end && left > 0) {
            int m = l;
            while (m < end && !small(m))
                m++;
            if (m < end)
                e[m] = 0;
            if (m == l) {
                l++;
            } else if (m == l + 1) {
                double[] two = pair(d[l], e[l], d[l + 1]);
                rotate(l, two[2], two[3]);
                d[l] = two[0];
                d[l + 1] = two[1];
                e[l] = 0;
                l += 2;
            } else {
                left--;
                stepDown(l, m);
            }
        }
        return left;
    }

    private void stepDown(int l, int m) {
        double p = d[l];
        double g = (d[l + 1] - p) / (2 * e[l]);
        double r = Math.hypot(g, 1);
        g = d[m] - p + e[l] / (g + Math.copySign(r, g));
        double s = 1;
        double c = 1;
        p = 0;
        double[] cosines = new double[m];
        double[] sines = new double[m];
        for (int i = m - 1; i >= l; i--) {
            double f = s * e[i];
            double b = c * e[i];
            double[] turn = turn(g, f);
            c = turn[0];
            s = turn[1];
            if (i != m - 1)
                e[i + 1] = turn[2];
            g = d[i + 1] - p;
            r = (d[i] - g) * s + 2 * c * b;
            p = s * r;
            d[i + 1] = g + p;
            g = c * r - b;
            cosines[i] = c;
            sines[i] = -s;
        }
        for (int i = m - 1; i >= l; i--)
            rotate(i, cosines[i], sines[i]);
        d[l] -= p;
        e[l] = g;
    }

    /** QR steps: eigenvalues settle from the last on. */
    private int upwards(int from, int end, int patience) {
        int left = patience;
        int l = from;
        while (l >= end && left > 0) {
            int m = l;
            while (m > end && !small(m - 1))
                m--;
            if (m > end)
                e[m - 1] = 0;
            if (m == l) {
                l--;
            } else if (m == l - 1) {
                double[] two = pair(d[l - 1], e[l - 1], d[l]);
                rotate(m, two[2], two[3]);
                d[l - 1] = two[0];
                d[l] = two[1];
                e[l - 1] = 0;
                l -= 2;
            } else {
                left--;
                stepUp(l, m);
            }
        }
        return left;
    }

    private void stepUp(int l, int m) {
        double p = d[l];
        double g = (d[l - 1] - p) / (2 * e[l - 1]);
        double r = Math.hypot(g, 1);
        g = d[m] - p + e[l - 1] / (g + Math.copySign(r, g));
        double s = 1;
        double c = 1;
        p = 0;
        double[] cosines = new double[l];
        double[] sines = new double[l];
        for (int i = m; i < l; i++) {
            double f = s * e[i];
            double b = c * e[i];
            double[] turn = turn(g, f);
            c = turn[0];
            s = turn[1];
            if (i != m)
                e[i - 1] = turn[2];
            g = d[i] - p;
            r = (d[i + 1] - g) * s + 2 * c * b;
            p = s * r;
            d[i] = g + p;
            g = c * r - b;
            cosines[i] = c;
            sines[i] = s;
        }
        for (int i = m; i < l; i++)
            rotate(i, cosines[i], sines[i]);
        d[l] -= p;
        e[l - 1] = g;
    }

    /** Columns j and j + 1 turned. */
    private void rotate(int j, double c, double s) {
        for (int i = 0; i < n; i++) {
            double next = z[i][j + 1];
            z[i][j + 1] = c * next - s * z[i][j];
            z[i][j] = s * next + c * z[i][j];
        }
    }

    /** Cosine, sine and length of the turn that takes (f, g) to (r, 0). */
    private static double[] turn(double f, double g) {
        if (g == 0)
            return new double[]{1, 0, f};
        if (f == 0)
            return new double[]{0, Math.signum(g), Math.abs(g)};
        double length = Math.hypot(f, g);
        double r = Math.copySign(length, f);
        return new double[]{Math.abs(f) / length, g / r, r};
    }

    /** Both eigenvalues of [[a, b], [b, c]], the larger by size first, and its unit vector. */
    private static double[] pair(double a, double b, double c) {
        double sum = a + c;
        double difference = a - c;
        double twice = b + b;
        double root = Math.hypot(difference, twice);
        double big = Math.abs(a) > Math.abs(c) ? a : c;
        double little = Math.abs(a) > Math.abs(c) ? c : a;
        double first = sum < 0 ? 0.5 * (sum - root) : sum > 0 ? 0.5 * (sum + root) : 0.5 * root;
        double second = sum == 0 ? -0.5 * root : big / first * little - b / first * b;
        int side = sum < 0 ? -1 : 1;
        int other = difference >= 0 ? 1 : -1;
        double cs = difference >= 0 ? difference + root : difference - root;
        double cosine;
        double sine;
        if (Math.abs(cs) > Math.abs(twice)) {
            double ct = -twice / cs;
            sine = 1 / Math.sqrt(1 + ct * ct);
            cosine = ct * sine;
        } else if (twice == 0) {
            cosine = 1;
            sine = 0;
        } else {
            double tn = -cs / twice;
            cosine = 1 / Math.sqrt(1 + tn * tn);
            sine = tn * cosine;
        }
        return side == other
                ? new double[]{first, second, -sine, cosine}
                : new double[]{first, second, cosine, sine};
    }

    private void sort() {
        for (int i = 0; i < n - 1; i++) {
            int least = i;
            for (int j = i + 1; j < n; j++)
                if (d[j] < d[least])
                    least = j;
            if (least == i)
                continue;
            double value = d[i];
            d[i] = d[least];
            d[least] = value;
            for (double[] row : z) {
                double item = row[i];
                row[i] = row[least];
                row[least] = item;
            }
        }
    }
}
