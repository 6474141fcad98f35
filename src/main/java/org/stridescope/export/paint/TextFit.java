package org.stridescope.export.paint;

import java.util.function.ToDoubleFunction;

/** Text cut to a width, with an ellipsis. */
final class TextFit {
    private static final String ELLIPSIS = "\u2026";

    private TextFit() {}

    static String of(String text, double most, ToDoubleFunction<String> width) {
        if (most == Double.MAX_VALUE || width.applyAsDouble(text) <= most)
            return text;
        int low = 0;
        int high = text.length();
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (width.applyAsDouble(text.substring(0, middle) + ELLIPSIS) <= most)
                low = middle;
            else
                high = middle - 1;
        }
        return low == 0 ? "" : text.substring(0, low) + ELLIPSIS;
    }
}
