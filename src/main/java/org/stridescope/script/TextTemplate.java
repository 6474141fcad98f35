package org.stridescope.script;

import java.util.List;

/** {@code "{} of {name:5.2f}".format(...)}. */
final class TextTemplate {
    private TextTemplate() {}

    static String fill(String template, Call call) {
        List<Object> args = ((Values.PyTuple) call.get("args")).items();
        StringBuilder text = new StringBuilder();
        int next = 0;
        for (int i = 0; i < template.length(); i++) {
            char c = template.charAt(i);
            if ((c == '{' || c == '}') && i + 1 < template.length() && template.charAt(i + 1) == c) {
                text.append(c);
                i++;
            } else if (c == '{') {
                int end = template.indexOf('}', i);
                if (end < 0)
                    throw ScriptError.value("expected '}' before end of string");
                String[] parts = template.substring(i + 1, end).split(":", 2);
                String name = parts[0].replaceAll("!.$", "");
                Object value = name.isEmpty()
                        ? at(args, next++)
                        : name.matches("\\d{1,6}") ? at(args, Integer.parseInt(name)) : call.named().get(name);
                if (value == null)
                    throw ScriptError.key(name);
                if (parts[0].endsWith("!r"))
                    value = Repr.repr(value);
                text.append(FormatSpec.format(value, parts.length > 1 ? parts[1] : ""));
                i = end;
            } else if (c == '}') {
                throw ScriptError.value("Single '}' encountered in format string");
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }

    private static Object at(List<Object> args, int index) {
        if (index < args.size())
            return args.get(index);
        throw ScriptError.index("Replacement index " + index + " out of range for positional args tuple");
    }
}
