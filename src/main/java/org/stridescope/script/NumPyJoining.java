package org.stridescope.script;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

import org.stridescope.array.DType;
import org.stridescope.array.Index;
import org.stridescope.array.Indexing;
import org.stridescope.array.Items;
import org.stridescope.array.Layout;
import org.stridescope.array.NDArray;
import org.stridescope.array.Slice;
import org.stridescope.script.Values.PyList;
import org.stridescope.script.Values.PyTuple;
import org.stridescope.ufunc.Casting;
import org.stridescope.ufunc.Joining;

/** Arrays joined, repeated and split. */
final class NumPyJoining {
    private NumPyJoining() {}

    static void into(Names names) {
        names.function("concatenate(arrays, axis=, out=, *, dtype=, casting=)", NumPyJoining::concatenate);
        names.function("stack(arrays, axis=, out=, *, dtype=)",
                call -> Joining.stack(call.arrays("arrays"), call.requiredAxis("axis", 0), call.memory()));
        names.function("vstack(tup, *, dtype=)",
                call -> Joining.concatenate(atLeast(call, 2), 0, call.dtype("dtype"), call.memory()));
        names.alias("row_stack", "vstack");
        names.function("hstack(tup, *, dtype=)", call -> {
            List<NDArray> arrays = atLeast(call, 1);
            return Joining.concatenate(arrays, !arrays.isEmpty() && arrays.getFirst().ndim() == 1 ? 0 : 1,
                    call.dtype("dtype"), call.memory());
        });
        names.function("dstack(tup)", call -> Joining.concatenate(atLeast(call, 3), 2, null, call.memory()));
        names.function("column_stack(tup)", call -> Joining.concatenate(call.arrays("tup").stream()
                .map(a -> a.ndim() < 2 ? NumPyShapes.atLeast(a, 2).transpose() : a).toList(), 1, null, call.memory()));
        names.function("append(arr, values, axis=)", NumPyJoining::append);
        names.function("repeat(a, repeats, axis=)", call -> repeat(call, call.array("a")));
        names.function("tile(A, reps)", call -> Joining.tile(call.array("A"), counts(call, "reps"), call.memory()));
        names.function("roll(a, shift, axis=)", NumPyJoining::roll);
        names.function("split(ary, indices_or_sections, axis=)", call -> split(call, call.axis("axis", 0), true));
        names.function("array_split(ary, indices_or_sections, axis=)",
                call -> split(call, call.axis("axis", 0), false));
        names.function("vsplit(ary, indices_or_sections)", call -> {
            if (call.array("ary").ndim() < 2)
                throw ScriptError.value("vsplit only works on arrays of 2 or more dimensions");
            return split(call, 0, true);
        });
        names.function("hsplit(ary, indices_or_sections)", call -> {
            if (call.array("ary").ndim() == 0)
                throw ScriptError.value("hsplit only works on arrays of 1 or more dimensions");
            return split(call, call.array("ary").ndim() > 1 ? 1 : 0, true);
        });
        names.function("delete(arr, obj, axis=)", NumPyJoining::delete);
    }

    private static Object concatenate(Call call) {
        List<NDArray> arrays = call.arrays("arrays");
        boolean flat = call.given("axis") && !call.has("axis");
        // scalars count by their values, so the dtype is found before they are laid flat
        DType common = call.has("dtype") || !flat || arrays.isEmpty()
                ? call.dtype("dtype")
                : org.stridescope.ufunc.Promotion.resultType(arrays.toArray(NDArray[]::new));
        if (flat)
            arrays = arrays.stream().map(a -> a.reshape(call.memory(), a.size())).toList();
        NDArray joined = Joining.concatenate(arrays, flat ? 0 : call.axis("axis", 0), common,
                call.memory());
        NDArray out = call.out();
        if (out == null)
            return joined;
        Items.assign(joined, out, call.memory());
        return out;
    }

    private static List<NDArray> atLeast(Call call, int axes) {
        return call.arrays("tup").stream().map(a -> NumPyShapes.atLeast(a, axes)).toList();
    }

    private static Object append(Call call) {
        NDArray array = call.array("arr");
        NDArray values = call.array("values");
        if (!call.has("axis")) {
            return Joining.concatenate(
                    List.of(array.reshape(call.memory(), array.size()), values.reshape(call.memory(), values.size())),
                    0,
                    null, call.memory());
        }
        return Joining.concatenate(List.of(array, values), call.axis("axis", 0), null, call.memory());
    }

    static long[] counts(Call call, String parameter) {
        Object value = call.get(parameter);
        if (value instanceof NDArray || value instanceof PyList || value instanceof PyTuple
                || value instanceof Values.PyRange) {
            return call.interpreter().items(value).stream().mapToLong(Numbers::index).toArray();
        }
        return new long[]{Numbers.index(value)};
    }

