package org.stridescope.export.scene;

/** What a colour is for; a {@link Theme} says which colour that is. */
public enum Role {
    BACKGROUND, RAISED, GRID, TEXT, MUTED,
    /** A thread on a processor, one that waits for a processor, one that waits for a device. */
    RUNNING, RUNNABLE, DISK,
    /** Arrays outside the heap, the heap, the rest of the resident set. */
    OFF_HEAP, HEAP, RESIDENT,
    /** The collector at work. */
    COLLECTION,
    /** Cost: of a line, of a function. */
    HEAT,
    /** More than in the base of a comparison, and less. */
    MORE, LESS,
    /** Kinds that are told apart by colour alone, in this order. */
    SERIES_1, SERIES_2, SERIES_3, SERIES_4, SERIES_5, SERIES_6;

    private static final int SERIES = 6;

    /** One of the colours for kinds, counted from 0; they come again after the last. */
    public static Role series(int index) {
        return values()[SERIES_1.ordinal() + Math.floorMod(index, SERIES)];
    }
}
