package org.stridescope.script;

import org.jspecify.annotations.Nullable;

/** The arithmetic that loops of a script are made of: of two floats, or of two ints whose result fits 64 bits. */
final class QuickNumbers {
    private QuickNumbers() {}

    /** Null where it is not that simple: then {@link Operators} knows. */
    static @Nullable Object binary(String operator, Object left, Object right) {
        if (left instanceof Long a && right instanceof Long b)
            return whole(operator, a, b);
        if (left instanceof Double a) {
            if (right instanceof Double b)
                return real(operator, a, b);
            return right instanceof Long b ? real(operator, a, b) : null;
        }
        return left instanceof Long a && right instanceof Double b ? real(operator, a, b) : null;
    }

    static @Nullable Object whole(String operator, long a, long b) {
        char first = operator.charAt(0);
        if (operator.length() > 1)
            return first == '/' && b > 0 ? (Object) Math.floorDiv(a, b) : null;
        switch (first) {
            case '+' -> {
                long sum = a + b;
                return ((a ^ sum) & (b ^ sum)) < 0 ? null : (Object) sum;
            }
            case '-' -> {
                long difference = a - b;
                return ((a ^ b) & (a ^ difference)) < 0 ? null : (Object) difference;
            }
            case '*' -> {
                long high = Math.multiplyHigh(a, b);
                long low = a * b;
                return high == 0 && low >= 0 || high == -1 && low < 0 ? (Object) low : null;
            }
            case '%' -> {
                return b > 0 ? (Object) Math.floorMod(a, b) : null;
            }
            case '&' -> {
                return a & b;
            }
            default -> {
                return null;
            }
        }
    }

    private static @Nullable Object real(String operator, double a, double b) {
        if (operator.length() > 1)
            return null;
        return switch (operator.charAt(0)) {
            case '+' -> a + b;
            case '-' -> a - b;
            case '*' -> a * b;
            case '/' -> b == 0 ? null : (Object) (a / b);
            default -> null;
        };
    }

    /** Null where it is not that simple. */
    static @Nullable Object compare(String operator, Object left, Object right) {
        if (left instanceof Long a && right instanceof Long b)
            return holds(operator, Long.compare(a, b));
        if (left instanceof Double a && right instanceof Double b && !Double.isNaN(a) && !Double.isNaN(b))
            return holds(operator, a < b ? -1 : a > b ? 1 : 0);
        return null;
    }

    private static @Nullable Object holds(String operator, int order) {
        boolean strict = operator.length() == 1;
        return switch (operator.charAt(0)) {
            case '<' -> strict ? order < 0 : order <= 0;
            case '>' -> strict ? order > 0 : order >= 0;
            case '=' -> order == 0;
            case '!' -> order != 0;
            default -> null;
        };
    }
}
