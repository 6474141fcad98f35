package org.stridescope.ui.control.timeline;

import javafx.scene.paint.Color;

import org.stridescope.ui.control.Palette;

/** What a thread does while it does not run; none of these is a variant's hue. */
public final class StateColours {
    private static final double GREY = 0.42;

    private StateColours() {}

    /** It could run and has no processor. */
    public static Color runnable(Palette palette) {
        return palette.raised().interpolate(palette.muted(), GREY);
    }

    /** It waits for a lock. */
    public static Color locked(Palette palette) {
        return palette.danger();
    }

    /** It waits for a device. */
    public static Color disk(Palette palette) {
        return palette.hue(5);
    }
}
