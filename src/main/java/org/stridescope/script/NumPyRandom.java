package org.stridescope.script;

import java.math.BigInteger;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

import org.jspecify.annotations.Nullable;

import org.stridescope.array.DType;
import org.stridescope.array.NDArray;
import org.stridescope.script.Values.Builtin;
import org.stridescope.script.Values.Custom;
import org.stridescope.script.Values.Module;
import org.stridescope.script.Values.Singleton;
import org.stridescope.ufunc.random.Draws;
import org.stridescope.ufunc.random.Pcg64;

/** {@code np.random.default_rng(seed)}, bit for bit; and the older functions on a generator of their own. */
final class NumPyRandom {
    private NumPyRandom() {}

    static Module module() {
        Names names = new Names();
        names.function("default_rng(seed=)",
                call -> call.get("seed") instanceof Generator same
                        ? same
                        : new Generator(new Draws(new Pcg64(seed(call)))));
        Generator[] shared = {new Generator(
                new Draws(new Pcg64(List.of(BigInteger.valueOf(ThreadLocalRandom.current().nextLong() >>> 1)))))};
        names.function("seed(seed=)", call -> {
            shared[0] = new Generator(new Draws(new Pcg64(seed(call))));
            return Singleton.NONE;
        });
        names.function("random(size=)", call -> uniform(shared[0].draws, call, 0, 1));
        names.alias("random_sample", "random").alias("ranf", "random");
        names.function("rand(*d)",
                call -> fill(shared[0].draws, call, ((Values.PyTuple) call.get("d")).items().isEmpty()
                        ? null
                        : Numbers.shape(call.get("d"), call.interpreter()), false));
        names.function("randn(*d)",
                call -> fill(shared[0].draws, call, ((Values.PyTuple) call.get("d")).items().isEmpty()
                        ? null
                        : Numbers.shape(call.get("d"), call.interpreter()), true));
        for (String method : List.of("uniform", "normal", "standard_normal", "permutation", "shuffle", "choice")) {
            names.value(method, forward(method, shared));
        }
        names.function("randint(low, high=, size=, dtype=)", call -> integers(shared[0].draws, call));
        return names.module("numpy.random");
    }

    private static Builtin forward(String method, Generator[] shared) {
        if (!(Generator.METHODS.map().get(method) instanceof Builtin of))
            throw new IllegalArgumentException(method);
        return new Builtin(of.signature(), call -> Generator.with(shared[0], of, call));
    }

    private static List<BigInteger> seed(Call call) {
        if (!call.has("seed"))
            return List.of(BigInteger.valueOf(ThreadLocalRandom.current().nextLong() >>> 1));
        Object seed = call.get("seed");
        List<BigInteger> numbers = seed instanceof Values.PyList || seed instanceof Values.PyTuple
                || seed instanceof NDArray array && array.ndim() > 0
                        ? call.interpreter().items(seed).stream().map(Numbers::big).toList()
                        : List.of(Numbers.big(seed));
        for (BigInteger number : numbers)
            if (number.signum() < 0)
                throw ScriptError.value("expected non-negative integer");
        return numbers;
    }

    /** A generator as a script sees it. */
    record Generator(Draws draws) implements Custom {
        private static final Names METHODS = methods();
        private static final ThreadLocal<@Nullable Generator> CALLED = new ThreadLocal<>();

        @Override
        public String typeName() {
            return "numpy.random._generator.Generator";
        }

        @Override
        public String repr() {
            return "Generator(PCG64)";
        }

        @Override
        public @Nullable Object attribute(String name) {
            return METHODS.map().get(name) instanceof Builtin method
                    ? new Builtin(method.signature(), call -> with(this, method, call))
                    : null;
        }

        static Object with(Generator generator, Builtin method, Call call) {
            Generator before = CALLED.get();
            CALLED.set(generator);
            try {
                return method.body().call(call);
            } finally {
                CALLED.set(before);
            }
        }

        private static Draws current() {
            return java.util.Objects.requireNonNull(CALLED.get()).draws;
        }

