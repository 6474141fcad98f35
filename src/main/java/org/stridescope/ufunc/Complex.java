package org.stridescope.ufunc;

/** Loops over complex128: strips hold pairs, the real part first. */
final class Complex {
    static final Loop.Complexes ADD = (a, b, out, n) -> {
        for (int i = 0; i < 2 * n; i++)
            out[i] = a[i] + b[i];
    };
    static final Loop.Complexes SUBTRACT = (a, b, out, n) -> {
        for (int i = 0; i < 2 * n; i++)
            out[i] = a[i] - b[i];
    };
    static final Loop.Complexes NEGATIVE = (a, b, out, n) -> {
        for (int i = 0; i < 2 * n; i++)
            out[i] = -a[i];
    };
    static final Loop.Complexes COPY = (a, b, out, n) -> System.arraycopy(a, 0, out, 0, 2 * n);
    static final Loop.Complexes CONJUGATE = (a, b, out, n) -> {
        for (int i = 0; i < 2 * n; i += 2) {
            out[i] = a[i];
            out[i + 1] = -a[i + 1];
        }
    };
    static final Loop.Complexes MULTIPLY = pairs((x, y, to) -> {
        to[0] = x[0] * y[0] - x[1] * y[1];
        to[1] = x[0] * y[1] + x[1] * y[0];
    });
    static final Loop.Complexes SQUARE = (a, b, out, n) -> MULTIPLY.run(a, a, out, n);
    static final Loop.Complexes DIVIDE = pairs(Complex::divide);
    static final Loop.Complexes RECIPROCAL = pairs((x, y, to) -> divide(new double[]{1, 0}, x, to));
    static final Loop.Complexes POWER = pairs(Complex::power);
    static final Loop.Complexes EXP = pairs((x, y, to) -> {
        double size = Math.exp(x[0]);
        to[0] = x[1] == 0 ? size : size * Math.cos(x[1]);
        to[1] = x[1] == 0 ? x[1] : size * Math.sin(x[1]);
    });
    static final Loop.Complexes LOG = pairs((x, y, to) -> {
        to[0] = Math.log(Math.hypot(x[0], x[1]));
        to[1] = Math.atan2(x[1], x[0]);
    });
    static final Loop.Complexes SQRT = pairs(Complex::sqrt);
    static final Loop.Complexes SIN = pairs((x, y, to) -> {
        to[0] = Math.sin(x[0]) * Math.cosh(x[1]);
        to[1] = Math.cos(x[0]) * Math.sinh(x[1]);
    });
    static final Loop.Complexes COS = pairs((x, y, to) -> {
        to[0] = Math.cos(x[0]) * Math.cosh(x[1]);
        to[1] = -Math.sin(x[0]) * Math.sinh(x[1]);
    });
    static final Loop.Complexes SINH = pairs((x, y, to) -> {
        to[0] = Math.sinh(x[0]) * Math.cos(x[1]);
        to[1] = Math.cosh(x[0]) * Math.sin(x[1]);
    });
    static final Loop.Complexes COSH = pairs((x, y, to) -> {
        to[0] = Math.cosh(x[0]) * Math.cos(x[1]);
        to[1] = Math.sinh(x[0]) * Math.sin(x[1]);
    });
    static final Loop.Complexes TANH = pairs((x, y, to) -> tanh(x[0], x[1], to));
    /** tan z is -i tanh iz. */
    static final Loop.Complexes TAN = pairs((x, y, to) -> {
        tanh(-x[1], x[0], to);
        double turned = to[0];
        to[0] = to[1];
        to[1] = -turned;
    });
    static final Loop.Complexes LOG2 = scaled(1 / Math.log(2));
    static final Loop.Complexes LOG10 = scaled(1 / Math.log(10));
    static final Loop.Complexes EXP2 = pairs((x, y, to) -> {
        double size = Math.pow(2, x[0]);
        to[0] = size * Math.cos(x[1] * Math.log(2));
        to[1] = size * Math.sin(x[1] * Math.log(2));
    });
    /** exp(x) cos y - 1 without the loss near 0. */
    static final Loop.Complexes EXPM1 = pairs((x, y, to) -> {
        double half = Math.sin(x[1] / 2);
        to[0] = Math.expm1(x[0]) * Math.cos(x[1]) - 2 * half * half;
        to[1] = Math.exp(x[0]) * Math.sin(x[1]);
    });
    static final Loop.Complexes LOG1P = pairs((x, y, to) -> {
        to[0] = Math.log(Math.hypot(x[0] + 1, x[1]));
        to[1] = Math.atan2(x[1], x[0] + 1);
    });
    static final Loop.Complexes RINT = (a, b, out, n) -> {
        for (int i = 0; i < 2 * n; i++)
            out[i] = Math.rint(a[i]);
    };
    /** By the order of complex numbers: of the real part, else of the imaginary one. */
    static final Loop.Complexes SIGN = pairs((x, y, to) -> {
        to[0] = nan(x) ? Double.NaN : x[0] == 0 ? Math.signum(x[1]) + 0.0 : Math.signum(x[0]);
        to[1] = 0;
    });
    static final Loop.ComplexPart ABSOLUTE = (a, b, out, n) -> {
        for (int i = 0; i < n; i++)
            out[i] = Math.hypot(a[2 * i], a[2 * i + 1]);
    };
    static final Loop.ComplexPart ANGLE = (a, b, out, n) -> {
        for (int i = 0; i < n; i++)
            out[i] = Math.atan2(a[2 * i + 1], a[2 * i]);
    };
    static final Loop.Complexes MAXIMUM = pairs((x, y, to) -> choose(nan(x) || !nan(y) && !less(x, y) ? x : y, to));
    static final Loop.Complexes MINIMUM = pairs((x, y, to) -> choose(nan(x) || !nan(y) && !less(y, x) ? x : y, to));

