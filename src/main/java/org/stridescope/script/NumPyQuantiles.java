package org.stridescope.script;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.stridescope.array.Layout;
import org.stridescope.array.NDArray;
import org.stridescope.array.Views;
import org.stridescope.script.Values.PyTuple;
import org.stridescope.script.Values.Singleton;
import org.stridescope.ufunc.Casting;
import org.stridescope.ufunc.Sorting;

import static org.stridescope.script.NumPyCalls.key;

/** Quantiles, with and without NaN. Interpolation is NumPy's default, linear between the two nearest items. */
final class NumPyQuantiles {
    private NumPyQuantiles() {}

    static void into(Names names) {
        String options = ", axis=, out=, overwrite_input=, method=, keepdims=, *, interpolation=)";
        names.function("percentile(a, q" + options, call -> of(call, percent(call), false));
        names.function("quantile(a, q" + options, call -> of(call, fraction(call), false));
        names.function("nanpercentile(a, q" + options, call -> of(call, percent(call), true));
        names.function("nanquantile(a, q" + options, call -> of(call, fraction(call), true));
        names.function("nanmedian(a, axis=, out=, overwrite_input=, keepdims=)", NumPyQuantiles::nanMedian);
    }

    private static NDArray percent(Call call) {
        NDArray q = NumPyCalls.of(call).ap(call.array("q"), "/", 100L);
        return within(q, "Percentiles must be in the range [0, 100]");
    }

    private static NDArray fraction(Call call) {
        return within(call.array("q"), "Quantiles must be in the range [0, 1]");
    }

    private static NDArray within(NDArray q, String otherwise) {
        for (long i = 0; i < q.size(); i++) {
            double value = q.getDouble(unravel(i, q.shape()));
            if (!(value >= 0 && value <= 1))
                throw ScriptError.value(otherwise);
        }
        return q;
    }

    private static Object of(Call call, NDArray q, boolean ignoreNan) {
        if (call.has("method") && !call.text("method", "linear").equals("linear")) {
            throw ScriptError.value("method '" + call.text("method", "") + "' is not supported: 'linear' is");
        }
        NDArray a = call.array("a");
        int[] axes = call.axes("axis");
        NumPyCalls np = NumPyCalls.of(call);
        NDArray joined = together(a, axes, np);
        int axis = axes == null ? 0 : axes.length == 1 ? Layout.normalizeAxis(axes[0], a.ndim()) : joined.ndim() - 1;
        if (joined.ndim() == 0)
            joined = joined.newAxis(0);
        NDArray lines = Casting.copy(joined, joined.dtype(), Casting.Order.C, call.memory());
        Object result = ignoreNan && a.dtype().isFloat()
                ? eachWithoutNan(lines, q, axis, np)
                : quantile(lines, q, axis, np);
        return UfuncCalls.finish(call, np.array(kept(call, a, axes, np.array(result), np)));
    }

    /** All axes to be reduced as one: the only axis for None, the last for several, where it is for one. */
    static NDArray together(NDArray a, int @Nullable [] axes, NumPyCalls np) {
        if (axes == null)
            return np.a("ravel", a);
        if (axes.length == 1)
            return a;
        List<Object> order = new ArrayList<>();
        boolean[] over = over(a, axes);
        NDArray turned = a;
        int kept = 0;
        for (int i = 0; i < a.ndim(); i++)
            if (!over[i])
                turned = Views.swapAxes(turned, kept++, i);
        long[] shape = java.util.Arrays.copyOf(turned.shape(), kept + 1);
        shape[kept] = -1;
        for (long length : shape)
            order.add(length);
        return np.a("reshape", turned, new PyTuple(order));
    }

    private static boolean[] over(NDArray a, int @Nullable [] axes) {
        boolean[] over = new boolean[a.ndim()];
        if (axes == null)
            java.util.Arrays.fill(over, true);
        else
            for (int axis : axes) {
                int at = Layout.normalizeAxis(axis, a.ndim());
                if (over[at])
                    throw ScriptError.value("repeated axis");
                over[at] = true;
            }
        return over;
    }

    static Object kept(Call call, NDArray a, int @Nullable [] axes, NDArray result, NumPyCalls np) {
        if (!call.truth("keepdims", false))
            return result;
        boolean[] over = over(a, axes);
        List<Object> index = new ArrayList<>(List.of(Singleton.ELLIPSIS));
        for (boolean gone : over)
            index.add(gone ? Singleton.NONE : NumPyCalls.cut(null, null));
        return np.get(result, index.toArray());
    }

