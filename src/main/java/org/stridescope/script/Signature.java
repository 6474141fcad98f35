package org.stridescope.script;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The parameters of a library function, written as {@code "clip(a, a_min, a_max, out=)"}: an equals sign marks one that may
 * be left out, a star one that takes all further positions, two stars all further keywords; a bare star begins those that
 * are given by keyword only.
 */
public final class Signature implements Serializable {
    private final String name;
    private final List<String> names = new ArrayList<>();
    private int required;
    private int positional;
    private boolean rest;
    private boolean keywords;

    private Signature(String name) {
        this.name = name;
    }

    /** Parses such a text. */
    public static Signature of(String text) {
        int open = text.indexOf('(');
        Signature signature = new Signature(text.substring(0, open));
        String inside = text.substring(open + 1, text.length() - 1).trim();
        boolean keywordOnly = false;
        for (String part : inside.isEmpty() ? new String[0] : inside.split(",\\s*")) {
            if (part.equals("*")) {
                keywordOnly = true;
            } else if (part.startsWith("**")) {
                signature.keywords = true;
            } else if (part.startsWith("*")) {
                signature.rest = true;
                keywordOnly = true;
                signature.names.addFirst(part.substring(1));
            } else {
                boolean optional = part.endsWith("=");
                signature.names.add(optional ? part.substring(0, part.length() - 1) : part);
                if (!optional)
                    signature.required++;
                if (!keywordOnly)
                    signature.positional++;
            }
        }
        if (signature.rest) {
            // the star's own name was put first, to stay out of the positions
            String star = signature.names.removeFirst();
            signature.names.add(star);
        }
        return signature;
    }

    public String name() {
        return name;
    }

    /** Values by parameter; missing ones are absent, the rest of the positions are a tuple. */
    Map<String, Object> bind(List<Object> args, Map<String, Object> named) {
        Map<String, Object> bound = new LinkedHashMap<>();
        int fixed = Math.min(args.size(), positional);
        for (int i = 0; i < fixed; i++)
            bound.put(names.get(i), args.get(i));
        if (args.size() > positional && !rest) {
            throw ScriptError.type(name + "() takes " + (required < positional ? "from " + required + " to " : "")
                    + positional
                    + " positional argument" + (positional == 1 ? "" : "s") + " but " + args.size() + (args.size() == 1
                            ? " was given"
                            : " were given"));
        }
        if (rest)
            bound.put(names.getLast(), new Values.PyTuple(List.copyOf(args.subList(fixed, args.size()))));
        for (var entry : named.entrySet()) {
            if (bound.containsKey(entry.getKey())) {
                throw ScriptError.type(name + "() got multiple values for argument '" + entry.getKey() + "'");
            }
            if (!names.contains(entry.getKey()) && !keywords) {
                throw ScriptError.type(name + "() got an unexpected keyword argument '" + entry.getKey() + "'");
            }
            bound.put(entry.getKey(), entry.getValue());
        }
        String missing = missing(bound);
        if (missing != null) {
            throw ScriptError.type(name + "() missing 1 required positional argument: '" + missing + "'");
        }
        return bound;
    }

    private @Nullable String missing(Map<String, Object> bound) {
        for (int i = 0; i < required; i++)
            if (!bound.containsKey(names.get(i)))
                return names.get(i);
        return null;
    }
}
