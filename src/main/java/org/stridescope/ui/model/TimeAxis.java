package org.stridescope.ui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Round times along a clock. */
public final class TimeAxis {
    private TimeAxis() {}

    /** A round time and how it is written. */
    public record Tick(long nanos, String label) {}

    /** Ticks from 0, at steps of 1, 2 or 5 times a power of ten, at most this many and at least the first. */
    public static List<Tick> ticks(long span, int most) {
        return ticks(0, span, most);
    }

    /** Ticks within a stretch of the clock; all of them round, so that they move with what is drawn when it does. */
    public static List<Tick> ticks(long from, long to, int most) {
        long step = step(to - from, Math.max(1, most));
        List<Tick> ticks = new ArrayList<>();
        for (long at = Math.ceilDiv(from, step) * step; at <= to; at += step)
            ticks.add(new Tick(at, label(at, step)));
        return ticks;
    }

    private static long step(long span, int most) {
        for (long power = 1;; power *= 10) {
            for (int times : new int[]{1, 2, 5}) {
                if (span / (power * times) < most)
                    return power * times;
            }
        }
    }

    private static String label(long nanos, long step) {
        int places = 0;
        for (long unit = 1_000_000_000; unit > step && places < 9; unit /= 10)
            places++;
        return String.format(Locale.ROOT, "%." + places + "f s", nanos / 1e9);
    }
}
