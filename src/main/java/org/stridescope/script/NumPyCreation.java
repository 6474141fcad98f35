package org.stridescope.script;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.stridescope.array.ArrayMemory;
import org.stridescope.array.DType;
import org.stridescope.array.Items;
import org.stridescope.array.NDArray;
import org.stridescope.io.ArrayFiles;
import org.stridescope.io.IoError;
import org.stridescope.script.Values.PyList;
import org.stridescope.script.Values.PyTuple;
import org.stridescope.ufunc.Casting;

/** New arrays: from values, ranges and files. */
final class NumPyCreation {
    private NumPyCreation() {}

    static void into(Names names) {
        names.function("array(object, dtype=, *, copy=, order=, subok=, ndmin=, like=)",
                call -> array(call, call.truth("copy", true), Casting.Order.K));
        names.function("asarray(object, dtype=, order=, *, like=)", call -> array(call, false, Casting.Order.K));
        names.alias("asanyarray", "asarray");
        names.function("ascontiguousarray(object, dtype=, *, like=)",
                call -> atLeast1d(array(call, false, Casting.Order.C)));
        names.function("asfortranarray(object, dtype=, *, like=)",
                call -> atLeast1d(array(call, false, Casting.Order.F)));
        names.function("require(object, dtype=, requirements=, *, like=)", NumPyCreation::require);
        names.function("copy(a, order=, subok=)", call -> copied(call, call.array("a"), call.order(Casting.Order.K)));
        names.function("zeros(shape, dtype=, order=, *, like=)",
                call -> filled(call, call.shape("shape"), 0L, DType.FLOAT64));
        names.function("ones(shape, dtype=, order=, *, like=)",
                call -> filled(call, call.shape("shape"), 1L, DType.FLOAT64));
        names.function("empty(shape, dtype=, order=, *, like=)",
                call -> filled(call, call.shape("shape"), 0L, DType.FLOAT64));
        names.function("full(shape, fill_value, dtype=, order=, *, like=)", call -> {
            Object value = call.get("fill_value");
            return filled(call, call.shape("shape"), value, Arrays.of(value, call.memory()).dtype());
        });
        names.function("zeros_like(a, dtype=, order=, subok=, shape=)", call -> like(call, 0L));
        names.function("ones_like(a, dtype=, order=, subok=, shape=)", call -> like(call, 1L));
        names.function("empty_like(a, dtype=, order=, subok=, shape=)", call -> like(call, 0L));
        names.function("full_like(a, fill_value, dtype=, order=, subok=, shape=)",
                call -> like(call, call.get("fill_value")));
        names.function("eye(N, M=, k=, dtype=, order=, *, like=)",
                call -> eye(call, call.whole("N"), call.whole("M", call.whole("N")), call.whole("k", 0)));
        names.function("identity(n, dtype=, *, like=)", call -> eye(call, call.whole("n"), call.whole("n"), 0));
        names.function("meshgrid(*xi, copy=, sparse=, indexing=)", NumPyCreation::meshgrid);
        names.function("indices(dimensions, dtype=, sparse=)", NumPyCreation::indices);
        names.function("fromfunction(function, shape, *, dtype=)", call -> {
            NDArray grid = indexGrid(call.shape("shape"), call.dtype("dtype", DType.FLOAT64), call.memory());
            List<Object> axes = new ArrayList<>();
            for (long i = 0; i < grid.shape(0); i++)
                axes.add(grid.at(i));
            return call.interpreter().call(call.get("function"), axes, java.util.Map.of());
        });
        names.function("tri(N, M=, k=, dtype=)",
                call -> triangle(NDArray.zeros(call.memory(), DType.FLOAT64, call.whole("N"),
                        call.whole("M", call.whole("N"))), call, true, 1.0));
        names.function("triu(m, k=)", call -> triangle(call.array("m"), call, false, Double.NaN));
        names.function("tril(m, k=)", call -> triangle(call.array("m"), call, true, Double.NaN));
        names.function("load(file, mmap_mode=, allow_pickle=)", NumPyCreation::load);
        names.function("fromiter(iter, dtype, count=)",
                call -> cast(call, Arrays.of(new PyList(call.interpreter().items(call.get("iter"))),
                        call.dtype("dtype"), call.memory()), call.dtype("dtype")));
    }

