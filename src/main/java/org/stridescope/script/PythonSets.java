package org.stridescope.script;

import java.util.HashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.stridescope.script.Values.PySet;
import org.stridescope.script.Values.PyTuple;
import org.stridescope.script.Values.Singleton;

/** Methods and comparisons of sets. */
final class PythonSets {
    private PythonSets() {}

    static @Nullable Object method(PySet set, String name, Interpreter in) {
        return switch (name) {
            case "add" -> Attributes.bound("add(x)", call -> {
                in.grows(set.items.size() + 1L);
                set.items.add(Truth.key(call.get("x")));
                return Singleton.NONE;
            });
            case "discard" -> Attributes.bound("discard(x)", call -> {
                set.items.remove(Truth.key(call.get("x")));
                return Singleton.NONE;
            });
            case "remove" -> Attributes.bound("remove(x)", call -> {
                if (!set.items.remove(Truth.key(call.get("x"))))
                    throw ScriptError.key(call.get("x"));
                return Singleton.NONE;
            });
            case "pop" -> Attributes.bound("pop()", call -> {
                if (set.items.isEmpty())
                    throw new ScriptError("KeyError", "'pop from an empty set'");
                Object first = set.items.iterator().next();
                set.items.remove(first);
                return first;
            });
            case "clear" -> Attributes.bound("clear()", call -> {
                set.items.clear();
                return Singleton.NONE;
            });
            case "copy" -> Attributes.bound("copy()", call -> PySet.of(set.items));
            case "union", "intersection", "difference" -> Attributes.bound(name + "(*others)", call -> {
                PySet result = PySet.of(set.items);
                for (Object other : ((PyTuple) call.get("others")).items())
                    change(result, name, other, in);
                return result;
            });
            case "update", "intersection_update", "difference_update" -> Attributes.bound(name + "(*others)", call -> {
                for (Object other : ((PyTuple) call.get("others")).items())
                    change(set, name.equals("update") ? "union" : name.replace("_update", ""), other, in);
                return Singleton.NONE;
            });
            case "symmetric_difference" -> Attributes.bound("symmetric_difference(other)",
                    call -> apart(set.items, keys(call.get("other"), in)));
            case "issubset" -> Attributes.bound("issubset(other)",
                    call -> keys(call.get("other"), in).containsAll(set.items));
            case "issuperset" -> Attributes.bound("issuperset(other)",
                    call -> set.items.containsAll(keys(call.get("other"), in)));
            case "isdisjoint" -> Attributes.bound("isdisjoint(other)",
                    call -> java.util.Collections.disjoint(set.items, keys(call.get("other"), in)));
            default -> null;
        };
    }

    private static Set<Object> keys(Object other, Interpreter in) {
        return other instanceof PySet set ? set.items : PySet.of(in.items(other)).items;
    }

    private static void change(PySet set, String how, Object other, Interpreter in) {
        Set<Object> keys = keys(other, in);
        switch (how) {
            case "union" -> set.items.addAll(keys);
            case "intersection" -> set.items.retainAll(keys == set.items ? new HashSet<>(keys) : keys);
            default -> set.items.removeAll(keys == set.items ? new HashSet<>(keys) : keys);
        }
        in.grows(set.items.size());
    }

    private static PySet apart(Set<Object> a, Set<Object> b) {
        PySet result = new PySet();
        for (Object item : a)
            if (!b.contains(item))
                result.items.add(item);
        for (Object item : b)
            if (!a.contains(item))
                result.items.add(item);
        return result;
    }

    /** {@code a | b} and its kin; null where the operator is none of sets. */
    static @Nullable PySet binary(String operator, PySet a, PySet b, Interpreter in) {
        PySet result = PySet.of(a.items);
        switch (operator) {
            case "|" -> change(result, "union", b, in);
            case "&" -> change(result, "intersection", b, in);
            case "-" -> change(result, "difference", b, in);
            case "^" -> {
                return apart(a.items, b.items);
            }
            default -> {
                return null;
            }
        }
        return result;
    }

    /** Whether one is part of the other. */
    static boolean ordered(String operator, PySet a, PySet b) {
        return switch (operator) {
            case "<=" -> b.items.containsAll(a.items);
            case "<" -> b.items.size() > a.items.size() && b.items.containsAll(a.items);
            case ">=" -> a.items.containsAll(b.items);
            default -> a.items.size() > b.items.size() && a.items.containsAll(b.items);
        };
    }
}
