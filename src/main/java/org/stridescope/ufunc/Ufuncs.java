package org.stridescope.ufunc;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** All ufuncs, by NumPy's names. */
public final class Ufuncs {
    public static final Ufunc ADD = Arithmetic.ADD;
    public static final Ufunc SUBTRACT = Arithmetic.SUBTRACT;
    public static final Ufunc MULTIPLY = Arithmetic.MULTIPLY;
    public static final Ufunc DIVIDE = Arithmetic.DIVIDE;
    public static final Ufunc SQRT = Transcendental.SQRT;
    public static final Ufunc ABSOLUTE = Arithmetic.ABSOLUTE;
    public static final Ufunc MAXIMUM = Comparison.MAXIMUM;
    public static final Ufunc MINIMUM = Comparison.MINIMUM;
    public static final Ufunc LOGICAL_AND = Comparison.LOGICAL_AND;
    public static final Ufunc LOGICAL_OR = Comparison.LOGICAL_OR;
    public static final Ufunc SQUARE = Arithmetic.SQUARE;

    private static final Map<String, Ufunc> BY_NAME = new LinkedHashMap<>();

    private Ufuncs() {}

    static {
        put(Arithmetic.ADD);
        put(Arithmetic.SUBTRACT);
        put(Arithmetic.MULTIPLY);
        put(Arithmetic.DIVIDE);
        put(Arithmetic.FLOOR_DIVIDE);
        put(Arithmetic.REMAINDER);
        put(Arithmetic.FMOD);
        put(Arithmetic.POWER);
        put(Arithmetic.NEGATIVE);
        put(Arithmetic.POSITIVE);
        put(Arithmetic.ABSOLUTE);
        put(Arithmetic.SQUARE);
        put(Arithmetic.RECIPROCAL);
        put(Arithmetic.SIGN);
        put(Comparison.EQUAL);
        put(Comparison.NOT_EQUAL);
        put(Comparison.LESS);
        put(Comparison.LESS_EQUAL);
        put(Comparison.GREATER);
        put(Comparison.GREATER_EQUAL);
        put(Comparison.LOGICAL_AND);
        put(Comparison.LOGICAL_OR);
        put(Comparison.LOGICAL_XOR);
        put(Comparison.LOGICAL_NOT);
        put(Comparison.ISNAN);
        put(Comparison.ISINF);
        put(Comparison.ISFINITE);
        put(Comparison.SIGNBIT);
        put(Comparison.MAXIMUM);
        put(Comparison.MINIMUM);
        put(Comparison.FMAX);
        put(Comparison.FMIN);
        put(Comparison.BITWISE_AND);
        put(Comparison.BITWISE_OR);
        put(Comparison.BITWISE_XOR);
        put(Comparison.INVERT);
        put(Comparison.LEFT_SHIFT);
        put(Comparison.RIGHT_SHIFT);
        put(Transcendental.EXPONENTIAL);
        put(Transcendental.SQRT);
        put(Transcendental.EXP2);
        put(Transcendental.EXPM1);
        put(Transcendental.LOG);
        put(Transcendental.LOG2);
        put(Transcendental.LOG10);
        put(Transcendental.LOG1P);
        put(Transcendental.CBRT);
        put(Transcendental.SIN);
        put(Transcendental.COS);
        put(Transcendental.TAN);
        put(Transcendental.ARCSIN);
        put(Transcendental.ARCCOS);
        put(Transcendental.ARCTAN);
        put(Transcendental.SINH);
        put(Transcendental.COSH);
        put(Transcendental.TANH);
        put(Transcendental.ARCSINH);
        put(Transcendental.ARCCOSH);
        put(Transcendental.ARCTANH);
        put(Transcendental.DEGREES);
        put(Transcendental.RADIANS);
        put(Transcendental.FLOOR);
        put(Transcendental.CEIL);
        put(Transcendental.TRUNC);
        put(Transcendental.RINT);
        put(Transcendental.FABS);
        put(Transcendental.HYPOT);
        put(Transcendental.ARCTAN2);
        put(Transcendental.LOGADDEXP);
        put(Transcendental.COPYSIGN);
        put(Transcendental.NEXTAFTER);
        put(WholeNumbers.GCD);
        put(WholeNumbers.LCM);
        put(WholeNumbers.HEAVISIDE);
        put(WholeNumbers.FLOAT_POWER);
        put(WholeNumbers.LOGADDEXP2);
        put(Ufunc.unary("conjugate", Signature.ARITHMETIC, Arithmetic.POSITIVE.longs(), Arithmetic.POSITIVE.doubles(),
                Complex.CONJUGATE));
        put(Ufunc.unary("angle", Signature.FLOATING, null, (Loop.Doubles) (a, b, out, n) -> {
            for (int i = 0; i < n; i++)
                out[i] = Math.atan2(0, a[i]);
        }, Complex.ANGLE));
        Map.of("abs", "absolute", "true_divide", "divide", "mod", "remainder", "conj", "conjugate", "bitwise_not",
                "invert",
                "rad2deg", "degrees", "deg2rad", "radians").forEach((alias, name) -> BY_NAME.put(alias, get(name)));
    }

    private static void put(Ufunc ufunc) {
        BY_NAME.put(ufunc.name(), ufunc);
    }

    /** The ufunc of this name, which must exist. */
    public static Ufunc get(String name) {
        Ufunc ufunc = BY_NAME.get(name);
        if (ufunc == null)
            throw new IllegalArgumentException("no ufunc " + name);
        return ufunc;
    }

    /** All of them; aliases stand under their own names too. */
    public static Map<String, Ufunc> all() {
        return Collections.unmodifiableMap(BY_NAME);
    }
}
