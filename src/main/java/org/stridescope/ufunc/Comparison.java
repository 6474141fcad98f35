package org.stridescope.ufunc;

/** Comparisons, truth, and the larger and smaller of two. */
final class Comparison {
    static final Ufunc EQUAL = Ufunc.binary("equal", Signature.COMPARISON, (a, b, out, n) -> {
        for (int i = 0; i < n; i++)
            out[i] = a[i] == b[i] ? 1 : 0;
    }, (Loop.DoubleTest) (a, b, out, n) -> {
        for (int i = 0; i < n; i++)
            out[i] = a[i] == b[i] ? 1 : 0;
    }, Complex.test((x, y) -> x[0] == y[0] && x[1] == y[1]));
    static final Ufunc NOT_EQUAL = Ufunc.binary("not_equal", Signature.COMPARISON, (a, b, out, n) -> {
        for (int i = 0; i < n; i++)
            out[i] = a[i] != b[i] ? 1 : 0;
    }, (Loop.DoubleTest) (a, b, out, n) -> {
        for (int i = 0; i < n; i++)
            out[i] = a[i] != b[i] ? 1 : 0;
    }, Complex.test((x, y) -> x[0] != y[0] || x[1] != y[1]));
    static final Ufunc LESS = Ufunc.binary("less", Signature.COMPARISON, (a, b, out, n) -> {
        for (int i = 0; i < n; i++)
            out[i] = a[i] < b[i] ? 1 : 0;
    }, (Loop.DoubleTest) (a, b, out, n) -> {
        for (int i = 0; i < n; i++)
            out[i] = a[i] < b[i] ? 1 : 0;
    }, Complex.test((x, y) -> Complex.less(x, y))).unsigned((a, b, out, n) -> {
        for (int i = 0; i < n; i++)
            out[i] = Long.compareUnsigned(a[i], b[i]) < 0 ? 1 : 0;
    });
    static final Ufunc LESS_EQUAL = Ufunc.binary("less_equal", Signature.COMPARISON, (a, b, out, n) -> {
        for (int i = 0; i < n; i++)
            out[i] = a[i] <= b[i] ? 1 : 0;
    }, (Loop.DoubleTest) (a, b, out, n) -> {
        for (int i = 0; i < n; i++)
            out[i] = a[i] <= b[i] ? 1 : 0;
    }, Complex.test((x, y) -> x[0] < y[0] || x[0] == y[0] && x[1] <= y[1])).unsigned((a, b, out, n) -> {
        for (int i = 0; i < n; i++)
            out[i] = Long.compareUnsigned(a[i], b[i]) <= 0 ? 1 : 0;
    });
    static final Ufunc GREATER = Ufunc.binary("greater", Signature.COMPARISON, (a, b, out, n) -> {
        for (int i = 0; i < n; i++)
            out[i] = a[i] > b[i] ? 1 : 0;
    }, (Loop.DoubleTest) (a, b, out, n) -> {
        for (int i = 0; i < n; i++)
            out[i] = a[i] > b[i] ? 1 : 0;
    }, Complex.test((x, y) -> Complex.less(y, x))).unsigned((a, b, out, n) -> {
        for (int i = 0; i < n; i++)
            out[i] = Long.compareUnsigned(a[i], b[i]) > 0 ? 1 : 0;
    });
    static final Ufunc GREATER_EQUAL = Ufunc.binary("greater_equal", Signature.COMPARISON, (a, b, out, n) -> {
        for (int i = 0; i < n; i++)
            out[i] = a[i] >= b[i] ? 1 : 0;
    }, (Loop.DoubleTest) (a, b, out, n) -> {
        for (int i = 0; i < n; i++)
            out[i] = a[i] >= b[i] ? 1 : 0;
    }, Complex.test((x, y) -> x[0] > y[0] || x[0] == y[0] && x[1] >= y[1])).unsigned((a, b, out, n) -> {
        for (int i = 0; i < n; i++)
            out[i] = Long.compareUnsigned(a[i], b[i]) >= 0 ? 1 : 0;
    });
    static final Ufunc LOGICAL_AND = Ufunc.binary("logical_and", Signature.TRUTH, (a, b, out, n) -> {
        for (int i = 0; i < n; i++)
            out[i] = a[i] != 0 && b[i] != 0 ? 1 : 0;
    }, (Loop.DoubleTest) (a, b, out, n) -> {
        for (int i = 0; i < n; i++)
            out[i] = a[i] != 0 && b[i] != 0 ? 1 : 0;
    }, Complex.test((x, y) -> any(x) && any(y))).from(1);
    static final Ufunc LOGICAL_OR = Ufunc.binary("logical_or", Signature.TRUTH, (a, b, out, n) -> {
        for (int i = 0; i < n; i++)
            out[i] = a[i] != 0 || b[i] != 0 ? 1 : 0;
    }, (Loop.DoubleTest) (a, b, out, n) -> {
        for (int i = 0; i < n; i++)
            out[i] = a[i] != 0 || b[i] != 0 ? 1 : 0;
    }, Complex.test((x, y) -> any(x) || any(y))).from(0);
    static final Ufunc LOGICAL_XOR = Ufunc.binary("logical_xor", Signature.TRUTH, (a, b, out, n) -> {
        for (int i = 0; i < n; i++)
            out[i] = (a[i] != 0) != (b[i] != 0) ? 1 : 0;
    }, (Loop.DoubleTest) (a, b, out, n) -> {
        for (int i = 0; i < n; i++)
            out[i] = (a[i] != 0) != (b[i] != 0) ? 1 : 0;
    }, Complex.test((x, y) -> any(x) != any(y))).from(0);
    static final Ufunc LOGICAL_NOT = Ufunc.unary("logical_not", Signature.TRUTH, (a, b, out, n) -> {
        for (int i = 0; i < n; i++)
            out[i] = a[i] == 0 ? 1 : 0;
    }, (Loop.DoubleTest) (a, b, out, n) -> {
        for (int i = 0; i < n; i++)
            out[i] = a[i] == 0 ? 1 : 0;
    }, Complex.test((x, y) -> !any(x)));
    static final Ufunc ISNAN = Ufunc.unary("isnan", Signature.TRUTH, (a, b, out, n) -> {
        for (int i = 0; i < n; i++)
            out[i] = 0;
    }, (Loop.DoubleTest) (a, b, out, n) -> {
        for (int i = 0; i < n; i++)
            out[i] = Double.isNaN(a[i]) ? 1 : 0;
    }, Complex.test((x, y) -> Complex.nan(x)));
    static final Ufunc ISINF = Ufunc.unary("isinf", Signature.TRUTH, (a, b, out, n) -> {
        for (int i = 0; i < n; i++)
            out[i] = 0;
    }, (Loop.DoubleTest) (a, b, out, n) -> {
        for (int i = 0; i < n; i++)
            out[i] = Double.isInfinite(a[i]) ? 1 : 0;
    }, Complex.test((x, y) -> Double.isInfinite(x[0]) || Double.isInfinite(x[1])));
    static final Ufunc ISFINITE = Ufunc.unary("isfinite", Signature.TRUTH, (a, b, out, n) -> {
        for (int i = 0; i < n; i++)
            out[i] = 1;
    }, (Loop.DoubleTest) (a, b, out, n) -> {
        for (int i = 0; i < n; i++)
            out[i] = Double.isFinite(a[i]) ? 1 : 0;
    }, Complex.test((x, y) -> Double.isFinite(x[0]) && Double.isFinite(x[1])));
    static final Ufunc SIGNBIT = Ufunc.unary("signbit", Signature.TRUTH, (a, b, out, n) -> {
        for (int i = 0; i < n; i++)
            out[i] = a[i] < 0 ? 1 : 0;
    }, (Loop.DoubleTest) (a, b, out, n) -> {
        for (int i = 0; i < n; i++)
            out[i] = Math.copySign(1, a[i]) < 0 ? 1 : 0;
    }, null);
    static final Ufunc MAXIMUM = Ufunc.binary("maximum", Signature.ARITHMETIC, (a, b, out, n) -> {
        for (int i = 0; i < n; i++)
            out[i] = Math.max(a[i], b[i]);
    }, (Loop.Doubles) (a, b, out, n) -> {
        for (int i = 0; i < n; i++)
            out[i] = Math.max(a[i], b[i]);
    }, Complex.MAXIMUM).unsigned((a, b, out, n) -> {
        for (int i = 0; i < n; i++)
            out[i] = Long.compareUnsigned(a[i], b[i]) > 0 ? a[i] : b[i];
    }).folding(Folds.MAXIMUM);
    static final Ufunc MINIMUM = Ufunc.binary("minimum", Signature.ARITHMETIC, (a, b, out, n) -> {
        for (int i = 0; i < n; i++)
            out[i] = Math.min(a[i], b[i]);
    }, (Loop.Doubles) (a, b, out, n) -> {
        for (int i = 0; i < n; i++)
            out[i] = Math.min(a[i], b[i]);
    }, Complex.MINIMUM).unsigned((a, b, out, n) -> {
        for (int i = 0; i < n; i++)
            out[i] = Long.compareUnsigned(a[i], b[i]) < 0 ? a[i] : b[i];
    }).folding(Folds.MINIMUM);
    static final Ufunc FMAX = Ufunc.binary("fmax", Signature.ARITHMETIC, (a, b, out, n) -> {
        for (int i = 0; i < n; i++)
            out[i] = Math.max(a[i], b[i]);
    }, (Loop.Doubles) (a, b, out, n) -> {
        for (int i = 0; i < n; i++)
            out[i] = Double.isNaN(a[i]) ? b[i] : Double.isNaN(b[i]) ? a[i] : Math.max(a[i], b[i]);
    }, Complex.MAXIMUM).unsigned((a, b, out, n) -> {
        for (int i = 0; i < n; i++)
            out[i] = Long.compareUnsigned(a[i], b[i]) > 0 ? a[i] : b[i];
    });
    static final Ufunc FMIN = Ufunc.binary("fmin", Signature.ARITHMETIC, (a, b, out, n) -> {
        for (int i = 0; i < n; i++)
            out[i] = Math.min(a[i], b[i]);
    }, (Loop.Doubles) (a, b, out, n) -> {
        for (int i = 0; i < n; i++)
            out[i] = Double.isNaN(a[i]) ? b[i] : Double.isNaN(b[i]) ? a[i] : Math.min(a[i], b[i]);
    }, Complex.MINIMUM).unsigned((a, b, out, n) -> {
        for (int i = 0; i < n; i++)
            out[i] = Long.compareUnsigned(a[i], b[i]) < 0 ? a[i] : b[i];
    });
    static final Ufunc BITWISE_AND = Ufunc.binary("bitwise_and", Signature.BITS, (a, b, out, n) -> {
        for (int i = 0; i < n; i++)
            out[i] = a[i] & b[i];
    }, null, null).from(-1);
    static final Ufunc BITWISE_OR = Ufunc.binary("bitwise_or", Signature.BITS, (a, b, out, n) -> {
        for (int i = 0; i < n; i++)
            out[i] = a[i] | b[i];
    }, null, null).from(0);
    static final Ufunc BITWISE_XOR = Ufunc.binary("bitwise_xor", Signature.BITS, (a, b, out, n) -> {
        for (int i = 0; i < n; i++)
            out[i] = a[i] ^ b[i];
    }, null, null).from(0);
    static final Ufunc INVERT = Ufunc.unary("invert", Signature.BITS, (a, b, out, n) -> {
        for (int i = 0; i < n; i++)
            out[i] = ~a[i];
    }, null, null).bools((a, b, out, n) -> {
        for (int i = 0; i < n; i++)
            out[i] = a[i] ^ 1;
    });
    static final Ufunc LEFT_SHIFT = Ufunc.binary("left_shift", Signature.SHIFT, (a, b, out, n) -> {
        for (int i = 0; i < n; i++)
            out[i] = b[i] >= 0 && b[i] < 64 ? a[i] << b[i] : 0;
    }, null, null);
    static final Ufunc RIGHT_SHIFT = Ufunc.binary("right_shift", Signature.SHIFT, (a, b, out, n) -> {
        for (int i = 0; i < n; i++)
            out[i] = a[i] >> (b[i] >= 0 && b[i] < 64 ? b[i] : 63);
    }, null, null).unsigned((a, b, out, n) -> {
        for (int i = 0; i < n; i++)
            out[i] = b[i] >= 0 && b[i] < 64 ? a[i] >>> b[i] : 0;
    });

    private Comparison() {}

    private static boolean any(double... x) {
        return x[0] != 0 || x[1] != 0;
    }
}
