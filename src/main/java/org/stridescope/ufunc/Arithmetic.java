package org.stridescope.ufunc;

/** Sums, products, quotients, remainders and powers, with Python's floor division and C's wrap-around. */
final class Arithmetic {
    static final Loop.Doubles ADD_DOUBLES = (a, b, out, n) -> {
        for (int i = 0; i < n; i++)
            out[i] = a[i] + b[i];
    };
    static final Loop.Doubles SUBTRACT_DOUBLES = (a, b, out, n) -> {
        for (int i = 0; i < n; i++)
            out[i] = a[i] - b[i];
    };
    static final Loop.Doubles MULTIPLY_DOUBLES = (a, b, out, n) -> {
        for (int i = 0; i < n; i++)
            out[i] = a[i] * b[i];
    };
    static final Loop.Doubles DIVIDE_DOUBLES = (a, b, out, n) -> {
        for (int i = 0; i < n; i++)
            out[i] = a[i] / b[i];
    };

    static final Ufunc ADD = Ufunc.binary("add", Signature.ARITHMETIC, (a, b, out, n) -> {
        for (int i = 0; i < n; i++)
            out[i] = a[i] + b[i];
    }, ADD_DOUBLES, Complex.ADD).bools((a, b, out, n) -> {
        for (int i = 0; i < n; i++)
            out[i] = a[i] | b[i];
    }).from(0).folding(Folds.SUM);
    static final Ufunc SUBTRACT = Ufunc.binary("subtract", Signature.NO_BOOL, (a, b, out, n) -> {
        for (int i = 0; i < n; i++)
            out[i] = a[i] - b[i];
    }, SUBTRACT_DOUBLES, Complex.SUBTRACT);
    static final Ufunc MULTIPLY = Ufunc.binary("multiply", Signature.ARITHMETIC, (a, b, out, n) -> {
        for (int i = 0; i < n; i++)
            out[i] = a[i] * b[i];
    }, MULTIPLY_DOUBLES, Complex.MULTIPLY).from(1).folding(Folds.PRODUCT);
    static final Ufunc DIVIDE = Ufunc.binary("divide", Signature.DIVISION, null, DIVIDE_DOUBLES, Complex.DIVIDE);
    static final Ufunc FLOOR_DIVIDE = Ufunc.binary("floor_divide", Signature.REAL, (a, b, out, n) -> {
        for (int i = 0; i < n; i++)
            out[i] = b[i] == 0 ? 0 : Math.floorDiv(a[i], b[i]);
    }, (Loop.Doubles) (a, b, out, n) -> {
        for (int i = 0; i < n; i++)
            out[i] = floorDivide(a[i], b[i]);
    }, null).unsigned((a, b, out, n) -> {
        for (int i = 0; i < n; i++)
            out[i] = b[i] == 0 ? 0 : Long.divideUnsigned(a[i], b[i]);
    });
    static final Ufunc REMAINDER = Ufunc.binary("remainder", Signature.REAL, (a, b, out, n) -> {
        for (int i = 0; i < n; i++)
            out[i] = b[i] == 0 ? 0 : Math.floorMod(a[i], b[i]);
    }, (Loop.Doubles) (a, b, out, n) -> {
        for (int i = 0; i < n; i++)
            out[i] = remainder(a[i], b[i]);
    }, null).unsigned((a, b, out, n) -> {
        for (int i = 0; i < n; i++)
            out[i] = b[i] == 0 ? 0 : Long.remainderUnsigned(a[i], b[i]);
    });
    static final Ufunc FMOD = Ufunc.binary("fmod", Signature.REAL, (a, b, out, n) -> {
        for (int i = 0; i < n; i++)
            out[i] = b[i] == 0 ? 0 : a[i] % b[i];
    }, (Loop.Doubles) (a, b, out, n) -> {
        for (int i = 0; i < n; i++)
            out[i] = a[i] % b[i];
    }, null).unsigned((a, b, out, n) -> {
        for (int i = 0; i < n; i++)
            out[i] = b[i] == 0 ? 0 : Long.remainderUnsigned(a[i], b[i]);
    });
    static final Ufunc POWER = Ufunc.binary("power", Signature.BOOL_TO_INT8, (a, b, out, n) -> {
        for (int i = 0; i < n; i++)
            out[i] = power(a[i], b[i]);
    }, (Loop.Doubles) (a, b, out, n) -> {
        for (int i = 0; i < n; i++)
            out[i] = power(a[i], b[i]);
    }, Complex.POWER);
    static final Ufunc NEGATIVE = Ufunc.unary("negative", Signature.NO_BOOL, (a, b, out, n) -> {
        for (int i = 0; i < n; i++)
            out[i] = -a[i];
    }, (Loop.Doubles) (a, b, out, n) -> {
        for (int i = 0; i < n; i++)
            out[i] = -a[i];
    }, Complex.NEGATIVE);
    static final Ufunc POSITIVE = Ufunc.unary("positive", Signature.NUMERIC, (a, b, out, n) -> {
        System.arraycopy(a, 0, out, 0, n);
    }, (Loop.Doubles) (a, b, out, n) -> {
        System.arraycopy(a, 0, out, 0, n);
    }, Complex.COPY);
    static final Ufunc ABSOLUTE = Ufunc.unary("absolute", Signature.ARITHMETIC, (a, b, out, n) -> {
        for (int i = 0; i < n; i++)
            out[i] = Math.abs(a[i]);
    }, (Loop.Doubles) (a, b, out, n) -> {
        for (int i = 0; i < n; i++)
            out[i] = Math.abs(a[i]);
    }, Complex.ABSOLUTE).unsigned((a, b, out, n) -> {
        System.arraycopy(a, 0, out, 0, n);
    });
    static final Ufunc SQUARE = Ufunc.unary("square", Signature.BOOL_TO_INT8, (a, b, out, n) -> {
        for (int i = 0; i < n; i++)
            out[i] = a[i] * a[i];
    }, (Loop.Doubles) (a, b, out, n) -> {
        for (int i = 0; i < n; i++)
            out[i] = a[i] * a[i];
    }, Complex.SQUARE);
    static final Ufunc RECIPROCAL = Ufunc.unary("reciprocal", Signature.BOOL_TO_INT8, (a, b, out, n) -> {
        for (int i = 0; i < n; i++)
            out[i] = a[i] == 0 ? Long.MIN_VALUE : 1 / a[i];
    }, (Loop.Doubles) (a, b, out, n) -> {
        for (int i = 0; i < n; i++)
            out[i] = 1 / a[i];
    }, Complex.RECIPROCAL).unsigned((a, b, out, n) -> {
        for (int i = 0; i < n; i++)
            out[i] = a[i] == 1 ? 1 : 0;
    });
    static final Ufunc SIGN = Ufunc.unary("sign", Signature.NUMERIC, (a, b, out, n) -> {
        for (int i = 0; i < n; i++)
            out[i] = Long.signum(a[i]);
    }, (Loop.Doubles) (a, b, out, n) -> {
        for (int i = 0; i < n; i++)
            out[i] = Math.signum(a[i]) + 0.0;
    }, Complex.SIGN).unsigned((a, b, out, n) -> {
        for (int i = 0; i < n; i++)
            out[i] = a[i] == 0 ? 0 : 1;
    });

