package org.stridescope.script;

import java.util.List;

import org.stridescope.array.DType;
import org.stridescope.array.Layout;
import org.stridescope.array.NDArray;
import org.stridescope.array.Slice;
import org.stridescope.ufunc.Accumulation;
import org.stridescope.ufunc.Elementwise;
import org.stridescope.ufunc.Extremes;
import org.stridescope.ufunc.Reduction;
import org.stridescope.ufunc.Statistics;
import org.stridescope.ufunc.Ufunc;
import org.stridescope.ufunc.Ufuncs;

/** Many items to fewer: sums, means, extremes, running sums. Each is a function of numpy and a method of arrays. */
final class NumPyReductions {
    private static final String OPTIONS = "axis=, dtype=, out=, keepdims=, initial=, where=)";

    private NumPyReductions() {}

    static void into(Names names) {
        names.function("sum(a, " + OPTIONS, call -> reduce(call, Ufuncs.ADD));
        names.function("prod(a, " + OPTIONS, call -> reduce(call, Ufuncs.MULTIPLY));
        names.function("max(a, axis=, out=, keepdims=, initial=, where=)", call -> reduce(call, Ufuncs.MAXIMUM));
        names.function("min(a, axis=, out=, keepdims=, initial=, where=)", call -> reduce(call, Ufuncs.MINIMUM));
        names.function("any(a, axis=, out=, keepdims=, where=)", call -> reduce(call, Ufuncs.LOGICAL_OR));
        names.function("all(a, axis=, out=, keepdims=, where=)", call -> reduce(call, Ufuncs.LOGICAL_AND));
        names.alias("amax", "max").alias("amin", "min").alias("product", "prod");
        names.function("mean(a, axis=, dtype=, out=, keepdims=, where=)",
                call -> UfuncCalls.finish(call, Masks.mean(call, call.array("a"))));
        names.function("average(a, axis=, weights=, returned=, *, keepdims=)", NumPyReductions::weighed);
        names.function("var(a, axis=, dtype=, out=, ddof=, keepdims=, where=)",
                call -> UfuncCalls.finish(call, Masks.variance(call, call.array("a"))));
        names.function("std(a, axis=, dtype=, out=, ddof=, keepdims=, where=)",
                call -> UfuncCalls.finish(call, Masks.deviation(call, call.array("a"))));
        names.function("ptp(a, axis=, out=, keepdims=)", call -> Operators.binary("-", reduce(call, Ufuncs.MAXIMUM),
                reduce(call, Ufuncs.MINIMUM), call.interpreter()));
        names.function("median(a, axis=, out=, overwrite_input=, keepdims=)", Median::of);
        names.function("argmax(a, axis=, out=, *, keepdims=)", call -> extreme(call, true));
        names.function("argmin(a, axis=, out=, *, keepdims=)", call -> extreme(call, false));
        names.function("cumsum(a, axis=, dtype=, out=)", call -> cumulate(call, Ufuncs.ADD));
        names.function("cumprod(a, axis=, dtype=, out=)", call -> cumulate(call, Ufuncs.MULTIPLY));
        names.function("diff(a, n=, axis=, prepend=, append=)", NumPyReductions::diff);
        names.function("count_nonzero(a, axis=, *, keepdims=)", NumPyReductions::countNonzero);
        names.function("trace(a, offset=, axis1=, axis2=, dtype=)", call -> {
            NDArray diagonal = org.stridescope.array.Views.diagonal(call.array("a"), call.whole("offset", 0),
                    call.axis("axis1", 0), call.axis("axis2", 1));
            return Arrays.unwrapped(Reduction.reduce(Ufuncs.ADD, diagonal, new int[]{-1}, false, call.dtype("dtype"),
                    null, call.memory()));
        });
    }

    private static Object reduce(Call call, Ufunc ufunc) {
        NDArray initial = call.has("initial") ? call.array("initial") : null;
        NDArray a = Masks.filled(call, ufunc, call.array("a"), initial);
        return UfuncCalls.finish(call, ufunc, Reduction.reduce(ufunc, a, call.axes("axis"),
                call.truth("keepdims", false), call.dtype("dtype"), initial, call.memory()));
    }

    /** What is put before and behind; a number stands for one along the axis. */
    private static NDArray extended(Call call, NDArray a, int axis) {
        if (!call.has("prepend") && !call.has("append"))
            return a;
        NumPyCalls np = NumPyCalls.of(call);
        List<Object> parts = new java.util.ArrayList<>();
        for (String name : new String[]{"prepend", "a", "append"}) {
            if (!call.has(name))
                continue;
            NDArray part = name.equals("a") ? a : call.array(name);
            long[] shape = a.shape();
            shape[axis] = 1;
            parts.add(part.ndim() == 0 ? np.f("broadcast_to", part, Values.PyTuple.ofLongs(shape)) : part);
        }
        return np.a("concatenate", new Values.PyList(parts), NumPyCalls.key("axis", (long) axis));
    }

