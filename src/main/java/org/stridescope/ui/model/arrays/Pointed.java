package org.stridescope.ui.model.arrays;

import java.util.Arrays;

/**
 * The place that is looked at: an item of the shown array and its first byte, or a byte of the buffer that it does not see.
 *
 * @param index of the item; empty with {@code inView} false for a byte outside the view
 * @param address first byte of the item, or the byte itself
 */
public record Pointed(long[] index, long address, boolean inView) {
    public Pointed {
        index = index.clone();
    }

    @Override
    public long[] index() {
        return index.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Pointed(long[] i, long a, boolean v) && address == a && inView == v
                && Arrays.equals(index, i);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(index) + Long.hashCode(address);
    }

    @Override
    public String toString() {
        return (inView ? Arrays.toString(index) : "outside the view") + " at byte " + address;
    }
}
