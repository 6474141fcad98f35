package org.stridescope.script;

import java.util.List;

import org.stridescope.array.DType;
import org.stridescope.array.NDArray;
import org.stridescope.array.Views;
import org.stridescope.script.Values.PyTuple;
import org.stridescope.script.Values.Singleton;
import org.stridescope.ufunc.Promotion;

import static org.stridescope.script.NumPyCalls.key;

/** One line slid along another, windows to weigh it with, and how lines vary together. */
final class NumPySignals {
    private NumPySignals() {}

    static void into(Names names) {
        names.function("convolve(a, v, mode=)", call -> slide(call, true));
        names.function("correlate(a, v, mode=)", call -> slide(call, false));
        names.function("cov(m, y=, rowvar=, bias=, ddof=, fweights=, aweights=, *, dtype=)", NumPySignals::covariance);
        names.function("corrcoef(x, y=, rowvar=, *, dtype=)", NumPySignals::correlation);
        window(names, "hanning", 0.5, 0.5, 0);
        window(names, "hamming", 0.54, 0.46, 0);
        window(names, "blackman", 0.42, 0.5, 0.08);
        names.function("bartlett(M)", call -> {
            NumPyCalls np = NumPyCalls.of(call);
            long m = call.whole("M");
            if (m <= 1)
                return np.f("ones", Math.max(0, m));
            NDArray n = np.a("arange", 1 - m, m, 2L);
            return np.f("where", np.op(n, "<=", 0L), np.op(1L, "+", np.op(n, "/", m - 1)),
                    np.op(1L, "-", np.op(n, "/", m
                            - 1)));
        });
    }

    private static Object slide(Call call, boolean turned) {
        NumPyCalls np = NumPyCalls.of(call);
        NDArray a = call.array("a");
        NDArray v = call.array("v");
        if (turned) {
            a = NumPyCreation.atLeast1d(a);
            v = NumPyCreation.atLeast1d(v);
            if (a.shape(0) == 0)
                throw ScriptError.value("a cannot be empty");
            if (v.shape(0) == 0)
                throw ScriptError.value("v cannot be empty");
        }
        for (NDArray one : List.of(a, v))
            if (one.ndim() != 1)
                throw ScriptError.value("object " + (one.ndim() == 0 ? "of too small depth" : "too deep")
                        + " for desired array");
        if (a.size() == 0 || v.size() == 0)
            throw ScriptError.value(a.size() == 0
                    ? "first array argument cannot be empty"
                    : "second array argument cannot"
                            + " be empty");
        String mode = call.text("mode", turned ? "full" : "valid");
        if (!List.of("full", "same", "valid").contains(mode))
            throw ScriptError.value("mode must be one of 'valid', 'same', or 'full' (got '" + mode + "')");
        boolean swapped = v.size() > a.size();
        NDArray left = swapped ? v : a;
        NDArray right = swapped ? a : v;
        NDArray kernel = turned
                ? np.a("flip", right)
                : right.dtype().isComplex() && !swapped ? np.a("conj", right) : right;
        if (!turned && swapped) {
            NDArray answer = slid(np.a("flip", left.dtype().isComplex() ? np.a("conj", left) : left),
                    np.a("flip", kernel),
                    mode, np);
            return answer;
        }
        return slid(left, kernel, mode, np);
    }

    /** Products of a with the shorter v laid at each place; {@code same} keeps the middle, as long as a. */
    private static NDArray slid(NDArray a, NDArray v, String mode, NumPyCalls np) {
        long n = a.size();
        long m = v.size();
        DType dtype = Promotion.promote(a.dtype(), v.dtype());
        long before = mode.equals("full") ? m - 1 : mode.equals("same") ? m / 2 : 0;
        long length = mode.equals("full") ? n + m - 1 : mode.equals("same") ? n : n - m + 1;
        NDArray result = NDArray.zeros(np.in().memory(), dtype, length);
        for (long i = 0; i < length; i++) {
            long at = i - before;
            long from = Math.max(0, at);
            long to = Math.min(n, at + m);
            Object product = np.f("dot", NumPyCalls.along(a, 0, from, to), NumPyCalls.along(v, 0, from - at, to - at));
            np.set(result, i, product);
        }
        return result;
    }

