package org.stridescope.script;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.stridescope.script.Values.PyDict;
import org.stridescope.script.Values.PyTuple;

/** What {@code collections.namedtuple} makes: a type of tuples whose items have names. */
public final class TupleType implements DirectCall, Serializable {
    private final String name;
    private final List<String> fields;
    /** Of the last fields. */
    private final List<Object> defaults;

    TupleType(String name, List<String> fields, List<Object> defaults) {
        this.name = name;
        this.fields = List.copyOf(fields);
        this.defaults = List.copyOf(defaults);
    }

    String name() {
        return name;
    }

    List<String> fields() {
        return fields;
    }

    @Override
    public String typeName() {
        return "type";
    }

    @Override
    public String repr() {
        return "<class '__main__." + name + "'>";
    }

    @Override
    public Collection<Object> holds() {
        return defaults;
    }

    @Override
    public @Nullable Object attribute(String attribute) {
        return switch (attribute) {
            case "__name__" -> name;
            case "_fields" -> new PyTuple(new ArrayList<>(fields));
            case "_make" -> Attributes.bound("_make(iterable)",
                    call -> call(call.interpreter().items(call.get("iterable")), Map.of()));
            default -> null;
        };
    }

    @Override
    public Object call(List<Object> positions, Map<String, Object> named) {
        if (positions.size() > fields.size())
            throw ScriptError.type(name + ".__new__() takes " + (fields.size() + 1) + " positional arguments but "
                    + (positions.size() + 1) + " were given");
        Map<String, Object> rest = new LinkedHashMap<>(named);
        List<Object> items = new ArrayList<>(positions);
        for (int i = positions.size(); i < fields.size(); i++) {
            Object given = rest.remove(fields.get(i));
            int fallback = i - (fields.size() - defaults.size());
            if (given == null && fallback < 0)
                throw ScriptError.type(name + ".__new__() missing 1 required positional argument: '" + fields.get(i)
                        + "'");
            items.add(given != null ? given : defaults.get(fallback));
        }
        if (!rest.isEmpty())
            throw ScriptError.type(name + ".__new__() got an unexpected keyword argument '"
                    + rest.keySet().iterator().next() + "'");
        return new PyTuple(items, this);
    }

    /** A field of a tuple of this type, or one of its methods; null where it has none of that name. */
    @Nullable
    Object of(PyTuple tuple, String attribute) {
        int field = fields.indexOf(attribute);
        if (field >= 0)
            return tuple.items().get(field);
        return switch (attribute) {
            case "_fields" -> new PyTuple(new ArrayList<>(fields));
            case "_asdict" -> Attributes.bound("_asdict()", call -> {
                PyDict dict = new PyDict();
                for (int i = 0; i < fields.size(); i++)
                    dict.entries.put(fields.get(i), tuple.items().get(i));
                return dict;
            });
            case "_replace" -> Attributes.bound("_replace(**kwds)", call -> {
                List<Object> items = new ArrayList<>(tuple.items());
                call.named().forEach((key, value) -> {
                    if (!fields.contains(key))
                        throw ScriptError.value("Got unexpected field names: ['" + key + "']");
                    items.set(fields.indexOf(key), value);
                });
                return new PyTuple(items, this);
            });
            default -> null;
        };
    }
}
