package org.stridescope.io.hdf5;

import java.nio.ByteBuffer;

import org.stridescope.array.NDArray;

/** A dataset that is being written. */
public sealed interface WrittenDataset permits WrittenContiguous, WrittenChunks {
    /** Puts a block in place; of a chunked dataset it must be made of whole chunks, but at the array's end. */
    void write(NDArray block, long... start);

    /** The object header, when all blocks are written. */
    ByteBuffer header();
}
