package org.stridescope.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
import org.stridescope.ufunc.Joining;
import org.stridescope.ufunc.Sorting;
import org.stridescope.ufunc.Ufuncs;

/** Distinct items, places in sorted arrays, counts, and functions mapped over arrays. */
final class NumPyUnique {
    private NumPyUnique() {}

    static Object unique(Call call) {
        NDArray ar = call.array("ar");
        if (call.has("axis"))
            return NumPyPlaces.uniqueAlong(call, ar);
        NDArray flat = Casting.copy(ar, ar.dtype(), Casting.Order.C, call.memory()).reshape(call.memory(), ar.size());
        NDArray order = Sorting.argsort(flat, 0, true, call.memory());
        NDArray sorted = pick(flat, order, call);
        long n = sorted.size();
        NDArray first = NDArray.zeros(call.memory(), DType.BOOL, n);
        if (n > 0) {
            first.setLong(1, 0);
            NDArray next = sorted.slice(new Slice(1L, null, null));
            NDArray before = sorted.slice(new Slice(null, -1L, null));
            NDArray differs = Elementwise.apply(Ufuncs.get("not_equal"), call.memory(), next, before);
            if (sorted.dtype().isFloat()) {
                // NumPy counts all NaN as one
                NDArray bothNan = Elementwise.apply(Ufuncs.LOGICAL_AND, call.memory(),
                        Elementwise.apply(Ufuncs.get("isnan"), call.memory(), next),
                        Elementwise.apply(Ufuncs.get("isnan"), call.memory(), before));
                differs = Elementwise.apply(Ufuncs.get("greater"), call.memory(), differs, bothNan);
            }
            Items.assign(differs, first.slice(new Slice(1L, null, null)), call.memory());
        }
        List<Object> results = new ArrayList<>();
        results.add(pick(sorted, first, call));
        if (call.truth("return_index", false))
            results.add(pick(order, first, call));
        if (call.truth("return_inverse", false))
            results.add(inverse(first, order, call));
        if (call.truth("return_counts", false))
            results.add(counts(first, call));
        return results.size() == 1 ? results.getFirst() : new PyTuple(results);
    }

    private static NDArray pick(NDArray from, NDArray which, Call call) {
        return Indexing.get(from, List.of(new Index.Items(which)), call.memory());
    }

    private static NDArray inverse(NDArray first, NDArray order, Call call) {
        NDArray inverse = NDArray.zeros(call.memory(), DType.INT64, order.size());
        long group = -1;
        for (long i = 0; i < order.size(); i++) {
            group += first.getLong(i);
            inverse.setLong(group, order.getLong(i));
        }
        return inverse;
    }

    private static NDArray counts(NDArray first, Call call) {
        List<Long> counts = new ArrayList<>();
        for (long i = 0; i < first.size(); i++) {
            if (first.getLong(i) != 0)
                counts.add(1L);
            else
                counts.set(counts.size() - 1, counts.getLast() + 1);
        }
        return Arrays.wholes(call.memory(), counts.stream().mapToLong(Long::longValue).toArray());
    }

    static Object searchSorted(Call call) {
        NDArray a = call.array("a");
        if (call.has("sorter"))
            a = pick(a, call.array("sorter"), call);
        NDArray v = call.array("v");
        boolean right = call.text("side", "left").equals("right");
        NDArray result = NDArray.zeros(call.memory(), DType.INT64, v.size());
        NDArray flat = v.reshape(call.memory(), v.size());
        for (long i = 0; i < flat.size(); i++) {
            double wanted = flat.getDouble(i);
            long low = 0;
            long high = a.size();
            while (low < high) {
                long middle = (low + high) >>> 1;
                double item = a.getDouble(middle);
                if (right ? item <= wanted : item < wanted)
                    low = middle + 1;
                else
                    high = middle;
            }
            result.setLong(low, i);
        }
        return Arrays.unwrapped(Arrays.owned(result.reshape(call.memory(), v.shape())));
    }

