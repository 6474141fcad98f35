package org.stridescope.script;

import java.util.ArrayList;
import java.util.List;

import org.stridescope.array.ArrayMemory;
import org.stridescope.array.AxisOrder;
import org.stridescope.array.Broadcast;
import org.stridescope.array.DType;
import org.stridescope.array.Index;
import org.stridescope.array.Indexing;
import org.stridescope.array.Items;
import org.stridescope.array.Layout;
import org.stridescope.array.NDArray;
import org.stridescope.array.Slice;
import org.stridescope.script.Values.PyTuple;
import org.stridescope.ufunc.Casting;
import org.stridescope.ufunc.Elementwise;
import org.stridescope.ufunc.Promotion;
import org.stridescope.ufunc.Reduction;
import org.stridescope.ufunc.Sorting;
import org.stridescope.ufunc.Ufuncs;

/** Choosing, clipping, sorting, comparing. */
final class NumPySearching {
    private NumPySearching() {}

    static void into(Names names) {
        names.function("where(condition, x=, y=)", NumPySearching::where);
        names.function("clip(a, a_min, a_max, out=, *, dtype=)",
                call -> clip(call, call.array("a"), call.get("a_min"), call.get("a_max")));
        names.function("take(a, indices, axis=, out=, mode=)", call -> take(call, call.array("a")));
        names.function("compress(condition, a, axis=)", call -> {
            NDArray a = call.has("axis") && call.array("a").ndim() > 0
                    ? call.array("a")
                    : call.array("a").reshape(call.memory(), call.array("a").size());
            return chosen(a, call.array("condition"), call.axis("axis", 0), call);
        });
        names.function("nonzero(a)", call -> nonzero(call.array("a"), call));
        names.function("flatnonzero(a)",
                call -> ((PyTuple) nonzero(call.array("a").reshape(call.memory(), call.array("a").size()), call))
                        .items().getFirst());
        names.function("argwhere(a)", call -> argwhere(call));
        names.function("sort(a, axis=, kind=, order=)", NumPySearching::sort);
        names.function("argsort(a, axis=, kind=, order=)", call -> argsort(call, call.array("a")));
        names.function("unique(ar, return_index=, return_inverse=, return_counts=, axis=)", NumPyUnique::unique);
        names.function("isclose(a, b, rtol=, atol=, equal_nan=)", NumPySearching::isclose);
        names.function("allclose(a, b, rtol=, atol=, equal_nan=)", call -> {
            Object close = isclose(call);
            return close instanceof NDArray array ? Truth.of(all(array, call)) : call.interpreter().truth(close);
        });
        names.function("array_equal(a1, a2, equal_nan=)", call -> equal(call.array("a1"), call.array("a2"), call));
        names.function("array_equiv(a1, a2)", call -> {
            try {
                long[] shape = Broadcast.shape(call.array("a1").shape(), call.array("a2").shape());
                NDArray a = call.array("a1");
                NDArray b = call.array("a2");
                return equal(a.view(a.layout().broadcastTo(shape)), b.view(b.layout().broadcastTo(shape)), call);
            } catch (org.stridescope.array.ArrayError e) {
                return false;
            }
        });
        names.function("round(a, decimals=, out=)", call -> Rounding.round(call, call.array("a")));
        names.alias("around", "round").alias("round_", "round");
        names.function("searchsorted(a, v, side=, sorter=)", NumPyUnique::searchSorted);
        names.function("bincount(x, weights=, minlength=)", NumPyUnique::bincount);
        names.function("real(val)", call -> part(call, "real"));
        names.function("imag(val)", call -> part(call, "imag"));
        names.function("angle(z, deg=)",
                call -> Operators.ufunc(Ufuncs.get("angle"), null, call.interpreter(), call.array("z")));
        names.function("isscalar(element)",
                call -> Numbers.isNumber(call.get("element")) || call.get("element") instanceof String);
        names.function("nan_to_num(x, copy=, nan=, posinf=, neginf=)", NumPySearching::nanToNum);
        names.function("apply_along_axis(func1d, axis, arr)", NumPyUnique::applyAlongAxis);
        names.function("vectorize(pyfunc, otypes=, doc=, excluded=, cache=, signature=)", call -> {
            Object function = call.get("pyfunc");
            return new Values.Builtin(Signature.of("vectorized(*args)"),
                    inner -> NumPyUnique.mapped(function, ((PyTuple) inner.get("args")).items(), inner),
                    List.of(function));
        });
    }

