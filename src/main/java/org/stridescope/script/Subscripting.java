package org.stridescope.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.stridescope.array.DType;
import org.stridescope.array.Index;
import org.stridescope.array.Indexing;
import org.stridescope.array.Layout;
import org.stridescope.array.NDArray;
import org.stridescope.array.Slice;
import org.stridescope.script.Values.PyDict;
import org.stridescope.script.Values.PyList;
import org.stridescope.script.Values.PyRange;
import org.stridescope.script.Values.PySlice;
import org.stridescope.script.Values.PyTuple;
import org.stridescope.script.Values.Singleton;
import org.stridescope.ufunc.Casting;

/** {@code x[...]} of every value that has it. */
final class Subscripting {
    private static final String VALID = "only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or"
            + " boolean arrays are valid indices";

    private Subscripting() {}

    static Object get(Object of, Object index, Interpreter in) {
        return switch (of) {
            case NDArray array -> ofArray(array, index, in);
            case Scalar scalar -> {
                if (index instanceof PyTuple tuple && tuple.items().isEmpty())
                    yield scalar;
                if (index == Singleton.ELLIPSIS)
                    yield scalar.array();
                if (index == Singleton.NONE)
                    yield scalar.array().newAxis(0);
                throw ScriptError.index("invalid index to scalar variable.");
            }
            case PyList list -> index instanceof PySlice slice
                    ? new PyList(sliced(list.items, slice))
                    : list.items.get(at(list.items.size(), index, "list"));
            case PyTuple tuple -> index instanceof PySlice slice
                    ? new PyTuple(sliced(tuple.items(), slice))
                    : tuple.items().get(at(tuple.items().size(), index, "tuple"));
            case String text -> ofText(text, index);
            case PyRange range -> ofRange(range, index);
            case PyDict dict -> {
                Object value = dict.entries.get(Truth.key(index));
                if (value == null)
                    value = dict.missing(index, in);
                if (value == null)
                    throw ScriptError.key(index);
                yield value;
            }
            case Values.Flags flags -> Attributes.flag(flags, index);
            case Values.Custom custom when Attributes.special(custom, "__getitem__") instanceof Object method ->
                in.call(method, List.of(index), Map.of());
            default -> throw ScriptError.type("'" + Types.name(of) + "' object is not subscriptable");
        };
    }

    private static Object ofText(String text, Object index) {
        if (!(index instanceof PySlice slice)) {
            int at = at(text.length(), index, "string");
            return text.substring(at, at + 1);
        }
        StringBuilder part = new StringBuilder();
        Slice.Range range = slice(slice).over(text.length());
        for (long i = 0; i < range.length(); i++)
            part.append(text.charAt((int) (range.start() + i * range.step())));
        return part.toString();
    }

    private static Object ofRange(PyRange range, Object index) {
        if (index instanceof PySlice slice) {
            Slice.Range cut = slice(slice).over(range.length());
            long start = range.start() + cut.start() * range.step();
            long step = range.step() * cut.step();
            return new PyRange(start, start + cut.length() * step, step);
        }
        long i = Numbers.index(index);
        long length = range.length();
        if (i < -length || i >= length)
            throw ScriptError.index("range object index out of range");
        return range.start() + (i < 0 ? i + length : i) * range.step();
    }

    private static int at(int length, Object index, String what) {
        if (!(index instanceof Long || index instanceof Boolean || index instanceof Scalar
                || index instanceof NDArray)) {
            throw ScriptError.type(what + " indices must be integers or slices, not " + Types.name(index));
        }
        long i = Numbers.index(index);
        if (i < -length || i >= length)
            throw ScriptError.index(what + " index out of range");
        return (int) (i < 0 ? i + length : i);
    }

    static List<Object> sliced(List<Object> items, PySlice slice) {
        Slice.Range range = slice(slice).over(items.size());
        List<Object> part = new ArrayList<>();
        for (long i = 0; i < range.length(); i++)
            part.add(items.get((int) (range.start() + i * range.step())));
        return part;
    }

    static Slice slice(PySlice slice) {
        return new Slice(bound(slice.start()), bound(slice.stop()), bound(slice.step()));
    }

