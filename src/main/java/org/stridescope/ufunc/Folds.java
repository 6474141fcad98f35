package org.stridescope.ufunc;

/** Runs of items folded into one: sums pairwise, as NumPy adds them. */
final class Folds {
    static final Ufunc.Fold SUM = new Ufunc.Fold() {
        @Override
        public double doubles(double start, double[] a, int n) {
            return start + pairwise(a, 0, n);
        }

        @Override
        public long longs(long start, long[] a, int n, boolean unsigned) {
            long sum = start;
            for (int i = 0; i < n; i++)
                sum += a[i];
            return sum;
        }
    };
    static final Ufunc.Fold PRODUCT = new Ufunc.Fold() {
        @Override
        public double doubles(double start, double[] a, int n) {
            double product = start;
            for (int i = 0; i < n; i++)
                product *= a[i];
            return product;
        }

        @Override
        public long longs(long start, long[] a, int n, boolean unsigned) {
            long product = start;
            for (int i = 0; i < n; i++)
                product *= a[i];
            return product;
        }
    };
    static final Ufunc.Fold MAXIMUM = new Ufunc.Fold() {
        @Override
        public double doubles(double start, double[] a, int n) {
            double most = start;
            for (int i = 0; i < n; i++)
                most = Math.max(most, a[i]);
            return most;
        }

        @Override
        public long longs(long start, long[] a, int n, boolean unsigned) {
            long flip = unsigned ? Long.MIN_VALUE : 0;
            long most = start ^ flip;
            for (int i = 0; i < n; i++)
                most = Math.max(most, a[i] ^ flip);
            return most ^ flip;
        }
    };
    static final Ufunc.Fold MINIMUM = new Ufunc.Fold() {
        @Override
        public double doubles(double start, double[] a, int n) {
            double least = start;
            for (int i = 0; i < n; i++)
                least = Math.min(least, a[i]);
            return least;
        }

        @Override
        public long longs(long start, long[] a, int n, boolean unsigned) {
            long flip = unsigned ? Long.MIN_VALUE : 0;
            long least = start ^ flip;
            for (int i = 0; i < n; i++)
                least = Math.min(least, a[i] ^ flip);
            return least ^ flip;
        }
    };
    private static final int BLOCK = 128;

    private Folds() {}

    /**
     * NumPy's pairwise sum: eight running sums over blocks of 128, blocks added in pairs, so that the error grows with the
     * logarithm of n. Source: {@code numpy/core/src/umath/loops_utils.h.src}.
     */
    static double pairwise(double[] a, int from, int n) {
        if (n < 8) {
            double sum = n == 0 ? 0 : -0.0;
            for (int i = 0; i < n; i++)
                sum += a[from + i];
            return sum;
        }
        if (n > BLOCK) {
            int half = n / 2;
            half -= half % 8;
            return pairwise(a, from, half) + pairwise(a, from + half, n - half);
        }
        double r0 = a[from];
        double r1 = a[from + 1];
        double r2 = a[from + 2];
        double r3 = a[from + 3];
        double r4 = a[from + 4];
        double r5 = a[from + 5];
        double r6 = a[from + 6];
        double r7 = a[from + 7];
        int i = 8;
        for (; i < n - n % 8; i += 8) {
            r0 += a[from + i];
            r1 += a[from + i + 1];
            r2 += a[from + i + 2];
            r3 += a[from + i + 3];
            r4 += a[from + i + 4];
            r5 += a[from + i + 5];
            r6 += a[from + i + 6];
            r7 += a[from + i + 7];
        }
        double sum = ((r0 + r1) + (r2 + r3)) + ((r4 + r5) + (r6 + r7));
        for (; i < n; i++)
            sum += a[from + i];
        return sum;
    }
}
