package org.stridescope.ufunc;

/**
 * Inverses of the circular and hyperbolic functions for complex numbers, by Kahan's formulas ("Branch Cuts for Complex
 * Elementary Functions", 1987), which keep the signs of zero and so the sides of the cuts.
 */
final class ComplexInverse {
    static final Loop.Complexes ARCSIN = Complex.pairs((x, y, to) -> arcsin(x[0], x[1], to));
    static final Loop.Complexes ARCSINH = Complex.pairs((x, y, to) -> {
        arcsin(-x[1], x[0], to);
        turnBack(to);
    });
    static final Loop.Complexes ARCCOS = Complex.pairs((x, y, to) -> {
        double[] below = root(1 - x[0], -x[1]);
        double[] above = root(1 + x[0], x[1]);
        to[0] = 2 * Math.atan2(below[0], above[0]);
        to[1] = Transcendental.arcsinh(above[0] * below[1] - above[1] * below[0]);
    });
    static final Loop.Complexes ARCCOSH = Complex.pairs((x, y, to) -> {
        double[] below = root(x[0] - 1, x[1]);
        double[] above = root(x[0] + 1, x[1]);
        to[0] = Transcendental.arcsinh(below[0] * above[0] + below[1] * above[1]);
        to[1] = 2 * Math.atan2(below[1], above[0]);
    });
    static final Loop.Complexes ARCTANH = Complex.pairs((x, y, to) -> arctanh(x[0], x[1], to));
    static final Loop.Complexes ARCTAN = Complex.pairs((x, y, to) -> {
        arctanh(-x[1], x[0], to);
        turnBack(to);
    });

    private ComplexInverse() {}

    /** Times -i. */
    private static void turnBack(double[] to) {
        double real = to[0];
        to[0] = to[1];
        to[1] = -real;
    }

    private static void arcsin(double x, double y, double[] to) {
        double[] below = root(1 - x, -y);
        double[] above = root(1 + x, y);
        to[0] = Math.atan2(x, below[0] * above[0] - below[1] * above[1]);
        to[1] = Transcendental.arcsinh(below[0] * above[1] - below[1] * above[0]);
    }

    private static void arctanh(double x, double y, double[] to) {
        to[0] = 0.25 * Math.log1p(4 * x / ((1 - x) * (1 - x) + y * y));
        to[1] = 0.5 * Math.atan2(2 * y, (1 - x) * (1 + x) - y * y);
    }

    private static double[] root(double x, double y) {
        double size = Math.hypot(x, y);
        if (size == 0)
            return new double[]{0, y};
        double main = Math.sqrt((size + Math.abs(x)) / 2);
        double other = y / (2 * main);
        return x >= 0 ? new double[]{main, other} : new double[]{Math.abs(other), Math.copySign(main, y)};
    }
}
