package org.stridescope.script;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;

import org.stridescope.script.Values.Module;
import org.stridescope.script.Values.PyTuple;

/** Python's {@code math}. */
final class PythonMath {
    private PythonMath() {}

    static Module make() {
        Names names = new Names();
        names.value("pi", Math.PI).value("e", Math.E).value("tau", 2 * Math.PI);
        names.value("inf", Double.POSITIVE_INFINITY).value("nan", Double.NaN);
        elementary(names);
        rounding(names);
        whole(names);
        names.function("atan2(y, x)", call -> Math.atan2(call.number("y", 0), call.number("x", 0)));
        names.function("hypot(*coordinates)", call -> norm(((PyTuple) call.get("coordinates")).items()));
        names.function("pow(x, y)", call -> Math.pow(call.number("x", 0), call.number("y", 0)));
        names.function("copysign(x, y)", call -> Math.copySign(call.number("x", 0), call.number("y", 0)));
        names.function("fmod(x, y)", call -> domain(call.number("y", 0) != 0, call.number("x", 0)
                % call.number("y", 0)));
        names.function("dist(p, q)", call -> {
            List<Object> p = call.interpreter().items(call.get("p"));
            List<Object> q = call.interpreter().items(call.get("q"));
            if (p.size() != q.size())
                throw ScriptError.value("both points must have the same number of dimensions");
            double[] difference = new double[p.size()];
            for (int i = 0; i < difference.length; i++)
                difference[i] = Numbers.real(p.get(i)) - Numbers.real(q.get(i));
            return norm(difference);
        });
        names.function("isclose(a, b, *, rel_tol=, abs_tol=)", call -> {
            double a = call.number("a", 0);
            double b = call.number("b", 0);
            double most = Math.max(call.number("rel_tol", 1e-9) * Math.max(Math.abs(a), Math.abs(b)),
                    call.number("abs_tol", 0));
            return a == b || !Double.isInfinite(a) && !Double.isInfinite(b) && Math.abs(a - b) <= most;
        });
        names.function("fsum(seq)", call -> Statistics.exact(call.interpreter().items(call.get("seq"))).doubleValue());
        names.function("prod(items, *, start=)", call -> PythonIterators.folded(call, "items",
                call.given("start") ? call.get("start") : (Object) 1L,
                (product, item) -> Operators.binary("*", product, item, call.interpreter())));
        return names.module("math");
    }

    private static void elementary(Names names) {
        real(names, "exp", x -> {
            double value = Math.exp(x);
            if (Double.isInfinite(value) && !Double.isInfinite(x))
                throw new ScriptError("OverflowError", "math range error");
            return value;
        });
        real(names, "expm1", Math::expm1);
        real(names, "sin", x -> domain(!Double.isInfinite(x), Math.sin(x)));
        real(names, "cos", x -> domain(!Double.isInfinite(x), Math.cos(x)));
        real(names, "tan", x -> domain(!Double.isInfinite(x), Math.tan(x)));
        real(names, "asin", x -> domain(!(Math.abs(x) > 1), Math.asin(x)));
        real(names, "acos", x -> domain(!(Math.abs(x) > 1), Math.acos(x)));
        real(names, "atan", Math::atan);
        real(names, "sinh", Math::sinh);
        real(names, "cosh", Math::cosh);
        real(names, "tanh", Math::tanh);
        real(names, "asinh", x -> Math.copySign(Math.log(Math.abs(x) + Math.sqrt(x * x + 1)), x));
        real(names, "acosh", x -> domain(!(x < 1), Math.log(x + Math.sqrt(x * x - 1))));
        real(names, "atanh", x -> domain(!(Math.abs(x) >= 1), 0.5 * Math.log1p(2 * x / (1 - x))));
        real(names, "fabs", Math::abs);
        real(names, "radians", x -> x * (Math.PI / 180));
        real(names, "degrees", x -> x * (180 / Math.PI));
        real(names, "log2", x -> domain(!(x <= 0), exactLog2(x)));
        real(names, "log10", x -> domain(!(x <= 0), Math.log10(x)));
        real(names, "log1p", x -> domain(!(x <= -1), Math.log1p(x)));
        real(names, "sqrt", x -> domain(!(x < 0), Math.sqrt(x)));
        real(names, "cbrt", Math::cbrt);
        names.function("log(x, base=)", call -> {
            double log = log(call.get("x"));
            return call.has("base") ? log / log(call.get("base")) : log;
        });
    }

    /** Of an int of any size too. */
    private static double log(Object value) {
        if (value instanceof BigInteger big && big.signum() > 0) {
            int shift = Math.max(0, big.bitLength() - 1000);
            return Math.log(big.shiftRight(shift).doubleValue()) + shift * Math.log(2);
        }
        double x = Numbers.real(value);
        return domain(!(x <= 0), Math.log(x));
    }

    private static double exactLog2(double x) {
        int exponent = Math.getExponent(x);
        return x == Math.scalb(1.0, exponent) ? exponent : Math.log(x) / Math.log(2);
    }

