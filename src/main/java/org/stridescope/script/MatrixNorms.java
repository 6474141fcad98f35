package org.stridescope.script;

import org.stridescope.array.DType;
import org.stridescope.array.Layout;
import org.stridescope.array.NDArray;
import org.stridescope.array.Views;
import org.stridescope.script.Values.PyTuple;
import org.stridescope.script.Values.Singleton;
import org.stridescope.ufunc.Casting;

import static org.stridescope.script.NumPyCalls.key;

/** Norms of vectors and matrices, and what follows from them: condition, rank, powers. */
final class MatrixNorms {
    private MatrixNorms() {}

    static void into(Names names) {
        names.function("norm(x, ord=, axis=, keepdims=)", MatrixNorms::norm);
        names.function("matrix_rank(A, tol=, hermitian=)", call -> {
            NDArray a = call.array("A");
            NumPyCalls np = NumPyCalls.of(call);
            if (a.ndim() < 2)
                return np.truth(np.f("any", np.op(a, "!=", 0L))) ? 1L : 0L;
            double[] s = NumPyLinalg.singular(a);
            double tolerance = call.number("tol",
                    (s.length == 0 ? 0 : s[0]) * Math.max(a.shape(0), a.shape(1)) * 0x1p-52);
            return Arrays.unwrapped(Arrays.whole(java.util.Arrays.stream(s).filter(v -> v > tolerance).count(), call
                    .memory()));
        });
        names.function("cond(x, p=)", call -> {
            NumPyCalls np = NumPyCalls.of(call);
            Object p = call.get("p");
            if (p == Singleton.NONE || Truth.equal(p, 2L)) {
                double[] s = NumPyLinalg.singular(call.array("x"));
                return new Scalar(Arrays.real(s[0] / s[s.length - 1], call.memory()));
            }
            Object linalg = np.in().library.numpy("linalg");
            Object inverse = np.method(java.util.Objects.requireNonNull(linalg), "inv", call.array("x"));
            return np.op(np.method(linalg, "norm", call.array("x"), p), "*", np.method(linalg, "norm", inverse, p));
        });
        names.function("matrix_power(a, n)", MatrixNorms::power);
    }

    private static Object power(Call call) {
        NDArray a = call.array("a");
        if (a.ndim() < 2)
            throw NumPyLinalg.error(a.ndim() + "-dimensional array given. Array must be at least two-dimensional");
        if (a.shape(a.ndim() - 1) != a.shape(a.ndim() - 2))
            throw NumPyLinalg.error("Last 2 dimensions of the array must be square");
        NumPyCalls np = NumPyCalls.of(call);
        Object given = call.get("n");
        if (!(given instanceof Long || given instanceof Scalar || given instanceof Boolean))
            throw ScriptError.type("exponent must be an integer");
        long n = call.whole("n");
        if (n == 0) {
            NDArray result = np.a("empty_like", a);
            np.set(result, Singleton.ELLIPSIS, np.f("eye", a.shape(a.ndim() - 2), key("dtype", new Values.DTypeValue(a
                    .dtype()))));
            return result;
        }
        Object base = a;
        if (n < 0)
            base = np.method(java.util.Objects.requireNonNull(np.in().library.numpy("linalg")), "inv", a);
        Object result = null;
        Object square = base;
        for (long rest = Math.abs(n); rest > 0; rest >>= 1) {
            if ((rest & 1) != 0)
                result = result == null ? square : np.f("matmul", result, square);
            if (rest > 1)
                square = np.f("matmul", square, square);
        }
        return java.util.Objects.requireNonNull(result);
    }

