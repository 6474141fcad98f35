package org.stridescope.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** String literals: prefixes, escapes, neighbours joined, and the fields of f-strings. */
final class Strings {
    private Strings() {}

    static Node.Expr literal(Node.Place at, List<String> tokens) {
        List<Object> parts = new ArrayList<>();
        for (String token : tokens) {
            int quote = 0;
            while (token.charAt(quote) != '\'' && token.charAt(quote) != '"')
                quote++;
            String prefix = token.substring(0, quote).toLowerCase(Locale.ROOT);
            if (prefix.contains("b"))
                throw new ScriptError("SyntaxError", "byte strings are not supported").at(at.line(), at.column());
            int marks = token.length() >= quote + 6
                    && token.startsWith(token.substring(quote, quote + 1).repeat(3), quote) ? 3 : 1;
            String body = token.substring(quote + marks, token.length() - marks);
            boolean raw = prefix.contains("r");
            if (prefix.contains("f"))
                parts.addAll(fields(at, body, raw));
            else
                parts.add(raw ? body : unescaped(body));
        }
        StringBuilder plain = new StringBuilder();
        for (Object part : parts) {
            if (!(part instanceof String text))
                return new Node.Format(at, parts);
            plain.append(text);
        }
        return new Node.Literal(at, plain.toString());
    }

    static String unescaped(String body) {
        if (body.indexOf('\\') < 0)
            return body;
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < body.length(); i++) {
            char c = body.charAt(i);
            if (c != '\\' || i + 1 == body.length()) {
                text.append(c);
                continue;
            }
            char escaped = body.charAt(++i);
            switch (escaped) {
                case 'n' -> text.append('\n');
                case 't' -> text.append('\t');
                case 'r' -> text.append('\r');
                case '0' -> text.append('\0');
                case '\\', '\'', '"' -> text.append(escaped);
                case '\n' -> {}
                case 'x', 'u' -> {
                    int digits = escaped == 'x' ? 2 : 4;
                    try {
                        text.append((char) Integer.parseInt(body.substring(i + 1, i + 1 + digits), 16));
                        i += digits;
                    } catch (NumberFormatException | IndexOutOfBoundsException e) {
                        throw new ScriptError("SyntaxError", "(unicode error) truncated \\" + escaped + " escape");
                    }
                }
                default -> text.append('\\').append(escaped);
            }
        }
        return text.toString();
    }

    private static List<Object> fields(Node.Place at, String body, boolean raw) {
        List<Object> parts = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        int i = 0;
        while (i < body.length()) {
            char c = body.charAt(i);
            boolean doubled = i + 1 < body.length() && body.charAt(i + 1) == c;
            if ((c == '{' || c == '}') && doubled) {
                text.append(c);
                i += 2;
            } else if (c == '}') {
                throw new ScriptError("SyntaxError", "f-string: single '}' is not allowed").at(at.line(), at.column());
            } else if (c == '{') {
                int end = closing(at, body, i);
                parts.add(raw ? text.toString() : unescaped(text.toString()));
                text.setLength(0);
                parts.add(field(at, body.substring(i + 1, end)));
                i = end + 1;
            } else {
                text.append(c);
                i++;
            }
        }
        parts.add(raw ? text.toString() : unescaped(text.toString()));
        return parts;
    }

    private static int closing(Node.Place at, String body, int open) {
        int depth = 0;
        char quote = 0;
        for (int i = open; i < body.length(); i++) {
            char c = body.charAt(i);
            if (quote != 0) {
                if (c == quote)
                    quote = 0;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if ("([{".indexOf(c) >= 0) {
                depth++;
            } else if (")]}".indexOf(c) >= 0 && --depth == 0) {
                return i;
            }
        }
        throw new ScriptError("SyntaxError", "f-string: expecting '}'").at(at.line(), at.column());
    }

    private static Node.Field field(Node.Place at, String inside) {
        int colon = topLevel(inside, ':');
        int bang = topLevel(inside, '!');
        if (bang >= 0 && bang + 1 < inside.length() && inside.charAt(bang + 1) == '=')
            bang = -1;
        if (bang >= 0 && colon >= 0 && bang > colon)
            bang = -1;
        int end = bang >= 0 ? bang : colon >= 0 ? colon : inside.length();
        String source = inside.substring(0, end);
        String shown = null;
        String stripped = source.stripTrailing();
        if (stripped.endsWith("=") && !stripped.matches(".*[=!<>]=")) {
            shown = source;
            source = stripped.substring(0, stripped.length() - 1);
        }
        if (source.isBlank())
            throw new ScriptError("SyntaxError", "f-string: empty expression not allowed").at(at.line(), at.column());
        char conversion = bang >= 0 && bang + 1 < inside.length() ? inside.charAt(bang + 1) : 0;
        Node.Format spec = colon < 0 ? null : new Node.Format(at, fields(at, inside.substring(colon + 1), false));
        return new Node.Field(Source.expression(source, at), conversion, spec, shown);
    }

    private static int topLevel(String text, char wanted) {
        int depth = 0;
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                if (c == quote)
                    quote = 0;
            } else if (c == '\'' || c == '"')
                quote = c;
            else if ("([{".indexOf(c) >= 0)
                depth++;
            else if (")]}".indexOf(c) >= 0)
                depth--;
            else if (c == wanted && depth == 0)
                return i;
        }
        return -1;
    }

}
