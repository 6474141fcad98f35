package org.stridescope.array;

import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Shapes as Python prints them, and their products checked. */
public final class Shapes {
    private Shapes() {}

    /** A Python tuple: {@code ()}, {@code (3,)}, {@code (3, 4)}. */
    public static String text(long... shape) {
        if (shape.length == 1)
            return "(" + shape[0] + ",)";
        return LongStream.of(shape).mapToObj(Long::toString).collect(Collectors.joining(", ", "(", ")"));
    }

    /** As NumPy writes shapes inside its broadcasting errors: {@code (3,4)}. */
    public static String tight(long... shape) {
        return text(shape).replace(" ", "");
    }

    /** As NumPy writes amounts of memory: 7.28 TiB, 16.0 KiB, 12 bytes. */
    public static String byteText(long bytes) {
        if (bytes < 1024)
            return bytes + " bytes";
        String[] units = {"KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};
        double amount = bytes / 1024.0;
        int unit = 0;
        while (amount >= 1024 && unit < units.length - 1) {
            amount /= 1024;
            unit++;
        }
        int digits = amount < 10 ? 2 : amount < 100 ? 1 : 0;
        String text = String.format(java.util.Locale.ROOT, "%." + digits + "f", amount);
        return (digits == 0 ? text + "." : text) + " " + units[unit];
    }

    /** Bytes of an array of this shape; an error where a length is negative or the product passes 2^63. */
    public static long bytes(int itemsize, long... shape) {
        long bytes = itemsize;
        for (long length : shape) {
            if (length < 0)
                throw new ArrayError("negative dimensions are not allowed");
        }
        for (long length : shape) {
            if (length == 0)
                return 0;
        }
        try {
            for (long length : shape)
                bytes = Math.multiplyExact(bytes, length);
        } catch (ArithmeticException e) {
            throw new ArrayError("array is too big; `arr.size * arr.dtype.itemsize` is larger than the maximum"
                    + " possible size.");
        }
        return bytes;
    }
}