    private static void rounding(Names names) {
        names.function("floor(x)", call -> rounded(call.get("x"), Math::floor));
        names.function("ceil(x)", call -> rounded(call.get("x"), Math::ceil));
        names.function("trunc(x)", call -> Constructors.whole(call.get("x")));
        names.function("isnan(x)", call -> Double.isNaN(call.number("x", 0)));
        names.function("isinf(x)", call -> Double.isInfinite(call.number("x", 0)));
        names.function("isfinite(x)", call -> Double.isFinite(call.number("x", 0)));
        names.function("modf(x)", call -> {
            double x = call.number("x", 0);
            double whole = x < 0 ? Math.ceil(x) : Math.floor(x);
            return PyTuple.of(Math.copySign(Double.isInfinite(x) ? 0 : x - whole, x), whole);
        });
        names.function("frexp(x)", call -> {
            double x = call.number("x", 0);
            if (x == 0 || !Double.isFinite(x))
                return PyTuple.of(x, 0L);
            double normal = Math.abs(x) < Double.MIN_NORMAL ? x * 0x1p54 : x;
            int exponent = Math.getExponent(normal) + 1;
            return PyTuple.of(Math.scalb(normal, -exponent), (long) exponent - (normal == x ? 0 : 54));
        });
        names.function("ldexp(x, i)", call -> Math.scalb(call.number("x", 0),
                (int) Math.clamp(call.whole("i"), -5000, 5000)));
    }

    private static Object rounded(Object value, java.util.function.DoubleUnaryOperator function) {
        return value instanceof Long || value instanceof BigInteger
                ? value
                : Constructors.whole(function.applyAsDouble(Numbers.real(value)));
    }

    private static void whole(Names names) {
        names.function("gcd(*integers)", call -> {
            BigInteger divisor = BigInteger.ZERO;
            for (Object each : ((PyTuple) call.get("integers")).items())
                divisor = divisor.gcd(moderate(each));
            return Numbers.small(divisor);
        });
        names.function("lcm(*integers)", call -> {
            BigInteger multiple = BigInteger.ONE;
            for (Object each : ((PyTuple) call.get("integers")).items()) {
                BigInteger next = moderate(each).abs();
                if (next.signum() == 0)
                    return 0L;
                multiple = Operators.limited(multiple.divide(multiple.gcd(next)).multiply(next), call.interpreter());
            }
            return Numbers.small(multiple);
        });
        names.function("isqrt(n)", call -> {
            BigInteger n = Numbers.big(call.get("n"));
            if (n.signum() < 0)
                throw ScriptError.value("isqrt() argument must be nonnegative");
            return Numbers.small(n.sqrt());
        });
        names.function("factorial(n)", call -> falling(call.whole("n"), call.whole("n"), "factorial()", call));
        names.function("perm(n, k=)", call -> falling(call.whole("n"), call.whole("k", call.whole("n")), "perm()",
                call));
        names.function("comb(n, k)", call -> {
            long n = call.whole("n");
            long k = Math.min(call.whole("k"), n - call.whole("k"));
            if (n < 0 || call.whole("k") < 0)
                throw ScriptError.value((n < 0 ? "n" : "k") + " must be a non-negative integer");
            if (k < 0)
                return 0L;
            return Numbers.small(Numbers.big(falling(n, k, "comb()", call)).divide(
                    Numbers.big(falling(k, k, "comb()", call))));
        });
    }

    private static BigInteger moderate(Object value) {
        BigInteger number = Numbers.big(value);
        if (number.bitLength() > 400_000)
            throw new ScriptError("OverflowError", "integers of so many digits are not supported here");
        return number;
    }

    /** n (n - 1) ... of k factors. */
    private static Object falling(long n, long k, String name, Call call) {
        if (n < 0 || k < 0)
            throw ScriptError.value(name + " not defined for negative values");
        if (k > n)
            return 0L;
        if (k > 10_000)
            throw new ScriptError("OverflowError", name + " of more than 10000 factors is not supported here");
        BigInteger product = BigInteger.ONE;
        for (long i = 0; i < k; i++) {
            product = Operators.limited(product.multiply(BigInteger.valueOf(n - i)), call.interpreter());
            call.interpreter().tick();
        }
        return Numbers.small(product);
    }

    private static double norm(List<Object> items) {
        return norm(items.stream().mapToDouble(Numbers::real).toArray());
    }

    /** Scaled by the largest part, which may not overflow. */
    private static double norm(double[] parts) {
        if (parts.length == 2)
            return Math.hypot(parts[0], parts[1]);
        double most = 0;
        for (double part : parts)
            most = Math.max(most, Math.abs(part));
        if (most == 0 || !Double.isFinite(most))
            return most;
        BigDecimal sum = BigDecimal.ZERO;
        for (double part : parts)
            sum = sum.add(new BigDecimal(part / most).pow(2));
        return most * Math.sqrt(sum.doubleValue());
    }

    private static double domain(boolean inside, double value) {
        if (!inside)
            throw ScriptError.value("math domain error");
        return value;
    }

    private static void real(Names names, String name, java.util.function.DoubleUnaryOperator function) {
        names.function(name + "(x)", call -> function.applyAsDouble(call.number("x", 0)));
    }
}
