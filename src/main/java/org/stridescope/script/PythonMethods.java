package org.stridescope.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.stridescope.script.Values.PyDict;
import org.stridescope.script.Values.PyList;
import org.stridescope.script.Values.PySet;
import org.stridescope.script.Values.PyTuple;
import org.stridescope.script.Values.Singleton;

/** Methods of Python's own lists, tuples, dicts, sets and strings. */
final class PythonMethods {
    private PythonMethods() {}

    static @Nullable Object of(Object of, String name, Interpreter in) {
        return switch (of) {
            case PyList list -> ofList(list, name, in);
            case PyTuple tuple -> ofTuple(tuple, name, in);
            case PyDict dict -> ofDict(dict, name);
            case PySet set -> ofSet(set, name, in);
            case String text -> ofText(text, name, in);
            default -> null;
        };
    }

    private static @Nullable Object ofList(PyList list, String name, Interpreter in) {
        List<Object> items = list.items;
        return switch (name) {
            case "append" -> Attributes.bound("append(x)", call -> {
                if (items.size() >= in.limits.items())
                    throw new ScriptError("MemoryError", "a list of more than " + in.limits.items() + " items");
                synchronized (items) {
                    items.add(call.get("x"));
                }
                return Singleton.NONE;
            });
            case "extend" -> Attributes.bound("extend(x)",
                    call -> Operators.inPlace("+", list, call.get("x"), in) == list ? Singleton.NONE : Singleton.NONE);
            case "insert" -> Attributes.bound("insert(i, x)", call -> {
                long at = call.whole("i");
                items.add((int) Math.clamp(at < 0 ? at + items.size() : at, 0, items.size()), call.get("x"));
                return Singleton.NONE;
            });
            case "pop" -> Attributes.bound("pop(i=)", call -> {
                if (items.isEmpty())
                    throw ScriptError.index("pop from empty list");
                long at = call.whole("i", -1);
                if (at < -items.size() || at >= items.size())
                    throw ScriptError.index("pop index out of range");
                return items.remove((int) (at < 0 ? at + items.size() : at));
            });
            case "reverse" -> Attributes.bound("reverse()", call -> {
                java.util.Collections.reverse(items);
                return Singleton.NONE;
            });
            case "sort" -> Attributes.bound("sort(*, key=, reverse=)", call -> {
                List<Object> sorted = PythonFunctions.sorted(items, call);
                items.clear();
                items.addAll(sorted);
                return Singleton.NONE;
            });
            case "clear" -> Attributes.bound("clear()", call -> {
                items.clear();
                return Singleton.NONE;
            });
            case "copy" -> Attributes.bound("copy()", call -> new PyList(new ArrayList<>(items)));
            case "remove" -> Attributes.bound("remove(x)", call -> {
                int at = find(items, call.get("x"), in);
                if (at < 0)
                    throw ScriptError.value("list.remove(x): x not in list");
                items.remove(at);
                return Singleton.NONE;
            });
            default -> ofTuple(new PyTuple(items), name, in);
        };
    }

    private static int find(List<Object> items, Object wanted, Interpreter in) {
        for (int i = 0; i < items.size(); i++)
            if (in.truth(Operators.compare("==", items.get(i), wanted, in)))
                return i;
        return -1;
    }

    private static @Nullable Object ofTuple(PyTuple tuple, String name, Interpreter in) {
        return switch (name) {
            case "index" -> Attributes.bound("index(x)", call -> {
                int at = find(tuple.items(), call.get("x"), in);
                if (at < 0)
                    throw ScriptError.value(Repr.repr(call.get("x")) + " is not in list");
                return (long) at;
            });
            case "count" -> Attributes.bound("count(x)", call -> tuple.items().stream()
                    .filter(item -> in.truth(Operators.compare("==", item, call.get("x"), in))).count());
            default -> null;
        };
    }

