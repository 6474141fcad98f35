package org.stridescope.ufunc.random;

/**
 * Single draws of NumPy's distributions, in its order of drawing, so that the same seed gives the same numbers. Normal and
 * exponential numbers come by the ziggurat for {@code Generator}, by Marsaglia's polar method and by the logarithm for
 * {@code RandomState}.
 */
public final class Distributions {
    private final Bits bits;
    private final boolean legacy;
    private boolean spare;
    private double kept;

    /** @param legacy whether as {@code RandomState} draws */
    public Distributions(Bits bits, boolean legacy) {
        this.bits = bits;
        this.legacy = legacy;
    }

    public double uniform() {
        return bits.nextDouble();
    }

    public double normal() {
        if (!legacy)
            return Ziggurat.normal(bits);
        if (spare) {
            spare = false;
            return kept;
        }
        double x;
        double y;
        double square;
        do {
            x = 2 * bits.nextDouble() - 1;
            y = 2 * bits.nextDouble() - 1;
            square = x * x + y * y;
        } while (square >= 1 || square == 0);
        double factor = Math.sqrt(-2 * Math.log(square) / square);
        kept = factor * x;
        spare = true;
        return factor * y;
    }

    public double exponential() {
        return legacy ? -Math.log1p(-bits.nextDouble()) : ExponentialZiggurat.next(bits);
    }

    /** Marsaglia and Tsang's method; below 1 by Ahrens and Dieter's. */
    public double gamma(double shape) {
        if (shape == 1)
            return exponential();
        if (shape == 0)
            return 0;
        if (shape < 1)
            return smallGamma(shape);
        double b = shape - 1 / 3.0;
        double c = 1 / Math.sqrt(9 * b);
        while (true) {
            double x;
            double v;
            do {
                x = normal();
                v = 1 + c * x;
            } while (v <= 0);
            v = v * v * v;
            double u = bits.nextDouble();
            if (u < 1 - 0.0331 * (x * x) * (x * x) || Math.log(u) < 0.5 * x * x + b * (1 - v + Math.log(v)))
                return b * v;
        }
    }

    private double smallGamma(double shape) {
        while (true) {
            double u = bits.nextDouble();
            double v = exponential();
            if (u <= 1 - shape) {
                double x = Math.pow(u, 1 / shape);
                if (x <= v)
                    return x;
            } else {
                double y = -Math.log((1 - u) / shape);
                double x = Math.pow(1 - shape + shape * y, 1 / shape);
                if (x <= v + y)
                    return x;
            }
        }
    }

    public double beta(double a, double b) {
        if (a > 1 || b > 1) {
            double x = gamma(a);
            double y = gamma(b);
            return x / (x + y);
        }
        while (true) {
            double u = bits.nextDouble();
            double v = bits.nextDouble();
            double x = Math.pow(u, 1 / a);
            double y = Math.pow(v, 1 / b);
            if (x + y > 1 || u + v <= 0)
                continue;
            if (x + y > 0)
                return x / (x + y);
            double logX = Math.log(u) / a;
            double logY = Math.log(v) / b;
            double most = Math.max(logX, logY);
            logX -= most;
            logY -= most;
            return Math.exp(logX - Math.log(Math.exp(logX) + Math.exp(logY)));
        }
    }

    /** By multiplying uniform numbers; from a mean of 10 on by Hörmann's transformed rejection. */
    public long poisson(double mean) {
        if (mean >= 10)
            return poissonByRejection(mean);
        if (mean == 0)
            return 0;
        double least = Math.exp(-mean);
        double product = 1;
        for (long k = 0;; k++) {
            product *= bits.nextDouble();
            if (product <= least)
                return k;
        }
    }