    private Complex() {}

    private static Loop.Complexes scaled(double factor) {
        return pairs((x, y, to) -> {
            to[0] = Math.log(Math.hypot(x[0], x[1])) * factor;
            to[1] = Math.atan2(x[1], x[0]) * factor;
        });
    }

    private static void tanh(double real, double imaginary, double[] to) {
        double size = Math.cosh(2 * real) + Math.cos(2 * imaginary);
        to[0] = Double.isInfinite(size) ? Math.signum(real) : Math.sinh(2 * real) / size;
        to[1] = Double.isInfinite(size) ? 0 : Math.sin(2 * imaginary) / size;
    }

    interface Pair {
        void run(double[] x, double[] y, double[] to);
    }

    interface PairTest {
        boolean test(double[] x, double[] y);
    }

    static Loop.Complexes pairs(Pair pair) {
        return (a, b, out, n) -> {
            double[] x = new double[2];
            double[] y = new double[2];
            double[] to = new double[2];
            for (int i = 0; i < 2 * n; i += 2) {
                x[0] = a[i];
                x[1] = a[i + 1];
                y[0] = b[i];
                y[1] = b[i + 1];
                pair.run(x, y, to);
                out[i] = to[0];
                out[i + 1] = to[1];
            }
        };
    }

    static Loop.ComplexTest test(PairTest test) {
        return (a, b, out, n) -> {
            double[] x = new double[2];
            double[] y = new double[2];
            for (int i = 0; i < n; i++) {
                x[0] = a[2 * i];
                x[1] = a[2 * i + 1];
                y[0] = b[2 * i];
                y[1] = b[2 * i + 1];
                out[i] = test.test(x, y) ? 1 : 0;
            }
        };
    }

    /** Ordered by the real part, then the imaginary. */
    static boolean less(double[] x, double[] y) {
        return x[0] < y[0] || x[0] == y[0] && x[1] < y[1];
    }

    static boolean nan(double... x) {
        return Double.isNaN(x[0]) || Double.isNaN(x[1]);
    }

    private static void choose(double[] from, double[] to) {
        to[0] = from[0];
        to[1] = from[1];
    }

    /** Smith's method, as NumPy divides. */
    private static void divide(double[] x, double[] y, double[] to) {
        double real = Math.abs(y[0]);
        double imaginary = Math.abs(y[1]);
        if (real == 0 && imaginary == 0) {
            to[0] = x[0] / real;
            to[1] = x[1] / real;
        } else if (real >= imaginary) {
            double ratio = y[1] / y[0];
            double scale = 1 / (y[0] + y[1] * ratio);
            to[0] = (x[0] + x[1] * ratio) * scale;
            to[1] = (x[1] - x[0] * ratio) * scale;
        } else {
            double ratio = y[0] / y[1];
            double scale = 1 / (y[1] + y[0] * ratio);
            to[0] = (x[0] * ratio + x[1]) * scale;
            to[1] = (x[1] * ratio - x[0]) * scale;
        }
    }

    /** Small whole exponents by multiplication, as NumPy; the rest by logarithm. */
    private static void power(double[] x, double[] y, double[] to) {
        if (y[0] == 0 && y[1] == 0) {
            to[0] = 1;
            to[1] = 0;
            return;
        }
        if (x[0] == 0 && x[1] == 0) {
            to[0] = y[0] > 0 && y[1] == 0 ? 0 : Double.NaN;
            to[1] = y[0] > 0 && y[1] == 0 ? 0 : Double.NaN;
            return;
        }
        if (y[1] == 0 && y[0] == Math.rint(y[0]) && Math.abs(y[0]) < 100) {
            whole(x, (int) Math.abs(y[0]), to);
            if (y[0] < 0)
                divide(new double[]{1, 0}, to.clone(), to);
            return;
        }
        double logSize = Math.log(Math.hypot(x[0], x[1]));
        double angle = Math.atan2(x[1], x[0]);
        double size = Math.exp(y[0] * logSize - y[1] * angle);
        double turn = y[1] * logSize + y[0] * angle;
        to[0] = size * Math.cos(turn);
        to[1] = size * Math.sin(turn);
    }

    private static void whole(double[] x, int exponent, double[] to) {
        double real = 1;
        double imaginary = 0;
        for (int k = 0; k < exponent; k++) {
            double next = real * x[0] - imaginary * x[1];
            imaginary = real * x[1] + imaginary * x[0];
            real = next;
        }
        to[0] = real;
        to[1] = imaginary;
    }

    private static void sqrt(double[] x, double[] y, double[] to) {
        double size = Math.hypot(x[0], x[1]);
        if (size == 0) {
            to[0] = 0;
            to[1] = x[1];
        } else if (x[0] >= 0) {
            to[0] = Math.sqrt((size + x[0]) / 2);
            to[1] = x[1] / (2 * to[0]);
        } else {
            to[1] = Math.copySign(Math.sqrt((size - x[0]) / 2), x[1]);
            to[0] = x[1] / (2 * to[1]);
        }
    }
}
