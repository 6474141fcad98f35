package org.stridescope.kernel;

import java.lang.foreign.MemorySegment;

/** The root of {@link VectorSquares}, taken while a row of the tile is still in the first cache. */
final class VectorEuclidean extends VectorSquares {
    VectorEuclidean(Run run) {
        super(run);
    }

    @Override
    void finish(MemorySegment to, long at, int count, long row, long column) {
        roots(to, at, count);
    }
}
