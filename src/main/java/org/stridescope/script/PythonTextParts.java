package org.stridescope.script;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

import org.jspecify.annotations.Nullable;

import org.stridescope.script.Values.PyTuple;

/** Methods of strings that make others of them: cut, joined, filled, replaced. */
final class PythonTextParts {
    private PythonTextParts() {}

    static @Nullable Object method(String text, String name, Interpreter in) {
        return switch (name) {
            case "format" -> Attributes.bound("format(*args, **named)", call -> TextTemplate.fill(text, call));
            case "join" -> Attributes.bound("join(items)", call -> PythonText.joined(text, call.get("items"), in));
            case "split", "rsplit" -> Attributes.bound(name + "(sep=, maxsplit=)",
                    call -> PythonText.list(split(text, call, name.equals("rsplit"))));
            case "splitlines" -> Attributes.bound("splitlines(keepends=)", call -> call.truth("keepends", false)
                    ? PythonText.list(List.of(text.split("(?<=\n)")))
                    : PythonText.list(text.lines().toList()));
            case "partition", "rpartition" -> Attributes.bound(name + "(sep)", call -> {
                String sep = separator(call);
                int at = name.startsWith("r") ? text.lastIndexOf(sep) : text.indexOf(sep);
                if (at >= 0)
                    return PyTuple.of(text.substring(0, at), sep, text.substring(at + sep.length()));
                return name.startsWith("r") ? PyTuple.of("", "", text) : PyTuple.of(text, "", "");
            });
            case "strip" ->
                Attributes.bound("strip(chars=)", call -> strip(text, PythonText.stripped(call), true, true));
            case "lstrip" ->
                Attributes.bound("lstrip(chars=)", call -> strip(text, PythonText.stripped(call), true, false));
            case "rstrip" ->
                Attributes.bound("rstrip(chars=)", call -> strip(text, PythonText.stripped(call), false, true));
            case "removeprefix" -> Attributes.bound("removeprefix(prefix)", call -> {
                String prefix = call.text("prefix", "");
                return text.startsWith(prefix) ? text.substring(prefix.length()) : text;
            });
            case "removesuffix" -> Attributes.bound("removesuffix(suffix)", call -> {
                String suffix = call.text("suffix", "");
                return text.endsWith(suffix) ? text.substring(0, text.length() - suffix.length()) : text;
            });
            case "replace" -> Attributes.bound("replace(old, new, count=)", call -> replaced(text, call));
            case "ljust", "rjust", "center" -> Attributes.bound(name + "(width, fillchar=)",
                    call -> filled(text, name, call));
            case "zfill" -> Attributes.bound("zfill(width)", call -> {
                long width = call.whole("width");
                in.room(width);
                if (text.length() >= width)
                    return text;
                boolean sign = text.startsWith("+") || text.startsWith("-");
                return (sign ? text.substring(0, 1) : "") + "0".repeat((int) width - text.length())
                        + text.substring(sign ? 1 : 0);
            });
            case "expandtabs" -> Attributes.bound("expandtabs(tabsize=)", call -> expanded(text, call));
            default -> null;
        };
    }

    private static String separator(Call call) {
        String sep = call.text("sep", "");
        if (sep.isEmpty())
            throw ScriptError.value("empty separator");
        return sep;
    }

    private static List<String> split(String text, Call call, boolean fromRight) {
        long most = call.whole("maxsplit", -1);
        most = most < 0 ? Long.MAX_VALUE : most;
        if (!call.has("sep"))
            return fromRight && most < Long.MAX_VALUE ? wordsFromRight(text, most) : words(text, most);
        String sep = separator(call);
        List<String> parts = new ArrayList<>();
        if (fromRight && most < Long.MAX_VALUE) {
            int end = text.length();
            for (int at; parts.size() < most && (at = text.lastIndexOf(sep, end - sep.length())) >= 0; end = at)
                parts.addFirst(text.substring(at + sep.length(), end));
            parts.addFirst(text.substring(0, end));
            return parts;
        }
        int start = 0;
        for (int at; parts.size() < most && (at = text.indexOf(sep, start)) >= 0; start = at + sep.length())
            parts.add(text.substring(start, at));
        parts.add(text.substring(start));
        return parts;
    }

    private static List<String> words(String text, long most) {
        List<String> parts = new ArrayList<>();
        String rest = text.stripLeading();
        while (!rest.isEmpty()) {
            int end = 0;
            while (end < rest.length() && !Character.isWhitespace(rest.charAt(end)))
                end++;
            if (parts.size() == most)
                end = rest.length();
            parts.add(rest.substring(0, end));
            rest = rest.substring(end).stripLeading();
        }
        return parts;
    }

    private static List<String> wordsFromRight(String text, long most) {
        List<String> parts = new ArrayList<>();
        String rest = text.stripTrailing();
        while (!rest.isEmpty()) {
            int start = rest.length();
            while (start > 0 && !Character.isWhitespace(rest.charAt(start - 1)))
                start--;
            if (parts.size() == most)
                start = 0;
            parts.addFirst(rest.substring(start));
            rest = rest.substring(0, start).stripTrailing();
        }
        return parts;
    }

    private static String strip(String text, IntPredicate dropped, boolean left, boolean right) {
        int start = 0;
        int end = text.length();
        while (left && start < end && dropped.test(text.charAt(start)))
            start++;
        while (right && end > start && dropped.test(text.charAt(end - 1)))
            end--;
        return text.substring(start, end);
    }

    private static String replaced(String text, Call call) {
        String old = call.text("old", "");
        String with = call.text("new", "");
        long most = call.whole("count", -1);
        long left = most < 0 ? Long.MAX_VALUE : most;
        StringBuilder result = new StringBuilder();
        int start = 0;
        int from = 0;
        for (int at; left > 0 && (at = text.indexOf(old, from)) >= 0; left--) {
            result.append(text, start, at).append(with);
            call.interpreter().room(result.length());
            call.interpreter().tick();
            start = at + old.length();
            from = old.isEmpty() ? at + 1 : start;
            if (old.isEmpty() && at >= text.length())
                break;
        }
        result.append(text, start, text.length());
        call.interpreter().room(result.length());
        return result.toString();
    }

    private static String filled(String text, String name, Call call) {
        String fill = call.text("fillchar", " ");
        if (fill.codePointCount(0, fill.length()) != 1)
            throw ScriptError.type("The fill character must be exactly one character long");
        long width = call.whole("width");
        call.interpreter().room(width);
        int gap = (int) Math.max(0, width - text.length());
        // Python's rule: of an odd gap the greater part stands left where the width is odd
        int left = switch (name) {
            case "ljust" -> 0;
            case "rjust" -> gap;
            default -> gap / 2 + (gap & (int) width & 1);
        };
        return fill.repeat(left) + text + fill.repeat(gap - left);
    }

    private static String expanded(String text, Call call) {
        long size = call.whole("tabsize", 8);
        call.interpreter().room(size);
        StringBuilder result = new StringBuilder();
        long column = 0;
        for (char c : text.toCharArray()) {
            if (c != '\t') {
                result.append(c);
                column = c == '\n' || c == '\r' ? 0 : column + 1;
                continue;
            }
            long spaces = size <= 0 ? 0 : size - column % size;
            result.append(" ".repeat((int) spaces));
            call.interpreter().room(result.length());
            column += spaces;
        }
        return result.toString();
    }
}
