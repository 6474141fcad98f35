package org.stridescope.ui.control.arrays;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;

import org.stridescope.ui.model.arrays.ScriptFault;

/** Style classes of a script's characters: keywords, numbers, strings, comments, and the place of a fault. */
final class ScriptColours {
    private static final Pattern TOKEN = Pattern
            .compile("(?<comment>#[^\n]*)|(?<string>[fr]?'[^'\n]*'?|[fr]?\"[^\"\n]*\"?)"
                    + "|(?<number>\\b\\d[\\w.]*)|(?<keyword>\\b(?:import|from|as|for|in|while|if|elif|else|def|return|assert|lambda"
                    + "|and|or|not|is|None|True|False|pass|break|continue)\\b)|(?<function>\\b\\w+(?=\\())");
    private static final List<String> KINDS = List.of("comment", "string", "number", "keyword", "function");

    private ScriptColours() {}

    static StyleSpans<Collection<String>> of(String script, Optional<ScriptFault> fault) {
        StyleSpansBuilder<Collection<String>> spans = new StyleSpansBuilder<>();
        int from = -1;
        int to = -1;
        if (fault.isPresent()) {
            from = start(script, fault.get());
            to = end(script, from);
        }
        int at = 0;
        Matcher matcher = TOKEN.matcher(script);
        while (matcher.find()) {
            add(spans, "", at, matcher.start(), from, to);
            add(spans, kind(matcher), matcher.start(), matcher.end(), from, to);
            at = matcher.end();
        }
        add(spans, "", at, script.length(), from, to);
        if (script.isEmpty())
            spans.add(List.of(), 0);
        return spans.create();
    }

    private static String kind(Matcher matcher) {
        return KINDS.stream().filter(name -> matcher.group(name) != null).findFirst().orElse("");
    }

    /** Characters [begin, end) in one style, cut where the fault [from, to) begins and ends. */
    private static void add(StyleSpansBuilder<Collection<String>> spans, String kind, int begin, int end, int from,
            int to) {
        int first = Math.clamp(from, begin, Math.max(begin, end));
        int second = Math.clamp(to, begin, Math.max(begin, end));
        if (first > begin)
            spans.add(classes(kind, false), first - begin);
        if (second > first)
            spans.add(classes(kind, true), second - first);
        if (end > second)
            spans.add(classes(kind, false), end - second);
    }

    private static List<String> classes(String kind, boolean wrong) {
        List<String> classes = new ArrayList<>();
        if (!kind.isEmpty())
            classes.add("code-" + kind);
        if (wrong)
            classes.add("code-wrong");
        return classes;
    }

    private static int start(String script, ScriptFault fault) {
        int at = 0;
        for (int line = 1; line < fault.line(); line++) {
            int next = script.indexOf('\n', at);
            if (next < 0)
                return Math.max(0, script.length() - 1);
            at = next + 1;
        }
        int lineEnd = script.indexOf('\n', at);
        int last = lineEnd < 0 ? script.length() : lineEnd;
        return Math.clamp(at + fault.column() - 1L, at, Math.max(at, last - 1));
    }

    /** To the end of the line that the fault stands in. */
    private static int end(String script, int from) {
        int lineEnd = script.indexOf('\n', from);
        return Math.max(Math.min(script.length(), from + 1), lineEnd < 0 ? script.length() : lineEnd);
    }
}
