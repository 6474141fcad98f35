package org.stridescope.io.hdf5;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.TreeMap;

import org.stridescope.array.ArrayError;
import org.stridescope.array.DType;
import org.stridescope.array.NDArray;
import org.stridescope.io.IoError;

/**
 * Writes datasets of one HDF5 file block by block, so that an array may be larger than memory. The file appears under its
 * name when {@link #commit} has made it complete; closed without that, nothing is left. The format is the oldest one
 * (superblock 0, symbol table, B-trees of version 1), which every reader knows. Source: HDF5 File Format Specification 3.0.
 */
public final class Hdf5Writer implements AutoCloseable {
    private final Path file;
    private final Path part;
    private final FileChannel channel;
    private final TreeMap<String, WrittenDataset> datasets = new TreeMap<>();
    private long end = Hdf5Head.SUPERBLOCK_BYTES;

    private Hdf5Writer(Path file, Path part, FileChannel channel) {
        this.file = file;
        this.part = part;
        this.channel = channel;
    }

    /** Starts a file beside the one of this name. */
    public static Hdf5Writer create(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || Files.isDirectory(file))
            throw new IoError(file + ": this is a folder; name a file in it");
        if (!Files.isDirectory(folder))
            throw new IoError(file + ": the folder " + folder + " does not exist; make it first");
        Path part = folder.resolve(
                file.getFileName() + ".part-" + ProcessHandle.current().pid() + "-" + System.nanoTime());
        try {
            return new Hdf5Writer(file, part,
                    FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
        } catch (IOException e) {
            throw IoError.in(file, e);
        }
    }

    /** One array, as a file of its own. */
    public static void write(Path file, String name, NDArray array, Storage storage) {
        try (Hdf5Writer writer = create(file)) {
            writer.dataset(name, array.dtype(), storage, array.shape()).write(array, new long[array.ndim()]);
            writer.commit();
        }
    }

    /** Begins a dataset at the top of the file; its blocks may come in any order. */
    public WrittenDataset dataset(String name, DType dtype, Storage storage, long... shape) {
        String bare = name.startsWith("/") ? name.substring(1) : name;
        if (bare.isEmpty() || bare.contains("/"))
            throw new IoError(file + ": '" + name + "' is no name of a dataset at the top of a file");
        storage.check(shape);
        WrittenDataset dataset = switch (storage) {
            case Storage.Contiguous contiguous -> new WrittenContiguous(this, dtype, shape);
            case Storage.Chunked chunked -> new WrittenChunks(this, dtype, chunked, shape);
        };
        if (datasets.put(bare, dataset) != null)
            throw new IoError(file + ": there are two datasets " + name);
        return dataset;
    }

    /** Reserves bytes at the end of the file. */
    synchronized long reserve(long bytes) {
        long at = (end + 7) / 8 * 8;
        end = at + bytes;
        return at;
    }

    void put(ByteBuffer bytes, long at) {
        try {
            for (long to = at; bytes.hasRemaining();)
                to += channel.write(bytes, to);
        } catch (IOException e) {
            throw IoError.in(file, e);
        }
    }

    long append(ByteBuffer bytes) {
        long at = reserve(bytes.remaining());
        put(bytes, at);
        return at;
    }

    /** Writes the structure and puts the file in its place; no block can be written after that. */
    public void commit() {
        TreeMap<String, Long> headers = new TreeMap<>();
        datasets.forEach((name, dataset) -> headers.put(name, append(dataset.header())));
        Hdf5Head head = Hdf5Head.write(this, headers);
        put(head.superblock(reserve(0)), 0);
        try {
            if (channel.size() < end)
                put(ByteBuffer.allocate(1), end - 1);
            channel.close();
            try {
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw IoError.in(file, e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
            Files.deleteIfExists(part);
        } catch (IOException e) {
            throw IoError.in(file, e);
        }
    }

    /** How a dataset is kept. */
    public sealed interface Storage {
        Storage CONTIGUOUS = new Contiguous();

        /** In chunks of these lengths, each packed by gzip where {@code level} is 1 to 9, not where it is 0. */
        static Storage chunked(int level, boolean shuffle, long... chunk) {
            return new Chunked(chunk.clone(), level, shuffle);
        }

        void check(long... shape);

        record Contiguous() implements Storage {
            @Override
            public void check(long... shape) {}
        }

        record Chunked(long[] chunk, int level, boolean shuffle) implements Storage {
            @Override
            public void check(long... shape) {
                if (chunk.length != shape.length || shape.length == 0 || java.util.Arrays.stream(chunk)
                        .anyMatch(length -> length < 1 || length > Integer.MAX_VALUE)) {
                    throw new ArrayError("chunks of " + org.stridescope.array.Shapes.text(chunk)
                            + " do not fit an array of shape " + org.stridescope.array.Shapes.text(shape));
                }
            }
        }
    }
}
