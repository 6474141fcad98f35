package org.stridescope.script;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.stridescope.array.DType;
import org.stridescope.array.Layout;
import org.stridescope.array.NDArray;
import org.stridescope.script.Values.PyTuple;
import org.stridescope.script.Values.Singleton;
import org.stridescope.ufunc.Casting;
import org.stridescope.ufunc.random.Distributions;
import org.stridescope.ufunc.random.Draws;

/** The methods of random generators. A call carries its generator as the argument {@link #SELF}. */
final class RandomMethods {
    private static final String SELF = "self";

    private RandomMethods() {}

    /** The call with its generator. */
    static Call by(RandomSource source, Call call) {
        Map<String, Object> named = new LinkedHashMap<>(call.named());
        named.put(SELF, source);
        return new Call(call.interpreter(), call.name(), named);
    }

    static RandomSource source(Call call) {
        if (call.get(SELF) instanceof RandomSource source)
            return source;
        throw new IllegalStateException("no generator");
    }

    private static Draws draws(Call call) {
        return source(call).draws();
    }

    /** Methods of {@code Generator}. */
    static Names newer() {
        Names names = new Names();
        names.function("random(size=, dtype=, out=)", RandomMethods::uniform);
        names.function("integers(low, high=, size=, dtype=, endpoint=)", RandomMethods::integers);
        names.function("standard_normal(size=, dtype=, out=)", RandomMethods::standardNormal);
        names.function("choice(a, size=, replace=, p=, axis=, shuffle=)", RandomChoice::of);
        names.function("permuted(x, *, axis=, out=)", call -> {
            throw ScriptError.value("permuted is not supported: use permutation");
        });
        distributions(names);
        return names;
    }

    /** Methods of {@code RandomState}, which are functions of the module too. */
    static Names older() {
        Names names = new Names();
        names.function("random_sample(size=)", RandomMethods::uniform);
        names.alias("random", "random_sample").alias("ranf", "random_sample").alias("sample", "random_sample");
        names.function("rand(*d)", call -> uniform(withSize(call)));
        names.function("randn(*d)", call -> standardNormal(withSize(call)));
        names.function("randint(low, high=, size=, dtype=)", RandomMethods::integers);
        names.function("standard_normal(size=)", RandomMethods::standardNormal);
        names.function("choice(a, size=, replace=, p=)", RandomChoice::of);
        distributions(names);
        return names;
    }

    private static Call withSize(Call call) {
        Map<String, Object> named = new LinkedHashMap<>(call.named());
        if (call.get("d") instanceof PyTuple tuple && !tuple.items().isEmpty())
            named.put("size", tuple);
        return new Call(call.interpreter(), call.name(), named);
    }

