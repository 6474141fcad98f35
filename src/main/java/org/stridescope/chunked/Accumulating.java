package org.stridescope.chunked;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.stridescope.array.ArrayMemory;
import org.stridescope.array.NDArray;

/**
 * A sum whose first and only argument is a list of terms. Where it runs the tasks that make them itself, each adds straight
 * into the sum, and no term is ever held.
 */
interface Accumulating {
    /** The operation of a task that makes a term. */
    interface Term {
        /** Adds the term to {@code sum}, or writes it there where it is the first. */
        void addTo(NDArray sum, List<@Nullable Object> arguments, boolean more, ArrayMemory memory);
    }
}
