package org.stridescope.ufunc;

/** Roots, exponentials, logarithms, angles and rounding. Accuracy: 1 ulp, as {@link Math} promises for most. */
final class Transcendental {
    static final Loop.Doubles EXP = of(Math::exp);
    private static final double LOG_2 = Math.log(2);

    static final Ufunc EXPONENTIAL = Ufunc.unary("exp", Signature.FLOATING, null, EXP, Complex.EXP);
    static final Ufunc SQRT = Ufunc.unary("sqrt", Signature.FLOATING, null, of(Math::sqrt), Complex.SQRT);
    static final Ufunc EXP2 = Ufunc.unary("exp2", Signature.FLOATING, null, of(x -> Math.pow(2, x)), Complex.EXP2);
    static final Ufunc EXPM1 = Ufunc.unary("expm1", Signature.FLOATING, null, of(Math::expm1), Complex.EXPM1);
    static final Ufunc LOG = Ufunc.unary("log", Signature.FLOATING, null, of(Math::log), Complex.LOG);
    static final Ufunc LOG2 = Ufunc.unary("log2", Signature.FLOATING, null, of(Transcendental::log2), Complex.LOG2);
    static final Ufunc LOG10 = Ufunc.unary("log10", Signature.FLOATING, null, of(Math::log10), Complex.LOG10);
    static final Ufunc LOG1P = Ufunc.unary("log1p", Signature.FLOATING, null, of(Math::log1p), Complex.LOG1P);
    static final Ufunc CBRT = Ufunc.unary("cbrt", Signature.REAL_FLOATING, null, of(Math::cbrt), null);
    static final Ufunc SIN = Ufunc.unary("sin", Signature.FLOATING, null, of(Math::sin), Complex.SIN);
    static final Ufunc COS = Ufunc.unary("cos", Signature.FLOATING, null, of(Math::cos), Complex.COS);
    static final Ufunc TAN = Ufunc.unary("tan", Signature.FLOATING, null, of(Math::tan), Complex.TAN);
    static final Ufunc ARCSIN = Ufunc.unary("arcsin", Signature.FLOATING, null, of(Math::asin), ComplexInverse.ARCSIN);
    static final Ufunc ARCCOS = Ufunc.unary("arccos", Signature.FLOATING, null, of(Math::acos), ComplexInverse.ARCCOS);
    static final Ufunc ARCTAN = Ufunc.unary("arctan", Signature.FLOATING, null, of(Math::atan), ComplexInverse.ARCTAN);
    static final Ufunc SINH = Ufunc.unary("sinh", Signature.FLOATING, null, of(Math::sinh), Complex.SINH);
    static final Ufunc COSH = Ufunc.unary("cosh", Signature.FLOATING, null, of(Math::cosh), Complex.COSH);
    static final Ufunc TANH = Ufunc.unary("tanh", Signature.FLOATING, null, of(Math::tanh), Complex.TANH);
    static final Ufunc ARCSINH = Ufunc.unary("arcsinh", Signature.FLOATING, null, of(Transcendental::arcsinh),
            ComplexInverse.ARCSINH);
    static final Ufunc ARCCOSH = Ufunc.unary("arccosh", Signature.FLOATING, null,
            of(x -> x < 1 ? Double.NaN : Math.log(x + Math.sqrt(x - 1) * Math.sqrt(x + 1))), ComplexInverse.ARCCOSH);
    static final Ufunc ARCTANH = Ufunc.unary("arctanh", Signature.FLOATING, null,
            of(x -> 0.5 * Math.log1p(2 * x / (1 - x))), ComplexInverse.ARCTANH);
    static final Ufunc DEGREES = Ufunc.unary("degrees", Signature.REAL_FLOATING, null, of(x -> x * (180 / Math.PI)),
            null);
    static final Ufunc RADIANS = Ufunc.unary("radians", Signature.REAL_FLOATING, null, of(x -> x * (Math.PI / 180)),
            null);
    static final Ufunc FLOOR = Ufunc.unary("floor", Signature.REAL_FLOATING, null, of(Math::floor), null);
    static final Ufunc CEIL = Ufunc.unary("ceil", Signature.REAL_FLOATING, null, of(Math::ceil), null);
    static final Ufunc TRUNC = Ufunc.unary("trunc", Signature.REAL_FLOATING, null,
            of(x -> x < 0 ? Math.ceil(x) : Math.floor(x)), null);
    static final Ufunc RINT = Ufunc.unary("rint", Signature.FLOATING, null, of(Math::rint), Complex.RINT);
    static final Ufunc FABS = Ufunc.unary("fabs", Signature.REAL_FLOATING, null, of(Math::abs), null);
    static final Ufunc HYPOT = Ufunc.binary("hypot", Signature.REAL_FLOATING, null, of2(Math::hypot), null);
    static final Ufunc ARCTAN2 = Ufunc.binary("arctan2", Signature.REAL_FLOATING, null, of2(Math::atan2), null);
    static final Ufunc LOGADDEXP = Ufunc.binary("logaddexp", Signature.REAL_FLOATING, null,
            of2(Transcendental::logAddExp), null);
    static final Ufunc COPYSIGN = Ufunc.binary("copysign", Signature.REAL_FLOATING, null, of2(Math::copySign), null);
    static final Ufunc NEXTAFTER = Ufunc.binary("nextafter", Signature.REAL_FLOATING, null, of2(Math::nextAfter), null)
            .singles(of2((x, to) -> Math.nextAfter((float) x, to)));

    private Transcendental() {}

    private static Loop.Doubles of(java.util.function.DoubleUnaryOperator function) {
        return (a, b, out, n) -> {
            for (int i = 0; i < n; i++)
                out[i] = function.applyAsDouble(a[i]);
        };
    }

    private static Loop.Doubles of2(java.util.function.DoubleBinaryOperator function) {
        return (a, b, out, n) -> {
            for (int i = 0; i < n; i++)
                out[i] = function.applyAsDouble(a[i], b[i]);
        };
    }

    private static double log2(double x) {
        int exponent = Math.getExponent(x);
        // exact for powers of two
        if (x > 0 && exponent >= Double.MIN_EXPONENT && exponent <= Double.MAX_EXPONENT) {
            return exponent + Math.log(Math.scalb(x, -exponent)) / LOG_2;
        }
        return Math.log(x) / LOG_2;
    }

    static double arcsinh(double x) {
        double size = Math.abs(x);
        double square = size * size;
        double answer = size > 1e8 ? Math.log(size) + LOG_2 : Math.log1p(size + square / (1 + Math.sqrt(1 + square)));
        return Math.copySign(answer, x);
    }

    private static double logAddExp(double a, double b) {
        if (a == b)
            return a + LOG_2;
        double most = Math.max(a, b);
        return Double.isNaN(a - b) ? a - b : most + Math.log1p(Math.exp(-Math.abs(a - b)));
    }
}
