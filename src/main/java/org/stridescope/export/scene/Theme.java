package org.stridescope.export.scene;

/** Colours of the roles, as 0xRRGGBB. Series colours differ in lightness too, for eyes that tell no red from green. */
public enum Theme {
    LIGHT(0xffffff, 0xf1f3f6, 0xd9dee5, 0x1c2430, 0x5d6878, 0x2f6fde, 0xe0962a, 0x8b5fbf, 0x2f6fde, 0x3fa7a3,
            0xb6c0cd, 0xd64545, 0xd9541e, 0xd64545, 0x2f6fde, 0x2f6fde, 0xe0962a, 0x3fa7a3, 0x8b5fbf, 0x6b8e23,
            0xc2467e), DARK(0x14181f, 0x1e242e, 0x323b48, 0xe7ebf1, 0x97a3b4, 0x5b96ff, 0xf0b04c, 0xb08be0, 0x5b96ff,
                    0x58c4bf,
                    0x5b6675, 0xff6b6b, 0xff8350, 0xff6b6b, 0x5b96ff, 0x5b96ff, 0xf0b04c, 0x58c4bf, 0xb08be0, 0xa3c255,
                    0xf07fb2);

    private final int[] colours;

    Theme(int... colours) {
        this.colours = colours;
    }

    /** The colour of an ink, 0xRRGGBB. */
    public int rgb(Ink ink) {
        int full = colours[ink.role().ordinal()];
        if (ink.strength() >= 1)
            return full;
        int ground = colours[Role.BACKGROUND.ordinal()];
        double s = Math.max(0, ink.strength());
        int rgb = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int mixed = (int) Math.round((full >> shift & 0xff) * s + (ground >> shift & 0xff) * (1 - s));
            rgb |= mixed << shift;
        }
        return rgb;
    }
}
