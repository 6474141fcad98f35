package org.stridescope.script;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.stridescope.graph.Key;
import org.stridescope.script.Values.Builtin;
import org.stridescope.script.Values.Custom;

/**
 * {@code dask.delayed(f)(...)}: a call that is a task of a graph until someone computes it. Its arguments may be delayed too,
 * also inside lists, tuples and dicts.
 */
final class DaskDelayed implements Custom {
    /** Ours for Python's names of operators. */
    private static final Map<String, String> OPERATORS = Map.ofEntries(Map.entry("add", "+"),
            Map.entry("subtract", "-"), Map.entry("multiply", "*"), Map.entry("divide", "/"),
            Map.entry("floor_divide", "//"), Map.entry("remainder", "%"), Map.entry("power", "**"),
            Map.entry("matmul", "@"), Map.entry("less", "<"), Map.entry("greater", ">"),
            Map.entry("less_equal", "<="), Map.entry("greater_equal", ">="), Map.entry("equal", "=="),
            Map.entry("not_equal", "!="), Map.entry("bitwise_and", "&"), Map.entry("bitwise_or", "|"));

    final DaskSettings settings;
    final Key key;
    final Object function;
    final List<Object> positions;
    final Map<String, Object> named;

    DaskDelayed(DaskSettings settings, String name, Object function, List<Object> positions,
            Map<String, Object> named) {
        this.settings = settings;
        this.key = Key.of(name, settings.nextNumber());
        this.function = function;
        this.positions = List.copyOf(positions);
        this.named = Map.copyOf(named);
    }

    @Override
    public String typeName() {
        return "Delayed";
    }

    @Override
    public String repr() {
        return "Delayed('" + key + "')";
    }

    @Override
    public boolean truth() {
        throw ScriptError.type("Truth of Delayed objects is not supported");
    }

    @Override
    public Collection<Object> holds() {
        List<Object> held = new ArrayList<>(positions);
        held.addAll(named.values());
        held.add(function);
        return held;
    }

    @Override
    public @Nullable Object attribute(String name) {
        return switch (name) {
            case "compute" -> Attributes.bound("compute(*, scheduler=, num_workers=, **kwargs)",
                    call -> DaskRun.compute(call, settings, List.of(this)).getFirst());
            case "persist" -> Attributes.bound("persist(**kwargs)", call -> this);
            case "visualize" -> Attributes.bound("visualize(filename=, **kwargs)",
                    call -> DaskPicture.of(List.of(this)));
            case "key" -> key.toString();
            case "dask" -> DaskPicture.of(List.of(this));
            case "__getitem__" -> Attributes.bound("__getitem__(index)", call -> new DaskDelayed(settings, "getitem",
                    new Builtin(Signature.of("getitem(of, index)"),
                            inner -> Subscripting.get(inner.get("of"), inner.get("index"), inner.interpreter())),
                    List.of(this, call.get("index")), Map.of()));
            case "__call__" -> new Calling();
            case "__iter__" -> Attributes.bound("__iter__()", call -> {
                throw ScriptError.type("Delayed objects of unspecified length are not iterable");
            });
            case "__neg__" -> Attributes.bound("__neg__()", call -> operator("neg", "0 -", List.of(this)));
            default -> name.startsWith("__") && name.endsWith("__") ? operator(name) : member(name);
        };
    }

    private @Nullable Object operator(String dunder) {
        String bare = dunder.substring(2, dunder.length() - 2);
        boolean turned = bare.startsWith("r") && OPERATORS.containsKey(bare.substring(1));
        String name = turned ? bare.substring(1) : bare;
        String symbol = OPERATORS.get(name);
        if (symbol == null)
            return null;
        return Attributes.bound(dunder + "(other)", call -> operator(name, symbol, turned
                ? List.of(call.get("other"), this)
                : List.of(this, call.get("other"))));
    }

    private Object operator(String name, String symbol, List<Object> operands) {
        Builtin body = operands.size() == 1
                ? new Builtin(Signature.of(name + "(a)"),
                        call -> Operators.unary("-", call.get("a"), call.interpreter()))
                : new Builtin(Signature.of(name + "(a, b)"), call -> apply(symbol, call));
        return new DaskDelayed(settings, name, body, operands, Map.of());
    }

    private static Object apply(String symbol, Call call) {
        boolean compares = List.of("<", ">", "<=", ">=", "==", "!=").contains(symbol);
        return compares
                ? Operators.compare(symbol, call.get("a"), call.get("b"), call.interpreter())
                : Operators.binary(symbol, call.get("a"), call.get("b"), call.interpreter());
    }

    private Object member(String name) {
        return new DaskDelayed(settings, "getattr", new Builtin(Signature.of("getattr(of, name)"),
                call -> Attributes.get(call.get("of"), (String) call.get("name"), call.interpreter())),
                List.of(this, name), Map.of());
    }

    /** A delayed function or method called. */
    private final class Calling implements DirectCall {
        @Override
        public String typeName() {
            return "method";
        }

        @Override
        public @Nullable Object attribute(String name) {
            return null;
        }

        @Override
        public Collection<Object> holds() {
            return List.of(DaskDelayed.this);
        }

        @Override
        public Object call(List<Object> arguments, Map<String, Object> keywords) {
            List<Object> all = new ArrayList<>();
            all.add(DaskDelayed.this);
            all.addAll(arguments);
            return new DaskDelayed(settings, "apply", new DirectCall.Applied(), all, keywords);
        }
    }
}
