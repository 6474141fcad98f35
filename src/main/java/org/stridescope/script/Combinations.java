package org.stridescope.script;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.stridescope.script.Values.PyList;
import org.stridescope.script.Values.PyTuple;

/** The iterators of {@code itertools} that choose from items, in the order of their places. */
final class Combinations {
    private Combinations() {}

    static void addTo(Names names) {
        names.function("product(*iterables, repeat=)", call -> {
            Interpreter in = call.interpreter();
            List<Object> pools = new ArrayList<>();
            long repeat = call.whole("repeat", 1);
            if (repeat < 0)
                throw ScriptError.value("repeat argument cannot be negative");
            List<Object> given = ((PyTuple) call.get("iterables")).items();
            in.room(repeat * Math.max(1, given.size()));
            List<Object> once = new ArrayList<>();
            for (Object each : given)
                once.add(new PyList(in.items(each)));
            for (long i = 0; i < repeat; i++)
                pools.addAll(once);
            int[] sizes = pools.stream().mapToInt(pool -> ((PyList) pool).items.size()).toArray();
            int[] at = new int[sizes.length];
            boolean[] state = {java.util.Arrays.stream(sizes).anyMatch(size -> size == 0), false};
            return PythonIterators.stepping("itertools.product", () -> {
                if (state[0] || state[1] && !turned(at, sizes))
                    return null;
                state[1] = true;
                List<Object> row = new ArrayList<>(at.length);
                for (int i = 0; i < at.length; i++)
                    row.add(((PyList) pools.get(i)).items.get(at[i]));
                return new PyTuple(row);
            }, new PyList(pools));
        });
        choosing(names, "combinations(iterable, r)", false, true);
        choosing(names, "combinations_with_replacement(iterable, r)", true, true);
        choosing(names, "permutations(iterable, r=)", false, false);
    }

    /** As an odometer: the last place turns fastest; false once all have turned. */
    private static boolean turned(int[] at, int[] sizes) {
        for (int i = at.length - 1; i >= 0; i--) {
            if (++at[i] < sizes[i])
                return true;
            at[i] = 0;
        }
        return false;
    }

    private static void choosing(Names names, String signature, boolean again, boolean ordered) {
        names.function(signature, call -> {
            PyList pool = new PyList(call.interpreter().items(call.get("iterable")));
            int size = pool.items.size();
            long wanted = call.has("r") ? call.whole("r") : size;
            if (wanted < 0)
                throw ScriptError.value("r must be non-negative");
            call.interpreter().room(wanted);
            int count = (int) wanted;
            int[][] at = {null};
            boolean[] ended = {!again && count > size || again && count > 0 && size == 0};
            return PythonIterators.stepping("itertools." + call.name(), () -> {
                if (ended[0])
                    return null;
                call.interpreter().tick();
                at[0] = at[0] == null
                        ? first(count, again)
                        : ordered ? rising(at[0], size, again) : arrangement(at[0], size);
                if (at[0] == null) {
                    ended[0] = true;
                    return null;
                }
                List<Object> row = new ArrayList<>(count);
                for (int i : at[0])
                    row.add(pool.items.get(i));
                return new PyTuple(row);
            }, pool);
        });
    }

    private static int[] first(int count, boolean again) {
        int[] at = new int[count];
        for (int i = 0; i < count && !again; i++)
            at[i] = i;
        return at;
    }

    private static int @Nullable [] rising(int[] at, int size, boolean again) {
        for (int i = at.length - 1; i >= 0; i--) {
            int most = again ? size - 1 : size - at.length + i;
            if (at[i] >= most)
                continue;
            int next = at[i] + 1;
            for (int k = i; k < at.length; k++)
                at[k] = again ? next : next++;
            return at;
        }
        return null;
    }

    /** The next arrangement in the order of places, among the first ones of all arrangements. */
    private static int @Nullable [] arrangement(int[] at, int size) {
        List<Integer> used = new ArrayList<>();
        for (int place : at)
            used.add(place);
        for (int i = at.length - 1; i >= 0; i--) {
            int now = used.remove(i);
            int next = now + 1;
            while (next < size && used.contains(next))
                next++;
            if (next >= size)
                continue;
            used.add(next);
            for (int candidate = 0; used.size() < at.length; candidate++)
                if (!used.contains(candidate))
                    used.add(candidate);
            for (int k = 0; k < at.length; k++)
                at[k] = used.get(k);
            return at;
        }
        return null;
    }

}
