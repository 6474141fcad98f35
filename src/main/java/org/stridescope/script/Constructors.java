package org.stridescope.script;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.stridescope.array.DType;
import org.stridescope.array.Items;
import org.stridescope.array.NDArray;
import org.stridescope.script.Values.Complex;
import org.stridescope.script.Values.ExceptionValue;
import org.stridescope.script.Values.PyDict;
import org.stridescope.script.Values.PyList;
import org.stridescope.script.Values.PySet;
import org.stridescope.script.Values.PyTuple;
import org.stridescope.script.Values.TypeValue;

/** Types that are called to convert: int, float, list, np.int8 ... and exceptions. */
final class Constructors {
    private static final java.util.Set<String> TWO = java.util.Set.of("complex", "int", "collections.deque",
            "collections.defaultdict");

    private Constructors() {}

    static Map<String, Object> bind(TypeValue type, List<Object> positions, Map<String, Object> named) {
        Map<String, Object> bound = new LinkedHashMap<>(named);
        if (positions.size() > 1 && !Exceptions.NAMES.contains(type.name()) && !type.name().equals("slice")
                && !(positions.size() == 2 && TWO.contains(type.name()))) {
            throw ScriptError.type(type.name() + " expected at most 1 argument, got " + positions.size());
        }
        if (!positions.isEmpty())
            bound.put("x", positions.getFirst());
        bound.put("all", new PyTuple(List.copyOf(positions)));
        return bound;
    }

    static Map<String, Object> python() {
        Map<String, Object> types = new LinkedHashMap<>();
        put(types, "int", DType.INT64, call -> call.given("x") ? whole(call) : 0L);
        put(types, "float", DType.FLOAT64, call -> call.given("x") ? real(call.get("x")) : 0.0);
        put(types, "bool", DType.BOOL, call -> call.given("x") && call.interpreter().truth(call.get("x")));
        put(types, "complex", DType.COMPLEX128, call -> complex((PyTuple) call.get("all")));
        put(types, "str", null, call -> call.given("x") ? Repr.str(call.get("x")) : "");
        put(types, "list", null, call -> new PyList(
                call.given("x") ? call.interpreter().items(call.get("x")) : new java.util.ArrayList<>()));
        put(types, "tuple", null,
                call -> new PyTuple(call.given("x") ? call.interpreter().items(call.get("x")) : List.of()));
        put(types, "set", null, call -> {
            return call.given("x") ? PySet.of(call.interpreter().items(call.get("x"))) : new PySet();
        });
        put(types, "dict", null, Constructors::dict);
        put(types, "slice", null, call -> {
            List<Object> all = ((PyTuple) call.get("all")).items();
            Object none = Values.Singleton.NONE;
            if (all.size() == 1)
                return new Values.PySlice(none, all.getFirst(), none);
            return new Values.PySlice(all.getFirst(), all.get(1), all.size() > 2 ? all.get(2) : none);
        });
        for (String name : Exceptions.NAMES)
            put(types, name, null, call -> new ExceptionValue(name, ((PyTuple) call.get("all")).items()));
        return types;
    }

    private static void put(Map<String, Object> types, String name, @org.jspecify.annotations.Nullable DType dtype,
            Values.Callable make) {
        types.put(name, new TypeValue(name, dtype, make));
    }

    static Object dict(Call call) {
        PyDict dict = new PyDict();
        if (call.given("x"))
            PythonDicts.update(dict, call.get("x"), call.interpreter());
        call.named().forEach((name, value) -> {
            if (!name.equals("x") && !name.equals("all"))
                dict.entries.put(name, value);
        });
        return dict;
    }