    private static Object norm(Call call) {
        NDArray given = call.array("x");
        NDArray x = NumPyNan.mayHoldNan(given) ? given : Casting.to(given, DType.FLOAT64, call.memory());
        NumPyCalls np = NumPyCalls.of(call);
        Object ord = call.get("ord");
        boolean keepdims = call.truth("keepdims", false);
        int[] axes = call.axes("axis");
        if (axes == null && (ord == Singleton.NONE || ord.equals("fro") && x.ndim() == 2 || Truth.equal(ord, 2L) && x
                .ndim() == 1)) {
            // in memory order, as one vector
            NDArray flat = np.a("ravel", x, key("order", "K"));
            Object squares = x.dtype().isComplex()
                    ? np.op(np.f("dot", Views.part(flat, false), Views.part(flat, false)), "+",
                            np.f("dot", Views.part(flat,
                                    true), Views.part(flat, true)))
                    : np.f("dot", flat, flat);
            NDArray result = np.a("sqrt", squares);
            for (int i = 0; keepdims && i < x.ndim(); i++)
                result = result.newAxis(0);
            return Arrays.unwrapped(result);
        }
        if (axes == null) {
            axes = new int[x.ndim()];
            for (int i = 0; i < axes.length; i++)
                axes[i] = i;
        }
        if (axes.length == 1)
            return vector(x, ord, Layout.normalizeAxis(axes[0], x.ndim()), keepdims, np);
        if (axes.length != 2)
            throw ScriptError.value("Improper number of dimensions to norm.");
        return matrix(x, ord, Layout.normalizeAxis(axes[0], x.ndim()), Layout.normalizeAxis(axes[1], x.ndim()),
                keepdims,
                np);
    }

    private static Object over(NumPyCalls np, String name, Object x, Object axis, boolean keepdims) {
        return np.f(name, x, key("axis", axis), key("keepdims", keepdims));
    }

    private static Object vector(NDArray x, Object ord, int axis, boolean keepdims, NumPyCalls np) {
        Object along = (long) axis;
        Object sizes = np.f("abs", x);
        if (ord == Singleton.NONE || Truth.equal(ord, 2L)) {
            Object squares = np.f("real", np.op(np.f("conj", x), "*", x));
            return np.f("sqrt", over(np, "sum", squares, along, keepdims));
        }
        if (ord instanceof String text)
            throw ScriptError.value("Invalid norm order '" + text + "' for vectors");
        double p = Numbers.real(ord);
        if (Double.isInfinite(p))
            return over(np, p > 0 ? "max" : "min", sizes, along, keepdims);
        if (p == 0)
            return over(np, "sum", np.method(np.array(np.op(x, "!=", 0L)), "astype", x.dtype().part().pythonName()),
                    along,
                    keepdims);
        if (p == 1)
            return over(np, "sum", sizes, along, keepdims);
        return np.f("power", over(np, "sum", np.f("power", sizes, ord), along, keepdims), np.op(1L, "/", ord));
    }

    private static Object matrix(NDArray x, Object ord, int row, int column, boolean keepdims, NumPyCalls np) {
        if (row == column)
            throw ScriptError.value("Duplicate axes given.");
        Object both = PyTuple.ofLongs(row, column);
        if (ord == Singleton.NONE || ord.equals("fro") || ord.equals("f"))
            return np.f("sqrt", over(np, "sum", np.f("real", np.op(np.f("conj", x), "*", x)), both, keepdims));
        if (ord.equals("nuc") || Truth.equal(ord, 2L) || Truth.equal(ord, -2L)) {
            if (x.ndim() > 2 || keepdims)
                throw ScriptError.value("this norm is supported for one matrix, without keepdims");
            double[] s = NumPyLinalg.singular(row < column ? x : x.transpose());
            double value = ord.equals("nuc")
                    ? java.util.Arrays.stream(s).sum()
                    : Truth.equal(ord, 2L) ? s[0] : s[s.length - 1];
            return new Scalar(Arrays.real(value, np.in().memory()));
        }
        if (ord instanceof String || !Double.isInfinite(Numbers.real(ord)) && Math.abs(Numbers.real(ord)) != 1)
            throw ScriptError.value("Invalid norm order for matrices.");
        double p = Numbers.real(ord);
        boolean rows = Double.isInfinite(p);
        Object sums = over(np, "sum", np.f("abs", x), (long) (rows ? column : row), true);
        return over(np, p > 0 ? "max" : "min", sums, both, keepdims);
    }
}
