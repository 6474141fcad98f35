package org.stridescope.script;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.stridescope.script.Values.Builtin;

/** {@code dask.delayed(f)}: calling it makes a task instead of a result. */
final class DaskFunction implements DirectCall {
    private final DaskSettings settings;
    private final Object function;
    private final String name;

    DaskFunction(DaskSettings settings, Object function, @Nullable String name) {
        this.settings = settings;
        this.function = function;
        this.name = name == null ? name(function) : name;
    }

    static boolean isCallable(Object value) {
        return value instanceof Function || value instanceof Builtin || value instanceof Values.UfuncValue
                || value instanceof Values.TypeValue type && type.make() != null;
    }

    static String name(Object function) {
        return switch (function) {
            case Function own -> own.name().equals("<lambda>") ? "lambda" : own.name();
            case Builtin builtin -> builtin.name().replaceFirst("^\\.", "");
            case Values.UfuncValue ufunc -> ufunc.ufunc().name();
            case Values.TypeValue type -> type.name();
            default -> Types.name(function);
        };
    }

    @Override
    public String typeName() {
        return "DelayedLeaf";
    }

    @Override
    public String repr() {
        return "Delayed('" + name + "')";
    }

    @Override
    public Collection<Object> holds() {
        return List.of(function);
    }

    @Override
    public @Nullable Object attribute(String attribute) {
        return attribute.equals("__name__") ? name : null;
    }

    @Override
    public Object call(List<Object> positions, Map<String, Object> named) {
        Map<String, Object> rest = new java.util.LinkedHashMap<>(named);
        String task = rest.remove("dask_key_name") instanceof String given ? given : name;
        rest.remove("pure");
        return new DaskDelayed(settings, task, function, positions, rest);
    }
}
