package org.stridescope.script;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.stridescope.script.Values.Builtin;
import org.stridescope.script.Values.Module;
import org.stridescope.script.Values.PyTuple;
import org.stridescope.script.Values.Singleton;

/** Python's {@code functools}: partial, reduce, lru_cache, cache, wraps. */
final class FunctionTools {
    private static final Signature ANY = Signature.of("partial(*args, **named)");
    private static final long MOST_CACHED = 128;

    private FunctionTools() {}

    static Module make() {
        Names names = new Names();
        names.function("reduce(function, iterable, initial=)", FunctionTools::reduce);
        names.function("partial(func, *args, **keywords)", FunctionTools::partial);
        names.function("lru_cache(maxsize=, typed=)", call -> {
            Object given = call.given("maxsize") ? call.get("maxsize") : (Object) MOST_CACHED;
            if (callable(given))
                return new CachedFunction(given, MOST_CACHED);
            long most = given == Singleton.NONE ? -1 : Math.max(0, Numbers.index(given));
            return decorator(function -> new CachedFunction(function, most));
        });
        names.function("cache(user_function)", call -> new CachedFunction(call.get("user_function"), -1));
        names.function("wraps(wrapped)", call -> decorator(function -> function));
        return names.module("functools");
    }

    private static boolean callable(Object value) {
        return value instanceof Function || value instanceof Builtin || value instanceof Values.TypeValue;
    }

    private static Builtin decorator(java.util.function.UnaryOperator<Object> make) {
        return new Builtin(Signature.of("decorator(function)"), call -> make.apply(call.get("function")));
    }

    private static Object reduce(Call call) {
        Interpreter in = call.interpreter();
        Iterator<Object> items = PythonIterators.iterate(call, "iterable");
        if (!call.given("initial") && !items.hasNext())
            throw ScriptError.type("reduce() of empty iterable with no initial value");
        int mark = in.roots.mark();
        Object total = call.given("initial") ? call.get("initial") : items.next();
        in.roots.keep(mark, total);
        while (items.hasNext()) {
            total = in.call(call.get("function"), List.of(total, items.next()), Map.of());
            in.roots.keep(mark, total);
        }
        return total;
    }

    private static Object partial(Call call) {
        Object function = call.get("func");
        List<Object> first = ((PyTuple) call.get("args")).items();
        Map<String, Object> named = new LinkedHashMap<>(call.named());
        named.remove("func");
        named.remove("args");
        List<Object> held = new ArrayList<>(first);
        held.add(function);
        held.addAll(named.values());
        return new Builtin(ANY, inner -> {
            List<Object> positions = new ArrayList<>(first);
            positions.addAll(((PyTuple) inner.get("args")).items());
            Map<String, Object> all = new LinkedHashMap<>(named);
            inner.named().forEach((name, value) -> {
                if (!name.equals("args"))
                    all.put(name, value);
            });
            return inner.interpreter().call(function, positions, all);
        }, held);
    }
}
