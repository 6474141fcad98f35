package org.stridescope.graph;

import java.util.List;

/** Arguments as a person would write them, short. */
public final class ArgumentText {
    private static final int MOST_ITEMS = 4;
    private static final int MOST_LETTERS = 60;

    private ArgumentText() {}

    /** All of them in parentheses, {@code (2, square-1, [x-0, x-1, … 12 in all])}. */
    public static String of(List<?> arguments) {
        StringBuilder text = new StringBuilder("(");
        items(arguments, text);
        return text.append(')').toString();
    }

    /** One of them. */
    public static String one(Object argument) {
        StringBuilder text = new StringBuilder();
        item(argument, text);
        return text.toString();
    }

    private static void items(List<?> arguments, StringBuilder text) {
        int shown = arguments.size() <= MOST_ITEMS + 1 ? arguments.size() : MOST_ITEMS - 1;
        for (int i = 0; i < shown; i++) {
            if (i > 0)
                text.append(", ");
            item(arguments.get(i), text);
        }
        if (shown < arguments.size())
            text.append(", … ").append(arguments.size()).append(" in all");
    }

    private static void item(Object argument, StringBuilder text) {
        if (argument instanceof List<?> list) {
            text.append('[');
            items(list, text);
            text.append(']');
            return;
        }
        String word = argument instanceof String s ? "'" + s + "'" : String.valueOf(argument);
        text.append(word.length() <= MOST_LETTERS ? word : word.substring(0, MOST_LETTERS - 1) + "…");
    }
}
