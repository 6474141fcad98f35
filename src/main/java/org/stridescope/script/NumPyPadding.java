package org.stridescope.script;

import java.util.ArrayList;
import java.util.List;

import org.stridescope.array.DType;
import org.stridescope.array.Items;
import org.stridescope.array.Layout;
import org.stridescope.array.NDArray;
import org.stridescope.array.Shapes;
import org.stridescope.script.Values.PyList;
import org.stridescope.script.Values.PyTuple;
import org.stridescope.ufunc.Casting;

import static org.stridescope.script.NumPyCalls.along;
import static org.stridescope.script.NumPyCalls.key;

/** Arrays made larger: padded, filled up, with items put between, put together from blocks. */
final class NumPyPadding {
    private NumPyPadding() {}

    static void into(Names names) {
        names.function("pad(array, pad_width, mode=, **options)", NumPyPadding::pad);
        names.function("resize(a, new_shape)", NumPyPadding::resize);
        names.function("insert(arr, obj, values, axis=)", NumPyPadding::insert);
        names.function("block(arrays)", call -> {
            NumPyCalls np = NumPyCalls.of(call);
            int depth = depth(call.get("arrays"), np);
            int ndim = Math.max(depth, most(call.get("arrays"), np));
            return block(call.get("arrays"), depth, ndim, np);
        });
        names.function("kron(a, b)", NumPyPadding::kron);
        names.function("diagflat(v, k=)", call -> {
            NumPyCalls np = NumPyCalls.of(call);
            return np.f("diag", np.f("ravel", call.array("v")), call.whole("k", 0));
        });
        names.function("dsplit(ary, indices_or_sections)", call -> {
            if (call.array("ary").ndim() < 3)
                throw ScriptError.value("dsplit only works on arrays of 3 or more dimensions");
            return NumPyCalls.of(call).f("split", call.array("ary"), call.get("indices_or_sections"), 2L);
        });
    }

    private static long[][] widths(Call call, int ndim) {
        NumPyCalls np = NumPyCalls.of(call);
        NDArray given = call.array("pad_width");
        if (!given.dtype().isInteger())
            throw ScriptError.type("`pad_width` must be of integral type.");
        NDArray pairs;
        try {
            pairs = np.a("broadcast_to", given, PyTuple.ofLongs(ndim, 2));
        } catch (org.stridescope.array.ArrayError e) {
            throw ScriptError.value("operands could not be broadcast together with remapped shapes"
                    + " [original->remapped]: " + Shapes.tight(given.shape()) + "  and requested shape (" + ndim
                    + ",2)");
        }
        long[][] widths = new long[ndim][2];
        for (int axis = 0; axis < ndim; axis++) {
            for (int side = 0; side < 2; side++) {
                widths[axis][side] = pairs.getLong(axis, side);
                if (widths[axis][side] < 0)
                    throw ScriptError.value("index can't contain negative values");
            }
        }
        return widths;
    }

    private static Object pad(Call call) {
        NDArray array = call.array("array");
        int ndim = array.ndim();
        long[][] widths = widths(call, ndim);
        long[] shape = array.shape();
        for (int axis = 0; axis < ndim; axis++)
            shape[axis] += widths[axis][0] + widths[axis][1];
        String mode = call.text("mode", "constant");
        if (!List.of("constant", "edge", "wrap", "reflect", "symmetric", "empty", "mean", "maximum", "minimum",
                "linear_ramp", "median").contains(mode))
            throw ScriptError.value("mode '" + mode + "' is not supported");
        boolean columns = array.isFContiguous() && !array.isCContiguous();
        NDArray padded = columns
                ? NDArray.zerosF(call.memory(), array.dtype(), shape)
                : NDArray.zeros(call.memory(), array.dtype(), shape);
        NDArray middle = padded;
        for (int axis = 0; axis < ndim; axis++)
            middle = along(middle, axis, widths[axis][0], widths[axis][0] + array.shape(axis));
        Items.assign(array, middle, call.memory());
        if (array.size() == 0 && !mode.equals("constant") && !mode.equals("empty")) {
            for (int axis = 0; axis < ndim; axis++)
                if (array.shape(axis) == 0 && widths[axis][0] + widths[axis][1] > 0)
                    throw ScriptError.value("can't extend empty axis " + axis
                            + " using modes other than 'constant' or 'empty'");
        }
        // axis by axis: each spans what was padded before, and the place of the array in the axes to come
        NDArray part = padded;
        for (int axis = 0; axis < ndim; axis++)
            part = along(part, axis, widths[axis][0], widths[axis][0] + array.shape(axis));
        for (int axis = 0; axis < ndim; axis++) {
            NDArray span = padded;
            for (int later = axis + 1; later < ndim; later++)
                span = along(span, later, widths[later][0], widths[later][0] + array.shape(later));
            extend(call, span, axis, widths[axis], array.shape(axis), mode);
        }
        return padded;
    }

