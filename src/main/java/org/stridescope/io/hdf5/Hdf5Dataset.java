package org.stridescope.io.hdf5;

import java.io.IOException;
import java.io.Serializable;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

import io.jhdf.api.Dataset;
import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.api.dataset.ContiguousDataset;
import org.jspecify.annotations.Nullable;

import org.stridescope.array.ArrayError;
import org.stridescope.array.DType;
import org.stridescope.array.Items;
import org.stridescope.array.Layout;
import org.stridescope.array.NDArray;
import org.stridescope.array.Shapes;
import org.stridescope.io.ArraySource;
import org.stridescope.io.ByteSwap;
import org.stridescope.io.IoError;

/**
 * One array of an HDF5 file. A contiguous one is read straight into the array it goes to; of a chunked one every chunk that
 * the block meets is decompressed once.
 */
public final class Hdf5Dataset implements ArraySource, Serializable {
    /** Rows read at once where bytes have to pass through memory of ours. */
    private static final int PIECE = 1 << 20;

    private final Hdf5File file;
    private final Dataset dataset;
    private final Hdf5Type type;
    private final long[] shape;

    Hdf5Dataset(Hdf5File file, Dataset dataset) {
        this.file = file;
        this.dataset = dataset;
        this.type = Hdf5Type.of(dataset.getDataType());
        this.shape = dataset.isScalar() ? new long[0] : dataset.getDimensionsAsLong();
    }

    @Override
    public String name() {
        return file.path() + ", dataset " + path();
    }

    /** Its place in the file: {@code /t2m}. */
    public String path() {
        return dataset.getPath();
    }

    public Hdf5File file() {
        return file;
    }

    @Override
    public DType dtype() {
        return type.dtype();
    }

    @Override
    public long[] shape() {
        return shape.clone();
    }

    @Override
    public long @Nullable [] blocks() {
        return dataset instanceof ChunkedDataset chunked
                ? Arrays.stream(chunked.getChunkDimensions()).asLongStream().toArray()
                : null;
    }

    /** How the file keeps it, for people: {@code chunked (45, 50), shuffle, gzip}. */
    public String storage() {
        long[] blocks = blocks();
        if (blocks == null)
            return "contiguous";
        String filters = Hdf5File.guarded(file.path(), path(), dataset::getFilters).stream()
                .map(filter -> ChunkFilters.word(filter.getId(), filter.getName())).collect(Collectors.joining(", "));
        return "chunked " + Shapes.text(blocks) + (filters.isEmpty() ? "" : ", " + filters);
    }

    @Override
    public void read(NDArray into, long... start) {
        checkInside(into.shape(), start);
        if (into.dtype() != dtype())
            throw new ArrayError(name() + " is " + dtype().pythonName() + ", not " + into.dtype().pythonName());
        if (into.size() == 0)
            return;
        Hdf5File.guarded(file.path(), path(), () -> {
            switch (dataset) {
                case ChunkedDataset chunked -> new ChunkedRead(this, chunked, type).fill(into, start);
                case ContiguousDataset contiguous -> contiguous(contiguous, into, start);
                default -> compact(into, start);
            }
            return into;
        });
    }

    private void checkInside(long[] block, long... start) {
        boolean inside = block.length == shape.length && start.length == shape.length;
        for (int axis = 0; inside && axis < shape.length; axis++)
            inside = start[axis] >= 0 && start[axis] + block[axis] <= shape[axis];
        if (!inside) {
            throw new ArrayError("the block at " + Shapes.text(start) + " of shape " + Shapes.text(block)
                    + " lies outside " + name() + " of shape " + Shapes.text(shape), ArrayError.Kind.INDEX);
        }
    }