    private static void distributions(Names names) {
        drawn(names, "uniform(low=, high=, size=)", List.of(0.0, 1.0), (d, p) -> p[0] + (p[1] - p[0]) * d.uniform());
        drawn(names, "normal(loc=, scale=, size=)", List.of(0.0, 1.0), (d, p) -> p[0] + nonNegative("scale", p[1]) * d
                .normal());
        drawn(names, "lognormal(mean=, sigma=, size=)", List.of(0.0, 1.0),
                (d, p) -> Math.exp(p[0] + nonNegative("sigma",
                        p[1]) * d.normal()));
        drawn(names, "exponential(scale=, size=)", List.of(1.0),
                (d, p) -> nonNegative("scale", p[0]) * d.exponential());
        drawn(names, "standard_exponential(size=)", List.of(), (d, p) -> d.exponential());
        drawn(names, "gamma(shape, scale=, size=)", List.of(Singleton.NONE, 1.0),
                (d, p) -> nonNegative("scale", p[1]) * d
                        .gamma(nonNegative("shape", p[0])));
        drawn(names, "standard_gamma(shape, size=)", List.of(Singleton.NONE), (d, p) -> d.gamma(nonNegative("shape",
                p[0])));
        drawn(names, "beta(a, b, size=)", List.of(Singleton.NONE, Singleton.NONE), (d, p) -> d.beta(positive("a", p[0]),
                positive("b", p[1])));
        drawn(names, "chisquare(df, size=)", List.of(Singleton.NONE), (d, p) -> 2 * d.gamma(positive("df", p[0]) / 2));
        drawn(names, "laplace(loc=, scale=, size=)", List.of(0.0, 1.0), (d, p) -> d.laplace(p[0], p[1]));
        drawn(names, "logistic(loc=, scale=, size=)", List.of(0.0, 1.0), (d, p) -> d.logistic(p[0], p[1]));
        drawn(names, "gumbel(loc=, scale=, size=)", List.of(0.0, 1.0), (d, p) -> d.gumbel(p[0], p[1]));
        drawn(names, "weibull(a, size=)", List.of(Singleton.NONE), (d, p) -> Math.pow(d.exponential(), 1 / p[0]));
        drawn(names, "pareto(a, size=)", List.of(Singleton.NONE), (d, p) -> Math.expm1(d.exponential() / positive("a",
                p[0])));
        drawn(names, "rayleigh(scale=, size=)", List.of(1.0), (d, p) -> p[0] * Math.sqrt(2 * d.exponential()));
        drawn(names, "triangular(left, mode, right, size=)", List.of(Singleton.NONE, Singleton.NONE, Singleton.NONE),
                (d, p) -> d.triangular(p[0], p[1], p[2]));
        counted(names, "poisson(lam=, size=)", List.of(1.0), (d, p) -> {
            if (!(p[0] >= 0))
                throw ScriptError.value("lam < 0 or lam contains NaNs");
            return d.poisson(p[0]);
        });
        counted(names, "binomial(n, p, size=)", List.of(Singleton.NONE, Singleton.NONE), RandomMethods::binomial);
        counted(names, "geometric(p, size=)", List.of(Singleton.NONE), (d, p) -> {
            if (!(p[0] > 0 && p[0] <= 1))
                throw ScriptError.value("p <= 0, p > 1 or p contains NaNs");
            return d.geometric(p[0]);
        });
        names.function("permutation(x, axis=)", RandomMethods::permutation);
        names.function("shuffle(x, axis=)", RandomMethods::shuffle);
        names.function("bytes(length)", call -> {
            throw ScriptError.type("byte strings are not supported in these scripts");
        });
    }

    private static double binomial(Distributions d, double... p) {
        if (p[0] < 0)
            throw ScriptError.value("n < 0");
        if (!(p[1] >= 0 && p[1] <= 1))
            throw ScriptError.value("p < 0, p > 1 or p is NaN");
        if (Math.min(p[1], 1 - p[1]) * p[0] > 30)
            throw ScriptError.value("binomial with a mean above 30 is not supported: sum draws of smaller ones");
        return d.binomial((long) p[0], p[1]);
    }

    private static double nonNegative(String name, double value) {
        if (!(value >= 0) || 1 / value < 0)
            throw ScriptError.value(name + " < 0");
        return value;
    }

    private static double positive(String name, double value) {
        if (!(value > 0))
            throw ScriptError.value(name + " <= 0");
        return value;
    }

    /** One number, from the distribution's parameters. */
    private interface Draw {
        double from(Distributions distributions, double... parameters);
    }

    private static void drawn(Names names, String signature, List<Object> otherwise, Draw draw) {
        names.function(signature, call -> many(call, signature, otherwise, draw, DType.FLOAT64));
    }

    private static void counted(Names names, String signature, List<Object> otherwise, Draw draw) {
        names.function(signature, call -> many(call, signature, otherwise, draw, DType.INT64));
    }

    /** Parameters that are arrays are stretched to the answer's shape, and drawn with one by one in C order. */
    private static Object many(Call call, String signature, List<Object> otherwise, Draw draw, DType dtype) {
        String[] names = signature.substring(signature.indexOf('(') + 1).split("[=,) ]+");
        int n = otherwise.size();
        NDArray[] parameters = new NDArray[n];
        long[][] shapes = new long[n][];
        boolean arrays = false;
        for (int i = 0; i < n; i++) {
            Object given = call.given(names[i]) ? call.get(names[i]) : otherwise.get(i);
            parameters[i] = Arrays.of(given, call.memory());
            shapes[i] = parameters[i].shape();
            arrays |= shapes[i].length > 0;
        }
        Distributions distributions = draws(call).distributions();
        double[] values = new double[n];
        for (int i = 0; i < n && !arrays; i++)
            values[i] = parameters[i].getDouble();
        if (!call.has("size") && !arrays) {
            double value = draw.from(distributions, values);
            return dtype == DType.INT64 ? (Object) (long) value : (Object) value;
        }
        long[] shape = call.has("size") ? call.shape("size") : org.stridescope.array.Broadcast.shape(shapes);
        NDArray result = NDArray.zeros(call.memory(), dtype, shape);
        NDArray flat = result.view(Layout.of(new long[]{result.size()}, new long[]{8}, 0));
        for (int i = 0; i < n && arrays; i++)
            parameters[i] = parameters[i].broadcastTo(shape);
        for (long i = 0; i < flat.size(); i++) {
            if ((i & 0xffff) == 0)
                org.stridescope.array.NestedLoop.listen();
            for (int k = 0; k < n && arrays; k++)
                values[k] = parameters[k].getDouble(NumPyQuantiles.unravel(i, shape));
            double value = draw.from(distributions, values);
            if (dtype == DType.INT64)
                flat.setLong((long) value, i);
            else
                flat.setDouble(value, i);
        }
        return Arrays.unwrapped(result);
    }

