package org.stridescope.script;

import java.math.BigInteger;

import org.stridescope.script.Values.Complex;

/** Arithmetic of Python's int, float, bool and complex. */
final class PythonNumbers {
    private static final int MOST_SHIFT = 1_000_000;
    /** Of pow() with a modulus, in bit operations: a second. */
    private static final double MOST_WORK = 1e13;

    private PythonNumbers() {}

    static Object binary(String operator, Object left, Object right, Interpreter in) {
        Object a = Truth.plain(left);
        Object b = Truth.plain(right);
        if (left instanceof Boolean x && right instanceof Boolean y && "&|^".contains(operator)) {
            return operator.equals("&") ? x & y : operator.equals("|") ? x | y : x ^ y;
        }
        if (a instanceof Complex || b instanceof Complex)
            return complex(operator, left, right, Truth.complex(a), Truth.complex(b));
        if (a instanceof Double || b instanceof Double)
            return real(operator, left, right, a, b);
        if (a instanceof Long x && b instanceof Long y) {
            Object quick = QuickNumbers.whole(operator, x, y);
            if (quick != null)
                return quick;
        }
        return whole(operator, left, right, Numbers.big(a), Numbers.big(b), in);
    }

    private static Object whole(String operator, Object left, Object right, BigInteger a, BigInteger b,
            Interpreter in) {
        return switch (operator) {
            case "+" -> Numbers.small(Operators.limited(a.add(b), in));
            case "-" -> Numbers.small(Operators.limited(a.subtract(b), in));
            case "*" -> Numbers.small(Operators.limited(a.multiply(b), in));
            case "/" -> {
                if (b.signum() == 0)
                    throw new ScriptError("ZeroDivisionError", "division by zero");
                yield quotient(a, b);
            }
            case "//" -> Numbers.small(divide(a, b)[0]);
            case "%" -> Numbers.small(divide(a, b)[1]);
            case "**" -> power(a, b, in);
            case "&" -> Numbers.small(a.and(b));
            case "|" -> Numbers.small(a.or(b));
            case "^" -> Numbers.small(a.xor(b));
            case "<<", ">>" -> {
                if (b.signum() < 0)
                    throw ScriptError.value("negative shift count");
                int by = b.bitLength() > 31 ? Integer.MAX_VALUE : b.intValue();
                if (operator.equals(">>"))
                    yield Numbers.small(a.shiftRight(by));
                if (by > MOST_SHIFT && a.signum() != 0)
                    throw new ScriptError("MemoryError", "an integer of too many digits");
                yield Numbers.small(a.signum() == 0 ? a : a.shiftLeft(by));
            }
            default -> throw Operators.unsupported(operator, left, right);
        };
    }

    private static Object quotient(BigInteger a, BigInteger b) {
        if (a.bitLength() <= 53 && b.bitLength() <= 53)
            return a.doubleValue() / b.doubleValue();
        // 66 bits of the quotient and whether any follow: rounded once, as the exact quotient would be
        int shift = 66 - (a.bitLength() - b.bitLength());
        BigInteger[] parts = (shift > 0 ? a.shiftLeft(shift) : a)
                .divideAndRemainder(shift > 0 ? b : b.shiftLeft(-shift));
        BigInteger bits = parts[1].signum() == 0 ? parts[0] : odd(parts[0], a.signum() * b.signum());
        double quotient = Math.scalb(bits.doubleValue(), Math.clamp(-(long) shift, -5000, 5000));
        if (Double.isInfinite(quotient))
            throw new ScriptError("OverflowError", "integer division result too large for a float");
        return quotient;
    }

    private static BigInteger odd(BigInteger quotient, int sign) {
        return quotient.testBit(0) ? quotient : quotient.add(BigInteger.valueOf(sign));
    }

    /** Python's floor division: the remainder has the divisor's sign. */
    static BigInteger[] divide(BigInteger a, BigInteger b) {
        if (b.signum() == 0)
            throw new ScriptError("ZeroDivisionError", "integer division or modulo by zero");
        BigInteger[] parts = a.divideAndRemainder(b);
        if (parts[1].signum() != 0 && parts[1].signum() != b.signum()) {
            parts[0] = parts[0].subtract(BigInteger.ONE);
            parts[1] = parts[1].add(b);
        }
        return parts;
    }

    /** {@code pow(a, b, modulo)}. */
    static Object powerModulo(Object a, Object b, Object modulo) {
        BigInteger by = Numbers.big(modulo);
        if (by.signum() == 0)
            throw ScriptError.value("pow() 3rd argument cannot be 0");
        try {
            double work = (double) Numbers.big(b).bitLength() * by.bitLength() * by.bitLength();
            if (work > MOST_WORK)
                throw new ScriptError("OverflowError", "pow() of integers of so many digits is not supported here");
            BigInteger power = Numbers.big(a).modPow(Numbers.big(b), by.abs());
            return Numbers.small(by.signum() < 0 && power.signum() > 0 ? power.add(by) : power);
        } catch (ArithmeticException e) {
            throw ScriptError.value("base is not invertible for the given modulus");
        }
    }

