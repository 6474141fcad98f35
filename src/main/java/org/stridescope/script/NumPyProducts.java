package org.stridescope.script;

import java.util.List;

import org.stridescope.array.NDArray;
import org.stridescope.einsum.MatMul;
import org.stridescope.ufunc.Elementwise;
import org.stridescope.ufunc.Promotion;
import org.stridescope.ufunc.Ufuncs;

/** Products of matrices and vectors. */
final class NumPyProducts {
    private NumPyProducts() {}

    static void into(Names names) {
        names.function("dot(a, b, out=)", call -> {
            Object product = LinearAlgebra.dot(call.array("a"), call.array("b"), call.interpreter());
            return UfuncCalls.finish(call, Arrays.of(product, call.memory()));
        });
        names.function("matmul(x1, x2, out=, *, dtype=)", call -> UfuncCalls.finish(call,
                Arrays.of(LinearAlgebra.matmul(call.array("x1"), call.array("x2"), call.interpreter()),
                        call.memory())));
        names.function("vdot(a, b)", call -> {
            if (call.array("a").size() != call.array("b").size()) {
                throw ScriptError.value("cannot reshape array of size " + call.array("b").size() + " into shape ("
                        + call.array("a").size() + ",)");
            }
            Object a = Operators.ufunc(Ufuncs.get("conjugate"), null, call.interpreter(), flat(call, "a"));
            return LinearAlgebra.dot((NDArray) a, flat(call, "b"), call.interpreter());
        });
        names.function("inner(a, b)", call -> {
            NDArray a = call.array("a");
            NDArray b = call.array("b");
            if (a.ndim() == 0 || b.ndim() == 0)
                return LinearAlgebra.dot(a, b, call.interpreter());
            NDArray turned = b.ndim() == 1 ? b : org.stridescope.array.Views.moveAxis(b, new int[]{-1}, new int[]{-2});
            return Arrays.unwrapped(Arrays.owned(MatMul.dot(a, turned, Promotion.resultType(a, b), call.memory())));
        });
        names.function("outer(a, b, out=)",
                call -> UfuncCalls.finish(call, Elementwise.apply(Ufuncs.MULTIPLY, call.memory(),
                        flat(call, "a").newAxis(1), flat(call, "b").newAxis(0))));
        names.function("einsum(*operands, out=, optimize=, dtype=, order=, casting=)", LinearAlgebra::einsum);
        names.function("tensordot(a, b, axes=)", call -> {
            NDArray a = call.array("a");
            NDArray b = call.array("b");
            Object axes = call.get("axes");
            if (axes instanceof Values.PyTuple || axes instanceof Values.PyList) {
                List<Object> both = call.interpreter().items(axes);
                int[] left = axes(call, both.get(0), a);
                int[] right = axes(call, both.get(1), b);
                if (left.length != right.length)
                    throw ScriptError.value("shape-mismatch for sum");
                for (int i = 0; i < left.length; i++)
                    if (a.shape(left[i]) != b.shape(right[i]))
                        throw ScriptError.value("shape-mismatch for sum");
                return tensordot(call, org.stridescope.array.Views.moveAxis(a, left, places(left.length, a.ndim()
                        - left.length)), org.stridescope.array.Views.moveAxis(b, right, places(right.length, 0)),
                        left.length);
            }
            long n = call.whole("axes", 2);
            if (n < 0)
                throw ScriptError.value("shape-mismatch for sum");
            // axis by axis, as NumPy looks at them: the first that is missing or differs is named
            for (long i = 0; i < n; i++) {
                if (a.ndim() - n + i < -a.ndim() || i >= b.ndim())
                    throw ScriptError.index("tuple index out of range");
                if (a.shape((int) Math.floorMod(a.ndim() - n + i, (long) a.ndim())) != b.shape((int) i))
                    throw ScriptError.value("shape-mismatch for sum");
            }
            return tensordot(call, a, b, (int) n);
        });
    }

    private static int[] axes(Call call, Object given, NDArray of) {
        int[] axes = Numbers.isNumber(given)
                ? new int[]{Numbers.axis(given)}
                : call.interpreter().items(given).stream().mapToInt(Numbers::axis).toArray();
        for (int i = 0; i < axes.length; i++) {
            if (axes[i] >= of.ndim() || axes[i] < -of.ndim())
                throw ScriptError.index("tuple index out of range");
            axes[i] = axes[i] < 0 ? axes[i] + of.ndim() : axes[i];
        }
        return axes;
    }

    private static int[] places(int n, int from) {
        int[] places = new int[n];
        for (int i = 0; i < n; i++)
            places[i] = from + i;
        return places;
    }

    private static Object tensordot(Call call, NDArray a, NDArray b, int n) {
        long inner = 1;
        for (int i = 0; i < n; i++) {
            if (a.shape(a.ndim() - n + i) != b.shape(i))
                throw ScriptError.value("shape-mismatch for sum");
            inner *= b.shape(i);
        }
        long[] shape = new long[a.ndim() + b.ndim() - 2 * n];
        for (int i = 0; i < a.ndim() - n; i++)
            shape[i] = a.shape(i);
        for (int i = n; i < b.ndim(); i++)
            shape[a.ndim() - n + i - n] = b.shape(i);
        long rows = product(shape, 0, a.ndim() - n);
        long columns = product(shape, a.ndim() - n, shape.length);
        NDArray left = a.reshape(call.memory(), rows, inner);
        NDArray right = b.reshape(call.memory(), inner, columns);
        NDArray product = MatMul.matmul(left, right, Promotion.resultType(a, b), call.memory());
        return product.reshape(call.memory(), shape);
    }

    private static long product(long[] lengths, int from, int to) {
        long product = 1;
        for (int i = from; i < to; i++)
            product *= lengths[i];
        return product;
    }

    private static NDArray flat(Call call, String parameter) {
        NDArray array = call.array(parameter);
        return array.reshape(call.memory(), array.size());
    }
}
