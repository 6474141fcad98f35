package org.stridescope.ui.model;

import java.util.List;

/** Which of the eleven hues a variant keeps everywhere; the palette gives the colour of each. */
public final class Hues {
    /** Number of hues in a palette. */
    public static final int COUNT = 11;
    private static final List<String> FIXED = List.of("vector", "broadcast", "c", "loops", "trick", "fortran",
            "c-plain",
            "broadcast-einsum", "fortran-plain", "graph", "graph-concatenate");

    private Hues() {}

    public static int of(String variant) {
        int at = FIXED.indexOf(variant);
        return at >= 0 ? at : Math.floorMod(variant.hashCode(), COUNT);
    }
}
