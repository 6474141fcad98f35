package org.stridescope.io.hdf5;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;

import org.stridescope.array.ArrayError;
import org.stridescope.array.DType;
import org.stridescope.array.Items;
import org.stridescope.array.Layout;
import org.stridescope.array.NDArray;
import org.stridescope.array.NestedLoop;

/** A dataset in chunks, packed as they come; a B-tree at the end says where each lies. */
final class WrittenChunks implements WrittenDataset {
    private final Hdf5Writer file;
    private final DType dtype;
    private final long[] shape;
    private final Hdf5Writer.Storage.Chunked storage;
    private final List<ChunkTree.Entry> entries = new ArrayList<>();

    WrittenChunks(Hdf5Writer file, DType dtype, Hdf5Writer.Storage.Chunked storage, long... shape) {
        this.file = file;
        this.dtype = dtype;
        this.storage = storage;
        this.shape = shape.clone();
    }

    @Override
    public void write(NDArray block, long... start) {
        Hdf5Head.checkBlock(block, dtype, shape, start);
        long[] chunk = storage.chunk();
        for (int axis = 0; axis < shape.length; axis++) {
            long end = start[axis] + block.shape(axis);
            if (start[axis] % chunk[axis] != 0 || end % chunk[axis] != 0 && end != shape[axis])
                throw new ArrayError("a block must be made of whole chunks of " + Arrays.toString(chunk));
        }
        if (block.size() > 0)
            chunks(block, 0, start, start.clone());
    }

    private void chunks(NDArray block, int axis, long[] start, long[] at) {
        if (axis == shape.length) {
            chunk(block, start, at);
            return;
        }
        for (long i = start[axis]; i < start[axis] + block.shape(axis); i += storage.chunk()[axis]) {
            at[axis] = i;
            chunks(block, axis + 1, start, at);
        }
    }

    /** At the array's end a chunk is filled up with zeros. */
    private void chunk(NDArray block, long[] start, long... at) {
        NestedLoop.listen();
        long[] chunk = storage.chunk();
        long[] inside = new long[chunk.length];
        long[] from = new long[chunk.length];
        long items = 1;
        for (int axis = 0; axis < chunk.length; axis++) {
            inside[axis] = Math.min(chunk[axis], shape[axis] - at[axis]);
            from[axis] = at[axis] - start[axis];
            items *= chunk[axis];
        }
        byte[] bytes = new byte[Math.toIntExact(items * dtype.itemsize())];
        NDArray to = NDArray.over(MemorySegment.ofArray(bytes), dtype, Layout.of(inside,
                Layout.cOrder(dtype.itemsize(), chunk).strides(), 0));
        Items.copy(block.view(Layout.of(inside, block.layout().strides(), block.layout().offset(from))), to);
        ByteBuffer packed = packed(bytes);
        int size = packed.remaining();
        long address = file.append(packed);
        synchronized (entries) {
            entries.add(new ChunkTree.Entry(at.clone(), size, address));
        }
    }

    private ByteBuffer packed(byte... bytes) {
        byte[] ordered = storage.shuffle() ? shuffled(bytes, dtype.itemsize()) : bytes;
        if (storage.level() == 0)
            return ByteBuffer.wrap(ordered);
        try (Deflater deflater = new Deflater(storage.level())) {
            deflater.setInput(ordered);
            deflater.finish();
            byte[] to = new byte[ordered.length + ordered.length / 1000 + 64];
            int count = 0;
            while (!deflater.finished()) {
                if (count == to.length)
                    to = Arrays.copyOf(to, 2 * count);
                count += deflater.deflate(to, count, to.length - count);
            }
            return ByteBuffer.wrap(to, 0, count);
        }
    }

    private static byte[] shuffled(byte[] items, int itemsize) {
        int count = items.length / itemsize;
        byte[] planes = new byte[items.length];
        for (int plane = 0; plane < itemsize; plane++)
            for (int i = 0; i < count; i++)
                planes[plane * count + i] = items[i * itemsize + plane];
        return planes;
    }

    @Override
    public ByteBuffer header() {
        long[] chunk = storage.chunk();
        long tree = ChunkTree.write(file, entries, chunk);
        ByteBuffer place = Hdf5Head.little((11 + 4 * (chunk.length + 1) + 7) / 8 * 8).put((byte) 3).put((byte) 2)
                .put((byte) (chunk.length + 1)).putLong(tree);
        for (long length : chunk)
            place.putInt((int) length);
        place.putInt(dtype.itemsize());
        List<Hdf5Head.Message> messages = new ArrayList<>(List.of(Hdf5Head.space(shape), Hdf5Head.type(dtype),
                Hdf5Head.fill(true), new Hdf5Head.Message(0x08, place.clear())));
        if (storage.shuffle() || storage.level() > 0)
            messages.add(filters());
        return Hdf5Head.object(messages.toArray(Hdf5Head.Message[]::new));
    }

    private Hdf5Head.Message filters() {
        int count = (storage.shuffle() ? 1 : 0) + (storage.level() > 0 ? 1 : 0);
        ByteBuffer pipeline = Hdf5Head.little(8 + 16 * count).put((byte) 1).put((byte) count).putShort((short) 0)
                .putInt(0);
        if (storage.shuffle())
            filter(pipeline, ChunkFilters.SHUFFLE, dtype.itemsize());
        if (storage.level() > 0)
            filter(pipeline, ChunkFilters.DEFLATE, storage.level());
        return new Hdf5Head.Message(0x0b, pipeline.clear());
    }

    /** No name, optional, one value and its padding. */
    private static void filter(ByteBuffer to, int id, int value) {
        to.putShort((short) id).putShort((short) 0).putShort((short) 1).putShort((short) 1).putInt(value).putInt(0);
    }
}
