package org.stridescope.script;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.stridescope.array.ArrayError;
import org.stridescope.array.AxisOrder;
import org.stridescope.array.DType;
import org.stridescope.array.Items;
import org.stridescope.array.NDArray;
import org.stridescope.script.Values.PyDict;
import org.stridescope.script.Values.PyList;
import org.stridescope.script.Values.PyRange;
import org.stridescope.script.Values.PySet;
import org.stridescope.script.Values.PyTuple;
import org.stridescope.ufunc.Elementwise;
import org.stridescope.ufunc.Ufunc;
import org.stridescope.ufunc.Ufuncs;

/** Operators: on arrays the ufuncs, on Python's own values Python's arithmetic. */
final class Operators {
    private static final Map<String, String> UFUNCS = Map.ofEntries(Map.entry("+", "add"), Map.entry("-", "subtract"),
            Map.entry("*", "multiply"), Map.entry("/", "divide"), Map.entry("//", "floor_divide"),
            Map.entry("%", "remainder"),
            Map.entry("**", "power"), Map.entry("&", "bitwise_and"), Map.entry("|", "bitwise_or"),
            Map.entry("^", "bitwise_xor"),
            Map.entry("<<", "left_shift"), Map.entry(">>", "right_shift"), Map.entry("<", "less"),
            Map.entry(">", "greater"),
            Map.entry("<=", "less_equal"), Map.entry(">=", "greater_equal"), Map.entry("==", "equal"),
            Map.entry("!=", "not_equal"));

    /** Of an int: a product of two as long takes half a second. */
    private static final int MOST_BITS = 4_000_000;

    private Operators() {}

    static Object binary(String operator, Object left, Object right, Interpreter in) {
        if ((left instanceof Scalar || right instanceof Scalar)
                && ScalarArithmetic.binary(operator, left, right, in) instanceof Object result)
            return result;
        Object custom = custom(operator, left, right, in);
        if (custom != null)
            return custom;
        if (operator.equals("@"))
            return LinearAlgebra.matmul(left, right, in);
        if (left instanceof String format && operator.equals("%"))
            return FormatSpec.percent(format, right);
        if (isArray(left) || isArray(right)) {
            if (!arrayLike(left) || !arrayLike(right))
                throw noLoop(operator, left, right);
            return ufunc(Ufuncs.get(UFUNCS.getOrDefault(operator, operator)), null, in, left, right);
        }
        if (Numbers.isNumber(left) && Numbers.isNumber(right))
            return PythonNumbers.binary(operator, left, right, in);
        return Sequences.binary(operator, left, right, in);
    }

    private static @Nullable Object custom(String operator, Object left, Object right, Interpreter in) {
        if (!(left instanceof Values.Custom || right instanceof Values.Custom))
            return null;
        String name = UFUNCS.getOrDefault(operator, "matmul");
        if (Attributes.special(left, "__" + name + "__") instanceof Object method)
            return in.call(method, List.of(right), Map.of());
        if (Attributes.special(right, "__r" + name + "__") instanceof Object method)
            return in.call(method, List.of(left), Map.of());
        return null;
    }

    static boolean isArray(Object value) {
        return value instanceof NDArray || value instanceof Scalar;
    }

    static boolean arrayLike(Object value) {
        return isArray(value) || Numbers.isNumber(value) || value instanceof PyList || value instanceof PyTuple
                || value instanceof PyRange;
    }

    /** The ufunc over values converted to arrays; a scalar where no operand has axes. */
    static Object ufunc(Ufunc ufunc, @Nullable NDArray out, Interpreter in, Object... operands) {
        NDArray[] arrays = new NDArray[operands.length];
        for (int i = 0; i < operands.length; i++)
            arrays[i] = Arrays.of(operands[i], in.memory());
        NDArray result = Elementwise.apply(ufunc, in.memory(), out, null, arrays);
        return out != null ? out : Arrays.unwrapped(result);
    }

