package org.stridescope.script;

import org.jspecify.annotations.Nullable;

import org.stridescope.array.Items;
import org.stridescope.array.NDArray;
import org.stridescope.array.Slice;
import org.stridescope.script.Values.Custom;
import org.stridescope.script.Values.PySlice;
import org.stridescope.script.Values.Singleton;

/** {@code x.flat}: the items in C order, to be read and written by one index whatever the strides. */
record FlatItems(NDArray array) implements Custom {
    @Override
    public String typeName() {
        return "numpy.flatiter";
    }

    @Override
    public java.util.Collection<Object> holds() {
        return java.util.List.of(array);
    }

    @Override
    public @Nullable Object attribute(String name) {
        return switch (name) {
            case "__getitem__" -> Attributes.bound("__getitem__(index)", this::get);
            case "__iter__" ->
                Attributes.bound("__iter__()", call -> new Values.PyIterator(Iteration.counted(array.size(),
                        i -> new Scalar(item(i).copy(call.memory()))), "flatiter"));
            case "__len__" -> array.size();
            case "base" -> array;
            case "copy" -> Attributes.bound("copy()", call -> NumPyCalls.of(call).method(array, "flatten"));
            default -> null;
        };
    }

    private NDArray item(long i) {
        return array.at(NumPyQuantiles.unravel(i, array.shape()));
    }

    private Object get(Call call) {
        NDArray flat = NumPyCalls.of(call).array(NumPyCalls.of(call).method(array, "flatten"));
        Object chosen = NumPyCalls.of(call).get(flat, call.get("index"));
        return chosen instanceof NDArray part && !part.ownsData() ? part.copy(call.memory()) : chosen;
    }

    /** Values are repeated where there are too few, and cut where there are too many. */
    void set(Object index, Object value, Interpreter in) {
        NumPyCalls np = new NumPyCalls(in);
        if (!array.isWriteable())
            throw ScriptError.value("underlying array is read-only");
        long n = array.size();
        long[] places;
        if (index instanceof PySlice slice) {
            Slice.Range range = Subscripting.slice(slice).over(n);
            places = new long[Math.toIntExact(range.length())];
            for (int i = 0; i < places.length; i++)
                places[i] = range.start() + i * range.step();
        } else if (index == Singleton.ELLIPSIS) {
            places = java.util.stream.LongStream.range(0, n).toArray();
        } else {
            if (index instanceof Long && (Numbers.index(index) >= n || Numbers.index(index) < -n))
                throw ScriptError.index("index " + Numbers.index(index) + " is out of bounds for size " + n);
            NDArray chosen = np.array(np.get(np.f("arange", n), index));
            NDArray flat = np.a("ravel", chosen);
            places = new long[Math.toIntExact(flat.size())];
            for (int i = 0; i < places.length; i++)
                places[i] = flat.getLong(i);
        }
        NDArray one = NDArray.zeros(in.memory(), array.dtype());
        boolean number = Numbers.isNumber(value) && !(value instanceof Scalar);
        if (number)
            Arrays.put(one, 0, value, in.memory());
        NDArray values = number ? one.newAxis(0) : np.a("ravel", value);
        for (int i = 0; i < places.length && values.size() > 0; i++)
            Items.assign(values.at(i % values.size()), item(places[i]), in.memory());
        in.wrote(array);
    }
}
