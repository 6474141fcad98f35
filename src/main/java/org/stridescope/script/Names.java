package org.stridescope.script;

import java.util.LinkedHashMap;
import java.util.Map;

import org.stridescope.script.Values.Builtin;
import org.stridescope.script.Values.Callable;
import org.stridescope.script.Values.Module;

/** The names of a module under construction: functions with their signatures, values, and modules within. */
public final class Names {
    private final Map<String, Object> names = new LinkedHashMap<>();

    /** A function: {@code "clip(a, a_min, a_max, out=)"}, see {@link Signature}. */
    public Names function(String signature, Callable body) {
        Signature parsed = Signature.of(signature);
        names.put(parsed.name(), new Builtin(parsed, body));
        return this;
    }

    public Names value(String name, Object value) {
        names.put(name, value);
        return this;
    }

    public Names alias(String alias, String name) {
        Object value = names.get(name);
        if (value == null)
            throw new IllegalArgumentException("no name " + name);
        names.put(alias, value);
        return this;
    }

    public Map<String, Object> map() {
        return names;
    }

    public Module module(String name) {
        return new Module(name, names);
    }
}
