package org.stridescope.explain.layout;

/** Figures in sentences: thin spaces in thousands, a real minus sign, bytes in B, KiB, MiB, GiB, TiB. */
public final class Quantity {
    private static final String[] UNITS = {"B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};

    private Quantity() {}

    /** {@code 25 000 000} with thin spaces; numbers up to 9999 are left together. */
    public static String count(long value) {
        String digits = Long.toString(value).replace("-", "");
        StringBuilder text = new StringBuilder(value < 0 ? "\u2212" : "");
        for (int i = 0; i < digits.length(); i++) {
            if (i > 0 && digits.length() > 4 && (digits.length() - i) % 3 == 0)
                text.append('\u2009');
            text.append(digits.charAt(i));
        }
        return text.toString();
    }

    /** {@code 16 B}, {@code 1.5 KiB}, {@code 191 MiB}: three figures where the value is not whole. */
    public static String bytes(long bytes) {
        double value = bytes;
        int unit = 0;
        while (Math.abs(value) >= 1024 && unit < UNITS.length - 1) {
            value /= 1024;
            unit++;
        }
        if (value == Math.rint(value))
            return count((long) value) + " " + UNITS[unit];
        int decimals = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
        return String.format(java.util.Locale.ROOT, "%." + decimals + "f", value).replace('-', '\u2212') + " "
                + UNITS[unit];
    }

    /** {@code 1 byte}, {@code 4 bytes}. */
    public static String of(long amount, String noun) {
        return count(amount) + " " + noun + (Math.abs(amount) == 1 ? "" : "s");
    }
}
