package org.stridescope.script;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.stridescope.script.Values.PyTuple;
import org.stridescope.script.Values.Singleton;

/** What {@code lru_cache} makes of a function: results are kept by arguments, the most recently used ones. */
final class CachedFunction implements Values.Custom {
    private static final TupleType INFO = new TupleType("CacheInfo", List.of("hits", "misses", "maxsize", "currsize"),
            List.of());

    private final Object function;
    private final long most;
    private final Map<Object, Object> results = new LinkedHashMap<>(16, 0.75f, true);
    private long hits;
    private long misses;

    /** {@code most} results; -1 as many as a script may have. */
    CachedFunction(Object function, long most) {
        this.function = function;
        this.most = most;
    }

    @Override
    public String typeName() {
        return "functools._lru_cache_wrapper";
    }

    @Override
    public Collection<Object> holds() {
        List<Object> held = new ArrayList<>(results.values());
        held.add(function);
        return held;
    }

    @Override
    public @Nullable Object attribute(String name) {
        return switch (name) {
            case "__call__" -> Attributes.bound("wrapper(*args, **named)", this::call);
            case "__wrapped__" -> function;
            case "__name__" -> DaskFunction.name(function);
            case "cache_info" -> Attributes.bound("cache_info()", call -> new PyTuple(
                    List.of(hits, misses, most < 0 ? Singleton.NONE : (Object) most, (long) results.size()), INFO));
            case "cache_clear" -> Attributes.bound("cache_clear()", call -> {
                results.clear();
                hits = 0;
                misses = 0;
                return Singleton.NONE;
            });
            default -> null;
        };
    }

    private Object call(Call call) {
        List<Object> positions = ((PyTuple) call.get("args")).items();
        Map<String, Object> named = new LinkedHashMap<>(call.named());
        named.remove("args");
        List<Object> parts = new ArrayList<>(positions);
        named.forEach((name, value) -> parts.add(PyTuple.of(name, value)));
        Object key = Truth.key(new PyTuple(parts));
        Object known = results.get(key);
        if (known != null) {
            hits++;
            return known;
        }
        misses++;
        Object value = call.interpreter().call(function, positions, named);
        call.interpreter().grows(results.size() + 1L);
        results.put(key, value);
        if (most >= 0 && results.size() > most)
            results.remove(results.keySet().iterator().next());
        return value;
    }
}