    private static Object load(Call call) {
        String file = call.text("file", "");
        try {
            return ArrayFiles.read(file, call.memory());
        } catch (IoError e) {
            throw new ScriptError(
                    String.valueOf(e.getMessage()).contains("no such file") ? "FileNotFoundError" : "ValueError",
                    String.valueOf(e.getMessage()));
        }
    }

    private static NDArray array(Call call, boolean copy, Casting.Order otherwise) {
        Object value = call.get("object");
        DType dtype = call.dtype("dtype");
        Casting.Order order = call.order(otherwise);
        boolean fresh = !(value instanceof NDArray);
        NDArray from = Arrays.of(value, fresh ? dtype : null, call.memory());
        DType wanted = dtype == null ? from.dtype() : dtype;
        NDArray result = from;
        boolean fits = order == Casting.Order.K || order == Casting.Order.A
                || (order == Casting.Order.C ? from.isCContiguous() : from.isFContiguous());
        if (fresh && fits && from.dtype() == wanted && !(value instanceof Scalar))
            result = from;
        else if (copy || !fits || from.dtype() != wanted)
            result = copied(call, from, wanted, order);
        for (long i = result.ndim(); i < call.whole("ndmin", 0); i++)
            result = result.newAxis(0);
        return result;
    }

    static NDArray atLeast1d(NDArray array) {
        return array.ndim() == 0 ? array.newAxis(0) : array;
    }

    private static Object require(Call call) {
        String wanted = Repr.str(call.get("requirements")).toUpperCase(java.util.Locale.ROOT);
        Casting.Order order = wanted.contains("F")
                ? Casting.Order.F
                : wanted.contains("C") ? Casting.Order.C : Casting.Order.A;
        NDArray array = array(call, wanted.contains("O") && !call.array("object").ownsData(), order);
        return array;
    }

    static NDArray copied(Call call, NDArray array, Casting.Order order) {
        return copied(call, array, array.dtype(), order);
    }

    static NDArray copied(Call call, NDArray array, DType dtype, Casting.Order order) {
        return Casting.copy(array, dtype, order, call.memory());
    }

    static NDArray cast(Call call, NDArray array, @Nullable DType dtype) {
        return dtype == null || dtype == array.dtype() ? array : copied(call, array, dtype, Casting.Order.K);
    }

    private static NDArray filled(Call call, long[] shape, Object value, DType natural) {
        DType dtype = call.dtype("dtype", natural);
        NDArray array = call.order(Casting.Order.C) == Casting.Order.F
                ? NDArray.zerosF(call.memory(), dtype, shape)
                : NDArray.zeros(call.memory(), dtype, shape);
        return fill(call, array, value);
    }

    private static NDArray fill(Call call, NDArray array, Object value) {
        if (value.equals(0L))
            return array;
        if (Numbers.isNumber(value) && !(value instanceof Scalar)) {
            NDArray one = NDArray.zeros(ArrayMemory.collected(), array.dtype()); // no cost of the line
            Arrays.put(one, 0, value, call.memory());
            Items.assign(one, array, call.memory());
        } else {
            Items.assign(Arrays.of(value, call.memory()), array, call.memory());
        }
        return array;
    }

    private static NDArray like(Call call, Object value) {
        NDArray a = call.array("a");
        DType dtype = call.dtype("dtype", a.dtype());
        if (call.has("shape"))
            return fill(call, NDArray.zeros(call.memory(), dtype, call.shape("shape")), value);
        NDArray array = NDArray.unfilled(call.memory(), dtype,
                Casting.layout(a, dtype.itemsize(), call.order(Casting.Order.K)));
        array.buffer().fill((byte) 0);
        return fill(call, array, value);
    }