        private static Names methods() {
            Names names = new Names();
            names.function("random(size=, dtype=, out=)", call -> uniform(current(), call, 0, 1));
            names.function("uniform(low=, high=, size=)",
                    call -> uniform(current(), call, call.number("low", 0), call.number("high", 1)));
            names.function("integers(low, high=, size=, dtype=, endpoint=)", call -> integers(current(), call));
            names.function("standard_normal(size=, dtype=, out=)", call -> normal(current(), call, 0, 1));
            names.function("normal(loc=, scale=, size=)",
                    call -> normal(current(), call, call.number("loc", 0), call.number("scale", 1)));
            names.function("permutation(x)", call -> {
                Object x = call.get("x");
                NDArray array = Numbers.isNumber(x)
                        ? range(call, Numbers.index(x))
                        : org.stridescope.ufunc.Casting.copy(call.array("x"), call.array("x").dtype(),
                                org.stridescope.ufunc.Casting.Order.C, call.memory());
                current().shuffle(array, call.memory());
                return array;
            });
            names.function("shuffle(x)", call -> {
                if (!(call.get("x") instanceof NDArray array))
                    throw ScriptError.type("only arrays can be shuffled here");
                current().shuffle(array, call.memory());
                return Singleton.NONE;
            });
            names.function("choice(a, size=, replace=)", call -> {
                Object a = call.get("a");
                NDArray from = Numbers.isNumber(a) ? range(call, Numbers.index(a)) : call.array("a");
                if (!call.truth("replace", true))
                    throw ScriptError.value("choice without replacement is not supported: use permutation");
                NDArray indices = NDArray.zeros(call.memory(), DType.INT64,
                        call.has("size") ? call.shape("size") : new long[0]);
                current().integers(indices, 0, from.shape(0) - 1);
                return Arrays.unwrapped(org.stridescope.array.Indexing.get(from,
                        List.of(new org.stridescope.array.Index.Items(indices)), call.memory()));
            });
            return names;
        }

        private static NDArray range(Call call, long n) {
            NDArray array = NDArray.zeros(call.memory(), DType.INT64, n);
            Ramp.whole(array, 0, 1);
            return array;
        }
    }

    private static Object uniform(Draws draws, Call call, double low, double high) {
        DType dtype = call.dtype("dtype", DType.FLOAT64);
        if (!call.has("size")) {
            if (dtype == DType.FLOAT64)
                return low + (high - low) * draws.next();
        }
        NDArray array = NDArray.zeros(call.memory(), dtype, call.has("size") ? call.shape("size") : new long[0]);
        draws.uniform(array, low, high);
        return Arrays.unwrapped(array);
    }

    private static Object normal(Draws draws, Call call, double loc, double scale) {
        if (!call.has("size"))
            return loc + scale * draws.normal();
        NDArray array = NDArray.zeros(call.memory(), call.dtype("dtype", DType.FLOAT64), call.shape("size"));
        draws.normal(array, loc, scale);
        return Arrays.unwrapped(array);
    }

    private static Object fill(Draws draws, Call call, long @Nullable [] shape, boolean normal) {
        if (shape == null)
            return normal ? draws.normal() : draws.next();
        NDArray array = NDArray.zeros(call.memory(), DType.FLOAT64, shape);
        if (normal)
            draws.normal(array, 0, 1);
        else
            draws.uniform(array, 0, 1);
        return array;
    }

    private static Object integers(Draws draws, Call call) {
        long low = call.has("high") ? call.whole("low") : 0;
        long high = call.has("high") ? call.whole("high") : call.whole("low");
        long last = call.truth("endpoint", false) ? high : high - 1;
        if (last < low)
            throw ScriptError.value("low >= high");
        DType dtype = call.dtype("dtype", DType.INT64);
        NDArray array = NDArray.zeros(call.memory(), dtype, call.has("size") ? call.shape("size") : new long[0]);
        draws.integers(array, low, last);
        return Arrays.unwrapped(array);
    }
}
