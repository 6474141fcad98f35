package org.stridescope.ufunc.matrix;

/**
 * Eigenvalues and eigenvectors of any square matrix, in complex arithmetic: brought to Hessenberg form by reflections, to
 * triangular form by QR steps with Wilkinson's shift, the vectors by back substitution. Each vector has length 1 and its
 * largest part real, as LAPACK's {@code zgeev} has them; what sign that part has is this class's own.
 */
public final class GeneralEigen {
    private static final double EPS = 0x1p-52;
    private static final int PATIENCE = 300;

    private final int n;
    private final double[][] re;
    private final double[][] im;
    /** The vectors' turn: rows of the unitary matrix that has made the triangle. */
    private final double[][] qr;
    private final double[][] qi;

    public GeneralEigen(double[][] real, double[][] imaginary) {
        n = real.length;
        re = copy(real);
        im = copy(imaginary);
        qr = new double[n][n];
        qi = new double[n][n];
        for (int i = 0; i < n; i++)
            qr[i][i] = 1;
        hessenberg();
        triangular();
    }

    private static double[][] copy(double[][] of) {
        double[][] copy = new double[of.length][];
        for (int i = 0; i < of.length; i++)
            copy[i] = of[i].clone();
        return copy;
    }

    /** Real and imaginary part of eigenvalue k. */
    public double[] value(int k) {
        return new double[]{re[k][k], im[k][k]};
    }

    private void hessenberg() {
        for (int k = 1; k < n - 1; k++)
            for (int i = k + 1; i < n; i++)
                if (re[i][k - 1] != 0 || im[i][k - 1] != 0)
                    turn(k, i, k - 1);
    }

    /** Rows p and q turned so that the item of row q in this column is 0; the columns p and q likewise, and Q with them. */
    private void turn(int p, int q, int column) {
        double[] t = rotation(re[p][column], im[p][column], re[q][column], im[q][column]);
        rows(p, q, t, 0);
        columns(re, im, p, q, t, n);
        columns(qr, qi, p, q, t, n);
        re[q][column] = 0;
        im[q][column] = 0;
    }

    /** c, and s as a complex number: c a + s b is as long as (a, b), and -conj(s) a + c b is 0. */
    private static double[] rotation(double ar, double ai, double br, double bi) {
        double a = Math.hypot(ar, ai);
        double b = Math.hypot(br, bi);
        if (b == 0)
            return new double[]{1, 0, 0};
        double length = Math.hypot(a, b);
        if (a == 0)
            return new double[]{0, br / b, -bi / b};
        double ur = ar / a;
        double ui = ai / a;
        return new double[]{a / length, (ur * br + ui * bi) / length, (ui * br - ur * bi) / length};
    }

    private void rows(int p, int q, double[] t, int from) {
        for (int j = from; j < n; j++) {
            double xr = re[p][j];
            double xi = im[p][j];
            double yr = re[q][j];
            double yi = im[q][j];
            re[p][j] = t[0] * xr + t[1] * yr - t[2] * yi;
            im[p][j] = t[0] * xi + t[1] * yi + t[2] * yr;
            re[q][j] = t[0] * yr - t[1] * xr - t[2] * xi;
            im[q][j] = t[0] * yi - t[1] * xi + t[2] * xr;
        }
    }

    private static void columns(double[][] re, double[][] im, int p, int q, double[] t, int to) {
        for (int i = 0; i < to; i++) {
            double xr = re[i][p];
            double xi = im[i][p];
            double yr = re[i][q];
            double yi = im[i][q];
            re[i][p] = t[0] * xr + t[1] * yr + t[2] * yi;
            im[i][p] = t[0] * xi + t[1] * yi - t[2] * yr;
            re[i][q] = t[0] * yr - t[1] * xr + t[2] * xi;
            im[i][q] = t[0] * yi - t[1] * xi - t[2] * xr;
        }
    }

    private double size(int i, int j) {
        return Math.abs(re[i][j]) + Math.abs(im[i][j]);
    }

    private void triangular() {
        int high = n - 1;
        int tries = 0;
        while (high > 0) {
            int low = high;
            while (low > 0 && size(low, low - 1) > EPS * (size(low, low) + size(low - 1, low - 1)))
                low--;
            if (low > 0) {
                re[low][low - 1] = 0;
                im[low][low - 1] = 0;
            }
            if (low == high) {
                high--;
                tries = 0;
            } else if (++tries > PATIENCE) {
                throw new org.stridescope.array.ArrayError("Eigenvalues did not converge");
            } else {
                step(low, high, tries);
            }
        }
    }

