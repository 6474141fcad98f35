package org.stridescope.lab.weather;

/** A diverging scale from blue over white to red, equally light on both sides, so that it reads without colour too. */
public final class MapColours {
    /** Evenly spaced from low to high. */
    private static final int[] ANCHORS = {0x10396b, 0x2a6cb0, 0x6fa9d4, 0xbcd9ea, 0xf7f7f7, 0xf8cdb5, 0xe58b6b,
            0xc1423f,
            0x71131f};

    private MapColours() {}

    /** Opaque ARGB for 0..1; grey where there is no value. */
    public static int argb(double part) {
        if (Double.isNaN(part))
            return 0xff9a9a9a;
        double at = Math.max(0, Math.min(1, part)) * (ANCHORS.length - 1);
        int low = Math.min(ANCHORS.length - 2, (int) at);
        double share = at - low;
        int colour = 0xff;
        for (int shift = 16; shift >= 0; shift -= 8) {
            double from = ANCHORS[low] >> shift & 0xff;
            double to = ANCHORS[low + 1] >> shift & 0xff;
            colour = colour << 8 | (int) Math.round(from + share * (to - from));
        }
        return colour;
    }
}