    private static void extend(Call call, NDArray span, int axis, long[] width, long n, String mode) {
        NumPyCalls np = NumPyCalls.of(call);
        if (mode.equals("empty"))
            return;
        for (int side = 0; side < 2; side++) {
            for (long i = 0; i < width[side]; i++) {
                long to = side == 0 ? width[0] - 1 - i : width[0] + n + i;
                NDArray target = along(span, axis, to, to + 1);
                long from = source(mode, side, i, n, width[0]);
                if (from >= 0) {
                    Items.assign(along(span, axis, from, from + 1), target, call.memory());
                } else if (mode.equals("constant")) {
                    np.set(target, Values.Singleton.ELLIPSIS, option(call, "constant_values", axis, side));
                } else if (mode.equals("linear_ramp")) {
                    NDArray edge = along(span, axis, side == 0 ? width[0] : width[0] + n - 1, side == 0
                            ? width[0] + 1
                            : width[0] + n);
                    Object end = option(call, "end_values", axis, side);
                    double t = (i + 1.0) / width[side];
                    np.set(target, Values.Singleton.ELLIPSIS, np.method(np.array(np.op(edge, "+", np.op(np.op(end, "-",
                            edge), "*", t))), "astype", span.dtype().pythonName()));
                } else {
                    NDArray inner = along(span, axis, width[0], width[0] + n);
                    Object value = np.f(mode.equals("maximum") ? "max" : mode.equals("minimum") ? "min" : mode, inner,
                            key(
                                    "axis", (long) axis),
                            key("keepdims", true));
                    if (span.dtype().isInteger())
                        value = np.f("round", value);
                    np.set(target, Values.Singleton.ELLIPSIS, value);
                }
            }
        }
    }

    private static Object option(Call call, String name, int axis, int side) {
        if (!call.given(name))
            return 0L;
        NDArray given = call.array(name);
        NDArray pairs = given.broadcastTo(call.array("array").ndim(), 2);
        return new Scalar(pairs.at(axis, side));
    }

    /** Where the item i steps outside is taken from; -1 where the mode takes none. */
    private static long source(String mode, int side, long i, long n, long start) {
        return switch (mode) {
            case "edge" -> start + (side == 0 ? 0 : n - 1);
            case "wrap" -> start + Math.floorMod(side == 0 ? -1 - i : n + i, n);
            case "symmetric" -> {
                long at = Math.floorMod(side == 0 ? -1 - i : n + i, 2 * n);
                yield start + (at < n ? at : 2 * n - 1 - at);
            }
            case "reflect" -> {
                if (n == 1)
                    yield start;
                long at = Math.floorMod(side == 0 ? -1 - i : n + i, 2 * n - 2);
                yield start + (at < n ? at : 2 * n - 2 - at);
            }
            default -> -1;
        };
    }

    private static Object resize(Call call) {
        NumPyCalls np = NumPyCalls.of(call);
        NDArray a = np.a("ravel", call.array("a"));
        long[] shape = call.shape("new_shape");
        for (long length : shape)
            if (length < 0)
                throw ScriptError.value("all elements of `new_shape` must be non-negative");
        long size = Layout.cOrder(1, shape).size();
        if (a.size() == 0 || size == 0)
            return np.f("zeros", PyTuple.ofLongs(shape), new Values.DTypeValue(a.dtype()));
        List<Object> parts = new ArrayList<>();
        for (long at = 0; at < size; at += a.size())
            parts.add(a);
        if (parts.size() > call.interpreter().limits.items())
            throw new ScriptError("MemoryError", "too many repeats");
        NDArray joined = np.a("concatenate", new PyList(parts));
        return np.view(joined, NumPyCalls.cut(null, size)).reshape(call.memory(), shape);
    }