    private static Object power(BigInteger a, BigInteger b, Interpreter in) {
        if (b.signum() < 0) {
            if (a.signum() == 0)
                throw new ScriptError("ZeroDivisionError", "0.0 cannot be raised to a negative power");
            return Math.pow(a.doubleValue(), b.doubleValue());
        }
        if (a.bitLength() <= 1 && (a.signum() == 0 || a.equals(BigInteger.ONE)))
            return Numbers.small(b.signum() == 0 ? BigInteger.ONE : a);
        if (a.equals(BigInteger.ONE.negate()))
            return b.testBit(0) ? -1L : 1L;
        if (b.bitLength() > 31 || (long) a.bitLength() * b.intValue() > MOST_SHIFT) {
            throw new ScriptError("MemoryError", "an integer of too many digits");
        }
        return Numbers.small(Operators.limited(a.pow(b.intValue()), in));
    }

    private static Object real(String operator, Object left, Object right, Object first, Object second) {
        double a = Numbers.real(first);
        double b = Numbers.real(second);
        switch (operator) {
            case "+" :
                return a + b;
            case "-" :
                return a - b;
            case "*" :
                return a * b;
            case "/" :
                if (b == 0)
                    throw new ScriptError("ZeroDivisionError", "float division by zero");
                return a / b;
            case "//" :
                if (b == 0)
                    throw new ScriptError("ZeroDivisionError", "float floor division by zero");
                return floorDivide(a, b);
            case "%" :
                if (b == 0)
                    throw new ScriptError("ZeroDivisionError", "float modulo");
                return remainder(a, b);
            case "**" :
                if (a == 0 && b < 0)
                    throw new ScriptError("ZeroDivisionError", "0.0 cannot be raised to a negative power");
                if (a < 0 && b != Math.rint(b))
                    return complex("**", left, right, new Complex(a, 0), new Complex(b, 0));
                double power = a == 1 ? 1 : Math.pow(a, b);
                if (Double.isInfinite(power) && !Double.isInfinite(a) && !Double.isInfinite(b)) {
                    throw new ScriptError("OverflowError", "(34, 'Numerical result out of range')");
                }
                return power;
            default :
                throw Operators.unsupported(operator, left, right);
        }
    }

    static double remainder(double a, double b) {
        double mod = a % b;
        if (mod == 0)
            return Math.copySign(0.0, b);
        return (b < 0) != (mod < 0) ? mod + b : mod;
    }

    static double floorDivide(double a, double b) {
        double mod = a % b;
        double div = (a - mod) / b;
        if (mod != 0 && (b < 0) != (mod < 0))
            div -= 1;
        if (div == 0)
            return Math.copySign(0.0, a / b);
        double floor = Math.floor(div);
        return div - floor > 0.5 ? floor + 1 : floor;
    }

    private static Object complex(String operator, Object left, Object right, Complex a, Complex b) {
        return switch (operator) {
            case "+" -> new Complex(a.real() + b.real(), a.imaginary() + b.imaginary());
            case "-" -> new Complex(a.real() - b.real(), a.imaginary() - b.imaginary());
            case "*" -> new Complex(a.real() * b.real() - a.imaginary() * b.imaginary(),
                    a.real() * b.imaginary() + a.imaginary() * b.real());
            case "/" -> {
                double size = b.real() * b.real() + b.imaginary() * b.imaginary();
                if (size == 0)
                    throw new ScriptError("ZeroDivisionError", "complex division by zero");
                yield new Complex((a.real() * b.real() + a.imaginary() * b.imaginary()) / size,
                        (a.imaginary() * b.real() - a.real() * b.imaginary()) / size);
            }
            case "**" -> {
                if (b.real() == 0 && b.imaginary() == 0)
                    yield new Complex(1, 0);
                double size = Math.hypot(a.real(), a.imaginary());
                if (size == 0)
                    yield new Complex(0, 0);
                double angle = Math.atan2(a.imaginary(), a.real());
                double length = Math.pow(size, b.real()) * Math.exp(-b.imaginary() * angle);
                double turn = b.imaginary() * Math.log(size) + b.real() * angle;
                yield new Complex(length * Math.cos(turn), length * Math.sin(turn));
            }
            default -> throw Operators.unsupported(operator, left, right);
        };
    }

    static Object ordered(String operator, Object left, Object right) {
        Object a = Truth.plain(left);
        Object b = Truth.plain(right);
        if (a instanceof Complex || b instanceof Complex) {
            throw ScriptError
                    .type("'" + operator + "' not supported between instances of '" + Types.name(left) + "' and '"
                            + Types.name(right) + "'");
        }
        if (a instanceof Double || b instanceof Double) {
            double x = Numbers.real(a);
            double y = Numbers.real(b);
            return switch (operator) {
                case "<" -> x < y;
                case "<=" -> x <= y;
                case ">" -> x > y;
                default -> x >= y;
            };
        }
        return holds(operator, Numbers.big(a).compareTo(Numbers.big(b)));
    }

    static boolean holds(String operator, int order) {
        return switch (operator) {
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            case ">=" -> order >= 0;
            case "==" -> order == 0;
            default -> order != 0;
        };
    }
}
