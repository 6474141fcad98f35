package org.stridescope.script;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.stridescope.script.Values.Builtin;
import org.stridescope.script.Values.PyDict;

/** Calls of whatever can be called: a script's own functions, and those of libraries, whose arguments are kept meanwhile. */
final class Calls {
    private final Interpreter in;

    Calls(Interpreter in) {
        this.in = in;
    }

    Object invoke(Node.Invoke invoke, Frame frame) {
        Object function = in.evaluator.eval(invoke.function(), frame);
        List<Object> positions = new ArrayList<>(invoke.arguments().size());
        Map<String, Object> named = null;
        for (Node.Argument argument : invoke.arguments()) {
            Object value = in.evaluator.eval(argument.value(), frame);
            if (argument.stars() == 0 && argument.name() == null) {
                positions.add(value);
                continue;
            }
            if (argument.stars() == 1) {
                positions.addAll(in.items(value));
                in.grows(positions.size());
                continue;
            }
            if (named == null)
                named = new LinkedHashMap<>();
            if (argument.stars() == 2)
                unpack(value, named, function);
            else if (named.put(Objects.requireNonNull(argument.name()), value) != null)
                throw new ScriptError("SyntaxError", "keyword argument repeated: " + argument.name());
        }
        return call(function, positions, named == null ? Map.of() : named);
    }

    private static void unpack(Object value, Map<String, Object> named, Object function) {
        if (!(value instanceof PyDict dict)) {
            throw ScriptError.type("argument after ** must be a mapping, not " + Types.name(value));
        }
        dict.entries.forEach((key, item) -> {
            if (!(key instanceof String name))
                throw ScriptError.type("keywords must be strings");
            if (named.put(name, item) != null)
                throw ScriptError.type(DaskFunction.name(function) + "() got multiple values for keyword argument '"
                        + name + "'");
        });
    }

    Object call(Object function, List<Object> positions, Map<String, Object> named) {
        in.tick();
        if (function instanceof Function own)
            return in.call(own, Parameters.bind(own, positions, named));
        Roots roots = in.roots;
        int mark = roots.mark();
        roots.pin(function);
        positions.forEach(roots::pin);
        named.values().forEach(roots::pin);
        long before = roots.enterLibrary();
        try {
            Object value = library(function, positions, named);
            if (value instanceof Values.Opaque opaque)
                opaque.madeOf(function, positions, named, roots.taken());
            return value;
        } finally {
            roots.leaveLibrary(before);
            roots.cut(mark);
        }
    }

    private Object library(Object function, List<Object> positions, Map<String, Object> named) {
        return switch (function) {
            case Builtin builtin ->
                builtin.body().call(new Call(in, builtin.name(), builtin.signature().bind(positions, named)));
            case Values.TypeValue type when type.make() != null -> Objects.requireNonNull(type.make())
                    .call(new Call(in, type.name(), Constructors.bind(type, positions, named)));
            case Values.UfuncValue ufunc -> UfuncCalls.call(ufunc.ufunc(), positions, named, in);
            case DirectCall direct -> direct.call(positions, named);
            case DirectCall.Applied applied -> in.call(positions.getFirst(), positions.subList(1, positions.size()),
                    named);
            case Values.Custom custom when Attributes.special(custom, "__call__") instanceof Object method ->
                in.call(method, positions, named);
            case Values.Module module -> throw ScriptError.type("'module' object is not callable");
            default -> throw ScriptError.type("'" + Types.name(function) + "' object is not callable");
        };
    }
}
