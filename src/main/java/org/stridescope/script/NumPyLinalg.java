package org.stridescope.script;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.stridescope.array.DType;
import org.stridescope.array.NDArray;
import org.stridescope.script.Values.Module;
import org.stridescope.script.Values.PyList;
import org.stridescope.script.Values.PyTuple;
import org.stridescope.ufunc.Casting;
import org.stridescope.ufunc.matrix.Lu;
import org.stridescope.ufunc.matrix.Qr;
import org.stridescope.ufunc.matrix.Svd;

import static org.stridescope.script.NumPyCalls.key;

/** {@code np.linalg}: systems, decompositions, eigenvalues. A stack of matrices is taken one by one. */
final class NumPyLinalg {
    private NumPyLinalg() {}

    static Module module() {
        Names names = new Names();
        MatrixNorms.into(names);
        names.function("inv(a)", call -> each(call, square(call, "a"), m -> solved(m, identity(m.length))));
        names.function("det(a)", call -> scalars(call, square(call, "a"), m -> new Lu(m).determinant()));
        names.function("slogdet(a)", call -> {
            NDArray a = square(call, "a");
            return PyTuple.of(scalars(call, a, m -> new Lu(m).logDeterminant()[0]), scalars(call, a, m -> new Lu(m)
                    .logDeterminant()[1]));
        });
        names.function("solve(a, b)", NumPyLinalg::solve);
        names.function("cholesky(a)", call -> each(call, square(call, "a"), NumPyLinalg::cholesky));
        names.function("qr(a, mode=)", NumPyLinalg::qr);
        names.function("svd(a, full_matrices=, compute_uv=, hermitian=)", NumPyLinalg::svd);
        names.function("eigh(a, UPLO=)", call -> Eigen.symmetric(flatSquare(call), NumPyCalls.of(call)));
        names.function("eigvalsh(a, UPLO=)",
                call -> Eigen.symmetric(flatSquare(call), NumPyCalls.of(call)).items().getFirst());
        names.function("eig(a)", call -> Eigen.general(flatSquare(call), NumPyCalls.of(call)));
        names.function("eigvals(a)", call -> Eigen.values(flatSquare(call), NumPyCalls.of(call)));
        names.function("lstsq(a, b, rcond=)", NumPyLinalg::leastSquares);
        names.function("pinv(a, rcond=, hermitian=)", call -> LeastSquares.pseudoInverse(two(call, "a"), call.number(
                "rcond", 1e-15), NumPyCalls.of(call)));
        names.function("multi_dot(arrays, *, out=)", call -> {
            NumPyCalls np = NumPyCalls.of(call);
            List<NDArray> arrays = call.arrays("arrays");
            if (arrays.size() < 2)
                throw ScriptError.value("Expecting at least two arrays.");
            Object product = arrays.getFirst();
            for (NDArray next : arrays.subList(1, arrays.size()))
                product = np.f("dot", product, next);
            return product;
        });
        names.value("LinAlgError", new Values.TypeValue("LinAlgError", null,
                call -> new Values.ExceptionValue("LinAlgError", ((PyTuple) call.get("all")).items())));
        return names.module("numpy.linalg");
    }

    static ScriptError error(String message) {
        return new ScriptError("LinAlgError", message);
    }

    static NDArray square(Call call, String name) {
        NDArray a = call.array(name);
        if (a.ndim() < 2) {
            throw error(a.ndim() + "-dimensional array given. Array must be at least two-dimensional");
        }
        if (a.shape(a.ndim() - 1) != a.shape(a.ndim() - 2))
            throw error("Last 2 dimensions of the array must be square");
        return real(a);
    }

    private static NDArray real(NDArray a) {
        if (a.dtype().isComplex())
            throw ScriptError.type("complex matrices are not supported by this function of linalg");
        return a;
    }

    private static NDArray flatSquare(Call call) {
        NDArray a = call.array("a");
        if (a.ndim() < 2)
            throw error(a.ndim() + "-dimensional array given. Array must be at least two-dimensional");
        if (a.shape(a.ndim() - 1) != a.shape(a.ndim() - 2))
            throw error("Last 2 dimensions of the array must be square");
        if (a.ndim() > 2)
            throw ScriptError.value("stacks of matrices are not supported by this function of linalg");
        for (double[] row : rows(a))
            for (double item : row)
                if (Double.isNaN(item) || Double.isInfinite(item))
                    throw error("Array must not contain infs or NaNs");
        return a;
    }