    /** {@code int(x)} and {@code int('ff', 16)}. */
    private static Object whole(Call call) {
        List<Object> all = ((PyTuple) call.get("all")).items();
        if (all.size() < 2)
            return whole(call.get("x"));
        if (!(all.getFirst() instanceof String text))
            throw ScriptError.type("int() can't convert non-string with explicit base");
        long base = Numbers.index(all.get(1));
        if (base < 2 || base > 36)
            throw ScriptError.value("int() base must be >= 2 and <= 36, or 0");
        String digits = text.strip().toLowerCase(java.util.Locale.ROOT).replace("_", "");
        String prefix = base == 16 ? "0x" : base == 2 ? "0b" : base == 8 ? "0o" : " ";
        try {
            return Numbers.small(
                    new BigInteger(digits.startsWith(prefix) ? digits.substring(2) : digits, (int) base));
        } catch (NumberFormatException e) {
            throw ScriptError.value("invalid literal for int() with base " + base + ": " + Repr.repr(text));
        }
    }

    static Object whole(Object value) {
        return switch (value) {
            case Long whole -> whole;
            case BigInteger big -> big;
            case Boolean truth -> truth ? 1L : 0L;
            case String text -> parsed(text);
            case Scalar scalar -> whole(Numbers.python(scalar));
            case NDArray array when array.size() == 1 -> whole(Numbers.python(array, array.layout().offset()));
            case NDArray array -> throw ScriptError.type("only size-1 arrays can be converted to Python scalars");
            case Double real -> {
                if (real.isNaN())
                    throw ScriptError.value("cannot convert float NaN to integer");
                if (real.isInfinite())
                    throw new ScriptError("OverflowError", "cannot convert float infinity to integer");
                yield Numbers.small(new BigDecimal(real).toBigInteger());
            }
            default ->
                throw ScriptError.type("int() argument must be a string, a bytes-like object or a real number, not '"
                        + Types.name(value) + "'");
        };
    }

    private static Object parsed(String text) {
        try {
            if (text.length() > 4300)
                throw ScriptError.value("Exceeds the limit (4300 digits) for integer string conversion");
            return Numbers.small(new BigInteger(text.strip().replace("_", "").replaceFirst("^\\+", "")));
        } catch (NumberFormatException e) {
            throw ScriptError.value("invalid literal for int() with base 10: " + Repr.repr(text));
        }
    }

    static Object real(Object value) {
        if (!(value instanceof String text)) {
            if (value instanceof PyList || value instanceof PyTuple || value instanceof PyDict
                    || value == Values.Singleton.NONE) {
                throw ScriptError
                        .type("float() argument must be a string or a real number, not '" + Types.name(value) + "'");
            }
            return Numbers.real(value);
        }
        String bare = text.strip().toLowerCase(java.util.Locale.ROOT).replace("_", "");
        switch (bare) {
            case "nan", "+nan", "-nan" :
                return Double.NaN;
            case "inf", "+inf", "infinity" :
                return Double.POSITIVE_INFINITY;
            case "-inf", "-infinity" :
                return Double.NEGATIVE_INFINITY;
            default :
        }
        try {
            if (bare.endsWith("d") || bare.endsWith("f") || bare.contains("x"))
                throw new NumberFormatException();
            return Double.parseDouble(bare);
        } catch (NumberFormatException e) {
            throw ScriptError.value("could not convert string to float: " + Repr.repr(text));
        }
    }

    private static Object complex(PyTuple all) {
        Complex first = all.items().isEmpty() ? new Complex(0, 0) : Truth.complex(Truth.plain(all.items().getFirst()));
        if (all.items().size() < 2)
            return first;
        Complex second = Truth.complex(Truth.plain(all.items().get(1)));
        return new Complex(first.real() - second.imaginary(), first.imaginary() + second.real());
    }

    /** {@code np.int8(x)}: a scalar, or an array for an array. */
    static TypeValue numpy(DType dtype) {
        return new TypeValue(Types.scalarName(dtype), dtype, call -> {
            Object value = call.given("x") ? call.get("x") : (Object) 0L;
            if (value instanceof String text)
                value = dtype.isFloat() ? real(text) : whole(text);
            NDArray from = Arrays.of(value, call.memory());
            if (from.dtype().isComplex() && dtype.isInteger() && !Operators.isArray(value))
                throw Numbers.notReal(dtype, "complex");
            NDArray to = NDArray.zeros(call.memory(), dtype, from.shape());
            Items.assign(from, to, call.memory());
            return Arrays.unwrapped(to);
        });
    }
}
