package org.stridescope.ui.control.source;

import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;

/** Colours comments, strings, numbers and words of Java, C and Fortran, by one regular expression each. */
final class SourceColours {
    private static final String JAVA = "abstract|boolean|break|byte|case|catch|class|continue|default|do|double|else|enum|extends|"
            + "final|finally|float|for|if|implements|import|instanceof|int|interface|long|new|null|package|permits|private|"
            + "protected|public|record|return|sealed|short|static|super|switch|this|throw|throws|try|true|false|var|void|while";
    private static final String C = "break|case|char|const|continue|default|do|double|else|enum|extern|float|for|if|inline|int|"
            + "int32_t|int64_t|long|return|short|sizeof|static|struct|switch|typedef|unsigned|void|volatile|while";
    private static final String FORTRAN = "allocatable|call|case|contains|contiguous|do|double|else|elseif|end|enddo|endif|function|if|"
            + "implicit|integer|intent|kind|module|none|only|parameter|private|program|public|real|select|subroutine|then|use|"
            + "value|where|while|bind|concurrent|in|inout|out";
    private static final String NUMBERS = "(?<NUMBER>\\b\\d[\\w.]*)";
    private static final Pattern LIKE_JAVA = curly(JAVA);
    private static final Pattern LIKE_C = curly(C);
    private static final Pattern LIKE_FORTRAN = Pattern.compile("(?<COMMENT>!.*)|(?<STRING>'[^'\\n]*'|\"[^\"\\n]*\")|" + NUMBERS
            + "|(?<KEYWORD>\\b(?:" + FORTRAN + ")\\b)", Pattern.CASE_INSENSITIVE);

    private SourceColours() {}

    private static Pattern curly(String words) {
        return Pattern.compile("(?<COMMENT>//.*|/\\*(?s:.*?)\\*/)|(?<STRING>\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\\\n])*')|"
                + NUMBERS + "|(?<KEYWORD>^\\s*#\\s*\\w+|\\b(?:" + words + ")\\b)", Pattern.MULTILINE);
    }

    /** Styles for all of the text, by the ending of its file's name. */
    static StyleSpans<Collection<String>> of(String text, String file) {
        Pattern pattern = file.endsWith(".java") ? LIKE_JAVA : file.matches(".*\\.[fF]\\d*") ? LIKE_FORTRAN : LIKE_C;
        Matcher found = pattern.matcher(text);
        StyleSpansBuilder<Collection<String>> spans = new StyleSpansBuilder<>();
        int end = 0;
        while (found.find()) {
            spans.add(List.of(), found.start() - end);
            spans.add(List.of(style(found)), found.end() - found.start());
            end = found.end();
        }
        spans.add(List.of(), text.length() - end);
        return spans.create();
    }

    private static String style(Matcher found) {
        if (found.group("COMMENT") != null)
            return "code-comment";
        if (found.group("STRING") != null)
            return "code-string";
        return found.group("NUMBER") != null ? "code-number" : "code-keyword";
    }
}