    private static Object insert(Call call) {
        NumPyCalls np = NumPyCalls.of(call);
        NDArray arr = call.array("arr");
        int axis;
        if (!call.has("axis")) {
            if (arr.ndim() != 1)
                arr = np.a("ravel", arr);
            axis = arr.ndim() - 1;
        } else {
            axis = Layout.normalizeAxis(call.axis("axis", 0), arr.ndim());
        }
        long n = arr.shape(axis);
        Object obj = call.get("obj");
        NDArray indices;
        if (obj instanceof Values.PySlice slice) {
            org.stridescope.array.Slice.Range range = Subscripting.slice(slice).over(n);
            indices = np.a("arange", range.start(), range.start() + range.length() * range.step(), range.step());
        } else {
            indices = np.array(obj);
            if (indices.dtype() == DType.BOOL)
                indices = np.a("flatnonzero", indices);
        }
        if (indices.ndim() > 1)
            throw ScriptError.value("index array argument obj to insert must be one dimensional or scalar");
        if (indices.size() == 0)
            indices = NDArray.zeros(call.memory(), DType.INT64, 0);
        NDArray values = np.a("array", call.array("values"), key("ndmin", (long) arr.ndim()), key("dtype",
                new Values.DTypeValue(arr.dtype())));
        boolean single = indices.size() == 1;
        long count = indices.size();
        if (single) {
            long at = np.a("ravel", indices).getLong(0);
            if (at < -n || at > n)
                throw ScriptError.index("index " + at + " is out of bounds for axis " + axis + " with size " + n);
            if (indices.ndim() == 0)
                values = np.a("moveaxis", values, 0L, (long) axis);
            count = values.shape(axis);
        }
        long[] shape = arr.shape();
        shape[axis] += count;
        NDArray result = arr.isFContiguous() && !arr.isCContiguous()
                ? NDArray.zerosF(call.memory(), arr.dtype(), shape)
                : NDArray.zeros(call.memory(), arr.dtype(), shape);
        if (single) {
            long at = np.a("ravel", indices).getLong(0);
            at = at < 0 ? at + n : at;
            Items.assign(along(arr, axis, 0L, at), along(result, axis, 0L, at), call.memory());
            Items.assign(values, along(result, axis, at, at + count), call.memory());
            Items.assign(along(arr, axis, at, null), along(result, axis, at + count, null), call.memory());
            return result;
        }
        NDArray places = Casting.to(indices, DType.INT64, call.memory());
        for (long i = 0; i < places.size(); i++) {
            long at = places.getLong(i);
            if (at < -n || at > n)
                throw ScriptError.index("index " + at + " is out of bounds for axis " + axis + " with size " + n);
            places.setLong(at < 0 ? at + n : at, i);
        }
        NDArray order = np.a("argsort", places, key("kind", "mergesort"));
        for (long i = 0; i < order.size(); i++) {
            long at = order.getLong(i);
            places.setLong(places.getLong(at) + i, at);
        }
        NDArray old = np.a("ones", shape[axis], "bool");
        np.set(old, places, false);
        List<Object> index = new ArrayList<>();
        for (int i = 0; i < axis; i++)
            index.add(NumPyCalls.cut(null, null));
        List<Object> other = new ArrayList<>(index);
        index.add(places);
        other.add(old);
        np.set(result, new PyTuple(index), values);
        np.set(result, new PyTuple(other), arr);
        return result;
    }

    private static int depth(Object arrays, NumPyCalls np) {
        if (!(arrays instanceof PyList list))
            return 0;
        if (list.items.isEmpty())
            throw ScriptError.value("List at arrays cannot be empty");
        return 1 + depth(list.items.getFirst(), np);
    }

    private static int most(Object arrays, NumPyCalls np) {
        if (!(arrays instanceof PyList list))
            return np.array(arrays).ndim();
        return list.items.stream().mapToInt(item -> most(item, np)).max().orElse(0);
    }

    private static NDArray block(Object arrays, int depth, int ndim, NumPyCalls np) {
        if (!(arrays instanceof PyList list))
            return np.a("array", arrays, key("ndmin", (long) ndim));
        List<Object> parts = new ArrayList<>();
        for (Object item : list.items)
            parts.add(block(item, depth - 1, ndim, np));
        return np.a("concatenate", new PyList(parts), key("axis", (long) -depth));
    }

    private static Object kron(Call call) {
        NumPyCalls np = NumPyCalls.of(call);
        NDArray a = call.array("a");
        NDArray b = call.array("b");
        if (a.ndim() == 0 || b.ndim() == 0)
            return np.f("multiply", a, b);
        int ndim = Math.max(a.ndim(), b.ndim());
        while (a.ndim() < ndim)
            a = a.newAxis(0);
        while (b.ndim() < ndim)
            b = b.newAxis(0);
        NDArray left = a;
        NDArray right = b;
        long[] shape = new long[ndim];
        for (int i = 0; i < ndim; i++) {
            left = left.newAxis(2 * i + 1);
            right = right.newAxis(2 * i);
            shape[i] = a.shape(i) * b.shape(i);
        }
        NDArray product = np.a("multiply", left, right);
        return product.reshape(call.memory(), shape);
    }
}
