package org.stridescope.chunked;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.stridescope.array.ArrayMemory;
import org.stridescope.array.Items;
import org.stridescope.array.NDArray;

/** Puts a block to its place in the result. */
final class BlockStore extends BlockOperation {
    /** What a task yields whose work is done elsewhere. */
    static final Boolean DONE = Boolean.TRUE;

    private final NDArray place;

    BlockStore(NDArray place) {
        super("store");
        this.place = place;
    }

    /** The place is in this process. */
    @Override
    public boolean isPortable() {
        return false;
    }

    NDArray place() {
        return place;
    }

    @Override
    Object run(List<@Nullable Object> arguments, ArrayMemory memory) {
        Items.assign(array(arguments, 0), place, memory);
        return DONE;
    }
}
