package org.stridescope.explain.layout;

import org.stridescope.array.NDArray;

/** An array under the name a script gave it. */
public record Variable(String name, NDArray array) {
    /** The array that owns the bytes: this one, or its base. */
    public NDArray owner() {
        NDArray base = array.base();
        return base == null ? array : base;
    }

    /** Whether both look into one buffer (they may still see different bytes of it). */
    public boolean sharesBuffer(Variable other) {
        return owner() == other.owner();
    }
}