    private static Object part(Call call, String name) {
        Object value = call.get("val");
        return Attributes.get(value instanceof Scalar ? value : call.array("val"), name, call.interpreter());
    }

    private static Object nanToNum(Call call) {
        NDArray x = call.array("x");
        NDArray to = call.truth("copy", true) ? Casting.copy(x, x.dtype(), Casting.Order.K, call.memory()) : x;
        if (to.dtype().isComplex()) {
            numbersOnly(call, org.stridescope.array.Views.part(to, false));
            numbersOnly(call, org.stridescope.array.Views.part(to, true));
        } else if (to.dtype().isFloat()) {
            numbersOnly(call, to);
        }
        return Arrays.unwrapped(to);
    }

    private static void numbersOnly(Call call, NDArray to) {
        double most = to.dtype() == DType.FLOAT16
                ? 65504
                : to.dtype() == DType.FLOAT32 ? Float.MAX_VALUE : Double.MAX_VALUE;
        NDArray nan = Elementwise.apply(Ufuncs.get("isnan"), call.memory(), to);
        NDArray infinite = Elementwise.apply(Ufuncs.get("isinf"), call.memory(), to);
        NDArray below = Elementwise.apply(Ufuncs.get("signbit"), call.memory(), to);
        NDArray least = Elementwise.apply(Ufuncs.LOGICAL_AND, call.memory(), infinite, below);
        replace(call, nan, call.number("nan", 0), to);
        replace(call, infinite, call.number("posinf", most), to);
        replace(call, least, call.number("neginf", -most), to);
    }

    private static void replace(Call call, NDArray mask, double value, NDArray to) {
        NDArray from = Casting.to(Arrays.real(value, call.memory()), to.dtype(), call.memory());
        Choice.write(mask, from.view(from.layout().broadcastTo(to.shape())), to, call.memory());
    }

    private static Object where(Call call) {
        NDArray condition = call.array("condition");
        if (!call.given("x") && !call.given("y"))
            return nonzero(condition, call);
        if (!call.given("x") || !call.given("y"))
            throw ScriptError.value("either both or neither of x and y should be given");
        NDArray x = call.array("x");
        NDArray y = call.array("y");
        return where(condition, x, y, Promotion.resultType(x, y), call.memory());
    }

    static NDArray where(NDArray condition, NDArray x, NDArray y, DType dtype, ArrayMemory memory) {
        NDArray truth = condition.dtype() == DType.BOOL
                ? condition
                : Elementwise.apply(Ufuncs.get("not_equal"), memory, condition,
                        NDArray.zeros(memory, condition.dtype()));
        long[] shape = Broadcast.shape(condition.shape(), x.shape(), y.shape());
        NDArray chosen = truth.view(truth.layout().broadcastTo(shape));
        NDArray left = x.view(x.layout().broadcastTo(shape));
        NDArray right = y.view(y.layout().broadcastTo(shape));
        NDArray result = NDArray.unfilled(memory, dtype,
                AxisOrder.keep(dtype.itemsize(), shape, chosen.layout(), left.layout(), right.layout()));
        if (result.size() == 0)
            return result;
        Items.assign(right, result, memory);
        Choice.write(chosen, left, result, memory);
        return result;
    }

    static Object clip(Call call, NDArray a, Object low, Object high) {
        if (low == Values.Singleton.NONE && high == Values.Singleton.NONE)
            throw ScriptError.value("One of max or min must be given");
        Interpreter in = call.interpreter();
        NDArray out = call.out();
        if (high == Values.Singleton.NONE)
            return Operators.ufunc(Ufuncs.MAXIMUM, out, in, a, low);
        if (low == Values.Singleton.NONE)
            return Operators.ufunc(Ufuncs.MINIMUM, out, in, a, high);
        NDArray least = Arrays.of(low, in.memory());
        NDArray most = Arrays.of(high, in.memory());
        DType dtype = Promotion.resultType(a, least, most);
        NDArray raised = Elementwise.apply(Ufuncs.MAXIMUM, in.memory(), null, dtype, a, least);
        NDArray cut = Elementwise.apply(Ufuncs.MINIMUM, in.memory(), out, dtype, raised, most);
        return out != null ? out : Arrays.unwrapped(cut);
    }