    private static @org.jspecify.annotations.Nullable Long bound(Object value) {
        if (value == Singleton.NONE)
            return null;
        if (value instanceof java.math.BigInteger big)
            return big.signum() > 0 ? Long.MAX_VALUE : Long.MIN_VALUE + 1;
        try {
            return Numbers.index(value);
        } catch (ScriptError e) {
            throw ScriptError.type("slice indices must be integers or None or have an __index__ method");
        }
    }

    private static Object ofArray(NDArray array, Object index, Interpreter in) {
        long item = item(array, index);
        if (item >= 0)
            return Scalar.at(array, item, in.memory());
        List<Index> indices = indices(index, in);
        NDArray chosen = Indexing.get(array, indices, in.memory());
        // an array without axes counts as an integer, but what it chooses is copied
        if (index instanceof NDArray alone && alone.ndim() == 0 && chosen.ndim() > 0 && chosen.base() != null)
            return Casting.copy(chosen, chosen.dtype(), Casting.Order.K, in.memory());
        if (!Indexing.choosesOne(array, indices)) {
            boolean ellipsis = indices.stream().anyMatch(Index.Ellipsis.class::isInstance);
            boolean fancy = indices.stream().anyMatch(Index.Items.class::isInstance);
            return chosen.ndim() == 0 && fancy && !ellipsis ? new Scalar(chosen) : chosen;
        }
        return new Scalar(chosen.copy(in.memory()));
    }

    /** The byte of the one item that whole numbers choose; -1 where they choose more, or nothing that is there. */
    private static long item(NDArray array, Object index) {
        int ndim = array.ndim();
        if (index instanceof Long whole)
            return ndim == 1 ? step(array, 0, whole, array.layout().offset()) : -1;
        if (!(index instanceof PyTuple tuple) || ndim == 0 || tuple.items().size() != ndim)
            return -1;
        long at = array.layout().offset();
        for (int axis = 0; axis < ndim && at >= 0; axis++)
            at = tuple.items().get(axis) instanceof Long whole ? step(array, axis, whole, at) : -1;
        return at;
    }

    private static long step(NDArray array, int axis, long index, long from) {
        long length = array.shape(axis);
        if (index < -length || index >= length)
            return -1;
        return from + (index < 0 ? index + length : index) * array.layout().stride(axis);
    }

    static List<Index> indices(Object index, Interpreter in) {
        List<Index> indices = new ArrayList<>();
        List<Object> items = index instanceof PyTuple tuple ? tuple.items() : List.of(index);
        if (items.size() > 64)
            throw ScriptError.index("too many indices for array");
        for (Object item : items)
            indices.add(one(item, in));
        return indices;
    }

    private static Index one(Object item, Interpreter in) {
        return switch (item) {
            case PySlice slice -> new Index.Range(slice(slice));
            case Long whole -> new Index.At(whole);
            case Boolean truth -> new Index.Items(Arrays.of(truth, in.memory()));
            case Scalar scalar when scalar.dtype() == DType.BOOL -> new Index.Items(scalar.array());
            case Singleton singleton when singleton == Singleton.NONE -> new Index.NewAxis();
            case Singleton singleton -> new Index.Ellipsis();
            case Scalar scalar when scalar.dtype().isInteger() -> new Index.At(scalar.array().getLong());
            case NDArray array when array.ndim() == 0 && array.dtype().isInteger() -> new Index.At(array.getLong());
            case NDArray array -> new Index.Items(array);
            case PyList list -> new Index.Items(
                    list.items.isEmpty() ? NDArray.zeros(in.memory(), DType.INT64, 0) : Arrays.of(list, in.memory()));
            case PyTuple tuple -> new Index.Items(tuple.items().isEmpty()
                    ? NDArray.zeros(in.memory(), DType.INT64, 0)
                    : Arrays.of(tuple, in.memory()));
            case PyRange range -> new Index.Items(Arrays.of(range, in.memory()));
            default -> throw ScriptError.index(VALID);
        };
    }

    static void set(Object of, Object index, Object value, Interpreter in) {
        switch (of) {
            case NDArray array -> setArray(array, index, value, in);
            case PyList list -> {
                if (index instanceof PySlice slice) {
                    List<Object> items = in.items(value);
                    in.room((long) list.items.size() + items.size());
                    setSlice(list, slice, items);
                } else {
                    list.items.set(setAt(list, index), value);
                }
            }
            case PyDict dict -> {
                in.grows(dict.entries.size() + 1L);
                dict.entries.put(Truth.key(index), value);
            }
            case FlatItems flat -> flat.set(index, value, in);
            default -> throw ScriptError.type("'" + Types.name(of) + "' object does not support item assignment");
        }
    }

