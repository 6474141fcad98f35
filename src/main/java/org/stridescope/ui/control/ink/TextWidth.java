package org.stridescope.ui.control.ink;

import java.util.HashMap;
import java.util.Map;

import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** How wide text is; asked of the toolkit once a letter and font. Belongs to the window's thread. */
public final class TextWidth {
    private static final String DOTS = "\u2026";

    private final Map<Font, Map<Character, Double>> letters = new HashMap<>();

    /** Pixels that a line takes, the distances between letters left out of account. */
    public double of(String text, Font font) {
        Map<Character, Double> known = letters.computeIfAbsent(font, _ -> new HashMap<>());
        double width = 0;
        for (int i = 0; i < text.length(); i++)
            width += known.computeIfAbsent(text.charAt(i), letter -> measure(letter, font));
        return width;
    }

    private static double measure(char letter, Font font) {
        Text text = new Text(String.valueOf(letter).repeat(10));
        text.setFont(font);
        return text.getLayoutBounds().getWidth() / 10;
    }

    /** The text, or as much of it as fits with dots behind it; empty where not even three letters fit. */
    public String fit(String text, Font font, double most) {
        if (of(text, font) <= most)
            return text;
        double left = most - of(DOTS, font);
        int end = 0;
        while (end < text.length() && left >= of(text.substring(end, end + 1), font)) {
            left -= of(text.substring(end, end + 1), font);
            end++;
        }
        return end < 3 ? "" : text.substring(0, end).stripTrailing() + DOTS;
    }
}