    private static NDArray two(Call call, String name) {
        NDArray a = call.array(name);
        if (a.ndim() != 2)
            throw error(a.ndim() + "-dimensional array given. Array must be two-dimensional");
        return real(a);
    }

    static double[][] rows(NDArray a) {
        double[][] rows = new double[Math.toIntExact(a.shape(0))][Math.toIntExact(a.shape(1))];
        for (int i = 0; i < rows.length; i++)
            for (int j = 0; j < rows[i].length; j++)
                rows[i][j] = a.getDouble(i, j);
        return rows;
    }

    static NDArray matrix(double[][] rows, NumPyCalls np) {
        return NDArray.of(np.in().memory(), rows);
    }

    private static DType dtype(NDArray a) {
        return a.dtype() == DType.FLOAT32 ? DType.FLOAT32 : DType.FLOAT64;
    }

    private static NDArray cast(NDArray a, DType dtype, Call call) {
        return a.dtype() == dtype ? a : Casting.to(a, dtype, call.memory());
    }

    /** Each matrix of a stack through a function. */
    private static NDArray each(Call call, NDArray a, Function<double[][], double[][]> function) {
        NDArray result = NDArray.zeros(call.memory(), dtype(a), a.shape());
        long[] outer = java.util.Arrays.copyOf(a.shape(), a.ndim() - 2);
        for (long i = 0; a.size() > 0 && i < org.stridescope.array.Layout.cOrder(1, outer).size(); i++) {
            long[] at = NumPyQuantiles.unravel(i, outer);
            write(function.apply(rows(a.at(at))), result.at(at));
        }
        return result;
    }

    private static void write(double[][] rows, NDArray to) {
        for (int i = 0; i < rows.length; i++)
            for (int j = 0; j < rows[i].length; j++)
                to.setDouble(rows[i][j], i, j);
    }

    private static Object scalars(Call call, NDArray a, java.util.function.ToDoubleFunction<double[][]> function) {
        long[] outer = java.util.Arrays.copyOf(a.shape(), a.ndim() - 2);
        NDArray result = NDArray.zeros(call.memory(), dtype(a), outer);
        for (long i = 0; i < result.size(); i++) {
            long[] at = NumPyQuantiles.unravel(i, outer);
            result.setDouble(function.applyAsDouble(rows(a.at(at))), at);
        }
        return Arrays.unwrapped(result);
    }

    private static double[][] identity(int n) {
        double[][] identity = new double[n][n];
        for (int i = 0; i < n; i++)
            identity[i][i] = 1;
        return identity;
    }

    private static double[][] solved(double[][] a, double[][] b) {
        Lu lu = new Lu(a);
        if (lu.isSingular())
            throw error("Singular matrix");
        return lu.solve(b);
    }

    private static Object solve(Call call) {
        NDArray a = square(call, "a");
        NDArray b = real(call.array("b"));
        boolean vector = b.ndim() == a.ndim() - 1;
        NDArray right = vector ? b.newAxis(b.ndim()) : b;
        long n = a.shape(a.ndim() - 1);
        if (right.ndim() < 2 || right.shape(right.ndim() - 2) != n) {
            String signature = vector ? "(m,m),(m)->(m)" : "(m,m),(m,n)->(m,n)";
            if (b.ndim() == 0)
                throw ScriptError
                        .value("solve1: Input operand 1 does not have enough dimensions (has 0, gufunc core with "
                                + "signature " + signature + " requires 1)");
            throw ScriptError
                    .value((vector ? "solve1" : "solve") + ": Input operand 1 has a mismatch in its core dimension"
                            + " 0, with gufunc signature " + signature + " (size " + right.shape(right.ndim() - 2)
                            + " is different from " + n + ")");
        }
        DType dtype = dtype(a) == DType.FLOAT32 && dtype(b) == DType.FLOAT32 ? DType.FLOAT32 : DType.FLOAT64;
        long[] outer = org.stridescope.array.Broadcast.shape(java.util.Arrays.copyOf(a.shape(), a.ndim() - 2),
                java.util.Arrays.copyOf(right.shape(), right.ndim() - 2));
        long[] shape = java.util.Arrays.copyOf(outer, outer.length + 2);
        shape[outer.length] = n;
        shape[outer.length + 1] = right.shape(right.ndim() - 1);
        long[] of = shape.clone();
        of[outer.length + 1] = n;
        NDArray left = a.broadcastTo(of);
        NDArray wide = right.broadcastTo(shape);
        NDArray result = NDArray.zeros(call.memory(), dtype, shape);
        for (long i = 0; result.size() > 0 && i < org.stridescope.array.Layout.cOrder(1, outer).size(); i++) {
            long[] at = NumPyQuantiles.unravel(i, outer);
            write(solved(rows(left.at(at)), rows(wide.at(at))), result.at(at));
        }
        return vector
                ? NDArray.over(result.buffer(), dtype, result.layout().at(result.ndim() - 1, 0))
                : result;
    }

