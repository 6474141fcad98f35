package org.stridescope.script;

import org.stridescope.array.NDArray;
import org.stridescope.script.Values.PyTuple;
import org.stridescope.script.Values.Singleton;

import static org.stridescope.script.NumPyCalls.cut;
import static org.stridescope.script.NumPyCalls.key;

/** Polynomials as arrays of their coefficients, highest power first. */
final class NumPyPolynomials {
    private NumPyPolynomials() {}

    static void into(Names names) {
        names.function("polyval(p, x)", call -> {
            NumPyCalls np = NumPyCalls.of(call);
            NDArray x = call.array("x");
            Object y = np.f("zeros_like", x);
            for (Object coefficient : call.interpreter().items(call.array("p")))
                y = np.op(np.op(y, "*", x), "+", coefficient);
            return y;
        });
        names.function("polyfit(x, y, deg, rcond=, full=, w=, cov=)", NumPyPolynomials::fit);
        names.function("polyadd(a1, a2)", call -> sum(call, "+"));
        names.function("polysub(a1, a2)", call -> sum(call, "-"));
        names.function("polymul(a1, a2)", call -> {
            NumPyCalls np = NumPyCalls.of(call);
            return np.f("convolve", trimmed(np, call.array("a1")), trimmed(np, call.array("a2")));
        });
        names.function("polyder(p, m=)", NumPyPolynomials::derivative);
        names.function("polyint(p, m=, k=)", NumPyPolynomials::integral);
        names.function("polydiv(u, v)", NumPyPolynomials::quotient);
        names.function("poly(seq_of_zeros)", call -> {
            NumPyCalls np = NumPyCalls.of(call);
            NDArray zeros = NumPyCreation.atLeast1d(call.array("seq_of_zeros"));
            if (zeros.ndim() == 2)
                zeros = np.array(
                        np.in().call(Attributes.get(np.in().library.numpy("linalg") instanceof Object l ? l : zeros,
                                "eigvals", np.in()), java.util.List.of(zeros), java.util.Map.of()));
            if (zeros.dtype().isInteger())
                zeros = np.ap(zeros, "+", 0.0);
            Object a = np.f("ones", 1L, key("dtype", new Values.DTypeValue(zeros.dtype())));
            for (Object zero : call.interpreter().items(zeros)) {
                a = np.f("convolve", a,
                        np.f("array", new Values.PyList(new java.util.ArrayList<>(java.util.List.of(1L, np
                                .f("negative", zero))))),
                        key("mode", "full"));
            }
            return a;
        });
        names.function("roots(p)", NumPyPolynomials::roots);
        names.function("vander(x, N=, increasing=)", NumPyPolynomials::vander);
    }

    private static NDArray trimmed(NumPyCalls np, NDArray p) {
        NDArray flat = NumPyCreation.atLeast1d(p);
        return np.a("trim_zeros", flat, key("trim", "f")).size() == 0 && flat.size() > 0
                ? np.view(flat, cut(-1L, null))
                : np.a("trim_zeros", flat, key("trim", "f"));
    }

    private static Object sum(Call call, String operator) {
        NumPyCalls np = NumPyCalls.of(call);
        NDArray a = NumPyCreation.atLeast1d(call.array("a1"));
        NDArray b = NumPyCreation.atLeast1d(call.array("a2"));
        long n = Math.max(a.size(), b.size());
        return np.op(longer(a, n, np), operator, longer(b, n, np));
    }

    private static NDArray longer(NDArray a, long n, NumPyCalls np) {
        if (a.size() == n)
            return a;
        Object zeros = np.f("zeros", n - a.size(), new Values.DTypeValue(a.dtype()));
        return np.a("concatenate", PyTuple.of(zeros, a));
    }

    private static Object derivative(Call call) {
        NumPyCalls np = NumPyCalls.of(call);
        NDArray p = NumPyCreation.atLeast1d(call.array("p"));
        for (long i = 0; i < call.whole("m", 1); i++) {
            long n = p.size() - 1;
            p = n < 0 ? p : np.ap(np.get(p, cut(null, -1L)), "*", np.f("arange", n, 0L, -1L));
        }
        return p;
    }

    private static Object integral(Call call) {
        NumPyCalls np = NumPyCalls.of(call);
        NDArray p = NumPyCreation.atLeast1d(call.array("p"));
        for (long i = 0; i < call.whole("m", 1); i++) {
            Object divided = np.f("true_divide", p, np.f("arange", p.size(), 0L, -1L));
            Object constant = call.has("k")
                    ? np.get(NumPyCreation.atLeast1d(call.array("k")), call.array("k").size() > 1
                            ? i
                            : 0L)
                    : (Object) 0L;
            p = np.a("concatenate", PyTuple.of(divided, np.f("array", new Values.PyList(new java.util.ArrayList<>(
                    java.util.List.of(constant))))));
        }
        return p;
    }

