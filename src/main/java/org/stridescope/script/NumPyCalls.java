package org.stridescope.script;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.stridescope.array.Layout;
import org.stridescope.array.NDArray;
import org.stridescope.script.Values.PySlice;
import org.stridescope.script.Values.PyTuple;
import org.stridescope.script.Values.Singleton;

/**
 * NumPy's functions and operators called from Java, by name. Much of NumPy is written in terms of the rest of it; so it is
 * here, and layouts, dtypes and errors come out as they do there.
 */
record NumPyCalls(Interpreter in) {
    /** An argument given by keyword. */
    record Keyword(String name, Object value) {}

    static NumPyCalls of(Call call) {
        return new NumPyCalls(call.interpreter());
    }

    static Keyword key(String name, Object value) {
        return new Keyword(name, value);
    }

    /** The function of this name, called; keywords stand last. */
    Object f(String name, Object... arguments) {
        Object function = in.library.numpy(name);
        if (function == null)
            throw new IllegalArgumentException("no function " + name);
        List<Object> positions = new ArrayList<>();
        Map<String, Object> named = new LinkedHashMap<>();
        for (Object argument : arguments) {
            if (argument instanceof Keyword keyword)
                named.put(keyword.name(), keyword.value());
            else
                positions.add(argument);
        }
        return in.call(function, positions, named);
    }

    /** As {@link #f}, its answer as an array. */
    NDArray a(String name, Object... arguments) {
        return array(f(name, arguments));
    }

    NDArray array(Object value) {
        return Arrays.of(value, in.memory());
    }

    /** An operator between two values. */
    Object op(Object left, String operator, Object right) {
        return "<>==!=".contains(operator) && !operator.equals("<<") && !operator.equals(">>")
                ? Operators.compare(operator, left, right, in)
                : Operators.binary(operator, left, right, in);
    }

    NDArray ap(Object left, String operator, Object right) {
        return array(op(left, operator, right));
    }

    /** {@code of[index...]}. */
    Object get(Object of, Object... index) {
        return Subscripting.get(of, index.length == 1 ? index[0] : new PyTuple(List.of(index)), in);
    }

    NDArray view(Object of, Object... index) {
        return array(get(of, index));
    }

    void set(NDArray of, Object index, Object value) {
        Subscripting.set(of, index, value, in);
    }

    /** {@code value.name(...)}. */
    Object method(Object of, String name, Object... arguments) {
        return in.call(Attributes.get(of, name, in), List.of(arguments), Map.of());
    }

    /** {@code from:to}; null stands for an end left out. */
    static PySlice cut(@org.jspecify.annotations.Nullable Long from, @org.jspecify.annotations.Nullable Long to) {
        return new PySlice(from == null ? Singleton.NONE : from, to == null ? Singleton.NONE : to, Singleton.NONE);
    }

    /** The part of an array between two places of one axis. */
    static NDArray along(NDArray array, int axis, @org.jspecify.annotations.Nullable Long from,
            @org.jspecify.annotations.Nullable Long to) {
        Layout layout = array.layout().slice(axis, new org.stridescope.array.Slice(from, to, null));
        return array.view(layout);
    }

    boolean truth(Object value) {
        return in.truth(value);
    }
}