    private void contiguous(ContiguousDataset contiguous, NDArray into, long... start) {
        if (contiguous.isEmpty()) {
            fillBy(dataset.getFillValue(), into);
            return;
        }
        long base = contiguous.getDataAddress() + contiguous.getHdfFile().getUserBlockSize();
        // the axes from `run` on lie in one piece of the file
        int run = shape.length;
        while (run > 0 && (run == shape.length || into.shape(run) == shape[run]))
            run--;
        long[] strides = Layout.cOrder(dtype().itemsize(), shape).strides();
        rows(into, 0, run, base + Layout.of(shape, strides, 0).offset(start), strides);
    }

    private void rows(NDArray into, int axis, int run, long at, long... strides) {
        if (axis >= run) {
            piece(into, at);
            return;
        }
        for (long i = 0; i < into.shape(0); i++)
            rows(into.at(i), axis + 1, run, at + i * strides[axis], strides);
    }

    /** One run of bytes of the file into an array of any strides. */
    private void piece(NDArray into, long at) {
        if (into.isCContiguous()) {
            MemorySegment to = into.buffer().asSlice(into.layout().offset(), into.nbytes());
            bytes(file.channel(), to, at);
            if (type.swapped())
                ByteSwap.swap(to, to.byteSize(), dtype());
            return;
        }
        if (into.ndim() > 1 && into.nbytes() > PIECE) {
            long each = into.nbytes() / into.shape(0);
            for (long i = 0; i < into.shape(0); i++)
                piece(into.at(i), at + i * each);
            return;
        }
        MemorySegment aside = MemorySegment.ofArray(new byte[Math.toIntExact(into.nbytes())]);
        bytes(file.channel(), aside, at);
        put(aside, into);
    }

    /** A dataset so small that it lies in its own header. */
    private void compact(NDArray into, long... start) {
        ByteBuffer bytes = ((io.jhdf.dataset.DatasetBase) dataset).getDataBuffer();
        byte[] all = new byte[bytes.remaining()];
        bytes.get(all);
        MemorySegment aside = MemorySegment.ofArray(all);
        if (type.swapped())
            ByteSwap.swap(aside, aside.byteSize(), dtype());
        Layout layout = Layout.cOrder(dtype().itemsize(), shape);
        Items.copy(NDArray.over(aside, dtype(), Layout.of(into.shape(), layout.strides(), layout.offset(start))), into);
    }

    /** Bytes in C order to their places. */
    private void put(MemorySegment bytes, NDArray into) {
        if (type.swapped())
            ByteSwap.swap(bytes, bytes.byteSize(), dtype());
        Items.copy(NDArray.over(bytes, dtype(), Layout.cOrder(dtype().itemsize(), into.shape())), into);
    }

    /** What h5py reads where nothing was ever written. */
    static void fillBy(@Nullable Object fill, NDArray into) {
        double value = fill instanceof Number number ? number.doubleValue() : 0;
        NDArray one = NDArray.over(MemorySegment.ofArray(new byte[into.itemsize()]), into.dtype(), Layout.of(
                new long[0], new long[0], 0));
        one.setDouble(value);
        Items.copy(one.view(one.layout().broadcastTo(into.shape())), into);
    }

    private void bytes(FileChannel channel, MemorySegment to, long at) {
        try {
            for (long done = 0; done < to.byteSize();) {
                long wanted = Math.min(to.byteSize() - done, 1 << 30);
                int count = channel.read(to.asSlice(done, wanted).asByteBuffer(), at + done);
                if (count < 0) {
                    throw new IoError(name() + ": the file is cut off: " + (at + to.byteSize()) + " bytes are needed, "
                            + (at + done) + " are there; copy or write it again");
                }
                done += count;
            }
        } catch (IOException e) {
            throw IoError.in(file.path(), e);
        }
    }

    @Override
    public String toString() {
        return name() + ": " + dtype().pythonName() + " " + Shapes.text(shape) + ", " + storage();
    }

    /** Another process opens the file itself. */
    private Object writeReplace() {
        return new Place(file.path().toAbsolutePath().toString(), path());
    }

    private record Place(String file, String dataset) implements Serializable {
        private Object readResolve() {
            return Hdf5File.open(Path.of(file)).dataset(dataset);
        }
    }
}