    private Arithmetic() {}

    /** Python's floor division of floats: {@code npy_divmod} in {@code numpy/core/src/npymath}. */
    static double floorDivide(double a, double b) {
        if (b == 0)
            return a / b;
        double mod = a % b;
        double div = (a - mod) / b;
        if (mod != 0 && (b < 0) != (mod < 0))
            div -= 1;
        if (div == 0)
            return Math.copySign(0.0, a / b);
        double floor = Math.floor(div);
        return div - floor > 0.5 ? floor + 1 : floor;
    }

    static double remainder(double a, double b) {
        double mod = a % b;
        if (b == 0)
            return mod;
        if (mod == 0)
            return Math.copySign(0.0, b);
        return (b < 0) != (mod < 0) ? mod + b : mod;
    }

    /** By squaring, modulo 2^64; exponents are not negative. */
    static long power(long base, long exponent) {
        long result = 1;
        long square = base;
        for (long rest = exponent; rest != 0; rest >>>= 1) {
            if ((rest & 1) != 0)
                result *= square;
            square *= square;
        }
        return result;
    }

    /** C's pow: 1 to the power of anything is 1, where Java's says NaN. */
    static double power(double base, double exponent) {
        if (exponent == 2)
            return base * base;
        if (base == 1 || base == -1 && Double.isInfinite(exponent))
            return 1;
        return Math.pow(base, exponent);
    }
}
