package org.stridescope.script;

import java.util.ArrayList;
import java.util.List;

import org.stridescope.array.DType;
import org.stridescope.array.Layout;
import org.stridescope.array.NDArray;
import org.stridescope.script.Values.PyIterator;
import org.stridescope.script.Values.PyTuple;

import static org.stridescope.script.NumPyCalls.key;

/** Indices of diagonals, triangles and grids; places as one number and as several. */
final class NumPyIndices {
    private NumPyIndices() {}

    static void into(Names names) {
        names.function("ix_(*args)", NumPyIndices::open);
        names.function("diag_indices(n, ndim=)", call -> {
            Object run = NumPyCalls.of(call).f("arange", call.get("n"));
            List<Object> all = new ArrayList<>();
            for (long i = 0; i < call.whole("ndim", 2); i++)
                all.add(run);
            return new PyTuple(all);
        });
        names.function("diag_indices_from(arr)", call -> {
            NDArray arr = call.array("arr");
            if (arr.ndim() < 2)
                throw ScriptError.value("input array must be at least 2-d");
            for (long length : arr.shape())
                if (length != arr.shape(0))
                    throw ScriptError.value("All dimensions of input must be of equal length");
            return NumPyCalls.of(call).f("diag_indices", arr.shape(0), (long) arr.ndim());
        });
        names.function("tril_indices(n, k=, m=)", call -> triangle(call, call.get("n"), "tri", true));
        names.function("triu_indices(n, k=, m=)", call -> triangle(call, call.get("n"), "tri", false));
        names.function("tril_indices_from(arr, k=)", call -> from(call, "tril_indices"));
        names.function("triu_indices_from(arr, k=)", call -> from(call, "triu_indices"));
        names.function("unravel_index(indices, shape, order=)", NumPyIndices::unravel);
        names.function("ravel_multi_index(multi_index, dims, mode=, order=)", NumPyIndices::ravel);
        names.function("ndindex(*shape)", call -> {
            List<Object> given = ((PyTuple) call.get("shape")).items();
            long[] shape = given.size() == 1 && !Numbers.isNumber(given.getFirst())
                    ? Numbers.shape(given.getFirst(), call.interpreter())
                    : Numbers.shape(call.get("shape"), call.interpreter());
            return new PyIterator(Iteration.counted(Layout.cOrder(1, shape).size(), i -> PyTuple.ofLongs(NumPyQuantiles
                    .unravel(i, shape))), "ndindex");
        });
        names.function("ndenumerate(arr)", call -> {
            NDArray arr = call.array("arr");
            return new PyIterator(Iteration.counted(arr.size(), i -> {
                long[] at = NumPyQuantiles.unravel(i, arr.shape());
                return PyTuple.of(PyTuple.ofLongs(at), new Scalar(arr.at(at).copy(call.memory())));
            }), "ndenumerate");
        });
        names.function("nditer(op, flags=, op_flags=)", call -> {
            NDArray arr = call.array("op");
            return new PyIterator(Iteration.counted(arr.size(), i -> arr.at(NumPyQuantiles.unravel(i, arr.shape()))),
                    "nditer");
        });
        names.function("fill_diagonal(a, val, wrap=)", NumPyIndices::fillDiagonal);
    }

    private static Object open(Call call) {
        NumPyCalls np = NumPyCalls.of(call);
        List<Object> args = ((PyTuple) call.get("args")).items();
        List<Object> out = new ArrayList<>();
        for (int k = 0; k < args.size(); k++) {
            NDArray one = np.array(args.get(k));
            if (one.size() == 0 && !(args.get(k) instanceof NDArray))
                one = NDArray.zeros(call.memory(), DType.INT64, 0);
            if (one.ndim() != 1)
                throw ScriptError.value("Cross index must be 1 dimensional");
            if (one.dtype() == DType.BOOL)
                one = np.array(((PyTuple) np.f("nonzero", one)).items().getFirst());
            long[] shape = new long[args.size()];
            java.util.Arrays.fill(shape, 1);
            shape[k] = one.size();
            out.add(one.reshape(call.memory(), shape));
        }
        return new PyTuple(out);
    }

    private static Object triangle(Call call, Object n, String name, boolean lower) {
        NumPyCalls np = NumPyCalls.of(call);
        Object m = call.has("m") ? call.get("m") : n;
        long k = call.whole("k", 0);
        NDArray inside = np.a(name, n, m, lower ? k : k - 1, key("dtype", "bool"));
        PyTuple found = (PyTuple) np.f("nonzero", lower ? inside : np.f("logical_not", inside));
        // each a run of its own, not a column of all
        return new PyTuple(found.items().stream().map(i -> (Object) np.array(i).copy(call.memory())).toList());
    }

