package org.stridescope.ui.model.arrays;

import java.util.Locale;

import org.stridescope.array.NDArray;

/** One item as a cell shows it: short enough to read from afar, exact for integers. */
public final class ItemText {
    private ItemText() {}

    /** The item that starts at this byte of the array's buffer. */
    public static String at(NDArray array, long address) {
        return switch (array.dtype().kind()) {
            case BOOL -> array.longAt(address) == 0 ? "False" : "True";
            case FLOAT -> real(array.doubleAt(address));
            case COMPLEX -> complex(array, address);
            case UNSIGNED -> Long.toUnsignedString(array.longAt(address));
            case SIGNED -> Long.toString(array.longAt(address)).replace('-', '\u2212');
        };
    }

    private static String complex(NDArray array, long address) {
        NDArray parts = array.view(array.dtype().part(), org.stridescope.array.Layout.cOrder(8));
        String imaginary = real(parts.doubleAt(address + parts.itemsize()));
        return real(array.doubleAt(address)) + (imaginary.startsWith("\u2212") ? "" : "+") + imaginary + "j";
    }

    /** At most four figures: {@code 0.25}, {@code 1.234}, {@code 1.2e+09}; whole numbers end in a point, as NumPy's do. */
    public static String real(double value) {
        if (Double.isNaN(value))
            return "nan";
        if (Double.isInfinite(value))
            return value > 0 ? "inf" : "\u2212inf";
        double size = Math.abs(value);
        String text;
        if (value == Math.rint(value) && size < 1e6)
            text = String.format(Locale.ROOT, "%.0f.", value);
        else if (size >= 1e5 || size < 1e-3)
            text = String.format(Locale.ROOT, "%.1e", value);
        else
            text = trimmed(String.format(Locale.ROOT, size >= 1000 ? "%.1f" : size >= 100 ? "%.2f" : "%.3f", value));
        return text.replace('-', '\u2212');
    }

    private static String trimmed(String text) {
        int end = text.length();
        while (text.charAt(end - 1) == '0')
            end--;
        return text.substring(0, end);
    }
}