    private void step(int low, int high, int tries) {
        double[] shift = tries % 10 == 0
                ? new double[]{size(high, high - 1) + re[high][high], im[high][high]}
                : shift(high);
        for (int i = 0; i < n; i++) {
            re[i][i] -= shift[0];
            im[i][i] -= shift[1];
        }
        double[][] turns = new double[high][];
        for (int k = low; k < high; k++) {
            turns[k] = rotation(re[k][k], im[k][k], re[k + 1][k], im[k + 1][k]);
            rows(k, k + 1, turns[k], k);
        }
        for (int k = low; k < high; k++) {
            columns(re, im, k, k + 1, turns[k], Math.min(k + 3, high + 1));
            columns(qr, qi, k, k + 1, turns[k], n);
        }
        for (int i = 0; i < n; i++) {
            re[i][i] += shift[0];
            im[i][i] += shift[1];
        }
    }

    /** The eigenvalue of the last two rows' block that is nearer to its last item. */
    private double[] shift(int k) {
        double hr = (re[k - 1][k - 1] - re[k][k]) / 2;
        double hi = (im[k - 1][k - 1] - im[k][k]) / 2;
        double pr = re[k - 1][k] * re[k][k - 1] - im[k - 1][k] * im[k][k - 1];
        double pi = re[k - 1][k] * im[k][k - 1] + im[k - 1][k] * re[k][k - 1];
        double[] root = sqrt(hr * hr - hi * hi + pr, 2 * hr * hi + pi);
        if (hr * root[0] + hi * root[1] < 0) {
            root[0] = -root[0];
            root[1] = -root[1];
        }
        double[] step = divide(pr, pi, hr + root[0], hi + root[1]);
        return new double[]{re[k][k] - step[0], im[k][k] - step[1]};
    }

    private static double[] sqrt(double a, double b) {
        double length = Math.hypot(a, b);
        double x = Math.sqrt((length + Math.abs(a)) / 2);
        if (x == 0)
            return new double[]{0, 0};
        double y = b / (2 * x);
        return a >= 0 ? new double[]{x, y} : new double[]{Math.abs(y), Math.copySign(x, b)};
    }

    private static double[] divide(double a, double b, double c, double d) {
        double length = c * c + d * d;
        if (length == 0)
            return new double[]{0, 0};
        return new double[]{(a * c + b * d) / length, (b * c - a * d) / length};
    }

    /** Eigenvector k: real parts, then imaginary parts. */
    public double[][] vector(int k) {
        double[] xr = new double[n];
        double[] xi = new double[n];
        xr[k] = 1;
        double least = 0;
        for (int i = 0; i < n; i++)
            least = Math.max(least, size(i, i));
        for (int i = k - 1; i >= 0; i--) {
            double sr = 0;
            double si = 0;
            for (int j = i + 1; j <= k; j++) {
                sr -= re[i][j] * xr[j] - im[i][j] * xi[j];
                si -= re[i][j] * xi[j] + im[i][j] * xr[j];
            }
            double dr = re[i][i] - re[k][k];
            double di = im[i][i] - im[k][k];
            if (Math.abs(dr) + Math.abs(di) < EPS * least)
                dr = Math.max(EPS * least, Double.MIN_NORMAL);
            double[] x = divide(sr, si, dr, di);
            xr[i] = x[0];
            xi[i] = x[1];
        }
        return turned(xr, xi);
    }

    private double[][] turned(double[] xr, double[] xi) {
        double[][] v = new double[2][n];
        double length = 0;
        int largest = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                v[0][i] += qr[i][j] * xr[j] - qi[i][j] * xi[j];
                v[1][i] += qr[i][j] * xi[j] + qi[i][j] * xr[j];
            }
            length = Math.hypot(length, Math.hypot(v[0][i], v[1][i]));
            if (Math.hypot(v[0][i], v[1][i]) > Math.hypot(v[0][largest], v[1][largest]) * (1 + 1e-12))
                largest = i;
        }
        double size = Math.hypot(v[0][largest], v[1][largest]);
        double c = v[0][largest] / size / length;
        double s = -v[1][largest] / size / length;
        for (int i = 0; i < n; i++) {
            double real = v[0][i] * c - v[1][i] * s;
            v[1][i] = i == largest ? 0 : v[0][i] * s + v[1][i] * c;
            v[0][i] = real;
        }
        return v;
    }
}