    private static Object from(Call call, String name) {
        NDArray arr = call.array("arr");
        if (arr.ndim() != 2)
            throw ScriptError.value("input array must be 2-d");
        return NumPyCalls.of(call).f(name, arr.shape(0), key("k", call.whole("k", 0)), key("m", arr.shape(1)));
    }

    private static Object unravel(Call call) {
        NDArray indices = call.array("indices");
        if (!indices.dtype().isInteger())
            throw ScriptError.type("only int indices permitted");
        long[] shape = call.shape("shape");
        long size = Layout.cOrder(1, shape).size();
        boolean fortran = call.text("order", "C").equals("F");
        int n = shape.length;
        NDArray flat = indices.reshape(call.memory(), indices.size());
        NDArray[] parts = new NDArray[n];
        long[] together = java.util.Arrays.copyOf(indices.shape(), indices.ndim() + 1);
        together[indices.ndim()] = n;
        NDArray all = NDArray.zeros(call.memory(), DType.INT64, together);
        for (int axis = 0; axis < n; axis++)
            parts[axis] = all.view(all.layout().at(indices.ndim(), axis));
        for (long i = 0; i < flat.size(); i++) {
            long index = flat.getLong(i);
            if (index < 0 || index >= size)
                throw ScriptError.value("index " + index + " is out of bounds for array with size " + size);
            for (int k = 0; k < n; k++) {
                int axis = fortran ? k : n - 1 - k;
                parts[axis].setLong(index % shape[axis], NumPyQuantiles.unravel(i, indices.shape()));
                index /= shape[axis];
            }
        }
        List<Object> answer = new ArrayList<>();
        for (NDArray part : parts)
            answer.add(Arrays.unwrapped(part));
        return new PyTuple(answer);
    }

    private static Object ravel(Call call) {
        NumPyCalls np = NumPyCalls.of(call);
        List<Object> index = call.interpreter().items(call.get("multi_index"));
        long[] dims = call.shape("dims");
        if (index.size() != dims.length) {
            throw ScriptError.value("parameter multi_index must be a sequence of length " + dims.length);
        }
        String mode = call.text("mode", "raise");
        boolean fortran = call.text("order", "C").equals("F");
        Object flat = 0L;
        for (int k = 0; k < dims.length; k++) {
            int axis = fortran ? dims.length - 1 - k : k;
            Object at = Numbers.isNumber(index.get(axis)) ? index.get(axis) : np.array(index.get(axis));
            if (mode.equals("clip"))
                at = np.f("clip", at, 0L, dims[axis] - 1);
            else if (mode.equals("wrap"))
                at = np.op(at, "%", dims[axis]);
            else if (np.truth(np.f("any", np.op(np.op(np.array(at), "<", 0L), "|", np.op(np.array(at), ">=",
                    dims[axis])))))
                throw ScriptError.value("invalid entry in coordinates array");
            flat = np.op(np.op(flat, "*", dims[axis]), "+", at);
        }
        return Arrays.unwrapped(np.array(flat));
    }

    private static Object fillDiagonal(Call call) {
        NDArray a = call.array("a");
        NumPyCalls np = NumPyCalls.of(call);
        if (a.ndim() < 2)
            throw ScriptError.value("array must be at least 2-d");
        long n = a.shape(0);
        if (a.ndim() == 2) {
            n = call.truth("wrap", false) ? a.shape(0) : Math.min(a.shape(0), a.shape(1));
        } else {
            for (long length : a.shape())
                if (length != n)
                    throw ScriptError.value("All dimensions of input must be of equal length");
        }
        if (!a.isWriteable())
            throw ScriptError.value("underlying array is read-only");
        NDArray values = np.a("ravel", call.array("val"));
        long period = a.ndim() == 2 ? a.shape(1) + 1 : n;
        for (long i = 0; i < n && values.size() > 0 && a.size() > 0; i++) {
            long row = i;
            long[] at = new long[a.ndim()];
            java.util.Arrays.fill(at, row);
            if (a.ndim() == 2)
                at[1] = period == 1 ? 0 : i % period;
            if (a.ndim() == 2 && at[1] >= a.shape(1))
                continue;
            NDArray value = values.at(i % values.size());
            np.set(a.at(at), Values.Singleton.ELLIPSIS, Arrays.unwrapped(value));
        }
        call.interpreter().wrote(a);
        return Values.Singleton.NONE;
    }
}