    private static Object uniform(Call call) {
        NDArray out = call.out();
        DType dtype = out != null ? out.dtype() : call.dtype("dtype", DType.FLOAT64);
        if (!call.has("size") && out == null && dtype == DType.FLOAT64)
            return draws(call).next();
        NDArray array = out != null ? out : made(call, dtype);
        draws(call).uniform(array, 0, 1);
        return Arrays.unwrapped(array);
    }

    private static NDArray made(Call call, DType dtype) {
        return NDArray.zeros(call.memory(), dtype, call.has("size") ? call.shape("size") : new long[0]);
    }

    private static Object standardNormal(Call call) {
        NDArray out = call.out();
        if (call.dtype("dtype", DType.FLOAT64) != DType.FLOAT64)
            throw ScriptError.type("standard_normal draws float64 here: cast it by astype");
        if (!call.has("size") && out == null)
            return draws(call).normal();
        NDArray array = out != null ? out : made(call, DType.FLOAT64);
        draws(call).normal(array, 0, 1);
        return Arrays.unwrapped(array);
    }

    private static Object integers(Call call) {
        boolean legacy = source(call).legacy();
        long low = call.has("high") ? whole(call, "low") : 0;
        long high = call.has("high") ? whole(call, "high") : whole(call, "low");
        long last = call.truth("endpoint", false) ? high : high - 1;
        if (last < low)
            throw ScriptError.value("low >= high");
        DType dtype = call.dtype("dtype", DType.INT64);
        NDArray array = made(call, dtype);
        draws(call).integers(array, low, last);
        if (legacy && !call.has("size") && !call.has("dtype"))
            return array.getLong();
        return Arrays.unwrapped(array);
    }

    private static long whole(Call call, String name) {
        Object value = call.get(name);
        return value instanceof Double real ? (long) Math.floor(real) : Numbers.index(value);
    }

    private static Object permutation(Call call) {
        Object x = call.get("x");
        NDArray from = Numbers.isNumber(x) ? range(call, Numbers.index(x)) : call.array("x");
        int axis = Layout.normalizeAxis(call.axis("axis", 0), from.ndim());
        if (from.ndim() == 1) {
            NDArray copy = Casting.copy(from, from.dtype(), Casting.Order.C, call.memory());
            draws(call).shuffle(copy, call.memory());
            return copy;
        }
        NDArray order = range(call, from.shape(axis));
        draws(call).shuffle(order, call.memory());
        return NumPyCalls.of(call).f("take", from, order, NumPyCalls.key("axis", (long) axis));
    }

    private static Object shuffle(Call call) {
        if (call.get("x") instanceof Values.PyList list) {
            for (int i = list.items.size() - 1; i > 0; i--)
                java.util.Collections.swap(list.items, i, (int) draws(call).bits().masked(i));
            return Singleton.NONE;
        }
        if (!(call.get("x") instanceof NDArray array))
            throw ScriptError.type("only arrays and lists can be shuffled here");
        if (!array.isWriteable())
            throw ScriptError.value("array is read-only");
        int axis = Layout.normalizeAxis(call.axis("axis", 0), array.ndim());
        draws(call).shuffle(org.stridescope.array.Views.swapAxes(array, 0, axis), call.memory());
        call.interpreter().wrote(array);
        return Singleton.NONE;
    }

    static NDArray range(Call call, long n) {
        NDArray array = NDArray.zeros(call.memory(), DType.INT64, n);
        Ramp.whole(array, 0, 1);
        return array;
    }
}