    static NDArray repeat(Call call, NDArray a) {
        NDArray from = call.has("axis") && a.ndim() > 0 ? a : a.reshape(call.memory(), a.size());
        return Joining.repeat(from, counts(call, "repeats"), call.axis("axis", 0), call.memory());
    }

    private static Object roll(Call call) {
        NDArray a = call.array("a");
        long[] shifts = counts(call, "shift");
        int[] axes = call.axes("axis");
        if (axes == null) {
            NDArray flat = a.reshape(call.memory(), a.size());
            long sum = 0;
            for (long shift : shifts)
                sum += shift;
            return Joining.roll(flat, new long[]{sum}, new int[]{0}, call.memory()).reshape(call.memory(), a.shape());
        }
        if (shifts.length > 1 && axes.length > 1 && shifts.length != axes.length) {
            throw ScriptError.value("'shift' and 'axis' should be scalars or 1D sequences");
        }
        // no shift or no axis: nothing moves, as a broadcast of nothing against one is nothing
        int n = shifts.length == 0 || axes.length == 0 ? 0 : Math.max(shifts.length, axes.length);
        long[] by = new long[n];
        int[] along = new int[n];
        for (int i = 0; i < n; i++) {
            by[i] = shifts[shifts.length == 1 ? 0 : i];
            along[i] = axes[axes.length == 1 ? 0 : i];
        }
        return Joining.roll(a, by, along, call.memory());
    }

    private static Object split(Call call, int axis, boolean equal) {
        NDArray array = call.array("ary");
        if (call.given("axis") && !call.has("axis"))
            throw ScriptError.type("tuple indices must be integers or slices, not NoneType");
        if (axis < -array.ndim() || axis >= array.ndim())
            throw ScriptError.index("tuple index out of range");
        long n = array.shape(Layout.normalizeAxis(axis, array.ndim()));
        long[] places = counts(call, "indices_or_sections");
        if (Numbers.isNumber(call.get("indices_or_sections"))) {
            long parts = places[0];
            if (parts <= 0)
                throw ScriptError.value("number sections must be larger than 0.");
            if (equal && n % parts != 0)
                throw ScriptError.value("array split does not result in an equal division");
            if (parts > call.interpreter().limits.items())
                throw new ScriptError("MemoryError", "too many parts");
            places = new long[(int) parts - 1];
            long at = 0;
            for (int i = 0; i < places.length; i++) {
                at += n / parts + (i < n % parts ? 1 : 0);
                places[i] = at;
            }
        }
        return new PyList(new ArrayList<>(Joining.split(array, places, axis)));
    }

    /** The places that {@code obj} names: by number, by a slice, or where a mask is true. */
    private static long[] places(Call call, long n) {
        if (call.get("obj") instanceof Values.PySlice slice) {
            Slice.Range range = Subscripting.slice(slice).over(n);
            long[] all = new long[Math.toIntExact(range.length())];
            for (int i = 0; i < all.length; i++)
                all[i] = range.start() + i * range.step();
            return all;
        }
        NDArray given = call.array("obj");
        if (given.dtype() != DType.BOOL || given.ndim() != 1)
            return counts(call, "obj");
        if (given.size() != n) {
            throw ScriptError.value("boolean array argument obj to delete must be one dimensional and match the axis"
                    + " length of " + n);
        }
        return LongStream.range(0, n).filter(i -> given.getLong(i) != 0).toArray();
    }

    private static Object delete(Call call) {
        NDArray array = call.has("axis")
                ? call.array("arr")
                : call.array("arr").reshape(call.memory(), call.array("arr").size());
        int axis = Layout.normalizeAxis(call.axis("axis", 0), array.ndim());
        long n = array.shape(axis);
        boolean[] gone = new boolean[Math.toIntExact(n)];
        for (long index : places(call, n)) {
            if (index < -n || index >= n)
                throw ScriptError.index("index " + index + " is out of bounds for axis " + axis + " with size " + n);
            gone[(int) (index < 0 ? index + n : index)] = true;
        }
        long[] kept = LongStream.range(0, n).filter(i -> !gone[(int) i]).toArray();
        List<Index> index = new ArrayList<>();
        for (int i = 0; i < axis; i++)
            index.add(new Index.Range(Slice.ALL));
        index.add(new Index.Items(Arrays.wholes(call.memory(), kept)));
        NDArray left = Indexing.get(array, index, call.memory());
        Object obj = call.get("obj");
        boolean run = Numbers.isNumber(obj) || obj instanceof Values.PySlice || call.array("obj").size() == 1;
        boolean columns = array.isFContiguous() && !array.isCContiguous();
        return Arrays.owned(run
                ? Casting.copy(left, left.dtype(), columns ? Casting.Order.F : Casting.Order.C, call.memory())
                : left);
    }
}
