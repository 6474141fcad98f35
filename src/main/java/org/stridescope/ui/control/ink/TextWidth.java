package org.stridescope.ui.control.ink;

import java.util.HashMap;
import java.util.Map;

import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;

import org.stridescope.export.scene.Face;
import org.stridescope.export.scene.TextMeasure;

/** How wide text is in the window; asked of the toolkit once a letter and font. Belongs to the window's thread. */
final class TextWidth implements TextMeasure {
    private static final double MEASURED = 100;

    private final Map<Face, Map<Character, Double>> letters = new HashMap<>();

    /** The window's font for a face. */
    static Font font(Face face, double size) {
        return switch (face) {
            case WORDS -> Font.font("Inter Tabular", size);
            case STRONG -> Font.font("Inter Tabular", FontWeight.BOLD, size);
            case MONO -> Font.font("JetBrains Mono", size);
        };
    }

    @Override
    public double width(String text, Face face, double size) {
        Map<Character, Double> known = letters.computeIfAbsent(face, _ -> new HashMap<>());
        double width = 0;
        for (int i = 0; i < text.length(); i++)
            width += known.computeIfAbsent(text.charAt(i), letter -> measure(letter, face));
        return width * size / MEASURED;
    }

    /** In letters of {@link #MEASURED} pixels, the distances between letters left out of account. */
    private static double measure(char letter, Face face) {
        Text text = new Text(String.valueOf(letter).repeat(10));
        text.setFont(font(face, MEASURED));
        return text.getLayoutBounds().getWidth() / 10;
    }
}
