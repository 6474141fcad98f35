package org.stridescope.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.stridescope.array.ArrayMemory;
import org.stridescope.array.DType;
import org.stridescope.array.NDArray;
import org.stridescope.script.Values.PyTuple;
import org.stridescope.script.Values.Singleton;
import org.stridescope.ufunc.Casting;

/** One call of a library function: its arguments by name, converted on request, and the interpreter that calls. */
public final class Call {
    private final Interpreter interpreter;
    private final String name;
    private final Map<String, Object> arguments;

    Call(Interpreter interpreter, String name, Map<String, Object> arguments) {
        this.interpreter = interpreter;
        this.name = name;
        this.arguments = arguments;
    }

    public Interpreter interpreter() {
        return interpreter;
    }

    public ArrayMemory memory() {
        return interpreter.memory();
    }

    public String name() {
        return name;
    }

    /** All arguments, by name. */
    Map<String, Object> named() {
        return arguments;
    }

    /** Whether it was given, and not None. */
    public boolean has(String parameter) {
        Object value = arguments.get(parameter);
        return value != null && value != Singleton.NONE;
    }

    /** The argument, or None. */
    public Object get(String parameter) {
        Object value = arguments.get(parameter);
        return value == null ? Singleton.NONE : value;
    }

    /** Whether it was given at all, None too. */
    public boolean given(String parameter) {
        return arguments.containsKey(parameter);
    }

    /** As an array; lists are converted. */
    public NDArray array(String parameter) {
        return Arrays.of(get(parameter), memory());
    }

    public List<NDArray> arrays(String parameter) {
        List<NDArray> arrays = new ArrayList<>();
        Object value = get(parameter);
        if (value instanceof NDArray array && array.ndim() > 0) {
            for (long i = 0; i < array.shape(0); i++)
                arrays.add(array.at(i));
            return arrays;
        }
        for (Object item : interpreter.items(value))
            arrays.add(Arrays.of(item, memory()));
        return arrays;
    }

    public long whole(String parameter) {
        return Numbers.index(get(parameter));
    }

    public long whole(String parameter, long otherwise) {
        return has(parameter) ? whole(parameter) : otherwise;
    }

    public int axis(String parameter, int otherwise) {
        return has(parameter) ? Numbers.axis(get(parameter)) : otherwise;
    }

    /** As {@link #axis}, where None is no axis. */
    public int requiredAxis(String parameter, int otherwise) {
        return given(parameter) ? Numbers.axis(get(parameter)) : otherwise;
    }

    public double number(String parameter, double otherwise) {
        return has(parameter) ? Numbers.real(get(parameter)) : otherwise;
    }

    public boolean truth(String parameter, boolean otherwise) {
        return given(parameter) ? interpreter.truth(get(parameter)) : otherwise;
    }

    public String text(String parameter, String otherwise) {
        if (!has(parameter))
            return otherwise;
        if (get(parameter) instanceof String text)
            return text;
        throw ScriptError.type(name + "() argument '" + parameter + "' must be str, not " + Types.name(get(parameter)));
    }

    /** Axes as given: one, a tuple, or null for None. */
    public int @Nullable [] axes(String parameter) {
        if (!has(parameter))
            return null;
        Object value = get(parameter);
        if (value instanceof PyTuple || value instanceof Values.PyList) {
            return interpreter.items(value).stream().mapToInt(Numbers::axis).toArray();
        }
        return new int[]{Numbers.axis(value)};
    }

    public @Nullable DType dtype(String parameter) {
        return has(parameter) ? Types.dtype(get(parameter)) : null;
    }

    public DType dtype(String parameter, DType otherwise) {
        return has(parameter) ? Types.dtype(get(parameter)) : otherwise;
    }

    public long[] shape(String parameter) {
        return Numbers.shape(get(parameter), interpreter);
    }

    public Casting.Order order(Casting.Order otherwise) {
        if (!has("order"))
            return otherwise;
        return switch (text("order", "K").toUpperCase(java.util.Locale.ROOT)) {
            case "C" -> Casting.Order.C;
            case "F" -> Casting.Order.F;
            case "A" -> Casting.Order.A;
            case "K" -> Casting.Order.K;
            default ->
                throw ScriptError.value("order must be one of 'C', 'F', 'A', or 'K' (got '" + text("order", "") + "')");
        };
    }

    public @Nullable NDArray out() {
        if (!has("out"))
            return null;
        Object out = get("out");
        if (out instanceof PyTuple tuple && tuple.items().size() == 1)
            out = tuple.items().getFirst();
        if (out instanceof NDArray array) {
            interpreter().wrote(array);
            return array;
        }
        throw ScriptError.type("return arrays must be of ArrayType");
    }
}
