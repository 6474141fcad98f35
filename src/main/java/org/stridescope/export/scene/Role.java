package org.stridescope.export.scene;

import java.util.Locale;

/** What a colour is for; a {@link Theme} says which colour that is. The names are those of the stylesheets. */
public enum Role {
    BACKGROUND, RAISED, LINE, TEXT, MUTED, ACCENT, ON_ACCENT, DANGER, HUE_0, HUE_1, HUE_2, HUE_3, HUE_4, HUE_5, HUE_6, HUE_7, HUE_8, HUE_9, HUE_10;

    private static final int HUES = 11;

    /** One of the hues that variants, workers and kinds of tasks keep, counted from 0; they come again after the last. */
    public static Role hue(int number) {
        return values()[HUE_0.ordinal() + Math.floorMod(number, HUES)];
    }

    /** The colour's name in a stylesheet, without the prefix of ours. */
    String styleName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
