package org.stridescope.io.hdf5;

import java.nio.ByteBuffer;

import org.stridescope.array.ArrayMemory;
import org.stridescope.array.DType;
import org.stridescope.array.Layout;
import org.stridescope.array.NDArray;
import org.stridescope.array.Shapes;

/** A dataset in one piece of the file: blocks go straight to their places. */
final class WrittenContiguous implements WrittenDataset {
    private static final long PIECE = 1 << 20;

    private final Hdf5Writer file;
    private final DType dtype;
    private final long[] shape;
    private final Layout layout;
    private final long address;

    WrittenContiguous(Hdf5Writer file, DType dtype, long... shape) {
        this.file = file;
        this.dtype = dtype;
        this.shape = shape.clone();
        layout = Layout.cOrder(dtype.itemsize(), shape);
        address = file.reserve(Shapes.bytes(dtype.itemsize(), shape));
    }

    @Override
    public void write(NDArray block, long... start) {
        Hdf5Head.checkBlock(block, dtype, shape, start);
        try (ArrayMemory memory = ArrayMemory.scoped()) {
            NDArray items = block.isCContiguous() ? block : block.copy(memory);
            int run = shape.length;
            while (run > 0 && (run == shape.length || block.shape(run) == shape[run]))
                run--;
            rows(items, 0, run, address + layout.offset(start));
        }
    }

    private void rows(NDArray items, int axis, int run, long at) {
        if (axis < run) {
            for (long i = 0; i < items.shape(0); i++)
                rows(items.at(i), axis + 1, run, at + i * layout.stride(axis));
            return;
        }
        long from = items.layout().offset();
        for (long done = 0; done < items.nbytes(); done += PIECE) {
            long count = Math.min(PIECE, items.nbytes() - done);
            file.put(items.buffer().asSlice(from + done, count).asByteBuffer(), at + done);
        }
    }

    @Override
    public ByteBuffer header() {
        ByteBuffer place = Hdf5Head.little(24).put((byte) 3).put((byte) 1).putLong(address)
                .putLong(Shapes.bytes(dtype.itemsize(), shape));
        return Hdf5Head.object(Hdf5Head.space(shape), Hdf5Head.type(dtype), Hdf5Head.fill(false),
                new Hdf5Head.Message(0x08, place.clear()));
    }
}
