package org.stridescope.script;

import org.stridescope.array.DType;
import org.stridescope.array.Layout;
import org.stridescope.array.NDArray;
import org.stridescope.script.Values.PyTuple;
import org.stridescope.ufunc.Promotion;
import org.stridescope.ufunc.Ufuncs;

/** Numbers at even steps, or even ratios. */
final class NumPyRanges {
    private NumPyRanges() {}

    static void into(Names names) {
        names.function("arange(start=, stop=, step=, dtype=, *, like=)", NumPyRanges::arange);
        names.function("linspace(start, stop, num=, endpoint=, retstep=, dtype=, axis=)", NumPyRanges::linspace);
        names.function("logspace(start, stop, num=, endpoint=, base=, dtype=)", call -> {
            NDArray exponents = spaced(call, call.number("start", 0), call.number("stop", 0));
            return Operators.ufunc(Ufuncs.get("power"), null, call.interpreter(), call.number("base", 10), exponents);
        });
        names.function("geomspace(start, stop, num=, endpoint=, dtype=)", call -> {
            if (call.number("start", 0) == 0 || call.number("stop", 0) == 0)
                throw ScriptError.value("Geometric sequence cannot include zero");
            if (call.number("start", 0) < 0 && call.number("stop", 0) < 0) {
                NDArray below = spaced(call, Math.log10(-call.number("start", 0)), Math.log10(-call.number("stop", 0)));
                NumPyCalls np = NumPyCalls.of(call);
                return np.f("negative", np.op(10.0, "**", below));
            }
            NDArray logs = spaced(call, Math.log10(call.number("start", 0)), Math.log10(call.number("stop", 0)));
            return Operators.ufunc(Ufuncs.get("power"), null, call.interpreter(), 10.0, logs);
        });
    }

    private static Object arange(Call call) {
        if (!call.has("start") && !call.has("stop"))
            throw ScriptError.type("arange() requires stop to be specified.");
        Object start = call.has("stop") ? call.has("start") ? call.get("start") : (Object) 0L : (Object) 0L;
        Object stop = call.has("stop") ? call.get("stop") : call.get("start");
        Object step = call.has("step") ? call.get("step") : (Object) 1L;
        NDArray[] parts = {Arrays.of(start, call.memory()), Arrays.of(stop, call.memory()),
                Arrays.of(step, call.memory())};
        DType dtype = call.dtype("dtype",
                call.has("step") || call.has("stop") ? Promotion.resultType(parts) : parts[1].dtype());
        if (dtype == DType.BOOL && !call.has("dtype"))
            dtype = DType.INT64;
        double first = Numbers.real(start);
        double by = Numbers.real(step);
        if (by == 0)
            throw new ScriptError("ZeroDivisionError", "division by zero");
        double length = Math.ceil((Numbers.real(stop) - first) / by);
        if (Double.isNaN(length))
            throw ScriptError.value("arange: cannot compute length");
        if (length > 1e18)
            throw ScriptError.value("Maximum allowed size exceeded");
        long n = (long) Math.max(0, length);
        boolean whole = start instanceof Long && step instanceof Long;
        if (dtype == DType.BOOL && n > 2)
            throw ScriptError.type("arange() is only supported for booleans when the result has at most length 2.");
        NDArray array = NDArray.unfilled(call.memory(), dtype, Layout.cOrder(dtype.itemsize(), n));
        if (whole && dtype.isInteger())
            Ramp.whole(array, (Long) start, (Long) step);
        else
            Ramp.real(array, first, second(first, by, dtype) - (dtype.isInteger() ? (long) first : first));
        return array;
    }

    /** NumPy takes the step from the first two items, as the dtype holds them. */
    private static double second(double first, double step, DType dtype) {
        double next = first + step;
        return dtype.isInteger() ? (long) next : dtype == DType.FLOAT32 ? (float) next : next;
    }

    private static NDArray spaced(Call call, double start, double stop) {
        long num = call.whole("num", 50);
        if (num < 0)
            throw ScriptError.value("Number of samples, " + num + ", must be non-negative.");
        boolean endpoint = call.truth("endpoint", true);
        NDArray array = NDArray.unfilled(call.memory(), DType.FLOAT64, Layout.cOrder(8, num));
        double step = (stop - start) / (endpoint ? num - 1 : num);
        Ramp.spaced(array, start, stop, step, endpoint);
        return array;
    }

    private static Object linspace(Call call) {
        NDArray from = call.array("start");
        NDArray to = call.array("stop");
        DType dtype = call.dtype("dtype");
        long num = call.whole("num", 50);
        if (from.ndim() == 0 && to.ndim() == 0 && !from.dtype().isComplex() && !to.dtype().isComplex()) {
            double start = call.number("start", 0);
            double stop = call.number("stop", 0);
            NDArray array = spaced(call, start, stop);
            if (dtype != null && dtype.isInteger())
                array = (NDArray) Operators.ufunc(Ufuncs.get("floor"), null, call.interpreter(), array);
            NDArray result = NumPyCreation.cast(call, array, dtype);
            // NumPy answers a view of the ramp that it scaled in place
            if (result == array && (num > 1 || num == 1 && !call.truth("endpoint", true)))
                result = array.view(array.layout());
            double step = (stop - start) / (call.truth("endpoint", true) ? num - 1 : num);
            return call.truth("retstep", false) ? PyTuple.of(result, step) : result;
        }
        long parts = call.truth("endpoint", true) ? num - 1 : num;
        NDArray steps = NDArray.unfilled(call.memory(), DType.FLOAT64, Layout.cOrder(8, num));
        Ramp.real(steps, 0, 1);
        NDArray column = steps;
        for (int i = 0; i < Math.max(from.ndim(), to.ndim()); i++)
            column = column.newAxis(1);
        Interpreter in = call.interpreter();
        Object delta = Operators.binary("/", Operators.binary("-", to, from, in), (double) Math.max(1, parts), in);
        return NumPyCreation.cast(call,
                (NDArray) Operators.binary("+", Operators.binary("*", column, delta, in), from, in), dtype);
    }
}
