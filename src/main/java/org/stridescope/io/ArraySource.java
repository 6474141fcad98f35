package org.stridescope.io;

import org.jspecify.annotations.Nullable;

import org.stridescope.array.ArrayMemory;
import org.stridescope.array.DType;
import org.stridescope.array.Layout;
import org.stridescope.array.NDArray;

/** An array that lies in a file and is read block by block, by several threads at once. Nothing is read before asked for. */
public interface ArraySource {
    /** What errors and graphs call it: the file, and the dataset where there are several. */
    String name();

    DType dtype();

    long[] shape();

    /** Lengths of the blocks in which the file keeps it; null where it lies in one piece. */
    long @Nullable [] blocks();

    /** Fills {@code into}, in any strides, with the block of its shape that begins at {@code start}. */
    void read(NDArray into, long... start);

    /** The block of this shape that begins at {@code start}, in C order. */
    default NDArray read(ArrayMemory memory, long[] start, long[] shape) {
        NDArray block = NDArray.unfilled(memory, dtype(), Layout.cOrder(dtype().itemsize(), shape));
        read(block, start);
        return block;
    }

    /** All of it. */
    default NDArray readAll(ArrayMemory memory) {
        return read(memory, new long[shape().length], shape());
    }
}
