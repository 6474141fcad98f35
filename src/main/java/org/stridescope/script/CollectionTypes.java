package org.stridescope.script;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import org.stridescope.script.Values.Module;
import org.stridescope.script.Values.PyDict;
import org.stridescope.script.Values.PyList;
import org.stridescope.script.Values.PyTuple;
import org.stridescope.script.Values.Singleton;
import org.stridescope.script.Values.TypeValue;

/** Python's {@code collections}: Counter, defaultdict, OrderedDict, deque, namedtuple. */
final class CollectionTypes {
    private CollectionTypes() {}

    static Module make() {
        Names names = new Names();
        names.value("Counter", new TypeValue("collections.Counter", null, call -> {
            Counter counter = new Counter();
            if (call.given("x"))
                counter.count(call.get("x"), 1, call.interpreter());
            named(call, counter);
            return counter;
        }));
        names.value("OrderedDict", new TypeValue("collections.OrderedDict", null, call -> {
            OrderedDict dict = new OrderedDict();
            dict.entries.putAll(((PyDict) Constructors.dict(call)).entries);
            return dict;
        }));
        names.value("defaultdict", new TypeValue("collections.defaultdict", null, call -> {
            List<Object> all = ((PyTuple) call.get("all")).items();
            DefaultDict dict = new DefaultDict(all.isEmpty() ? Singleton.NONE : all.getFirst());
            if (all.size() > 1)
                PythonDicts.update(dict, all.get(1), call.interpreter());
            named(call, dict);
            return dict;
        }));
        names.value("deque", new TypeValue("collections.deque", null, CollectionTypes::deque));
        names.function("namedtuple(typename, field_names, *, rename=, defaults=)", CollectionTypes::named);
        return names.module("collections");
    }

    private static void named(Call call, PyDict dict) {
        call.named().forEach((name, value) -> {
            if (!name.equals("x") && !name.equals("all"))
                dict.entries.put(name, value);
        });
    }

    private static Object deque(Call call) {
        List<Object> all = ((PyTuple) call.get("all")).items();
        Object most = all.size() > 1 ? all.get(1) : call.get("maxlen");
        Deque deque = new Deque(most == Singleton.NONE ? Integer.MAX_VALUE : Numbers.axis(most));
        if (!all.isEmpty())
            for (Object item : call.interpreter().items(all.getFirst()))
                deque.append(item);
        return deque;
    }

    private static Object named(Call call) {
        Object given = call.get("field_names");
        List<String> fields = new ArrayList<>();
        if (given instanceof String text) {
            for (String field : text.replace(',', ' ').trim().split("\\s+"))
                if (!field.isEmpty())
                    fields.add(field);
        } else {
            for (Object field : call.interpreter().items(given))
                fields.add(Repr.str(field));
        }
        for (String field : fields) {
            if (!field.matches("[\\p{L}_][\\p{L}\\p{N}_]*"))
                throw ScriptError.value("Type names and field names must be valid identifiers: " + Repr.repr(field));
            if (field.startsWith("_"))
                throw ScriptError.value("Field names cannot start with an underscore: " + Repr.repr(field));
            if (fields.indexOf(field) != fields.lastIndexOf(field))
                throw ScriptError.value("Encountered duplicate field name: " + Repr.repr(field));
        }
        List<Object> defaults = call.has("defaults") ? call.interpreter().items(call.get("defaults")) : List.of();
        if (defaults.size() > fields.size())
            throw ScriptError.type("Got more default values than field names");
        return new TupleType(call.text("typename", ""), fields, defaults);
    }

    /** A dict that makes what it lacks. */
    static final class DefaultDict extends PyDict {
        private final Object factory;

        DefaultDict(Object factory) {
            this.factory = factory;
        }

        @Override
        String typeName() {
            return "collections.defaultdict";
        }

        @Override
        Object missing(Object key, Interpreter in) {
            if (factory == Singleton.NONE)
                throw ScriptError.key(key);
            Object made = in.call(factory, List.of(), java.util.Map.of());
            entries.put(Truth.key(key), made);
            return made;
        }

        @Override
        List<Object> extras() {
            return List.of(factory);
        }

        @Override
        PyDict fresh() {
            return new DefaultDict(factory);
        }

        @Override
        String opening() {
            return "defaultdict(" + Repr.repr(factory) + ", ";
        }
    }

    /** A dict that remembers its order, as all of Python's do now. */
    static final class OrderedDict extends PyDict {
        @Override
        String typeName() {
            return "collections.OrderedDict";
        }

        @Override
        PyDict fresh() {
            return new OrderedDict();
        }

        @Override
        String opening() {
            return "OrderedDict(";
        }
    }

    /** How often each key was there. */
    static final class Counter extends PyDict {
        @Override
        String typeName() {
            return "collections.Counter";
        }

        @Override
        Object missing(Object key, Interpreter in) {
            return 0L;
        }

        @Override
        PyDict fresh() {
            return new Counter();
        }

        @Override
        String opening() {
            return "Counter(";
        }

        /** Adds each item once, or a dict's numbers, so many times. */
        void count(Object items, long times, Interpreter in) {
            if (items instanceof PyDict dict) {
                dict.entries.forEach((key, value) -> entries.merge(key,
                        Operators.binary("*", value, times, in), (a, b) -> Operators.binary("+", a, b, in)));
                return;
            }
            Iterator<Object> all = Iteration.over(items, in);
            int mark = in.roots.mark();
            while (all.hasNext()) {
                in.tick();
                in.grows(entries.size() + 1L);
                entries.merge(Truth.key(all.next()), times, (a, b) -> Operators.binary("+", a, b, in));
                in.roots.cut(mark);
            }
        }

        /** Sums or differences of the numbers, those above zero. */
        Counter with(Counter other, long times, Interpreter in) {
            Counter result = new Counter();
            result.entries.putAll(entries);
            result.count(other, times, in);
            result.entries.values().removeIf(value -> !in.truth(Operators.compare(">", value, 0L, in)));
            return result;
        }

        /** The commonest first; those that are as common in the order they came. */
        PyList mostCommon(long count, Interpreter in) {
            List<Object> pairs = new ArrayList<>();
            entries.forEach((key, value) -> pairs.add(PyTuple.of(key, value)));
            pairs.sort((a, b) -> {
                Object first = ((PyTuple) a).items().getLast();
                Object second = ((PyTuple) b).items().getLast();
                if (in.truth(Operators.compare(">", first, second, in)))
                    return -1;
                return in.truth(Operators.compare("<", first, second, in)) ? 1 : 0;
            });
            return new PyList(new ArrayList<>(pairs.subList(0, (int) Math.clamp(count, 0, pairs.size()))));
        }
    }

    /** A list whose ends are both cheap to reach, of at most so many items: further ones push others out. */
    static final class Deque extends PyList {
        final int most;

        Deque(int most) {
            if (most < 0)
                throw ScriptError.value("maxlen must be non-negative");
            this.most = most;
        }

        void append(Object item) {
            items.add(item);
            if (items.size() > most)
                items.removeFirst();
        }

        void appendLeft(Object item) {
            items.addFirst(item);
            if (items.size() > most)
                items.removeLast();
        }

        @Override
        String typeName() {
            return "collections.deque";
        }

        @Override
        String opening() {
            return "deque(";
        }

        @Override
        String closing() {
            return most == Integer.MAX_VALUE ? ")" : ", maxlen=" + most + ")";
        }
    }
}
