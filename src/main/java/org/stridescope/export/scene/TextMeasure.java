package org.stridescope.export.scene;

/** How wide text is; whoever makes a scene cuts what is too long, so that every painter shows the same letters. */
@FunctionalInterface
public interface TextMeasure {
    /** Pixels that a line of text takes in letters so many pixels high. */
    double width(String text, Face face, double size);

    /** The text, or as much of it as fits with dots behind it; empty where not even three letters fit. */
    default String fit(String text, Face face, double size, double most) {
        if (width(text, face, size) <= most)
            return text;
        int low = 0;
        int high = text.length();
        while (low < high) {
            int middle = low + high + 1 >>> 1;
            if (width(text.substring(0, middle) + "\u2026", face, size) <= most)
                low = middle;
            else
                high = middle - 1;
        }
        return low < 3 ? "" : text.substring(0, low).stripTrailing() + "\u2026";
    }
}
