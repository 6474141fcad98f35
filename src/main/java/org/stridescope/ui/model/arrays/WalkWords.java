package org.stridescope.ui.model.arrays;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.stridescope.explain.layout.CacheModel;
import org.stridescope.explain.layout.Quantity;

/** A walk's cache lines in one sentence, and whether they are wasted. */
public final class WalkWords {
    /** A walk is wasteful when it fetches more than this many times the lines its items would fill. */
    private static final double WASTE = 1.5;

    private WalkWords() {}

    /** Whether the walk fetches clearly more lines than its items would fill, packed side by side. */
    public static boolean isWasteful(CacheModel.Count count, int itemsize, int lineBytes) {
        double packed = Math.ceil((double) count.accesses() * itemsize / lineBytes);
        return count.misses() > packed * WASTE && count.misses() > 2;
    }

    /** {@code a new line every 8 items: 3 125 000 fetches for 25 000 000 items}. */
    public static String of(CacheModel.@Nullable Count count) {
        if (count == null)
            return "counting\u2026";
        if (count.accesses() == 0)
            return "no items, nothing fetched";
        String rate;
        if (count.misses() == 0)
            rate = "no line fetched";
        else {
            double items = (double) count.accesses() / count.misses();
            rate = items < 1.05
                    ? items > 0.95 ? "a new line every item" : "more than one line every item"
                    : "a new line every " + (Math.abs(items - Math.rint(items)) < 0.05
                            ? String.format(Locale.ROOT, "%.0f", items)
                            : String.format(Locale.ROOT, "%.1f", items)) + " items";
        }
        return rate + ": " + (count.exact() ? "" : "about ")
                + Quantity.of(count.misses(), "fetch").replace("fetchs", "fetches")
                + " for " + Quantity.of(count.accesses(), "item")
                + (count.exact() ? "" : ", judged by the first " + Quantity.count(count.followed()));
    }
}
