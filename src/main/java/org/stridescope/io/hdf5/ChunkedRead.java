package org.stridescope.io.hdf5;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;

import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.exceptions.HdfException;
import org.jspecify.annotations.Nullable;

import org.stridescope.array.Items;
import org.stridescope.array.Layout;
import org.stridescope.array.NDArray;
import org.stridescope.array.NestedLoop;
import org.stridescope.io.ByteSwap;

/** One block read from a dataset that is kept in chunks: chunk by chunk, each decompressed aside and its part copied. */
final class ChunkedRead {
    private final ChunkedDataset dataset;
    private final Hdf5Type type;
    private final ChunkFilters filters;
    private final int[] chunk;
    private final long[] chunkShape;
    private final long chunkBytes;

    ChunkedRead(Hdf5Dataset of, ChunkedDataset dataset, Hdf5Type type) {
        this.dataset = dataset;
        this.type = type;
        chunk = dataset.getChunkDimensions();
        chunkShape = new long[chunk.length];
        long bytes = type.dtype().itemsize();
        for (int axis = 0; axis < chunk.length; axis++) {
            chunkShape[axis] = chunk[axis];
            bytes *= chunk[axis];
        }
        chunkBytes = bytes;
        filters = new ChunkFilters(dataset.getFilters(), of.name());
    }

    void fill(NDArray into, long... start) {
        int[] first = new int[chunk.length];
        int[] at = new int[chunk.length];
        for (int axis = 0; axis < chunk.length; axis++) {
            first[axis] = Math.toIntExact(start[axis] / chunk[axis] * chunk[axis]);
            at[axis] = first[axis];
        }
        while (true) {
            NestedLoop.listen();
            one(at, into, start);
            int axis = chunk.length - 1;
            while (axis >= 0 && (at[axis] += chunk[axis]) >= start[axis] + into.shape(axis)) {
                at[axis] = first[axis];
                axis--;
            }
            if (axis < 0)
                return;
        }
    }

    private void one(int[] at, NDArray into, long... start) {
        long[] shape = new long[chunk.length];
        long[] inChunk = new long[chunk.length];
        long[] inBlock = new long[chunk.length];
        for (int axis = 0; axis < chunk.length; axis++) {
            long from = Math.max(at[axis], start[axis]);
            shape[axis] = Math.min(at[axis] + chunk[axis], start[axis] + into.shape(axis)) - from;
            inChunk[axis] = from - at[axis];
            inBlock[axis] = from - start[axis];
        }
        NDArray to = into.view(Layout.of(shape, into.layout().strides(), into.layout().offset(inBlock)));
        byte[] bytes = bytes(at);
        if (bytes == null) {
            Hdf5Dataset.fillBy(dataset.getFillValue(), to);
            return;
        }
        MemorySegment items = MemorySegment.ofArray(bytes);
        if (type.swapped())
            ByteSwap.swap(items, bytes.length, type.dtype());
        Layout layout = Layout.cOrder(type.dtype().itemsize(), chunkShape);
        Items.copy(NDArray.over(items, type.dtype(), Layout.of(shape, layout.strides(), layout.offset(inChunk))), to);
    }

    /** The chunk's items, or null where it was never written. */
    private byte @Nullable [] bytes(int... at) {
        ByteBuffer raw;
        try {
            raw = dataset.getRawChunkBuffer(at);
        } catch (HdfException e) {
            if (String.valueOf(e.getMessage()).startsWith("No chunk"))
                return null;
            throw e;
        }
        return filters.areOurs() ? filters.decode(raw, Math.toIntExact(chunkBytes)) : dataset.getDecompressedChunk(at);
    }
}