    private static Object weighed(Call call) {
        Object average = average(call);
        if (!call.truth("returned", false))
            return average;
        NumPyCalls np = NumPyCalls.of(call);
        NDArray a = call.array("a");
        Object weights = call.has("weights") ? call.get("weights") : np.f("ones_like", a);
        Object sum = np.f("sum", np.f("broadcast_to", weights, Values.PyTuple.ofLongs(a.shape())),
                NumPyCalls.key("axis",
                        call.get("axis")));
        return Values.PyTuple.of(average, np.op(sum, "*", 1.0));
    }

    private static Object average(Call call) {
        NDArray a = call.array("a");
        if (!call.has("weights"))
            return Arrays.unwrapped(Statistics.mean(a, call.axes("axis"), false, null, call.memory()));
        Interpreter in = call.interpreter();
        NDArray weights = call.array("weights");
        if (weights.ndim() == 1 && a.ndim() > 1 && call.has("axis")) {
            int axis = Layout.normalizeAxis(call.axis("axis", 0), a.ndim());
            for (int i = axis + 1; i < a.ndim(); i++)
                weights = weights.newAxis(weights.ndim());
        }
        NDArray weighted = (NDArray) Operators.binary("*", a, weights, in);
        NDArray stretched = weights.view(weights.layout().broadcastTo(a.shape()));
        NDArray sum = Reduction.reduce(Ufuncs.ADD, weighted, call.axes("axis"), false, null, null, call.memory());
        NDArray total = Reduction.reduce(Ufuncs.ADD, stretched, call.axes("axis"), false, null, null, call.memory());
        return Operators.ufunc(Ufuncs.DIVIDE, null, in, sum, total);
    }

    private static Object extreme(Call call, boolean largest) {
        NDArray a = call.array("a");
        NDArray from = call.has("axis") ? a : a.reshape(call.memory(), a.size());
        if (from.ndim() == 0)
            from = from.newAxis(0);
        NDArray found = Extremes.where(from, call.axis("axis", 0), largest, call.memory());
        if (call.truth("keepdims", false)) {
            NDArray kept = found;
            if (call.has("axis"))
                kept = found.newAxis(Layout.normalizeAxis(call.axis("axis", 0), a.ndim()));
            for (int i = 0; i < a.ndim() && !call.has("axis"); i++)
                kept = kept.newAxis(0);
            return Arrays.unwrapped(NDArray.over(found.buffer(), found.dtype(), kept.layout()));
        }
        return UfuncCalls.finish(call, found);
    }

    private static Object cumulate(Call call, Ufunc ufunc) {
        NDArray a = call.array("a");
        NDArray from = call.has("axis") && a.ndim() > 0 ? a : a.reshape(call.memory(), a.size());
        return UfuncCalls.running(call,
                Accumulation.accumulate(ufunc, from, call.axis("axis", 0), call.dtype("dtype"), call.memory()));
    }

    private static Object diff(Call call) {
        NDArray a = call.array("a");
        if (call.whole("n", 1) == 0)
            return a;
        if (a.ndim() == 0)
            throw ScriptError.value("diff requires input that is at least one dimensional");
        long n = call.whole("n", 1);
        if (n < 0)
            throw ScriptError.value("order must be non-negative but got " + n);
        int axis = Layout.normalizeAxis(call.requiredAxis("axis", -1), a.ndim());
        a = extended(call, a, axis);
        Ufunc minus = a.dtype() == DType.BOOL ? Ufuncs.get("not_equal") : Ufuncs.SUBTRACT;
        for (long i = 0; i < n && a.shape(axis) > 0; i++) {
            NDArray next = a.view(a.layout().slice(axis, new Slice(1L, null, null)));
            NDArray before = a.view(a.layout().slice(axis, new Slice(null, -1L, null)));
            a = Elementwise.apply(minus, call.memory(), next, before);
        }
        return a;
    }

    private static Object countNonzero(Call call) {
        NDArray a = call.array("a");
        NDArray truth = Elementwise.apply(Ufuncs.get("not_equal"), call.memory(), a,
                NDArray.zeros(call.memory(), a.dtype()));
        NDArray count = Reduction.reduce(Ufuncs.ADD, truth, call.axes("axis"), call.truth("keepdims", false),
                DType.INT64, null, call.memory());
        return call.has("axis") || call.truth("keepdims", false)
                ? Arrays.unwrapped(count)
                : (Object) count.longAt(count.layout().offset());
    }
}