    private static @Nullable Object ofDict(PyDict dict, String name) {
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
                throw new ScriptError("KeyError", Repr.repr(call.get("key")));
            });
            case "update" -> Attributes.bound("update(other)", call -> {
                if (!(call.get("other") instanceof PyDict other))
                    throw ScriptError.type("'" + Types.name(call.get("other")) + "' object is not a mapping");
                dict.entries.putAll(other.entries);
                return Singleton.NONE;
            });
            case "setdefault" -> Attributes.bound("setdefault(key, default=)",
                    call -> dict.entries.computeIfAbsent(Truth.key(call.get("key")), k -> call.get("default")));
            case "copy" -> Attributes.bound("copy()", call -> {
                PyDict copy = new PyDict();
                copy.entries.putAll(dict.entries);
                return copy;
            });
            default -> null;
        };
    }

    private static @Nullable Object ofSet(PySet set, String name, Interpreter in) {
        return switch (name) {
            case "add" -> Attributes.bound("add(x)", call -> {
                set.items.add(Truth.key(call.get("x")));
                return Singleton.NONE;
            });
            case "discard" -> Attributes.bound("discard(x)", call -> {
                set.items.remove(Truth.key(call.get("x")));
                return Singleton.NONE;
            });
            case "union" -> Attributes.bound("union(x)", call -> {
                PySet all = new PySet();
                all.items.addAll(set.items);
                in.items(call.get("x")).forEach(item -> all.items.add(Truth.key(item)));
                return all;
            });
            default -> null;
        };
    }

    private static @Nullable Object ofText(String text, String name, Interpreter in) {
        return switch (name) {
            case "format" -> Attributes.bound("format(*args, **named)", call -> TextTemplate.fill(text, call));
            case "join" -> Attributes.bound("join(items)", call -> {
                List<String> parts = new ArrayList<>();
                for (Object item : in.items(call.get("items"))) {
                    if (!(item instanceof String part))
                        throw ScriptError.type("sequence item " + parts.size() + ": expected str instance, "
                                + Types.name(item) + " found");
                    parts.add(part);
                }
                return String.join(text, parts);
            });
            case "split" -> Attributes.bound("split(sep=, maxsplit=)", call -> {
                String[] parts = call.has("sep")
                        ? text.split(java.util.regex.Pattern.quote(call.text("sep", "")), -1)
                        : text.strip().split("\\s+");
                List<Object> items = new ArrayList<>(List.of((Object[]) parts));
                if (!call.has("sep") && text.isBlank())
                    items.clear();
                return new PyList(items);
            });
            case "upper" -> Attributes.bound("upper()", call -> text.toUpperCase(Locale.ROOT));
            case "lower" -> Attributes.bound("lower()", call -> text.toLowerCase(Locale.ROOT));
            case "strip" -> Attributes.bound("strip()", call -> text.strip());
            case "startswith" ->
                Attributes.bound("startswith(prefix)", call -> text.startsWith(call.text("prefix", "")));
            case "endswith" -> Attributes.bound("endswith(suffix)", call -> text.endsWith(call.text("suffix", "")));
            case "replace" -> Attributes.bound("replace(old, new)", call -> {
                String replaced = text.replace(call.text("old", ""), call.text("new", ""));
                if (replaced.length() > in.limits.items())
                    throw new ScriptError("MemoryError", "");
                return replaced;
            });
            case "find" -> Attributes.bound("find(sub)", call -> (long) text.indexOf(call.text("sub", "")));
            case "count" -> Attributes.bound("count(sub)", call -> {
                String sub = call.text("sub", "");
                return sub.isEmpty()
                        ? (Object) (text.length() + 1L)
                        : (Object) (long) (text.split(java.util.regex.Pattern.quote(sub), -1).length - 1);
            });
            case "ljust" -> Attributes.bound("ljust(width)",
                    call -> FormatSpec.format(text, "<" + Math.max(1, call.whole("width"))));
            case "rjust" -> Attributes.bound("rjust(width)",
                    call -> FormatSpec.format(text, ">" + Math.max(1, call.whole("width"))));
            case "center" -> Attributes.bound("center(width)",
                    call -> FormatSpec.format(text, "^" + Math.max(1, call.whole("width"))));
            default -> null;
        };
    }
}
