package org.stridescope.script;

import org.stridescope.array.DType;
import org.stridescope.array.Layout;
import org.stridescope.array.NDArray;
import org.stridescope.ufunc.random.Bits;
import org.stridescope.ufunc.random.Draws;

import static org.stridescope.script.NumPyCalls.key;

/** {@code choice}: items with and without being put back, as likely as each other or as said; NumPy's ways of drawing. */
final class RandomChoice {
    private static final long MANY = 10_000;

    private RandomChoice() {}

    static Object of(Call call) {
        Object a = call.get("a");
        NumPyCalls np = NumPyCalls.of(call);
        boolean number = Numbers.isNumber(a);
        NDArray from = number ? NDArray.zeros(call.memory(), DType.BOOL, 0) : call.array("a");
        boolean legacy = RandomMethods.source(call).legacy();
        int axis = number ? 0 : Layout.normalizeAxis(call.axis("axis", 0), Math.max(1, from.ndim()));
        if (!number && (from.ndim() == 0 || legacy && from.ndim() != 1))
            throw ScriptError.value(legacy ? "a must be 1-dimensional" : "a must be an integer or an array");
        long n = number ? Numbers.index(a) : from.shape(axis);
        long[] shape = call.has("size") ? call.shape("size") : new long[0];
        long size = Layout.cOrder(1, shape).size();
        if (n <= 0 && size > 0)
            throw ScriptError.value(number
                    ? "a must be " + (legacy
                            ? "greater than 0 unless no samples are taken"
                            : "a positive integer unless no samples are taken")
                    : "'a' cannot be empty unless no samples are taken");
        NDArray p = call.has("p") ? likely(call, n, np) : null;
        boolean replace = call.truth("replace", true);
        NDArray places;
        if (replace)
            places = p == null ? anyOf(call, n, shape) : byChance(call, p, shape, np);
        else if (size > n)
            throw ScriptError.value("Cannot take a larger sample than population when " + (legacy
                    ? "'replace=False'"
                    : "replace is False"));
        else
            places = (p != null
                    ? distinct(call, p, size, np)
                    : legacy ? shuffled(call, n, size, np) : sample(call, n, size)).reshape(call.memory(), shape);
        if (number)
            return places.ndim() == 0 && legacy
                    ? (Object) places.getLong()
                    : places.ndim() == 0
                            ? new Scalar(places)
                            : Arrays.owned(places);
        return Arrays
                .unwrapped(np.array(np.f("take", from, places.ndim() == 0 ? places.getLong() : (Object) places, key(
                        "axis", (long) axis))));
    }

    private static Draws draws(Call call) {
        return RandomMethods.source(call).draws();
    }

    private static NDArray likely(Call call, long n, NumPyCalls np) {
        NDArray p = np.a("array", call.get("p"), key("dtype", "float64"));
        if (p.ndim() != 1)
            throw ScriptError.value(RandomMethods.source(call).legacy()
                    ? "'p' must be 1-dimensional"
                    : "p must be 1-dimensional");
        boolean legacy = RandomMethods.source(call).legacy();
        if (p.size() != n)
            throw ScriptError.value(legacy ? "'a' and 'p' must have same size" : "a and p must have same size");
        double sum = 0;
        for (long i = 0; i < n; i++) {
            if (Double.isNaN(p.getDouble(i)))
                throw ScriptError.value("probabilities contain NaN");
            if (p.getDouble(i) < 0)
                throw ScriptError.value("probabilities are not non-negative");
            sum += p.getDouble(i);
        }
        if (Math.abs(sum - 1) > 0x1p-26)
            throw ScriptError.value("probabilities do not sum to 1");
        return p;
    }

    private static NDArray anyOf(Call call, long n, long... shape) {
        NDArray places = NDArray.zeros(call.memory(), DType.INT64, shape);
        draws(call).integers(places, 0, n - 1);
        return places;
    }

    private static NDArray cumulated(NDArray p, NumPyCalls np) {
        NDArray sums = np.a("cumsum", p);
        np.f("divide", sums, np.get(sums, -1L), key("out", sums));
        return sums;
    }

    private static NDArray byChance(Call call, NDArray p, long[] shape, NumPyCalls np) {
        NDArray uniform = NDArray.zeros(call.memory(), DType.FLOAT64, shape);
        draws(call).uniform(uniform, 0, 1);
        return np.a("searchsorted", cumulated(p, np), uniform, key("side", "right"));
    }

    /** Drawn together, doubles left out, and those still missing drawn again from the rest. */
    private static NDArray distinct(Call call, NDArray given, long size, NumPyCalls np) {
        if (Numbers.index(np.f("count_nonzero", np.op(given, ">", 0L))) < size)
            throw ScriptError.value("Fewer non-zero entries in p than size");
        NDArray p = given.copy(call.memory());
        NDArray found = NDArray.zeros(call.memory(), DType.INT64, size);
        long have = 0;
        while (have < size) {
            for (long i = 0; i < have; i++)
                p.setDouble(0, found.getLong(i));
            NDArray fresh = byChance(call, p, new long[]{size - have}, np);
            java.util.Set<Long> seen = new java.util.HashSet<>();
            for (long i = 0; i < fresh.size(); i++)
                if (seen.add(fresh.getLong(i)))
                    found.setLong(fresh.getLong(i), have++);
        }
        return found;
    }

    private static NDArray shuffled(Call call, long n, long size, NumPyCalls np) {
        NDArray order = RandomMethods.range(call, n);
        draws(call).shuffle(order, call.memory());
        return np.view(order, NumPyCalls.cut(null, size));
    }

    /** Floyd's method, then a shuffle; of many items the tail of a shuffle. */
    private static NDArray sample(Call call, long n, long size) {
        Bits bits = draws(call).bits();
        boolean shuffle = call.truth("shuffle", true);
        if (n > MANY && size > n / (shuffle ? 50 : 20)) {
            NDArray all = RandomMethods.range(call, n);
            shuffle(bits, all, Math.max(n - size, 1));
            return NumPyCalls.along(all, 0, n - size, null).copy(call.memory());
        }
        NDArray places = NDArray.zeros(call.memory(), DType.INT64, size);
        java.util.Set<Long> taken = new java.util.HashSet<>();
        for (long j = n - size; j < n; j++) {
            long value = bits.below(j);
            long place = taken.add(value) ? value : j;
            taken.add(place);
            places.setLong(place, j - n + size);
        }
        if (shuffle)
            shuffle(bits, places, 1);
        return places;
    }

    private static void shuffle(Bits bits, NDArray items, long first) {
        for (long i = items.size() - 1; i >= first; i--) {
            long j = bits.below(i);
            long item = items.getLong(j);
            items.setLong(items.getLong(i), j);
            items.setLong(item, i);
        }
    }
}
