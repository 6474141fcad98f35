package org.stridescope.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;

import org.jspecify.annotations.Nullable;

import org.stridescope.script.Values.PyList;
import org.stridescope.script.Values.PyTuple;
import org.stridescope.script.Values.Singleton;

/** Methods of strings. */
final class PythonText {
    private PythonText() {}

    static @Nullable Object method(String text, String name, Interpreter in) {
        Object found = cased(text, name);
        if (found == null)
            found = asked(text, name);
        if (found == null)
            found = searched(text, name);
        return found == null ? PythonTextParts.method(text, name, in) : found;
    }

    private static @Nullable Object cased(String text, String name) {
        return switch (name) {
            case "upper" -> Attributes.bound("upper()", call -> text.toUpperCase(Locale.ROOT));
            case "lower", "casefold" -> Attributes.bound(name + "()", call -> text.toLowerCase(Locale.ROOT));
            case "capitalize" -> Attributes.bound("capitalize()", call -> text.isEmpty()
                    ? text
                    : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1).toLowerCase(Locale.ROOT));
            case "title" -> Attributes.bound("title()", call -> title(text));
            case "swapcase" -> Attributes.bound("swapcase()", call -> {
                StringBuilder turned = new StringBuilder();
                text.codePoints().forEach(c -> turned.appendCodePoint(Character.isUpperCase(c)
                        ? Character.toLowerCase(c)
                        : Character.toUpperCase(c)));
                return turned.toString();
            });
            default -> null;
        };
    }

    private static String title(String text) {
        StringBuilder title = new StringBuilder();
        boolean within = false;
        for (int c : text.codePoints().toArray()) {
            title.appendCodePoint(within ? Character.toLowerCase(c) : Character.toUpperCase(c));
            within = Character.isLetter(c);
        }
        return title.toString();
    }

    private static @Nullable Object asked(String text, String name) {
        return switch (name) {
            case "isdigit", "isdecimal", "isnumeric" -> each(text, name, Character::isDigit);
            case "isalpha" -> each(text, name, Character::isLetter);
            case "isalnum" -> each(text, name, Character::isLetterOrDigit);
            case "isspace" -> each(text, name, c -> Character.isWhitespace(c) || Character.isSpaceChar(c));
            case "isidentifier" -> Attributes.bound("isidentifier()",
                    call -> text.matches("[\\p{L}_][\\p{L}\\p{N}_]*"));
            case "isascii" -> Attributes.bound("isascii()", call -> text.chars().allMatch(c -> c < 128));
            case "isupper" -> Attributes.bound("isupper()", call -> text.codePoints().anyMatch(Character::isUpperCase)
                    && text.codePoints().noneMatch(Character::isLowerCase));
            case "islower" -> Attributes.bound("islower()", call -> text.codePoints().anyMatch(Character::isLowerCase)
                    && text.codePoints().noneMatch(Character::isUpperCase));
            case "istitle" -> Attributes.bound("istitle()",
                    call -> text.codePoints().anyMatch(Character::isLetter) && title(text).equals(text));
            default -> null;
        };
    }

    private static Object each(String text, String name, IntPredicate is) {
        return Attributes.bound(name + "()", call -> !text.isEmpty() && text.codePoints().allMatch(is));
    }

    private static @Nullable Object searched(String text, String name) {
        return switch (name) {
            case "startswith", "endswith" -> Attributes.bound(name + "(prefix, start=, end=)", call -> {
                Object sought = call.get("prefix");
                String part = part(text, call);
                List<Object> all = sought instanceof PyTuple tuple ? tuple.items() : List.of(sought);
                for (Object each : all) {
                    if (!(each instanceof String fix))
                        throw ScriptError.type(name + " first arg must be str or a tuple of str, not "
                                + Types.name(each));
                    if (name.equals("startswith") ? part.startsWith(fix) : part.endsWith(fix))
                        return true;
                }
                return false;
            });
            case "find", "index", "rfind", "rindex" -> Attributes.bound(name + "(sub, start=, end=)", call -> {
                String sub = call.text("sub", "");
                int from = (int) bounds(text, call)[0];
                String part = part(text, call);
                int at = name.startsWith("r") ? part.lastIndexOf(sub) : part.indexOf(sub);
                if (at < 0 && name.endsWith("index"))
                    throw ScriptError.value("substring not found");
                return at < 0 ? -1L : (Object) (long) (at + from);
            });
            case "count" -> Attributes.bound("count(sub, start=, end=)", call -> {
                String sub = call.text("sub", "");
                String part = part(text, call);
                if (sub.isEmpty())
                    return part.length() + 1L;
                long count = 0;
                for (int at = part.indexOf(sub); at >= 0; at = part.indexOf(sub, at + sub.length()))
                    count++;
                return count;
            });
            default -> null;
        };
    }

    private static long[] bounds(String text, Call call) {
        long length = text.length();
        long start = call.whole("start", 0);
        long end = call.whole("end", length);
        start = Math.clamp(start < 0 ? start + length : start, 0, length);
        end = Math.clamp(end < 0 ? end + length : end, start, length);
        return new long[]{start, end};
    }

    private static String part(String text, Call call) {
        long[] bounds = bounds(text, call);
        return text.substring((int) bounds[0], (int) bounds[1]);
    }

    /** {@code str.join}: all must be strings. */
    static String joined(String by, Object parts, Interpreter in) {
        List<String> texts = new ArrayList<>();
        long length = 0;
        for (Object item : in.items(parts)) {
            if (!(item instanceof String part))
                throw ScriptError.type("sequence item " + texts.size() + ": expected str instance, "
                        + Types.name(item) + " found");
            texts.add(part);
            length += part.length() + by.length();
            in.room(length);
        }
        return String.join(by, texts);
    }

    /** Strings as a list. */
    static PyList list(List<String> parts) {
        return new PyList(new ArrayList<>(parts));
    }

    /** The characters to strip: those given, or white space. */
    static IntPredicate stripped(Call call) {
        if (call.get("chars") == Singleton.NONE)
            return c -> Character.isWhitespace(c) || Character.isSpaceChar(c);
        String chars = call.text("chars", "");
        return c -> chars.indexOf(c) >= 0;
    }
}
