package org.stridescope.ui.model;

import java.util.Locale;

/** Figures as they are shown: a thin space in thousands, a real minus sign, always a unit. */
public final class Figures {
    private static final char THIN = '\u2009';
    private static final String[] BINARY = {"B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};
    private static final String[] DECIMAL = {"", "K", "M", "G", "T", "P", "E"};

    private Figures() {}

    /** 12000 as 12 000. */
    public static String count(long value) {
        String digits = Long.toString(Math.abs(value));
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < digits.length(); i++) {
            if (i > 0 && (digits.length() - i) % 3 == 0)
                text.append(THIN);
            text.append(digits.charAt(i));
        }
        return (value < 0 ? "\u2212" : "") + text;
    }

    /** Bytes in powers of 1024: 1.07 GiB. */
    public static String bytes(long bytes) {
        double value = Math.abs((double) bytes);
        int unit = 0;
        while (value >= 999.5 && unit < BINARY.length - 1) {
            value /= 1024;
            unit++;
        }
        String figure = unit == 0 ? Long.toString(Math.abs(bytes)) : significant(value);
        return (bytes < 0 ? "\u2212" : "") + figure + " " + BINARY[unit];
    }

    /** A large count in powers of 1000: 7.2 G. */
    public static String large(double value) {
        double shown = Math.abs(value);
        int unit = 0;
        while (shown >= 999.5 && unit < DECIMAL.length - 1) {
            shown /= 1000;
            unit++;
        }
        String figure = unit == 0 ? String.format(Locale.ROOT, "%.0f", shown) : significant(shown);
        return (value < 0 ? "\u2212" : "") + figure + (unit == 0 ? "" : " " + DECIMAL[unit]);
    }

    /** Elapsed time, three figures: 0.412 s, 3.40 ms, 2 min 05 s. */
    public static String duration(double seconds) {
        if (Double.isNaN(seconds))
            return "\u2013";
        if (seconds >= 119.5) {
            long whole = Math.round(seconds);
            return String.format(Locale.ROOT, "%d min %02d s", whole / 60, whole % 60);
        }
        if (seconds >= 99.95)
            return String.format(Locale.ROOT, "%.0f s", seconds);
        if (seconds >= 9.995)
            return String.format(Locale.ROOT, "%.1f s", seconds);
        if (seconds >= 0.9995)
            return String.format(Locale.ROOT, "%.2f s", seconds);
        if (seconds >= 0.1)
            return String.format(Locale.ROOT, "%.3f s", seconds);
        if (seconds >= 1e-3)
            return significant(seconds * 1e3) + " ms";
        return significant(seconds * 1e6) + " \u00b5s";
    }

    /** Two elapsed times in the unit of the second: 1.41 to 1.48 ms. */
    public static String range(double from, double to) {
        String end = duration(to);
        String start = duration(from);
        String unit = end.substring(end.lastIndexOf(' '));
        return (start.endsWith(unit) ? start.substring(0, start.length() - unit.length()) : start) + "\u2013" + end;
    }

    /** A place on a clock, always in seconds, with as many places as the whole length deserves. */
    public static String clock(long nanos, long length) {
        int places = length < 50_000_000 ? 5 : length < 5_000_000_000L ? 3 : 2;
        return String.format(Locale.ROOT, "%." + places + "f s", nanos / 1e9);
    }

    /** A share as a percentage without places. */
    public static String percent(double share) {
        double hundred = share * 100;
        if (hundred > 0 && hundred < 1)
            return "< 1 %";
        return String.format(Locale.ROOT, "%.0f %%", Math.floor(hundred + 1e-9));
    }

    /** How many times as fast: 14.8x, 0.3x, 120x. */
    public static String times(double factor) {
        if (Double.isNaN(factor) || Double.isInfinite(factor))
            return "\u2013";
        if (factor < 0.095)
            return String.format(Locale.ROOT, "%.2f\u00d7", factor);
        return String.format(Locale.ROOT, factor >= 99.5 ? "%.0f\u00d7" : "%.1f\u00d7", factor);
    }

    /** Pair-features a second: 9.81 G/s. */
    public static String rate(double perSecond) {
        return Double.isNaN(perSecond) || perSecond <= 0 ? "\u2013" : large(perSecond) + "/s";
    }

    /** A difference from the reference: 3.6e-15, or 0. */
    public static String error(double value) {
        if (Double.isNaN(value))
            return "\u2013";
        return value == 0 ? "0" : String.format(Locale.ROOT, "%.1e", value).replace("-", "\u2212");
    }

    /** A number of any size with two figures: 3.0e12, 4.7e\u221210, 25. */
    public static String power(double value) {
        double size = Math.abs(value);
        if (value == 0)
            return "0";
        if (size >= 99.5 && size < 99_999.5)
            return count(Math.round(value));
        if (size >= 0.01 && size < 99.5)
            return new java.math.BigDecimal(value, new java.math.MathContext(2)).stripTrailingZeros().toPlainString()
                    .replace("-", "\u2212");
        return String.format(Locale.ROOT, "%.1e", value).replaceAll("e\\+?(-?)0*(\\d)", "e$1$2").replace("-", "\u2212");
    }

    /** Three significant figures. */
    static String significant(double value) {
        return String.format(Locale.ROOT, value >= 99.95 ? "%.0f" : value >= 9.995 ? "%.1f" : "%.2f", value);
    }
}
