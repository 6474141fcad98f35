package org.stridescope.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.stridescope.array.ArrayError;

/** Reads the Python dict in an .npy head: string keys; strings, True, False, and tuples of ints as values. */
final class PythonLiteral {
    private final String text;
    private int at;

    PythonLiteral(String text) {
        this.text = text;
    }

    /** Values are String, Boolean, long[] (a tuple) or List (anything in brackets, unread). */
    Map<String, Object> dict() {
        Map<String, Object> entries = new LinkedHashMap<>();
        expect('{');
        while (!next('}')) {
            String key = string();
            expect(':');
            entries.put(key, value());
            if (!next(',')) {
                expect('}');
                break;
            }
        }
        skipSpace();
        if (at < text.length())
            throw broken();
        return entries;
    }

    private Object value() {
        skipSpace();
        if (at >= text.length())
            throw broken();
        char first = text.charAt(at);
        if (first == '\'' || first == '"')
            return string();
        if (first == '(')
            return tuple();
        if (first == '[')
            return list();
        if (word("True"))
            return true;
        if (word("False"))
            return false;
        throw broken();
    }

    private long[] tuple() {
        List<Long> items = new ArrayList<>();
        expect('(');
        while (!next(')')) {
            items.add(integer());
            if (!next(',')) {
                expect(')');
                break;
            }
        }
        return items.stream().mapToLong(Long::longValue).toArray();
    }

    /** A list means fields of records: skipped to its end, as they are not supported. */
    private List<Object> list() {
        int depth = 0;
        do {
            if (at >= text.length())
                throw broken();
            char c = text.charAt(at++);
            if (c == '[')
                depth++;
            if (c == ']')
                depth--;
        } while (depth > 0);
        return List.of();
    }

    private long integer() {
        skipSpace();
        int start = at;
        if (at < text.length() && text.charAt(at) == '-')
            at++;
        while (at < text.length() && Character.isDigit(text.charAt(at)))
            at++;
        String digits = text.substring(start, at);
        if (at < text.length() && text.charAt(at) == 'L')
            at++; // Python 2 wrote long ints so
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException e) {
            throw broken();
        }
    }

    private String string() {
        skipSpace();
        if (at >= text.length())
            throw broken();
        char quote = text.charAt(at);
        int end = quote == '\'' || quote == '"' ? text.indexOf(quote, at + 1) : -1;
        if (end < 0)
            throw broken();
        String value = text.substring(at + 1, end);
        at = end + 1;
        return value;
    }

    private boolean word(String expected) {
        if (!text.startsWith(expected, at))
            return false;
        at += expected.length();
        return true;
    }

    private boolean next(char c) {
        skipSpace();
        if (at >= text.length() || text.charAt(at) != c)
            return false;
        at++;
        return true;
    }

    private void expect(char c) {
        if (!next(c))
            throw broken();
    }

    private void skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at)))
            at++;
    }

    private ArrayError broken() {
        return new ArrayError("its header is no dict of descr, fortran_order and shape (at character " + at
                + "); write it by np.save");
    }
}
