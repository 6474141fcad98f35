package org.stridescope.script;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.stridescope.script.CollectionTypes.Deque;
import org.stridescope.script.Values.PyDict;
import org.stridescope.script.Values.PyList;
import org.stridescope.script.Values.PySet;
import org.stridescope.script.Values.PyTuple;
import org.stridescope.script.Values.Singleton;

/** Attributes of Python's own values; methods of lists, tuples and deques. */
final class PythonMethods {
    private PythonMethods() {}

    static @Nullable Object of(Object of, String name, Interpreter in) {
        return switch (of) {
            case Deque deque -> ofDeque(deque, name, in);
            case PyList list -> ofList(list, name, in);
            case PyTuple tuple when tuple.type() != null && tuple.type().of(tuple, name) instanceof Object field ->
                field;
            case PyTuple tuple -> ofTuple(tuple, name, in);
            case PyDict dict -> PythonDicts.method(dict, name);
            case PySet set -> PythonSets.method(set, name, in);
            case String text -> PythonText.method(text, name, in);
            case Values.PyIterator iterator -> Generators.method(iterator, name);
            case Values.PySlice slice -> switch (name) {
                case "start" -> slice.start();
                case "stop" -> slice.stop();
                case "step" -> slice.step();
                default -> null;
            };
            case Values.PyRange range -> switch (name) {
                case "start" -> range.start();
                case "stop" -> range.stop();
                case "step" -> range.step();
                default -> null;
            };
            default -> null;
        };
    }

    private static @Nullable Object ofList(PyList list, String name, Interpreter in) {
        List<Object> items = list.items;
        return switch (name) {
            case "append" -> Attributes.bound("append(x)", call -> {
                in.grows(items.size() + 1L);
                synchronized (items) {
                    items.add(call.get("x"));
                }
                return Singleton.NONE;
            });
            case "extend" -> Attributes.bound("extend(x)",
                    call -> Operators.inPlace("+", list, call.get("x"), in) == list ? Singleton.NONE : Singleton.NONE);
            case "insert" -> Attributes.bound("insert(i, x)", call -> {
                in.grows(items.size() + 1L);
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

    private static @Nullable Object ofDeque(Deque deque, String name, Interpreter in) {
        List<Object> items = deque.items;
        return switch (name) {
            case "append", "appendleft" -> Attributes.bound(name + "(x)", call -> {
                in.grows(items.size() + 1L);
                if (name.equals("append"))
                    deque.append(call.get("x"));
                else
                    deque.appendLeft(call.get("x"));
                return Singleton.NONE;
            });
            case "extend", "extendleft" -> Attributes.bound(name + "(iterable)", call -> {
                List<Object> more = in.items(call.get("iterable"));
                in.room((long) items.size() + more.size());
                more.forEach(name.equals("extend") ? deque::append : deque::appendLeft);
                return Singleton.NONE;
            });
            case "pop", "popleft" -> Attributes.bound(name + "()", call -> {
                if (items.isEmpty())
                    throw ScriptError.index("pop from an empty deque");
                return name.equals("pop") ? items.removeLast() : items.removeFirst();
            });
            case "rotate" -> Attributes.bound("rotate(n=)", call -> {
                java.util.Collections.rotate(items, items.isEmpty() ? 0 : (int) (call.whole("n", 1) % items.size()));
                return Singleton.NONE;
            });
            case "maxlen" -> deque.most == Integer.MAX_VALUE ? Singleton.NONE : (Object) (long) deque.most;
            case "sort" -> null;
            default -> ofList(deque, name, in);
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
}
