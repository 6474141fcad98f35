package org.stridescope.script;

import java.math.BigInteger;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

import org.stridescope.array.NDArray;
import org.stridescope.script.Values.Builtin;
import org.stridescope.script.Values.Module;
import org.stridescope.script.Values.Singleton;
import org.stridescope.ufunc.random.Draws;
import org.stridescope.ufunc.random.MersenneTwister;
import org.stridescope.ufunc.random.Pcg64;

/**
 * {@code np.random}: {@code default_rng(seed)} over PCG64, and the older functions over one shared MT19937, each drawing
 * the very numbers that NumPy draws from the same seed.
 */
final class NumPyRandom {
    private NumPyRandom() {}

    static Module module() {
        Names names = new Names();
        names.function("default_rng(seed=)", call -> call.get("seed") instanceof RandomSource same && !same.legacy()
                ? same
                : new RandomSource(new Draws(new Pcg64(seed(call))), false));
        names.function("RandomState(seed=)", NumPyRandom::state);
        RandomSource[] shared = {new RandomSource(new Draws(new MersenneTwister(ThreadLocalRandom.current().nextInt()
                & 0xffff_ffffL), true), true)};
        names.function("seed(seed=)", call -> {
            shared[0] = state(call);
            return Singleton.NONE;
        });
        RandomMethods.older().map().forEach((name, method) -> {
            if (method instanceof Builtin of) {
                names.value(name,
                        new Builtin(of.signature(), call -> of.body().call(RandomMethods.by(shared[0], call))));
            }
        });
        return names.module("numpy.random");
    }

    private static RandomSource state(Call call) {
        MersenneTwister bits;
        if (!call.has("seed")) {
            bits = new MersenneTwister(ThreadLocalRandom.current().nextInt() & 0xffff_ffffL);
        } else {
            List<BigInteger> seeds = numbers(call);
            for (BigInteger seed : seeds)
                if (seed.signum() < 0 || seed.bitLength() > 32)
                    throw ScriptError.value("Seed must be between 0 and 2**32 - 1");
            if (seeds.isEmpty())
                throw ScriptError.value("Seed must be non-empty");
            long[] words = seeds.stream().mapToLong(BigInteger::longValue).toArray();
            bits = several(call.get("seed")) ? new MersenneTwister(words) : new MersenneTwister(words[0]);
        }
        return new RandomSource(new Draws(bits, true), true);
    }

    private static boolean several(Object seed) {
        return seed instanceof Values.PyList || seed instanceof Values.PyTuple || seed instanceof NDArray array && array
                .ndim() > 0;
    }

    private static List<BigInteger> numbers(Call call) {
        Object seed = call.get("seed");
        return several(seed)
                ? call.interpreter().items(seed).stream().map(Numbers::big).toList()
                : List.of(Numbers.big(seed));
    }

    private static List<BigInteger> seed(Call call) {
        if (!call.has("seed"))
            return List.of(BigInteger.valueOf(ThreadLocalRandom.current().nextLong() >>> 1));
        List<BigInteger> numbers = numbers(call);
        for (BigInteger number : numbers)
            if (number.signum() < 0)
                throw ScriptError.value("expected non-negative integer");
        return numbers;
    }
}
