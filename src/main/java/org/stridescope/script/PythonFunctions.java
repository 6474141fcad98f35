package org.stridescope.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.stridescope.array.NDArray;
import org.stridescope.script.Values.PyDict;
import org.stridescope.script.Values.PyList;
import org.stridescope.script.Values.PyRange;
import org.stridescope.script.Values.PySet;
import org.stridescope.script.Values.PyTuple;
import org.stridescope.script.Values.Singleton;
import org.stridescope.ufunc.Ufuncs;

/** Python's built-in functions. */
final class PythonFunctions {
    private PythonFunctions() {}

    static Map<String, Object> all() {
        Names names = new Names();
        names.function("print(*values, sep=, end=, file=, flush=)", PythonFunctions::print);
        names.function("display(*values)", PythonFunctions::print);
        names.function("len(obj)", call -> length(call.get("obj")));
        names.function("range(start, stop=, step=)", PythonFunctions::range);
        PythonIterators.addTo(names);
        names.function("sum(iterable, start=)", call -> {
            Interpreter in = call.interpreter();
            Object start = call.given("start") ? call.get("start") : (Object) 0L;
            if (start instanceof String)
                throw ScriptError.type("sum() can't sum strings [use ''.join(seq) instead]");
            return PythonIterators.folded(call, "iterable", start,
                    (total, item) -> Operators.binary("+", total, item, in));
        });
        names.function("min(*args, key=, default=)", call -> extreme(call, "<"));
        names.function("max(*args, key=, default=)", call -> extreme(call, ">"));
        names.function("abs(x)", call -> absolute(call.get("x"), call.interpreter()));
        names.function("round(number, ndigits=)", PythonFunctions::round);
        names.function("pow(base, exp, mod=)", call -> call.has("mod")
                ? PythonNumbers.powerModulo(call.get("base"), call.get("exp"), call.get("mod"))
                : Operators.binary("**", call.get("base"), call.get("exp"), call.interpreter()));
        names.function("oct(x)", call -> FormatSpec.format(index(call), "#o"));
        names.function("hash(x)", call -> (long) Truth.key(call.get("x")).hashCode());
        names.function("divmod(a, b)",
                call -> PyTuple.of(Operators.binary("//", call.get("a"), call.get("b"), call.interpreter()),
                        Operators.binary("%", call.get("a"), call.get("b"), call.interpreter())));
        names.function("any(iterable)", call -> PythonIterators.some(call, true));
        names.function("all(iterable)", call -> !PythonIterators.some(call, false));
        names.function("sorted(iterable, *, key=, reverse=)",
                call -> new PyList(sorted(call.interpreter().items(call.get("iterable")), call)));
        names.function("type(x)", call -> typeOf(call.get("x")));
        names.function("isinstance(x, kind)", call -> isInstance(call.get("x"), call.get("kind"), call.interpreter()));
        names.function("id(x)",
                call -> call.get("x") instanceof NDArray array
                        ? array.buffer().address()
                        : (Object) (long) System.identityHashCode(call.get("x")));
        names.function("repr(x)", call -> Repr.repr(call.get("x")));
        names.function("format(x, spec=)", call -> FormatSpec.format(call.get("x"), call.text("spec", "")));
        names.function("hasattr(x, name)", call -> {
            try {
                Attributes.get(call.get("x"), call.text("name", ""), call.interpreter());
                return true;
            } catch (ScriptError e) {
                return false;
            }
        });
        names.function("getattr(x, name, default=)", call -> {
            try {
                return Attributes.get(call.get("x"), call.text("name", ""), call.interpreter());
            } catch (ScriptError e) {
                if (call.given("default") && e.kind().equals("AttributeError"))
                    return call.get("default");
                throw e;
            }
        });
        names.function("callable(x)",
                call -> call.get("x") instanceof Function || call.get("x") instanceof Values.Builtin
                        || call.get("x") instanceof Values.TypeValue || call.get("x") instanceof Values.UfuncValue);
        names.function("hex(x)", call -> FormatSpec.format(index(call), "#x"));
        names.function("bin(x)", call -> FormatSpec.format(index(call), "#b"));
        names.function("chr(x)",
                call -> Character.toString((int) Math.clamp(call.whole("x"), 0, Character.MAX_CODE_POINT)));
        names.function("ord(x)", call -> (long) call.text("x", " ").codePointAt(0));
        names.value("__name__", "__main__");
        return names.map();
    }

    /** An int of any size. */
    private static Object index(Call call) {
        return call.get("x") instanceof java.math.BigInteger big ? big : (Object) call.whole("x");
    }

    private static Object print(Call call) {
        List<String> parts = new ArrayList<>();
        for (Object value : ((PyTuple) call.get("values")).items())
            parts.add(Repr.str(value));
        call.interpreter().print(String.join(call.text("sep", " "), parts) + call.text("end", "\n"));
        return Singleton.NONE;
    }

    private static Object length(Object value) {
        return switch (value) {
            case PyList list -> (long) list.items.size();
            case PyTuple tuple -> (long) tuple.items().size();
            case PyDict dict -> (long) dict.entries.size();
            case PySet set -> (long) set.items.size();
            case String text -> (long) text.length();
            case PyRange range -> range.length();
            case NDArray array when array.ndim() > 0 -> array.shape(0);
            case NDArray array -> throw ScriptError.type("len() of unsized object");
            case Values.Custom custom when custom.attribute("__len__") instanceof Long length -> length;
            default -> throw ScriptError.type("object of type '" + Types.name(value) + "' has no len()");
        };
    }

