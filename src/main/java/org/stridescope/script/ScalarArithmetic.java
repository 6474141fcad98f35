package org.stridescope.script;

import org.jspecify.annotations.Nullable;

import org.stridescope.array.DType;

/**
 * float64 and int64 scalars among themselves and beside Python's numbers, without arrays and ufuncs: what loops over items
 * do most. Everything else answers null and goes the general way, which gives the same results.
 */
final class ScalarArithmetic {
    private ScalarArithmetic() {}

    static @Nullable Object binary(String operator, Object left, Object right, Interpreter in) {
        if (isWhole(left) && isWhole(right)) {
            long a = Numbers.index(left);
            long b = Numbers.index(right);
            return switch (operator) {
                case "+" -> Scalar.of(a + b, in.memory());
                case "-" -> Scalar.of(a - b, in.memory());
                case "*" -> Scalar.of(a * b, in.memory());
                case "/" -> Scalar.of((double) a / b, in.memory());
                default -> null;
            };
        }
        if (!isReal(left) || !isReal(right))
            return null;
        double a = Numbers.real(left);
        double b = Numbers.real(right);
        return switch (operator) {
            case "+" -> Scalar.of(a + b, in.memory());
            case "-" -> Scalar.of(a - b, in.memory());
            case "*" -> Scalar.of(a * b, in.memory());
            case "/" -> Scalar.of(a / b, in.memory());
            default -> null;
        };
    }

    static @Nullable Object compare(String operator, Object left, Object right, Interpreter in) {
        if (isWhole(left) && isWhole(right)) {
            int order = Long.compare(Numbers.index(left), Numbers.index(right));
            return Scalar.of(PythonNumbers.holds(operator, order), in.memory());
        }
        if (!isReal(left) || !isReal(right))
            return null;
        double a = Numbers.real(left);
        double b = Numbers.real(right);
        return switch (operator) {
            case "<" -> Scalar.of(a < b, in.memory());
            case "<=" -> Scalar.of(a <= b, in.memory());
            case ">" -> Scalar.of(a > b, in.memory());
            case ">=" -> Scalar.of(a >= b, in.memory());
            case "==" -> Scalar.of(a == b, in.memory());
            case "!=" -> Scalar.of(a != b, in.memory());
            default -> null;
        };
    }

    static @Nullable Object negative(Scalar value, Interpreter in) {
        return switch (value.dtype()) {
            case FLOAT64 -> Scalar.of(-value.real(), in.memory());
            case INT64 -> Scalar.of(-value.whole(), in.memory());
            default -> null;
        };
    }

    static @Nullable Object size(Scalar value, Interpreter in) {
        return switch (value.dtype()) {
            case FLOAT64 -> Scalar.of(Math.abs(value.real()), in.memory());
            case INT64 -> Scalar.of(Math.abs(value.whole()), in.memory());
            default -> null;
        };
    }

    private static boolean isWhole(Object value) {
        return value instanceof Long || value instanceof Scalar scalar && scalar.dtype() == DType.INT64;
    }

    private static boolean isReal(Object value) {
        return value instanceof Double || value instanceof Scalar scalar && scalar.dtype() == DType.FLOAT64
                || isWhole(value);
    }
}
