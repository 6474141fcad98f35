package org.stridescope.script;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.stridescope.script.CollectionTypes.Counter;
import org.stridescope.script.Values.PyDict;
import org.stridescope.script.Values.PyList;
import org.stridescope.script.Values.PyTuple;
import org.stridescope.script.Values.Singleton;

/** Methods of dicts, and of counters and ordered dicts. */
final class PythonDicts {
    private PythonDicts() {}

    static @Nullable Object method(PyDict dict, String name) {
        return switch (name) {
            case "keys" -> Attributes.bound("keys()", call -> new PyList(new ArrayList<>(dict.entries.keySet())));
            case "values" -> Attributes.bound("values()", call -> new PyList(new ArrayList<>(dict.entries.values())));
            case "items" -> Attributes.bound("items()", call -> {
                List<Object> pairs = new ArrayList<>();
                dict.entries.forEach((key, value) -> pairs.add(PyTuple.of(key, value)));
                return new PyList(pairs);
            });
            case "get" -> Attributes.bound("get(key, default=)", call -> {
                Object value = dict.entries.get(Truth.key(call.get("key")));
                return value == null ? call.get("default") : value;
            });
            case "pop" -> Attributes.bound("pop(key, default=)", call -> {
                Object value = dict.entries.remove(Truth.key(call.get("key")));
                if (value != null)
                    return value;
                if (call.given("default"))
                    return call.get("default");
                throw ScriptError.key(call.get("key"));
            });
            case "popitem" -> Attributes.bound("popitem(last=)", call -> popItem(dict, call.truth("last", true)));
            case "clear" -> Attributes.bound("clear()", call -> {
                dict.entries.clear();
                return Singleton.NONE;
            });
            case "update" -> Attributes.bound("update(other=, **named)", call -> {
                if (dict instanceof Counter counter && call.given("other"))
                    counter.count(call.get("other"), 1, call.interpreter());
                else if (call.given("other"))
                    update(dict, call.get("other"), call.interpreter());
                call.named().forEach((key, value) -> {
                    if (!key.equals("other"))
                        dict.entries.put(key, value);
                });
                return Singleton.NONE;
            });
            case "setdefault" -> Attributes.bound("setdefault(key, default=)", call -> {
                call.interpreter().grows(dict.entries.size() + 1L);
                Object known = dict.entries.putIfAbsent(Truth.key(call.get("key")), call.get("default"));
                return known == null ? call.get("default") : known;
            });
            case "copy" -> Attributes.bound("copy()", call -> {
                PyDict copy = dict.fresh();
                copy.entries.putAll(dict.entries);
                return copy;
            });
            default -> dict instanceof Counter counter ? ofCounter(counter, name) : ofOrdered(dict, name);
        };
    }

    private static Object popItem(PyDict dict, boolean last) {
        if (dict.entries.isEmpty())
            throw new ScriptError("KeyError", "'popitem(): dictionary is empty'");
        Object key = last ? List.copyOf(dict.entries.keySet()).getLast() : dict.entries.keySet().iterator().next();
        return PyTuple.of(key, java.util.Objects.requireNonNull(dict.entries.remove(key)));
    }

    private static @Nullable Object ofCounter(Counter counter, String name) {
        return switch (name) {
            case "most_common" -> Attributes.bound("most_common(n=)",
                    call -> counter.mostCommon(call.whole("n", Long.MAX_VALUE), call.interpreter()));
            case "subtract" -> Attributes.bound("subtract(other)", call -> {
                counter.count(call.get("other"), -1, call.interpreter());
                return Singleton.NONE;
            });
            case "total" -> Attributes.bound("total()", call -> {
                Object total = 0L;
                for (Object value : counter.entries.values())
                    total = Operators.binary("+", total, value, call.interpreter());
                return total;
            });
            case "elements" -> Attributes.bound("elements()", call -> {
                List<Object> all = new ArrayList<>();
                counter.entries.forEach((key, value) -> {
                    long times = Math.max(0, Numbers.index(value));
                    call.interpreter().room(all.size() + times);
                    for (long i = 0; i < times; i++)
                        all.add(key);
                });
                return new Values.PyIterator(all.iterator(), "itertools.chain");
            });
            default -> null;
        };
    }

    private static @Nullable Object ofOrdered(PyDict dict, String name) {
        if (!(dict instanceof CollectionTypes.OrderedDict) || !name.equals("move_to_end"))
            return null;
        return Attributes.bound("move_to_end(key, last=)", call -> {
            Object key = Truth.key(call.get("key"));
            Object value = dict.entries.remove(key);
            if (value == null)
                throw ScriptError.key(call.get("key"));
            if (call.truth("last", true)) {
                dict.entries.put(key, value);
            } else {
                java.util.Map<Object, Object> rest = new java.util.LinkedHashMap<>(dict.entries);
                dict.entries.clear();
                dict.entries.put(key, value);
                dict.entries.putAll(rest);
            }
            return Singleton.NONE;
        });
    }

    /** Adds another dict's entries, or pairs. */
    static void update(PyDict dict, Object other, Interpreter in) {
        if (other instanceof PyDict from) {
            dict.entries.putAll(from.entries);
            in.grows(dict.entries.size());
            return;
        }
        int number = 0;
        for (Object pair : in.items(other)) {
            List<Object> items = in.items(pair);
            if (items.size() != 2)
                throw ScriptError.value("dictionary update sequence element #" + number + " has length "
                        + items.size() + "; 2 is required");
            dict.entries.put(Truth.key(items.getFirst()), items.get(1));
            number++;
        }
    }
}
