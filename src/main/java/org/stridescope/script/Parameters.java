package org.stridescope.script;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.stridescope.script.Values.PyDict;
import org.stridescope.script.Values.PyTuple;

/** The arguments of a call as the first names of a function's frame, by Python's rules. */
final class Parameters {
    private Parameters() {}

    static Frame bind(Function function, List<Object> positions, Map<String, Object> named) {
        Frame frame = Frame.of(function);
        Map<String, Object> rest = new LinkedHashMap<>(named);
        List<String> missing = new ArrayList<>();
        int position = 0;
        int fallback = 0;
        boolean star = false;
        boolean doubleStar = false;
        int taking = 0;
        for (Node.Parameter parameter : function.definition().parameters()) {
            String name = parameter.name();
            boolean hasDefault = parameter.otherwise() != null;
            Object otherwise = hasDefault ? function.defaults().get(fallback++) : null;
            if (parameter.stars() == 1) {
                List<Object> left = position < positions.size()
                        ? positions.subList(position, positions.size())
                        : List.of();
                frame.set(name, new PyTuple(List.copyOf(left)));
                position = positions.size();
                star = true;
            } else if (parameter.stars() == 2) {
                PyDict dict = new PyDict();
                rest.forEach(dict.entries::put);
                rest.clear();
                frame.set(name, dict);
                doubleStar = true;
            } else if (!parameter.keywordOnly() && position < positions.size()) {
                taking++;
                if (rest.containsKey(name)) {
                    throw ScriptError.type(function.name() + "() got multiple values for argument '" + name + "'");
                }
                frame.set(name, positions.get(position++));
            } else {
                if (!parameter.keywordOnly())
                    taking++;
                Object given = rest.remove(name);
                if (given != null)
                    frame.set(name, given);
                else if (otherwise != null)
                    frame.set(name, otherwise);
                else
                    missing.add("'" + name + "'");
            }
        }
        if (position < positions.size() && !star) {
            throw ScriptError
                    .type(function.name() + "() takes " + taking + " positional argument" + (taking == 1 ? "" : "s")
                            + " but " + positions.size() + (positions.size() == 1 ? " was given" : " were given"));
        }
        if (!rest.isEmpty() && !doubleStar) {
            throw ScriptError.type(function.name() + "() got an unexpected keyword argument '"
                    + rest.keySet().iterator().next() + "'");
        }
        if (!missing.isEmpty()) {
            throw ScriptError.type(function.name() + "() missing " + missing.size() + " required positional argument"
                    + (missing.size() == 1 ? "" : "s") + ": " + String.join(" and ", missing));
        }
        return frame;
    }
}
