package org.stridescope.script;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.stridescope.script.Values.Module;
import org.stridescope.script.Values.PyList;
import org.stridescope.script.Values.PyRange;
import org.stridescope.script.Values.Singleton;
import org.stridescope.ufunc.random.MersenneTwister;

/** Python's {@code random}: with a seed, the very numbers that CPython draws. Source: CPython's Lib/random.py. */
final class PythonRandom {
    private MersenneTwister twister = seeded(BigInteger.valueOf(System.nanoTime()));
    private double spare = Double.NaN;

    private PythonRandom() {}

    static Module make() {
        PythonRandom random = new PythonRandom();
        Names names = new Names();
        names.function("seed(a=)", call -> {
            random.twister = seeded(call.has("a")
                    ? Numbers.big(call.get("a")).abs()
                    : BigInteger.valueOf(System.nanoTime()));
            random.spare = Double.NaN;
            return Singleton.NONE;
        });
        names.function("random()", call -> random.twister.nextDouble());
        names.function("uniform(a, b)", call -> {
            double a = call.number("a", 0);
            return a + (call.number("b", 1) - a) * random.twister.nextDouble();
        });
        names.function("gauss(mu=, sigma=)",
                call -> call.number("mu", 0) + random.normal() * call.number("sigma", 1));
        names.function("randint(a, b)", call -> {
            long a = call.whole("a");
            long b = call.whole("b");
            if (b < a)
                throw ScriptError
                        .value("empty range for randrange() (" + a + ", " + (b + 1) + ", " + (b - a + 1) + ")");
            return Numbers.small(BigInteger.valueOf(a).add(random.below(
                    BigInteger.valueOf(b).subtract(BigInteger.valueOf(a)).add(BigInteger.ONE))));
        });
        names.function("randrange(start, stop=, step=)", call -> {
            PyRange range = call.has("stop")
                    ? new PyRange(call.whole("start"), call.whole("stop"), call.whole("step", 1))
                    : new PyRange(0, call.whole("start"), 1);
            if (range.step() == 0)
                throw ScriptError.value("zero step for randrange()");
            if (range.length() <= 0)
                throw ScriptError.value("empty range for randrange()");
            return range.start() + range.step() * random.index(range.length());
        });
        names.function("getrandbits(k)", call -> {
            long bits = call.whole("k");
            if (bits < 0)
                throw ScriptError.value("number of bits must be non-negative");
            if (bits > 1_000_000)
                throw new ScriptError("MemoryError", "an integer of too many digits");
            return Numbers.small(random.bits((int) bits));
        });
        sequences(names, random);
        return names.module("random");
    }

    private static void sequences(Names names, PythonRandom random) {
        names.function("choice(seq)", call -> {
            List<Object> items = call.interpreter().items(call.get("seq"));
            if (items.isEmpty())
                throw ScriptError.index("Cannot choose from an empty sequence");
            return items.get((int) random.index(items.size()));
        });
        names.function("choices(population, *, k=)", call -> {
            List<Object> items = call.interpreter().items(call.get("population"));
            if (items.isEmpty())
                throw ScriptError.index("Cannot choose from an empty population");
            long count = call.whole("k", 1);
            call.interpreter().room(count);
            List<Object> chosen = new ArrayList<>();
            for (long i = 0; i < count; i++)
                chosen.add(items.get((int) Math.floor(random.twister.nextDouble() * items.size())));
            return new PyList(chosen);
        });
        names.function("shuffle(x)", call -> {
            if (!(call.get("x") instanceof PyList list))
                throw ScriptError.type("'" + Types.name(call.get("x")) + "' object does not support item assignment");
            for (int i = list.items.size() - 1; i > 0; i--)
                Collections.swap(list.items, i, (int) random.index(i + 1L));
            return Singleton.NONE;
        });
        names.function("sample(population, k)", call -> {
            List<Object> items = call.interpreter().items(call.get("population"));
            long count = call.whole("k");
            if (count < 0 || count > items.size())
                throw ScriptError.value("Sample larger than population or is negative");
            return new PyList(random.sample(items, (int) count));
        });
    }

    /** As CPython: by a pool of what is left where that is small, else by a set of what was chosen. */
    private List<Object> sample(List<Object> items, int count) {
        int n = items.size();
        double setSize = 21;
        if (count > 5)
            setSize += Math.pow(4, Math.ceil(Math.log(count * 3.0) / Math.log(4)));
        List<Object> chosen = new ArrayList<>();
        if (n <= setSize) {
            List<Object> pool = new ArrayList<>(items);
            for (int i = 0; i < count; i++) {
                int at = (int) index((long) n - i);
                chosen.add(pool.get(at));
                pool.set(at, pool.get(n - i - 1));
            }
            return chosen;
        }
        Set<Integer> taken = new HashSet<>();
        while (chosen.size() < count) {
            int at = (int) index(n);
            if (taken.add(at))
                chosen.add(items.get(at));
        }
        return chosen;
    }

    private long index(long below) {
        return below(BigInteger.valueOf(below)).longValueExact();
    }

    private BigInteger below(BigInteger n) {
        int bits = n.bitLength();
        BigInteger drawn = bits(bits);
        while (drawn.compareTo(n) >= 0)
            drawn = bits(bits);
        return drawn;
    }

    private double normal() {
        double z = spare;
        spare = Double.NaN;
        if (!Double.isNaN(z))
            return z;
        double angle = twister.nextDouble() * 2 * Math.PI;
        double radius = Math.sqrt(-2.0 * Math.log(1.0 - twister.nextDouble()));
        spare = Math.sin(angle) * radius;
        return Math.cos(angle) * radius;
    }

    /** From a number of any size, not negative: its 32-bit words, the lowest first, are the key. */
    private static MersenneTwister seeded(BigInteger seed) {
        long[] words = new long[Math.max(1, (seed.bitLength() + 31) / 32)];
        for (int i = 0; i < words.length; i++)
            words[i] = seed.shiftRight(32 * i).intValue();
        return new MersenneTwister(words);
    }

    /** So many random bits as a number; words from the lowest up, of the last one its upper bits. */
    private BigInteger bits(int count) {
        BigInteger value = BigInteger.ZERO;
        for (int done = 0; done < count; done += 32) {
            int left = count - done;
            long word = Integer.toUnsignedLong(twister.next32()) >>> (left < 32 ? 32 - left : 0);
            value = value.or(BigInteger.valueOf(word).shiftLeft(done));
        }
        return value;
    }
}