    static Object take(Call call, NDArray a) {
        NDArray from = call.has("axis") ? a : a.reshape(call.memory(), a.size());
        if (from.ndim() == 0)
            from = from.newAxis(0);
        String mode = call.text("mode", "raise");
        int axis = Layout.normalizeAxis(call.axis("axis", 0), from.ndim());
        NDArray indices = call.array("indices");
        if (indices.size() == 0 && !indices.dtype().isInteger())
            indices = Casting.to(indices, DType.INT64, call.memory());
        if (!indices.dtype().isInteger() && indices.dtype() != DType.BOOL) {
            throw NumPyTypes.cannotCast(indices, DType.INT64, "safe");
        }
        if (indices.dtype() == DType.BOOL)
            indices = Casting.to(indices, DType.INT64, call.memory());
        if (from.shape(axis) == 0 && indices.size() > 0)
            throw ScriptError.index("cannot do a non-empty take from an empty axes.");
        NumPyCalls np = NumPyCalls.of(call);
        // where no line stands before the axis, NumPy looks at no index
        boolean unseen = java.util.Arrays.stream(from.shape()).limit(axis).anyMatch(length -> length == 0);
        if (mode.equals("clip") || unseen)
            indices = np.a("clip", indices, 0L, from.shape(axis) - 1);
        else if (mode.equals("wrap"))
            indices = np.ap(Casting.to(indices, DType.INT64, call.memory()), "%", from.shape(axis));
        List<Index> index = new ArrayList<>();
        for (int i = 0; i < axis; i++)
            index.add(new Index.Range(Slice.ALL));
        index.add(new Index.Items(indices));
        NDArray taken = Indexing.get(from, index, call.memory());
        NDArray ordered = taken.isCContiguous()
                ? taken
                : Casting.copy(taken, taken.dtype(), Casting.Order.C, call.memory());
        return UfuncCalls.finish(call, Arrays.owned(ordered));
    }

    /** The items along an axis where the mask, which may be shorter, is true. */
    static NDArray chosen(NDArray a, NDArray mask, int axis, Call call) {
        if (mask.ndim() != 1)
            throw ScriptError.value("condition must be a 1-d array");
        List<Index> index = new ArrayList<>();
        int along = Layout.normalizeAxis(axis, a.ndim());
        NDArray places = (NDArray) ((PyTuple) nonzero(mask, call)).items().getFirst();
        if (a.shape(along) == 0 && places.size() > 0)
            throw ScriptError.index("cannot do a non-empty take from an empty axes.");
        for (int i = 0; i < along; i++)
            index.add(new Index.Range(Slice.ALL));
        index.add(new Index.Items(places));
        NDArray taken = Indexing.get(a, index, call.memory());
        return Arrays.owned(taken.isCContiguous()
                ? taken
                : Casting.copy(taken, taken.dtype(), Casting.Order.C, call.memory()));
    }

    static Object nonzero(NDArray array, Call call) {
        NDArray a = array.ndim() == 0 ? array.newAxis(0) : array;
        NDArray truth = Elementwise.apply(Ufuncs.get("not_equal"), call.memory(), a,
                NDArray.zeros(call.memory(), a.dtype()));
        NDArray grid = NumPyCreation.indexGrid(a.shape(), DType.INT64, call.memory());
        List<Object> found = new ArrayList<>();
        NDArray columns = null;
        for (int axis = 0; axis < a.ndim(); axis++) {
            NDArray hits = Indexing.get(grid.at(axis), List.of(new Index.Items(truth)), call.memory());
            if (columns == null)
                columns = NDArray.zeros(call.memory(), DType.INT64, hits.size(), a.ndim());
            Items.assign(hits, columns.view(columns.layout().at(1, axis)), call.memory());
            found.add(columns.view(columns.layout().at(1, axis)));
        }
        return new PyTuple(found);
    }