    private long poissonByRejection(double mean) {
        double root = Math.sqrt(mean);
        double log = Math.log(mean);
        double b = 0.931 + 2.53 * root;
        double a = -0.059 + 0.02483 * b;
        double inverse = 1.1239 + 1.1328 / (b - 3.4);
        double sure = 0.9277 - 3.6224 / (b - 2);
        while (true) {
            double u = bits.nextDouble() - 0.5;
            double v = bits.nextDouble();
            double side = 0.5 - Math.abs(u);
            long k = (long) Math.floor((2 * a / side + b) * u + mean + 0.43);
            if (side >= 0.07 && v <= sure)
                return k;
            if (k < 0 || side < 0.013 && v > side)
                continue;
            if (Math.log(v) + Math.log(inverse) - Math.log(a / (side * side) + b) <= -mean + k * log - logGamma(k + 1))
                return k;
        }
    }

    /** Stirling's series above 7, shifted up from below. */
    static double logGamma(double of) {
        double[] series = {8.333333333333333e-02, -2.777777777777778e-03, 7.936507936507937e-04,
                -5.952380952380952e-04, 8.417508417508418e-04, -1.917526917526918e-03, 6.410256410256410e-03,
                -2.955065359477124e-02, 1.796443723688307e-01, -1.39243221690590e+00};
        if (of == 1 || of == 2)
            return 0;
        long up = of < 7 ? (long) (7 - of) : 0;
        double x = of + up;
        double square = 1 / x * (1 / x);
        double sum = series[9];
        for (int k = 8; k >= 0; k--)
            sum = sum * square + series[k];
        double log = sum / x + 0.5 * 1.8378770664093453 + (x - 0.5) * Math.log(x) - x;
        for (long k = 0; k < up; k++)
            log -= Math.log(--x);
        return log;
    }

    /** By inversion, for a mean below 30; {@code random_binomial} goes by BTPE beyond. */
    public long binomial(long n, double p) {
        if (p > 0.5)
            return n - inversion(n, 1 - p);
        return inversion(n, p);
    }

    private long inversion(long n, double p) {
        if (n == 0 || p == 0)
            return 0;
        double q = 1 - p;
        double start = Math.exp(n * Math.log(q));
        double mean = n * p;
        long bound = (long) Math.min(n, mean + 10 * Math.sqrt(mean * q + 1));
        long x = 0;
        double px = start;
        double u = bits.nextDouble();
        while (u > px) {
            x++;
            if (x > bound) {
                x = 0;
                px = start;
                u = bits.nextDouble();
            } else {
                u -= px;
                px = (n - x + 1) * p * px / (x * q);
            }
        }
        return x;
    }

    public long geometric(double p) {
        if (p < 0.333333333333333333333333)
            return (long) Math.ceil(legacy
                    ? Math.log1p(-bits.nextDouble()) / Math.log1p(-p)
                    : -ExponentialZiggurat.next(bits) / Math.log1p(-p));
        long x = 1;
        double product = p;
        double sum = p;
        double u = bits.nextDouble();
        while (u > sum) {
            product *= 1 - p;
            sum += product;
            x++;
        }
        return x;
    }

    public double laplace(double loc, double scale) {
        double u;
        do
            u = bits.nextDouble();
        while (u <= 0);
        return u >= 0.5 ? loc - scale * Math.log(2 - u - u) : loc + scale * Math.log(u + u);
    }

    public double logistic(double loc, double scale) {
        double u;
        do
            u = bits.nextDouble();
        while (u <= 0);
        return loc + scale * Math.log(u / (1 - u));
    }

    public double gumbel(double loc, double scale) {
        double u;
        do
            u = 1 - bits.nextDouble();
        while (u >= 1);
        return loc - scale * Math.log(-Math.log(u));
    }

    public double triangular(double left, double mode, double right) {
        double base = right - left;
        double first = mode - left;
        double u = bits.nextDouble();
        return u <= first / base
                ? left + Math.sqrt(u * first * base)
                : right - Math.sqrt((1 - u) * (right - mode) * base);
    }
}