    private static Object quotient(Call call) {
        NumPyCalls np = NumPyCalls.of(call);
        NDArray u = np.ap(NumPyCreation.atLeast1d(call.array("u")), "+", 0.0);
        NDArray v = np.ap(NumPyCreation.atLeast1d(call.array("v")), "+", 0.0);
        long m = u.size() - 1;
        long n = v.size() - 1;
        double scale = 1 / v.getDouble(0);
        NDArray q = np.a("zeros", Math.max(m - n + 1, 1));
        NDArray r = np.a("array", u);
        for (long k = 0; k <= m - n; k++) {
            double d = scale * r.getDouble(k);
            q.setDouble(d, k);
            for (long i = 0; i <= n; i++)
                r.setDouble(r.getDouble(k + i) - d * v.getDouble(i), k + i);
        }
        long from = 0;
        while (Math.abs(r.getDouble(from)) <= 1e-14 && r.size() - from > 1)
            from++;
        return PyTuple.of(q, np.get(r, cut(from, null)));
    }

    private static Object vander(Call call) {
        NumPyCalls np = NumPyCalls.of(call);
        NDArray x = call.array("x");
        if (x.ndim() != 1)
            throw ScriptError.value("x must be a one-dimensional array or sequence.");
        long n = call.whole("N", x.size());
        NDArray v = NDArray.zeros(call.memory(), org.stridescope.ufunc.Promotion.promote(x.dtype(),
                org.stridescope.array.DType.INT64), x.size(), n);
        Object power = np.f("ones", x.size(), new Values.DTypeValue(v.dtype()));
        for (long i = 0; i < n; i++) {
            long column = call.truth("increasing", false) ? i : n - 1 - i;
            np.set(v.view(v.layout().at(1, column)), Singleton.ELLIPSIS, power);
            power = np.op(power, "*", x);
        }
        return v;
    }

    /** Least squares over scaled powers of x. */
    private static Object fit(Call call) {
        NumPyCalls np = NumPyCalls.of(call);
        NDArray x = np.ap(call.array("x"), "+", 0.0);
        NDArray y = np.ap(call.array("y"), "+", 0.0);
        long degree = call.whole("deg");
        if (degree < 0)
            throw ScriptError.value("expected deg >= 0");
        if (x.ndim() != 1)
            throw ScriptError.type("expected 1D vector for x");
        if (x.size() == 0)
            throw ScriptError.type("expected non-empty vector for x");
        if (y.ndim() < 1 || y.ndim() > 2)
            throw ScriptError.type("expected 1D or 2D array for y");
        if (x.shape(0) != y.shape(0))
            throw ScriptError.type("expected x and y to have same length");
        if (call.truth("full", false) || call.truth("cov", false))
            throw ScriptError.value("full= and cov= of polyfit are not supported");
        NDArray left = np.a("vander", x, degree + 1);
        NDArray right = y;
        if (call.has("w")) {
            NDArray w = np.ap(call.array("w"), "+", 0.0);
            left = np.ap(left, "*", w.newAxis(1));
            right = np.ap(y, "*", y.ndim() == 2 ? w.newAxis(1) : w);
        }
        NDArray scale = np.a("sqrt", np.f("sum", np.op(left, "*", left), key("axis", 0L)));
        left = np.ap(left, "/", scale);
        NDArray c = LeastSquares.solve(left, right, np);
        return np.array(np.op(c.transpose(), "/", scale)).transpose();
    }

    private static Object roots(Call call) {
        NumPyCalls np = NumPyCalls.of(call);
        NDArray p = NumPyCreation.atLeast1d(call.array("p"));
        if (p.ndim() != 1)
            throw ScriptError.value("Input must be a rank-1 array.");
        NDArray some = np.a("flatnonzero", p);
        if (some.size() == 0)
            return np.f("array", new Values.PyList(new java.util.ArrayList<>()));
        long trailing = p.size() - some.getLong(some.size() - 1) - 1;
        p = np.view(p, cut(some.getLong(0), some.getLong(some.size() - 1) + 1));
        if (!p.dtype().isFloat() && !p.dtype().isComplex())
            p = np.ap(p, "+", 0.0);
        long n = p.size();
        Object found = np.f("array", new Values.PyList(new java.util.ArrayList<>()));
        if (n > 1) {
            NDArray companion = np.a("diag", np.f("ones", n - 2, new Values.DTypeValue(p.dtype())), -1L);
            np.set(companion, PyTuple.of(0L, cut(null, null)),
                    np.op(np.f("negative", np.get(p, cut(1L, null))), "/", np.get(
                            p, 0L)));
            found = Eigen.values(companion, np);
        }
        return trailing == 0 ? found : np.f("hstack", PyTuple.of(found, np.f("zeros", trailing)));
    }
}