    private static Object argwhere(Call call) {
        PyTuple found = (PyTuple) nonzero(call.array("a"), call);
        if (call.array("a").ndim() == 0)
            return NDArray.zeros(call.memory(), DType.INT64, ((NDArray) found.items().getFirst()).size(), 1).slice(
                    Slice.ALL, Slice.of(0, 0));
        List<NDArray> rows = found.items().stream().map(NDArray.class::cast).toList();
        return org.stridescope.ufunc.Joining.stack(rows, 0, call.memory()).transpose();
    }

    private static Object sort(Call call) {
        NDArray a = call.array("a");
        boolean flat = call.given("axis") && !call.has("axis");
        NDArray copy = flat
                ? Casting.copy(a, a.dtype(), Casting.Order.C, call.memory()).reshape(call.memory(), a.size())
                : Casting.copy(a, a.dtype(), Casting.Order.K, call.memory());
        Sorting.sort(copy, call.axis("axis", -1));
        return Arrays.owned(copy);
    }

    static Object argsort(Call call, NDArray a) {
        boolean flat = call.given("axis") && !call.has("axis");
        String kind = call.text("kind", "quicksort");
        NDArray from = flat || a.ndim() == 0 ? a.reshape(call.memory(), a.size()) : a;
        return Sorting.argsort(from, call.axis("axis", -1), kind.equals("stable") || kind.equals("mergesort"),
                call.memory());
    }

    private static Object all(NDArray array, Call call) {
        return Arrays.unwrapped(Reduction.reduce(Ufuncs.LOGICAL_AND, array, null, false, null, null, call.memory()));
    }

    /** |a - b| <= atol + rtol * |b|, infinities equal only to themselves. */
    private static Object isclose(Call call) {
        Interpreter in = call.interpreter();
        NDArray a = call.array("a");
        NDArray b = call.array("b");
        NDArray y = b.dtype().isFloat() || b.dtype().isComplex()
                ? b
                : Casting.to(b, DType.FLOAT64, call.memory());
        Object distance = Operators.ufunc(Ufuncs.ABSOLUTE, null, in, Operators.ufunc(Ufuncs.SUBTRACT, null, in, a, y));
        Object size = Operators.ufunc(Ufuncs.ABSOLUTE, null, in, y);
        Object bound = Operators.binary("+", call.number("atol", 1e-8),
                Operators.binary("*", call.number("rtol", 1e-5), size, in), in);
        Object near = Operators.compare("<=", distance, bound, in);
        Object finite = Operators.binary("&", near, Operators.ufunc(Ufuncs.get("isfinite"), null, in, y), in);
        Object close = Operators.binary("|", finite, Operators.compare("==", a, y, in), in);
        if (!call.truth("equal_nan", false))
            return close;
        Object both = Operators.binary("&", Operators.ufunc(Ufuncs.get("isnan"), null, in, a),
                Operators.ufunc(Ufuncs.get("isnan"), null, in, y), in);
        return Operators.binary("|", close, both, in);
    }

    static boolean equal(NDArray a, NDArray b, Call call) {
        if (!java.util.Arrays.equals(a.shape(), b.shape()))
            return false;
        if (a.size() == 0)
            return true;
        NDArray same = Elementwise.apply(Ufuncs.get("equal"), call.memory(), a, b);
        if (call.truth("equal_nan", false) && a.dtype().isFloat() && b.dtype().isFloat()) {
            NDArray nan = Elementwise.apply(Ufuncs.get("isnan"), call.memory(), a);
            NDArray other = Elementwise.apply(Ufuncs.get("isnan"), call.memory(), b);
            NDArray both = Elementwise.apply(Ufuncs.LOGICAL_AND, call.memory(), nan, other);
            same = Elementwise.apply(Ufuncs.LOGICAL_OR, call.memory(), same, both);
        }
        return Truth.of(all(same, call));
    }

    /** To even at the half, as NumPy rounds: scaled by the power of ten. */
}
