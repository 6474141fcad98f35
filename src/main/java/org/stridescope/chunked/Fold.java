package org.stridescope.chunked;

import java.io.Serializable;
import java.util.List;

import org.stridescope.array.ArrayMemory;
import org.stridescope.array.NDArray;

/**
 * A reduction in steps: a block becomes a partial result (with the reduced axes kept as length 1), partial results are joined
 * in any grouping, and what is left at the end becomes the answer.
 */
interface Fold extends Serializable {
    /** The block's partial result; where it would be the block itself, that. */
    Object partial(NDArray block, ArrayMemory memory);

    /** A partial result that may be written to, from one that may not. */
    Object own(Object partial, ArrayMemory memory);

    /** Joins another into one of our own; the joined one may be {@code mine} or new. */
    Object join(Object mine, Object other, ArrayMemory memory);

    /** The answer, reduced axes still there. */
    NDArray finish(Object partial, ArrayMemory memory);

    /** All joined, the first of them left as it is. */
    default Object joined(List<?> partials, ArrayMemory memory) {
        Object first = java.util.Objects.requireNonNull(partials.getFirst());
        if (partials.size() == 1)
            return first;
        Object mine = own(first, memory);
        for (Object other : partials.subList(1, partials.size()))
            mine = join(mine, java.util.Objects.requireNonNull(other), memory);
        return mine;
    }
}
