package org.stridescope.ui.model.arrays;

import org.stridescope.explain.layout.Quantity;

/**
 * What one line of a script cost over a whole run.
 *
 * @param line from 1
 * @param nanos time of all hits
 * @param allocated bytes of arrays allocated
 * @param freed bytes of arrays let go
 * @param copies arrays copied item by item
 * @param made what its result is
 */
public record LineCost(int line, long hits, long nanos, long allocated, long freed, int copies, Made made) {
    /** What a line's value is to the memory that was there before. */
    public enum Made {
        /** No array. */
        NOTHING,
        /** New bytes. */
        NEW,
        /** Other metadata over bytes that were there. */
        VIEW,
        /** New bytes with the items of an array that was there. */
        COPY
    }

    /** In the margin: {@code view}, {@code copy 8 B}, {@code 16 B}; empty for lines without arrays. */
    public String margin() {
        return switch (made) {
            case VIEW -> "view";
            case COPY -> "copy " + Quantity.bytes(allocated);
            case NEW -> Quantity.bytes(allocated);
            case NOTHING -> allocated > 0 ? Quantity.bytes(allocated) : "";
        };
    }
}