    static Object compare(String operator, Object left, Object right, Interpreter in) {
        switch (operator) {
            case "is" :
                return same(left, right);
            case "is not" :
                return !same(left, right);
            case "in" :
                return contains(right, left, in);
            case "not in" :
                return !contains(right, left, in);
            default :
        }
        if ((left instanceof Scalar || right instanceof Scalar)
                && ScalarArithmetic.compare(operator, left, right, in) instanceof Object result)
            return result;
        Object custom = custom(operator, left, right, in);
        if (custom != null)
            return custom;
        boolean equality = operator.equals("==") || operator.equals("!=");
        if (isArray(left) || isArray(right)) {
            if (arrayLike(left) && arrayLike(right))
                return comparison(operator, left, right, in);
            boolean nothing = left == Values.Singleton.NONE || right == Values.Singleton.NONE;
            if (equality && nothing && (left instanceof NDArray || right instanceof NDArray))
                return withNothing((NDArray) (left instanceof NDArray ? left : right), operator.equals("!="), in);
            if (equality)
                return operator.equals("!=");
            throw notComparable(operator, left, right);
        }
        if (equality)
            return Truth.equal(left, right) == operator.equals("==");
        return ordered(operator, left, right, in);
    }

    /** NumPy 1.24 answers a mere False, not an error, where == finds shapes that do not fit; it warns. */
    private static Object comparison(String operator, Object left, Object right, Interpreter in) {
        try {
            return ufunc(Ufuncs.get(UFUNCS.getOrDefault(operator, operator)), null, in, left, right);
        } catch (ArrayError e) {
            boolean shapes = String.valueOf(e.getMessage()).startsWith("operands could not be broadcast");
            if (shapes && operator.equals("=="))
                return false;
            if (shapes && operator.equals("!="))
                return true;
            throw e;
        }
    }

    /** No item is None: {@code x == None} is all False. */
    private static Object withNothing(NDArray array, boolean answer, Interpreter in) {
        NDArray truths = NDArray.unfilled(in.memory(), DType.BOOL, AxisOrder.like(1, array));
        Items.assign(Arrays.of(answer, in.memory()), truths, in.memory());
        return Arrays.unwrapped(truths);
    }

    private static boolean same(Object left, Object right) {
        if (left == right)
            return true;
        boolean plain = left instanceof Long || left instanceof Boolean || left instanceof String;
        return plain && left.equals(right) || left instanceof Values.TypeValue && left.equals(right);
    }

    private static boolean contains(Object holder, Object item, Interpreter in) {
        if (holder instanceof String text) {
            if (item instanceof String part)
                return text.contains(part);
            throw ScriptError.type("'in <string>' requires string as left operand, not " + Types.name(item));
        }
        if (holder instanceof PyDict dict)
            return dict.entries.containsKey(Truth.key(item));
        if (holder instanceof PySet set)
            return set.items.contains(Truth.key(item));
        if (holder instanceof PyRange range && item instanceof Long whole)
            return range.contains(whole);
        if (holder instanceof NDArray array) {
            Object equal = compare("==", array, item, in);
            return equal instanceof NDArray truths ? Truth.of(UfuncCalls.any(truths, in)) : in.truth(equal);
        }
        var all = Iteration.over(holder, in);
        int mark = in.roots.mark();
        while (all.hasNext()) {
            in.tick();
            Object each = all.next();
            if (each == item || in.truth(compare("==", each, item, in)))
                return true;
            in.roots.cut(mark);
        }
        return false;
    }

    private static Object ordered(String operator, Object left, Object right, Interpreter in) {
        int order;
        if (Numbers.isNumber(left) && Numbers.isNumber(right))
            return PythonNumbers.ordered(operator, left, right);
        if (left instanceof String a && right instanceof String b)
            order = a.compareTo(b);
        else if (left instanceof PyList a && right instanceof PyList b)
            return lists(operator, a.items, b.items, in);
        else if (left instanceof PyTuple a && right instanceof PyTuple b)
            return lists(operator, a.items(), b.items(), in);
        else if (left instanceof PySet a && right instanceof PySet b)
            return PythonSets.ordered(operator, a, b);
        else
            throw notComparable(operator, left, right);
        return PythonNumbers.holds(operator, order);
    }

