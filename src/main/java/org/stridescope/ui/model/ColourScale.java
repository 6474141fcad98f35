package org.stridescope.ui.model;

/** Viridis, the perceptually even sequential map, by straight lines between 17 of its published stops. */
public final class ColourScale {
    private static final int[] STOPS = {0x440154, 0x48186a, 0x472d7b, 0x424086, 0x3b528b, 0x33638d, 0x2c728e, 0x26828e,
            0x21918c, 0x1fa088, 0x28ae80, 0x3fbc73, 0x5ec962, 0x84d44b, 0xaddc30, 0xd8e219, 0xfde725};
    private static final int SIZE = 1024;
    private static final int[] TABLE = table();

    private ColourScale() {}

    /** Opaque ARGB of a value between low and high; not a number is mid grey. */
    public static int argb(double value, double low, double high) {
        if (Double.isNaN(value))
            return 0xff808080;
        double share = high > low ? (value - low) / (high - low) : 0;
        return TABLE[(int) Math.clamp(Math.round(share * (SIZE - 1)), 0, SIZE - 1)];
    }

    private static int[] table() {
        int[] colours = new int[SIZE];
        for (int i = 0; i < SIZE; i++) {
            double at = i * (STOPS.length - 1.0) / (SIZE - 1);
            int stop = Math.min((int) at, STOPS.length - 2);
            colours[i] = 0xff000000 | mix(STOPS[stop], STOPS[stop + 1], at - stop);
        }
        return colours;
    }

    private static int mix(int a, int b, double share) {
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int from = a >> shift & 0xff;
            int to = b >> shift & 0xff;
            mixed |= (int) Math.round(from + share * (to - from)) << shift;
        }
        return mixed;
    }
}