    private static Object range(Call call) {
        long first = call.whole("start");
        PyRange range = call.given("stop")
                ? new PyRange(first, call.whole("stop"), call.whole("step", 1))
                : new PyRange(0, first, 1);
        if (range.step() == 0)
            throw ScriptError.value("range() arg 3 must not be zero");
        return range;
    }

    private static Object extreme(Call call, String operator) {
        List<Object> args = ((PyTuple) call.get("args")).items();
        if (args.isEmpty())
            throw ScriptError.type(call.name() + " expected at least 1 argument, got 0");
        List<Object> items = args.size() == 1 ? call.interpreter().items(args.getFirst()) : args;
        if (items.isEmpty()) {
            if (call.given("default"))
                return call.get("default");
            throw ScriptError.value(call.name() + "() arg is an empty sequence");
        }
        Interpreter in = call.interpreter();
        Object best = items.getFirst();
        Object bestKey = key(call, best);
        for (Object item : items.subList(1, items.size())) {
            Object itemKey = key(call, item);
            if (in.truth(Operators.compare(operator, itemKey, bestKey, in))) {
                best = item;
                bestKey = itemKey;
            }
        }
        return best;
    }

    private static Object key(Call call, Object item) {
        return call.has("key") ? call.interpreter().call(call.get("key"), List.of(item), Map.of()) : item;
    }

    static List<Object> sorted(List<Object> items, Call call) {
        Interpreter in = call.interpreter();
        List<Object[]> keyed = new ArrayList<>();
        for (Object item : items)
            keyed.add(new Object[]{key(call, item), item});
        boolean reverse = call.truth("reverse", false);
        try {
            keyed.sort((a, b) -> in.truth(Operators.compare("<", a[0], b[0], in))
                    ? (reverse ? 1 : -1)
                    : in.truth(Operators.compare("<", b[0], a[0], in)) ? (reverse ? -1 : 1) : 0);
        } catch (IllegalArgumentException e) {
            // items without an order (nan among them) stay as the sort left them
            return items;
        }
        return new ArrayList<>(keyed.stream().map(pair -> pair[1]).toList());
    }

    private static Object absolute(Object value, Interpreter in) {
        if (Operators.isArray(value))
            return value instanceof Scalar scalar && ScalarArithmetic.size(scalar, in) instanceof Object size
                    ? size
                    : Operators.ufunc(Ufuncs.ABSOLUTE, null, in, value);
        if (Attributes.special(value, "__abs__") instanceof Object method)
            return in.call(method, List.of(), java.util.Map.of());
        return switch (value) {
            case Double real -> Math.abs(real);
            case Values.Complex complex -> Math.hypot(complex.real(), complex.imaginary());
            case Long whole -> Numbers.small(Numbers.big(whole).abs());
            case Boolean truth -> truth ? 1L : 0L;
            case java.math.BigInteger big -> big.abs();
            default -> throw ScriptError.type("bad operand type for abs(): '" + Types.name(value) + "'");
        };
    }

    private static Object round(Call call) {
        Object value = call.get("number");
        if (value instanceof NDArray)
            throw ScriptError.type("type numpy.ndarray doesn't define __round__ method");
        Object plain = Truth.plain(value);
        int digits = call.axis("ndigits", 0);
        if (plain instanceof Double real) {
            if (!call.has("ndigits"))
                return Constructors.whole(Math.rint(real));
            if (real.isNaN() || real.isInfinite())
                return real;
            return new java.math.BigDecimal(real)
                    .setScale(Math.clamp(digits, -400, 400), java.math.RoundingMode.HALF_EVEN).doubleValue();
        }
        if (plain instanceof Long || plain instanceof java.math.BigInteger) {
            if (digits >= 0)
                return plain;
            return Numbers.small(new java.math.BigDecimal(Numbers.big(plain))
                    .setScale(Math.max(digits, -400), java.math.RoundingMode.HALF_EVEN).toBigInteger());
        }
        throw ScriptError.type("type " + Types.name(value) + " doesn't define __round__ method");
    }

    private static Object typeOf(Object value) {
        if (value instanceof Scalar scalar)
            return Constructors.numpy(scalar.dtype());
        Object known = Constructors.python().get(Types.name(value));
        return known != null ? known : new Values.TypeValue(Types.name(value), null, null);
    }

    private static boolean isInstance(Object value, Object kind, Interpreter in) {
        if (kind instanceof PyTuple tuple)
            return tuple.items().stream().anyMatch(each -> isInstance(value, each, in));
        if (kind instanceof TupleType named)
            return value instanceof PyTuple tuple && tuple.type() == named;
        if (!(kind instanceof Values.TypeValue type))
            throw ScriptError.type("isinstance() arg 2 must be a type, a tuple of types, or a union");
        String name = Types.name(value);
        if (name.equals(type.name()) || name.equals("numpy." + type.name()))
            return true;
        if (value instanceof Boolean && type.name().equals("int"))
            return true;
        if (value instanceof PyDict && type.name().equals("dict")
                || value instanceof PyTuple && type.name().equals("tuple"))
            return true;
        if (value instanceof Values.ExceptionValue exception)
            return Exceptions.matches(type, exception.kind());
        if (value instanceof Scalar scalar) {
            if (type.name().equals("float") && scalar.dtype() == org.stridescope.array.DType.FLOAT64)
                return true;
            return type.dtype() == null && NumPyTypes.isSubtype(scalar.dtype(), type);
        }
        return false;
    }
}
