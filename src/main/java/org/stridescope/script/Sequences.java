package org.stridescope.script;

import java.util.ArrayList;
import java.util.List;

import org.stridescope.script.Values.PyDict;
import org.stridescope.script.Values.PyList;
import org.stridescope.script.Values.PySet;
import org.stridescope.script.Values.PyTuple;

/** Operators between texts, lists, tuples, sets and dicts: joined, repeated, merged. */
final class Sequences {
    private Sequences() {}

    static Object binary(String operator, Object left, Object right, Interpreter in) {
        if (operator.equals("+")) {
            if (left instanceof String a && right instanceof String b) {
                in.room((long) a.length() + b.length());
                return a + b;
            }
            if (left instanceof PyList a && right instanceof PyList b)
                return new PyList(joined(a.items, b.items, in));
            if (left instanceof PyTuple a && right instanceof PyTuple b)
                return new PyTuple(joined(a.items(), b.items(), in));
        }
        if (operator.equals("*") && left instanceof Long)
            return binary(operator, right, left, in);
        if (operator.equals("*") && right instanceof Long times)
            return repeated(left, times, in);
        if (left instanceof PySet a && right instanceof PySet b
                && PythonSets.binary(operator, a, b, in) instanceof Object set)
            return set;
        if (left instanceof CollectionTypes.Counter a && right instanceof CollectionTypes.Counter b
                && (operator.equals("+") || operator.equals("-")))
            return a.with(b, operator.equals("+") ? 1 : -1, in);
        if (operator.equals("|") && left instanceof PyDict a && right instanceof PyDict b) {
            PyDict dict = new PyDict();
            dict.entries.putAll(a.entries);
            dict.entries.putAll(b.entries);
            return dict;
        }
        throw Operators.unsupported(operator, left, right);
    }

    private static List<Object> joined(List<Object> a, List<Object> b, Interpreter in) {
        in.room((long) a.size() + b.size());
        List<Object> all = new ArrayList<>(a);
        all.addAll(b);
        return all;
    }

    private static Object repeated(Object value, long times, Interpreter in) {
        long count = Math.max(0, times);
        int length = value instanceof String text
                ? text.length()
                : value instanceof PyList list
                        ? list.items.size()
                        : value instanceof PyTuple tuple ? tuple.items().size() : -1;
        if (length < 0)
            throw Operators.unsupported("*", value, times);
        if (length > 0 && count > in.limits.items() / length)
            in.room(Long.MAX_VALUE);
        in.room(count * length);
        if (value instanceof String text)
            return text.repeat((int) (length == 0 ? 0 : count));
        List<Object> items = new ArrayList<>();
        List<Object> from = value instanceof PyList list ? list.items : ((PyTuple) value).items();
        for (long i = 0; i < count && length > 0; i++)
            items.addAll(from);
        return value instanceof PyList ? new PyList(items) : new PyTuple(items);
    }
}