    private static double[][] cholesky(double[][] a) {
        int n = a.length;
        double[][] l = new double[n][n];
        for (int j = 0; j < n; j++) {
            for (int i = j; i < n; i++) {
                double sum = a[i][j];
                for (int k = 0; k < j; k++)
                    sum -= l[i][k] * l[j][k];
                if (i == j && !(sum > 0))
                    throw error("Matrix is not positive definite");
                l[i][j] = i == j ? Math.sqrt(sum) : sum / l[j][j];
            }
        }
        return l;
    }

    private static Object qr(Call call) {
        NDArray a = two(call, "a");
        NumPyCalls np = NumPyCalls.of(call);
        String mode = call.text("mode", "reduced");
        int rows = (int) a.shape(0);
        int columns = (int) a.shape(1);
        Qr qr = new Qr(rows(a), columns);
        int k = Math.min(rows, columns);
        return switch (mode) {
            case "reduced" -> PyTuple.of(cast(matrix(qr.q(k), np), dtype(a), call), cast(matrix(qr.r(k), np), dtype(a),
                    call));
            case "complete" ->
                PyTuple.of(cast(matrix(qr.q(rows), np), dtype(a), call), cast(matrix(qr.r(rows), np), dtype(
                        a), call));
            case "r" -> cast(matrix(qr.r(k), np), dtype(a), call);
            default -> throw ScriptError.value("Unrecognized mode '" + mode + "'");
        };
    }

    /** Singular values of a matrix, descending. */
    static double[] singular(NDArray a) {
        NDArray tall = a.shape(0) < a.shape(1) ? a.transpose() : a;
        return new Svd(rows(tall), (int) tall.shape(1)).values();
    }

    private static Object svd(Call call) {
        NDArray a = two(call, "a");
        NumPyCalls np = NumPyCalls.of(call);
        boolean wide = a.shape(0) < a.shape(1);
        NDArray tall = wide ? a.transpose() : a;
        Svd svd = new Svd(rows(tall), (int) tall.shape(1));
        NDArray s = cast(NDArray.of(call.memory(), svd.values()), dtype(a), call);
        if (!call.truth("compute_uv", true))
            return s;
        NDArray left = matrix(svd.left(), np).transpose();
        if (call.truth("full_matrices", true) && left.shape(0) > left.shape(1)) {
            // the rest of the space, from the reflections that span the columns
            int rows = (int) left.shape(0);
            NDArray all = matrix(new Qr(rows(left), (int) left.shape(1)).q(rows), np);
            left = np.a("hstack", PyTuple.of(left, NumPyCalls.along(all, 1, left.shape(1), null)));
        }
        NDArray right = matrix(svd.right(), np);
        return wide
                ? PyTuple.of(cast(right.transpose(), dtype(a), call), s, cast(left.transpose(), dtype(a), call))
                : PyTuple.of(cast(left, dtype(a), call), s, cast(right, dtype(a), call));
    }

    private static Object leastSquares(Call call) {
        NumPyCalls np = NumPyCalls.of(call);
        NDArray a = two(call, "a");
        NDArray b = real(call.array("b"));
        if (a.shape(0) != b.shape(0))
            throw error("Incompatible dimensions");
        double cutoff = call.has("rcond") ? call.number("rcond", 0) : Math.max(a.shape(0), a.shape(1)) * 0x1p-52;
        NDArray x = np.a("dot", LeastSquares.pseudoInverse(a, cutoff, np), b);
        double[] s = singular(a);
        long rank = java.util.Arrays.stream(s).filter(v -> v > cutoff * s[0]).count();
        Object rest = np.f("array", new PyList(new ArrayList<>()));
        if (rank == a.shape(1) && a.shape(0) > a.shape(1)) {
            Object away = np.op(np.f("dot", a, x), "-", b);
            rest = np.f("atleast_1d", np.f("sum", np.op(away, "*", away), key("axis", 0L)));
        }
        return PyTuple.of(x, rest, rank, NDArray.of(call.memory(), s));
    }
}