    private static Object lists(String operator, List<Object> a, List<Object> b, Interpreter in) {
        for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
            if (!in.truth(compare("==", a.get(i), b.get(i), in)))
                return compare(operator, a.get(i), b.get(i), in);
        }
        return PythonNumbers.holds(operator, Integer.compare(a.size(), b.size()));
    }

    private static ScriptError notComparable(String operator, Object left, Object right) {
        return ScriptError.type("'" + operator + "' not supported between instances of '" + Types.name(left) + "' and '"
                + Types.name(right) + "'");
    }

    /** What NumPy says of arrays beside texts: sums, differences and products look for a loop of their own. */
    private static ScriptError noLoop(String operator, Object left, Object right) {
        boolean text = left instanceof String || right instanceof String;
        String name = UFUNCS.getOrDefault(operator, operator);
        if (!text)
            return unsupported(operator, left, right);
        if (!"+-*".contains(operator) || operator.length() > 1) {
            return ScriptError
                    .type("ufunc '" + name + "' not supported for the input types, and the inputs could not be"
                            + " safely coerced to any supported types according to the casting rule ''safe''");
        }
        return new ScriptError("UFuncTypeError", "ufunc '" + name + "' did not contain a loop with signature matching"
                + " types (" + dtypeText(left) + ", " + dtypeText(right) + ") -> None");
    }

    private static String dtypeText(Object value) {
        if (value instanceof String text)
            return "dtype('<U" + Math.max(1, text.length()) + "')";
        DType dtype = Answer.dtype(value);
        return "dtype('" + (dtype == null ? "O" : dtype.pythonName()) + "')";
    }

    static ScriptError unsupported(String operator, Object left, Object right) {
        String shown = operator.equals("**") ? "** or pow()" : operator;
        return ScriptError.type("unsupported operand type(s) for " + shown + ": '" + Types.name(left) + "' and '"
                + Types.name(right) + "'");
    }

    static Object unary(String operator, Object value, Interpreter in) {
        if (operator.equals("-") && value instanceof Scalar scalar
                && ScalarArithmetic.negative(scalar, in) instanceof Object negative)
            return negative;
        if (isArray(value)) {
            String name = switch (operator) {
                case "-" -> "negative";
                case "+" -> "positive";
                default -> "invert";
            };
            return ufunc(Ufuncs.get(name), null, in, value);
        }
        if (operator.equals("-") && Attributes.special(value, "__neg__") instanceof Object method)
            return in.call(method, List.of(), Map.of());
        if (!Numbers.isNumber(value)) {
            throw ScriptError.type("bad operand type for unary " + operator + ": '" + Types.name(value) + "'");
        }
        Object plain = Truth.plain(value);
        return switch (operator) {
            case "+" -> plain;
            case "-" -> switch (plain) {
                case Double real -> -real;
                case Values.Complex complex -> new Values.Complex(-complex.real(), -complex.imaginary());
                default -> Numbers.small(Numbers.big(plain).negate());
            };
            default -> {
                if (plain instanceof Double || plain instanceof Values.Complex) {
                    throw ScriptError.type("bad operand type for unary ~: '" + Types.name(value) + "'");
                }
                yield Numbers.small(Numbers.big(plain).not());
            }
        };
    }

    /** {@code a += b}: arrays and lists change in place. */
    static Object inPlace(String operator, Object left, Object right, Interpreter in) {
        if (left instanceof NDArray array) {
            if (operator.equals("@")) {
                throw ScriptError.type(
                        "In-place matrix multiplication is not (yet) supported. Use 'a = a @ b' instead of 'a @= b'.");
            }
            if (!arrayLike(right))
                throw unsupported(operator + "=", left, right);
            Object result = ufunc(Ufuncs.get(UFUNCS.getOrDefault(operator, operator)), array, in, left, right);
            in.wrote(array);
            return result;
        }
        if (left instanceof PyList list && operator.equals("+")) {
            List<Object> more = in.items(right);
            in.room((long) list.items.size() + more.size());
            list.items.addAll(more);
            return list;
        }
        if (left instanceof PySet set && right instanceof PySet other
                && PythonSets.binary(operator, set, other, in) instanceof PySet now) {
            set.items.clear();
            set.items.addAll(now.items);
            return set;
        }
        if (operator.equals("|") && left instanceof PyDict dict) {
            PythonDicts.update(dict, right, in);
            return dict;
        }
        return binary(operator, left, right, in);
    }

    static BigInteger limited(BigInteger value, Interpreter in) {
        if (value.bitLength() > MOST_BITS)
            throw new ScriptError("MemoryError", "an integer of too many digits");
        return value;
    }
}