    static Object bincount(Call call) {
        NDArray x = call.array("x");
        if (x.ndim() != 1)
            throw ScriptError.value("object too deep for desired array");
        if (x.dtype() != DType.BOOL && !org.stridescope.ufunc.Promotion.safely(x.dtype(), DType.INT64))
            throw NumPyTypes.cannotCast(x, DType.INT64, "safe");
        long most = -1;
        for (long i = 0; i < x.size(); i++) {
            if (x.getLong(i) < 0)
                throw ScriptError.value("'list' argument must have no negative elements");
            most = Math.max(most, x.getLong(i));
        }
        long n = Math.max(most + 1, call.whole("minlength", 0));
        NDArray counts = NDArray.zeros(call.memory(), call.has("weights") ? DType.FLOAT64 : DType.INT64, n);
        NDArray weights = call.has("weights") ? call.array("weights") : null;
        for (long i = 0; i < x.size(); i++) {
            long at = x.getLong(i);
            if (weights == null)
                counts.setLong(counts.getLong(at) + 1, at);
            else
                counts.setDouble(counts.getDouble(at) + weights.getDouble(i), at);
        }
        return counts;
    }

    static Object applyAlongAxis(Call call) {
        NDArray arr = call.array("arr");
        int axis = Layout.normalizeAxis(call.requiredAxis("axis", 0), arr.ndim());
        int[] from = {axis};
        NDArray lines = org.stridescope.array.Views.moveAxis(arr, from, new int[]{arr.ndim() - 1});
        long[] outer = java.util.Arrays.copyOf(lines.shape(), arr.ndim() - 1);
        for (long length : outer)
            if (length == 0)
                throw ScriptError.value("Cannot apply_along_axis when any iteration dimensions are 0");
        List<NDArray> results = new ArrayList<>();
        long n = Layout.cOrder(1, outer).size();
        for (long i = 0; i < n; i++) {
            NDArray line = lines;
            long rest = i;
            long[] index = new long[outer.length];
            for (int k = outer.length - 1; k >= 0; k--) {
                index[k] = rest % outer[k];
                rest /= outer[k];
            }
            Object result = call.interpreter().call(call.get("func1d"), List.of(line.at(index)), Map.of());
            results.add(Arrays.of(result, call.memory()));
        }
        NDArray stacked = Joining.stack(results, 0, call.memory());
        long[] shape = java.util.Arrays.copyOf(outer, outer.length + stacked.ndim() - 1);
        for (int k = 1; k < stacked.ndim(); k++)
            shape[outer.length + k - 1] = stacked.shape(k);
        NDArray shaped = stacked.reshape(call.memory(), shape);
        return stacked.ndim() == 1
                ? shaped
                : org.stridescope.array.Views.moveAxis(shaped, new int[]{-1}, new int[]{axis});
    }

    /** The function over the arrays' items, stretched to one shape. */
    static Object mapped(Object function, List<Object> arguments, Call call) {
        NumPyCalls np = NumPyCalls.of(call);
        List<Object> arrays = call.interpreter().items(np.f("broadcast_arrays", arguments.toArray()));
        NDArray first = np.array(arrays.getFirst());
        if (first.size() == 0)
            throw ScriptError.value("cannot call `vectorize` on size 0 inputs unless `otypes` is set");
        List<Object> results = new ArrayList<>();
        for (long i = 0; i < first.size(); i++) {
            long[] at = NumPyQuantiles.unravel(i, first.shape());
            List<Object> items = new ArrayList<>();
            for (Object array : arrays)
                items.add(Arrays.unwrapped(np.array(array).at(at)));
            results.add(call.interpreter().call(function, items, Map.of()));
        }
        NDArray flat = Arrays.of(new Values.PyList(results), call.memory());
        return Arrays.unwrapped(Arrays.owned(flat.reshape(call.memory(), first.shape())));
    }
}