    private static int setAt(PyList list, Object index) {
        try {
            return at(list.items.size(), index, "list");
        } catch (ScriptError e) {
            if (e.kind().equals("IndexError"))
                throw ScriptError.index("list assignment index out of range");
            throw e;
        }
    }

    private static void setSlice(PyList list, PySlice slice, List<Object> values) {
        Slice.Range range = slice(slice).over(list.items.size());
        if (range.step() == 1) {
            var part = list.items.subList((int) range.start(), (int) (range.start() + range.length()));
            part.clear();
            part.addAll(values);
            return;
        }
        if (values.size() != range.length()) {
            throw ScriptError.value("attempt to assign sequence of size " + values.size()
                    + " to extended slice of size " + range.length());
        }
        for (int i = 0; i < values.size(); i++)
            list.items.set((int) (range.start() + i * range.step()), values.get(i));
    }

    private static void setArray(NDArray array, Object index, Object value, Interpreter in) {
        if (!Operators.arrayLike(value))
            throw Numbers.notReal(array.dtype(), Types.name(value));
        List<Index> indices = indices(index, in);
        if (setItem(array, item(array, index), value)) {
            in.wrote(array, indices);
            return;
        }
        // places before values: what is wrong with both is said of the place
        if (array.isWriteable() && indices.stream().noneMatch(Index.Items.class::isInstance))
            Indexing.get(array, indices, in.memory());
        boolean python = !Operators.isArray(value) && Numbers.isNumber(value);
        NDArray from;
        if (python) {
            // a Python number is converted alone, with Python's own errors
            from = NDArray.zeros(in.memory(), array.dtype());
            Arrays.put(from, from.layout().offset(), value, in.memory());
        } else {
            from = Arrays.of(value, in.memory());
            if (!Operators.isArray(value) && from.dtype().isComplex() && !array.dtype().isComplex())
                throw Numbers.notReal(array.dtype(), "complex");
        }
        if (Indexing.choosesOne(array, indices) && from.ndim() > 0 && from.size() != 1) {
            throw ScriptError.value("setting an array element with a sequence.");
        }
        Indexing.set(array, indices, from, in.memory());
        in.wrote(array, indices);
    }

    /** One float64 or int64 item from a number that fits without a question. */
    private static boolean setItem(NDArray array, long at, Object value) {
        if (at < 0 || !array.isWriteable()
                || !(value instanceof Long || value instanceof Double || value instanceof Scalar))
            return false;
        NDArray item = array.view(Layout.of(new long[0], new long[0], at));
        DType from = value instanceof Scalar scalar
                ? scalar.dtype()
                : value instanceof Long ? DType.INT64 : DType.FLOAT64;
        if (array.dtype() == DType.INT64 && from == DType.INT64)
            item.setLong(Numbers.index(value));
        else if (array.dtype() == DType.FLOAT64 && (from == DType.FLOAT64 || from == DType.INT64))
            item.setDouble(Numbers.real(value));
        else
            return false;
        return true;
    }

    static void delete(Object of, Object index, Interpreter in) {
        switch (of) {
            case PyList list -> {
                if (index instanceof PySlice slice)
                    deleteSlice(list, slice);
                else
                    list.items.remove(at(list.items.size(), index, "list"));
            }
            case PyDict dict -> {
                if (dict.entries.remove(Truth.key(index)) == null)
                    throw ScriptError.key(index);
            }
            case NDArray array -> throw ScriptError.value("cannot delete array elements");
            default -> throw ScriptError.type("'" + Types.name(of) + "' object doesn't support item deletion");
        }
    }

    private static void deleteSlice(PyList list, PySlice slice) {
        Slice.Range range = slice(slice).over(list.items.size());
        java.util.BitSet gone = new java.util.BitSet();
        for (long i = 0; i < range.length(); i++)
            gone.set((int) (range.start() + i * range.step()));
        List<Object> left = new ArrayList<>();
        for (int i = 0; i < list.items.size(); i++)
            if (!gone.get(i))
                left.add(list.items.get(i));
        list.items.clear();
        list.items.addAll(left);
    }
}
