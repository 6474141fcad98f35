package org.stridescope.lab.graph;

import java.lang.foreign.MemorySegment;

import org.stridescope.array.NDArray;

/** Columns of a matrix, filled from a smaller one; both in C order. */
final class ColumnBlock {
    private ColumnBlock() {}

    static void write(NDArray piece, NDArray to, long column) {
        long item = to.itemsize();
        long width = piece.shape(1) * item;
        long row = to.shape(1) * item;
        for (long i = 0; i < piece.shape(0); i++) {
            MemorySegment.copy(piece.buffer(), piece.layout().offset() + i * width, to.buffer(),
                    to.layout().offset() + i * row + column * item, width);
        }
    }
}