    /** Lines along {@code axis} are sorted in place. */
    private static Object quantile(NDArray lines, NDArray q, int axis, NumPyCalls np) {
        NDArray sorted = Views.moveAxis(lines, new int[]{axis}, new int[]{0});
        long n = sorted.shape(0);
        Sorting.sort(sorted, 0);
        Object places = np.op(n - 1, "*", q);
        if (np.array(places).dtype().isInteger())
            return np.f("take", sorted, places, key("axis", 0L));
        NDArray previous = np.a("floor", places);
        NDArray low = np.array(np.method(np.array(np.f("clip", previous, 0L, Math.max(0, n - 1))), "astype", "int64"));
        NDArray high = np.a("minimum", np.op(low, "+", 1L), Math.max(0, n - 1));
        if (n == 0)
            throw ScriptError.index("cannot do a non-empty take from an empty axes.");
        NDArray a = np.a("take", sorted, low, key("axis", 0L));
        NDArray b = np.a("take", sorted, high, key("axis", 0L));
        long[] shape = java.util.Arrays.copyOf(q.shape(), q.ndim() + sorted.ndim() - 1);
        java.util.Arrays.fill(shape, q.ndim(), shape.length, 1);
        NDArray t = np.ap(places, "-", previous).reshape(np.in().memory(), shape);
        NDArray result = between(a, b, t, np);
        if (sorted.dtype().isFloat()) {
            NDArray nan = np.a("isnan", sorted.at(n - 1));
            if (np.truth(np.f("any", nan))) {
                if (result.ndim() == 0)
                    return np.array(np.method(np.array(Double.NaN), "astype", sorted.dtype().pythonName()));
                np.set(result, PyTuple.of(Singleton.ELLIPSIS, nan), Double.NaN);
            }
        }
        return result;
    }

    /** From the nearer end, so that t = 1 gives b exactly. */
    private static NDArray between(NDArray a, NDArray b, NDArray t, NumPyCalls np) {
        Object difference = np.f("subtract", b, a);
        NDArray result = np.a("asanyarray", np.f("add", a, np.op(difference, "*", t)));
        np.f("subtract", b, np.op(difference, "*", np.op(1L, "-", t)), key("out", result), key("where",
                np.op(t, ">=", 0.5)));
        return result;
    }

    /** Line by line, as those may differ in length once NaN is left out. */
    private static Object eachWithoutNan(NDArray lines, NDArray q, int axis, NumPyCalls np) {
        NDArray last = Views.moveAxis(lines, new int[]{axis}, new int[]{lines.ndim() - 1});
        long[] outer = java.util.Arrays.copyOf(last.shape(), last.ndim() - 1);
        List<Object> results = new ArrayList<>();
        long count = Layout.cOrder(1, outer).size();
        for (long i = 0; i < count; i++) {
            NDArray line = outer.length == 0 ? last : last.at(unravel(i, outer));
            NDArray good = np.view(line, np.f("logical_not", np.f("isnan", line)));
            results.add(good.size() == 0
                    ? np.f("full", PyTuple.ofLongs(q.shape()), Double.NaN)
                    : quantile(good, q, 0, np));
        }
        if (outer.length == 0)
            return results.getFirst();
        NDArray stacked = np.a("stack", new Values.PyList(results));
        long[] shape = java.util.Arrays.copyOf(outer, outer.length + q.ndim());
        System.arraycopy(q.shape(), 0, shape, outer.length, q.ndim());
        NDArray shaped = stacked.reshape(np.in().memory(), shape);
        return q.ndim() == 0 ? shaped : np.f("moveaxis", shaped, (long) outer.length, 0L);
    }

    static long[] unravel(long flat, long... shape) {
        long[] index = new long[shape.length];
        long rest = flat;
        for (int axis = index.length - 1; axis >= 0; axis--) {
            index[axis] = rest % shape[axis];
            rest /= shape[axis];
        }
        return index;
    }

    private static Object nanMedian(Call call) {
        NDArray a = call.array("a");
        NumPyCalls np = NumPyCalls.of(call);
        if (!a.dtype().isFloat()) {
            return np.f("median", a, key("axis", call.get("axis")), key("keepdims", call.truth("keepdims", false)));
        }
        int[] axes = call.axes("axis");
        NDArray joined = together(a, axes, np);
        if (joined.ndim() == 0)
            joined = joined.newAxis(0);
        int axis = axes == null
                ? 0
                : axes.length == 1 ? Layout.normalizeAxis(axes[0], joined.ndim()) : joined.ndim() - 1;
        NDArray last = Views.moveAxis(joined, new int[]{axis}, new int[]{joined.ndim() - 1});
        long[] outer = java.util.Arrays.copyOf(last.shape(), last.ndim() - 1);
        NDArray result = NDArray.zeros(call.memory(), a.dtype(), outer);
        long count = result.size();
        for (long i = 0; i < count; i++) {
            long[] at = unravel(i, outer);
            NDArray line = last.at(at);
            NDArray good = np.view(line, np.f("logical_not", np.f("isnan", line)));
            double median = good.size() == 0 ? Double.NaN : Numbers.real(np.f("median", good));
            result.setDouble(median, at);
        }
        return UfuncCalls.finish(call, np.array(kept(call, a, axes, result, np)));
    }
}