    private static Object covariance(Call call) {
        NumPyCalls np = NumPyCalls.of(call);
        NDArray m = call.array("m");
        if (m.ndim() > 2)
            throw ScriptError.value("m has more than 2 dimensions");
        NDArray x = rows(call, m, np);
        if (call.has("y")) {
            NDArray y = call.array("y");
            if (y.ndim() > 2)
                throw ScriptError.value("y has more than 2 dimensions");
            x = np.a("concatenate", PyTuple.of(x, rows(call, y, np)), key("axis", 0L));
        }
        boolean bias = call.truth("bias", false);
        double ddof = call.has("ddof") ? call.number("ddof", 0) : bias ? 0 : 1;
        Object weights = Singleton.NONE;
        if (call.has("fweights") || call.has("aweights")) {
            weights = call.has("fweights") ? np.a("asarray", call.get("fweights"), key("dtype", "float64")) : 1.0;
            if (call.has("aweights"))
                weights = np.op(weights, "*", np.a("asarray", call.get("aweights"), key("dtype", "float64")));
        }
        boolean weighted = weights != Singleton.NONE;
        NDArray mean = np.a("average", x, key("axis", 1L), key("weights", weights));
        Object sum = weighted ? np.f("sum", weights) : (Object) x.shape(1);
        Object free = np.op(sum, "-", ddof);
        if (weighted && call.has("aweights") && ddof != 0) {
            Object more = np.f("sum", np.op(weights, "*", call.array("aweights")));
            free = np.op(sum, "-", np.op(np.op(ddof, "*", more), "/", sum));
        }
        x = np.ap(x, "-", mean.newAxis(1));
        Object other = weighted ? np.op(x, "*", weights) : x;
        Object c = np.f("dot", x, np.f("conj", np.array(other).transpose()));
        double factor = Math.max(0, Numbers.real(free));
        return np.f("squeeze", np.op(c, "*", np.f("true_divide", 1L, factor)));
    }

    private static NDArray rows(Call call, NDArray m, NumPyCalls np) {
        DType dtype = call.dtype("dtype", Promotion.promote(m.dtype(), DType.FLOAT64));
        NDArray x = np.a("array", m, key("ndmin", 2L), key("dtype", new Values.DTypeValue(dtype)));
        return !call.truth("rowvar", true) && m.ndim() == 2 && x.shape(0) != 1 ? x.transpose() : x;
    }

    private static Object correlation(Call call) {
        NumPyCalls np = NumPyCalls.of(call);
        NDArray c = np.a("cov", call.array("x"), call.get("y"),
                call.given("rowvar") ? call.get("rowvar") : (Object) true,
                key("dtype", call.get("dtype")));
        if (c.ndim() == 0)
            return Arrays.unwrapped(np.ap(c, "/", c));
        NDArray deviation = np.a("sqrt", Attributes.get(Views.diagonal(c, 0, 0, 1), "real", np.in()));
        np.f("divide", c, deviation.newAxis(1), key("out", c));
        np.f("divide", c, deviation.newAxis(0), key("out", c));
        for (boolean imaginary : c.dtype().isComplex() ? new boolean[]{false, true} : new boolean[]{false}) {
            NDArray part = c.dtype().isComplex() ? Views.part(c, imaginary) : c;
            np.f("clip", part, -1L, 1L, key("out", part));
        }
        return c;
    }

    private static void window(Names names, String name, double a, double b, double c) {
        names.function(name + "(M)", call -> {
            NumPyCalls np = NumPyCalls.of(call);
            long m = call.whole("M");
            if (m <= 1)
                return np.f("ones", Math.max(0, m));
            Object n = np.op(np.op(Math.PI, "*", np.f("arange", 1 - m, m, 2L)), "/", m - 1);
            Object sum = np.op(a, "+", np.op(b, "*", np.f("cos", n)));
            return c == 0 ? sum : np.op(sum, "+", np.op(c, "*", np.f("cos", np.op(2.0, "*", n))));
        });
    }
}