    private static NDArray eye(Call call, long rows, long columns, long k) {
        DType dtype = call.dtype("dtype", DType.FLOAT64);
        NDArray array = call.order(Casting.Order.C) == Casting.Order.F
                ? NDArray.zerosF(call.memory(), dtype, rows, columns)
                : NDArray.zeros(call.memory(), dtype, rows, columns);
        for (long i = Math.max(0, -k); i < rows && i + k < columns; i++)
            array.setLong(1, i, i + k);
        return array;
    }

    private static Object meshgrid(Call call) {
        List<Object> xi = ((PyTuple) call.get("xi")).items();
        int n = xi.size();
        boolean swap = call.text("indexing", "xy").equals("xy") && n > 1;
        long[] shape = new long[n];
        List<NDArray> parts = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            NDArray x = Arrays.of(xi.get(i), call.memory());
            x = x.reshape(call.memory(), x.size());
            int axis = swap && i < 2 ? 1 - i : i;
            shape[axis] = x.size();
            long[] own = new long[n];
            java.util.Arrays.fill(own, 1);
            own[axis] = x.size();
            parts.add(x.reshape(call.memory(), own));
        }
        List<Object> grids = new ArrayList<>();
        for (NDArray part : parts) {
            grids.add(call.truth("sparse", false)
                    ? call.truth("copy", true) ? part.copy(call.memory()) : part
                    : Casting.copy(part.view(part.layout().broadcastTo(shape)), part.dtype(), Casting.Order.C,
                            call.memory()));
        }
        return new PyList(grids);
    }

    static NDArray indexGrid(long[] shape, DType dtype, ArrayMemory memory) {
        long[] full = new long[shape.length + 1];
        full[0] = shape.length;
        System.arraycopy(shape, 0, full, 1, shape.length);
        NDArray grid = NDArray.zeros(memory, dtype, full);
        for (int axis = 0; axis < shape.length && grid.size() > 0; axis++) {
            NDArray ramp = NDArray.zeros(memory, DType.INT64, shape[axis]);
            Ramp.whole(ramp, 0, 1);
            for (int i = axis + 1; i < shape.length; i++)
                ramp = ramp.newAxis(ramp.ndim());
            Items.assign(ramp, grid.at(axis), memory);
        }
        return grid;
    }

    private static Object indices(Call call) {
        if (call.truth("sparse", false)) {
            NumPyCalls np = NumPyCalls.of(call);
            long[] shape = call.shape("dimensions");
            List<Object> runs = new ArrayList<>();
            for (int i = 0; i < shape.length; i++) {
                long[] own = new long[shape.length];
                java.util.Arrays.fill(own, 1);
                own[i] = shape[i];
                runs.add(np.f("reshape",
                        np.f("arange", shape[i], NumPyCalls.key("dtype", new Values.DTypeValue(call.dtype(
                                "dtype", DType.INT64)))),
                        PyTuple.ofLongs(own)));
            }
            return new PyTuple(runs);
        }
        return indexGrid(call.shape("dimensions"), call.dtype("dtype", DType.INT64), call.memory());
    }

    /** The items on one side of a diagonal, or {@code value} there; zeros elsewhere. */
    private static NDArray triangle(NDArray m, Call call, boolean lower, double value) {
        if (m.ndim() == 0)
            throw ScriptError.type("tri() missing 1 required positional argument: 'N'");
        if (m.ndim() < 2) {
            NDArray row = m.newAxis(0);
            return triangle(row.broadcastTo(m.size(), m.size()), call, lower, value);
        }
        long k = call.whole("k", 0);
        DType dtype = Double.isNaN(value) ? m.dtype() : call.dtype("dtype", DType.FLOAT64);
        long rows = m.shape(m.ndim() - 2);
        long columns = m.shape(m.ndim() - 1);
        NDArray mask = NDArray.zeros(call.memory(), DType.BOOL, rows, columns);
        for (long i = 0; i < rows; i++) {
            for (long j = 0; j < columns; j++)
                if (lower ? j - i <= k : j - i >= k)
                    mask.setLong(1, i, j);
        }
        if (!Double.isNaN(value))
            return Casting.to(mask, dtype, call.memory());
        return NumPySearching.where(mask, m, NDArray.zeros(call.memory(), dtype), dtype, call.memory());
    }

}
