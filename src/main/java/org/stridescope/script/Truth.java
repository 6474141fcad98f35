package org.stridescope.script;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;

import org.stridescope.array.DType;
import org.stridescope.array.NDArray;
import org.stridescope.script.Values.Complex;
import org.stridescope.script.Values.PyDict;
import org.stridescope.script.Values.PyList;
import org.stridescope.script.Values.PyRange;
import org.stridescope.script.Values.PySet;
import org.stridescope.script.Values.PyTuple;
import org.stridescope.script.Values.Singleton;

/** Python's truth and equality. */
final class Truth {
    private static final int DEEPEST = 900;
    private static final int MOST_PARTS = 1_000_000;

    private Truth() {}

    static boolean of(Object value) {
        return switch (value) {
            case Boolean truth -> truth;
            case Long whole -> whole != 0;
            case Double real -> real != 0;
            case BigInteger big -> big.signum() != 0;
            case String text -> !text.isEmpty();
            case Complex complex -> complex.real() != 0 || complex.imaginary() != 0;
            case Singleton singleton -> singleton != Singleton.NONE;
            case PyList list -> !list.items.isEmpty();
            case PyTuple tuple -> !tuple.items().isEmpty();
            case PyDict dict -> !dict.entries.isEmpty();
            case PySet set -> !set.items.isEmpty();
            case PyRange range -> range.length() > 0;
            case Scalar scalar -> of(Numbers.python(scalar));
            case NDArray array -> ofArray(array);
            case Values.Custom custom -> custom.truth();
            default -> true;
        };
    }

    private static boolean ofArray(NDArray array) {
        if (array.size() > 1) {
            throw ScriptError.value(
                    "The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()");
        }
        return array.size() == 1 && of(Numbers.python(array, array.layout().offset()));
    }

    /** Python's equality of everything but arrays, which compare item by item elsewhere. */
    static boolean equal(Object a, Object b) {
        return equal(a, b, 0);
    }

    private static boolean equal(Object a, Object b, int depth) {
        if (a == b)
            return !(a instanceof Double real && real.isNaN());
        if (Numbers.isNumber(a) && Numbers.isNumber(b))
            return numbersEqual(plain(a), plain(b));
        return switch (a) {
            case PyList list -> b instanceof PyList other && list.typeName().equals(other.typeName())
                    && equal(list.items, other.items, depth);
            case PyTuple tuple -> b instanceof PyTuple other && equal(tuple.items(), other.items(), depth);
            case PySet set -> b instanceof PySet other && set.items.equals(other.items);
            case PyDict dict -> b instanceof PyDict other && equal(dict, other, depth);
            case Values.DTypeValue dtype -> dtypeEqual(dtype.dtype(), b);
            case Values.TypeValue type ->
                b instanceof Values.DTypeValue other ? dtypeEqual(other.dtype(), a) : type.equals(b);
            case NDArray array -> false;
            default -> b instanceof Values.DTypeValue other ? dtypeEqual(other.dtype(), a) : a.equals(b);
        };
    }

    private static boolean equal(PyDict a, PyDict b, int depth) {
        if (!a.entries.keySet().equals(b.entries.keySet()))
            return false;
        deeper(depth);
        for (var entry : a.entries.entrySet())
            if (!equal(entry.getValue(), Objects.requireNonNull(b.entries.get(entry.getKey())), depth + 1))
                return false;
        return true;
    }

    private static boolean equal(List<Object> a, List<Object> b, int depth) {
        if (a.size() != b.size())
            return false;
        deeper(depth);
        for (int i = 0; i < a.size(); i++)
            if (!equal(a.get(i), b.get(i), depth + 1))
                return false;
        return true;
    }

    /** Lists may hold themselves, or one another so often that comparing them takes for ever. */
    private static void deeper(int depth) {
        if (depth > DEEPEST)
            throw new ScriptError("RecursionError", "maximum recursion depth exceeded in comparison");
        if (Thread.currentThread().isInterrupted())
            throw new CancellationException();
    }

    private static boolean dtypeEqual(DType dtype, Object other) {
        if (!(other instanceof Values.DTypeValue || other instanceof Values.TypeValue || other instanceof String))
            return false;
        try {
            return Types.dtype(other) == dtype;
        } catch (ScriptError e) {
            return false;
        }
    }

    static Object plain(Object number) {
        Object value = number instanceof Scalar scalar ? Numbers.python(scalar) : number;
        return value instanceof Boolean truth ? (Object) (truth ? 1L : 0L) : value;
    }

    private static boolean numbersEqual(Object a, Object b) {
        if (a instanceof Complex || b instanceof Complex)
            return complex(a).equals(complex(b));
        if (a instanceof Long x && b instanceof Long y)
            return x.longValue() == y.longValue();
        if (a instanceof Double || b instanceof Double)
            return Numbers.real(a) == Numbers.real(b);
        return a.equals(b);
    }

    static Complex complex(Object number) {
        return number instanceof Complex complex ? complex : new Complex(Numbers.real(number) + 0.0, 0.0);
    }

    /** A key of a dict: equal numbers are one key. */
    static Object key(Object value) {
        return key(value, new int[1]);
    }

    private static Object key(Object value, int[] parts) {
        if (value instanceof PyList || value instanceof PyDict || value instanceof PySet || value instanceof NDArray) {
            throw ScriptError.type("unhashable type: '" + Types.name(value) + "'");
        }
        if (value instanceof PyTuple tuple)
            return key(tuple, parts);
        if (!Numbers.isNumber(value))
            return value;
        Object plain = plain(value);
        return plain instanceof Double real && real == Math.rint(real) && Math.abs(real) < 9e15
                ? (Object) real.longValue()
                : plain;
    }

    private static Object key(PyTuple tuple, int[] parts) {
        List<Object> keys = null;
        for (int i = 0; i < tuple.items().size(); i++) {
            if (++parts[0] > MOST_PARTS)
                throw new ScriptError("MemoryError", "a key of more than " + MOST_PARTS + " parts");
            Object item = tuple.items().get(i);
            Object key = key(item, parts);
            if (key != item && keys == null)
                keys = new ArrayList<>(tuple.items());
            if (keys != null)
                keys.set(i, key);
        }
        return keys == null ? tuple : new PyTuple(keys, tuple.type());
    }
}
