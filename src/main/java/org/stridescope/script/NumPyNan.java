package org.stridescope.script;

import java.util.ArrayList;
import java.util.List;

import org.stridescope.array.DType;
import org.stridescope.array.NDArray;
import org.stridescope.script.Values.PyTuple;
import org.stridescope.script.Values.Singleton;
import org.stridescope.ufunc.Casting;

import static org.stridescope.script.NumPyCalls.key;

/** Reductions that leave NaN out: it is replaced by what changes nothing, and counted. */
final class NumPyNan {
    private NumPyNan() {}

    static void into(Names names) {
        String options = "axis=, dtype=, out=, keepdims=, initial=, where=)";
        names.function("nansum(a, " + options, call -> over(call, "sum", 0.0));
        names.function("nanprod(a, " + options, call -> over(call, "prod", 1.0));
        names.function("nancumsum(a, axis=, dtype=, out=)", call -> over(call, "cumsum", 0.0));
        names.function("nancumprod(a, axis=, dtype=, out=)", call -> over(call, "cumprod", 1.0));
        names.function("nanmax(a, axis=, out=, keepdims=, initial=, where=)", call -> extreme(call, "fmax"));
        names.function("nanmin(a, axis=, out=, keepdims=, initial=, where=)", call -> extreme(call, "fmin"));
        names.function("nanmean(a, axis=, dtype=, out=, keepdims=, where=)", NumPyNan::mean);
        names.function("nanvar(a, axis=, dtype=, out=, ddof=, keepdims=, where=)", NumPyNan::variance);
        names.function("nanstd(a, axis=, dtype=, out=, ddof=, keepdims=, where=)", call -> {
            NumPyCalls np = NumPyCalls.of(call);
            Object variance = variance(call);
            return variance instanceof NDArray array
                    ? np.f("sqrt", array, key("out", array))
                    : Arrays.unwrapped(np.a("sqrt", variance));
        });
        names.function("nanargmax(a, axis=, out=, *, keepdims=)",
                call -> place(call, "argmax", Double.NEGATIVE_INFINITY));
        names.function("nanargmin(a, axis=, out=, *, keepdims=)",
                call -> place(call, "argmin", Double.POSITIVE_INFINITY));
    }

    static boolean mayHoldNan(NDArray a) {
        return a.dtype().isFloat() || a.dtype().isComplex();
    }

    private static NDArray replaced(NDArray a, double by, NumPyCalls np) {
        if (!mayHoldNan(a))
            return a;
        NDArray copy = Casting.copy(a, a.dtype(), Casting.Order.K, np.in().memory());
        np.f("copyto", copy, by, key("where", np.f("isnan", a)));
        return copy;
    }

    private static Object[] options(Call call, Object first, String... parameters) {
        List<Object> arguments = new ArrayList<>(List.of(first));
        for (String parameter : parameters)
            if (call.given(parameter))
                arguments.add(key(parameter, call.get(parameter)));
        return arguments.toArray();
    }

    private static Object over(Call call, String name, double by) {
        NumPyCalls np = NumPyCalls.of(call);
        return np.f(name,
                options(call, replaced(call.array("a"), by, np), "axis", "dtype", "out", "keepdims", "initial",
                        "where"));
    }

    private static Object extreme(Call call, String name) {
        NumPyCalls np = NumPyCalls.of(call);
        Object[] arguments = options(call, call.array("a"), "axis", "out", "keepdims", "initial", "where");
        if (!call.given("axis")) {
            arguments = java.util.Arrays.copyOf(arguments, arguments.length + 1);
            arguments[arguments.length - 1] = key("axis", Singleton.NONE);
        }
        List<Object> positions = new ArrayList<>();
        java.util.Map<String, Object> named = new java.util.LinkedHashMap<>();
        for (Object argument : arguments) {
            if (argument instanceof NumPyCalls.Keyword keyword)
                named.put(keyword.name(), keyword.value());
            else
                positions.add(argument);
        }
        return np.in().call(
                Attributes.get(np.in().library.numpy(name) instanceof Object f ? f : name, "reduce", np.in()),
                positions, named);
    }

    private static Object mean(Call call) {
        NumPyCalls np = NumPyCalls.of(call);
        NDArray a = call.array("a");
        if (!mayHoldNan(a))
            return np.f("mean", options(call, a, "axis", "dtype", "out", "keepdims", "where"));
        Object kept = call.truth("keepdims", false);
        Object count = np.f("sum", np.f("logical_not", np.f("isnan", a)), key("axis", call.get("axis")), key("dtype",
                "int64"), key("keepdims", kept));
        Object sum = np.f("sum", options(call, replaced(a, 0, np), "axis", "dtype", "out", "keepdims"));
        return divided(sum, count, np);
    }

    /** In place for an array, so that its dtype stays; a scalar's dtype is kept too. */
    private static Object divided(Object sum, Object count, NumPyCalls np) {
        if (sum instanceof NDArray array)
            return np.f("divide", array, count, key("out", array), key("casting", "unsafe"));
        NDArray scalar = np.array(sum);
        return Arrays.unwrapped(Casting.to(np.a("divide", scalar, count), scalar.dtype(), np.in().memory()));
    }

    private static Object variance(Call call) {
        NumPyCalls np = NumPyCalls.of(call);
        NDArray a = call.array("a");
        if (!mayHoldNan(a))
            return np.f("var", options(call, a, "axis", "dtype", "out", "ddof", "keepdims"));
        NDArray zeroed = replaced(a, 0, np);
        NDArray nan = np.a("isnan", a);
        Object axis = call.get("axis");
        NDArray count = np.a("sum", np.f("logical_not", nan), key("axis", axis), key("dtype", "int64"), key("keepdims",
                true));
        NDArray mean = np.array(divided(np.f("sum", zeroed, key("axis", axis), key("keepdims", true)), count, np));
        np.f("subtract", zeroed, mean, key("out", zeroed), key("casting", "unsafe"));
        np.f("copyto", zeroed, 0L, key("where", nan));
        Object squares = a.dtype().isComplex()
                ? Attributes.get(np.f("multiply", zeroed, np.f("conjugate", zeroed)), "real", np.in())
                : np.f("multiply", zeroed, zeroed, key("out", zeroed));
        Object sum = np.f("sum", squares, key("axis", axis), key("keepdims", call.truth("keepdims", false)));
        Object free = count;
        if (np.array(sum).ndim() < count.ndim())
            free = np.f("reshape", count, PyTuple.ofLongs(np.array(sum).shape()));
        free = np.op(free, "-", call.given("ddof") ? call.get("ddof") : (Object) 0L);
        Object variance = divided(sum, free, np);
        NDArray none = np.ap(free, "<=", 0L);
        if (np.truth(np.f("any", none))) {
            NDArray result = np.array(variance);
            np.f("copyto", result, Double.NaN, key("where", none));
            return Arrays.unwrapped(result);
        }
        return variance;
    }

    private static Object place(Call call, String name, double by) {
        NumPyCalls np = NumPyCalls.of(call);
        NDArray a = call.array("a");
        if (mayHoldNan(a) && a.dtype() != DType.COMPLEX128) {
            Object all = np.f("all", np.f("isnan", a), key("axis", call.get("axis")));
            if (np.truth(np.f("any", all)))
                throw ScriptError.value("All-NaN slice encountered");
        }
        return np.f(name, options(call, replaced(a, by, np), "axis", "out", "keepdims"));
    }
}
