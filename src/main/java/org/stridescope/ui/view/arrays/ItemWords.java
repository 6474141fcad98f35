package org.stridescope.ui.view.arrays;

import java.util.Locale;

/** Computed numbers in cells and sentences. */
final class ItemWords {
    private ItemWords() {}

    /** Whole numbers without a point, others to four figures, with a real minus sign. */
    static String number(double value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1e6;
        return (whole ? Long.toString((long) value) : String.format(Locale.ROOT, "%.4g", value)).replace('-', '\u2212');
    }
}
