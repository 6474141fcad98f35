package org.stridescope.io;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.stridescope.array.ArrayError;
import org.stridescope.array.ArrayMemory;
import org.stridescope.array.NDArray;

/**
 * Arrays read from and written to .npy and .npz files. Whatever goes wrong is an {@link IoError} that names the file. A file
 * is written beside its target and moved there when it is complete, so no half-written one is ever left.
 */
public final class ArrayFiles {
    private static final String NPZ = ".npz";

    private ArrayFiles() {}

    /**
     * Reads {@code file.npy}, {@code file.npz:name}, or {@code file.npz} with a single array in it. Large .npy files are
     * mapped, not read; big-endian items are turned round.
     */
    public static NDArray read(String reference, ArrayMemory memory) {
        int colon = reference.lastIndexOf(NPZ + ":");
        if (colon < 0)
            return read(pathOf(reference), null, memory);
        int end = colon + NPZ.length();
        return read(pathOf(reference.substring(0, end)), reference.substring(end + 1), memory);
    }

    /** Reads an .npy file, or an .npz with a single array in it. */
    public static NDArray read(Path file, ArrayMemory memory) {
        return read(file, null, memory);
    }

    private static NDArray read(Path file, @Nullable String name, ArrayMemory memory) {
        return guarded(file, () -> {
            if (Files.isDirectory(file))
                throw new ArrayError("this is a folder; name an .npy or .npz file in it");
            return isArchive(file) ? NpzFile.read(file, name, memory) : NpyFile.read(file, memory);
        });
    }

    /** Names of the arrays in an .npz, in the file's order. */
    public static List<String> names(Path archive) {
        return guarded(archive, () -> NpzFile.names(archive));
    }

    /** Whether this path is taken for an .npz: by its ending. */
    public static boolean isArchive(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(NPZ);
    }

    /** Writes what {@code np.save} writes, byte for byte. */
    public static void write(NDArray array, Path file) {
        replace(file, channel -> NpyFile.write(array, channel));
    }

    /** Writes what {@code np.savez} writes, byte for byte; the arrays come in the map's order. */
    public static void writeArchive(Map<String, NDArray> arrays, Path file) {
        replace(file, channel -> new NpzWriter(channel).write(arrays));
    }

    private static void replace(Path file, Writing writing) {
        guarded(file, () -> {
            Path folder = file.toAbsolutePath().getParent();
            if (folder == null || Files.isDirectory(file))
                throw new ArrayError("this is a folder; name a file in it");
            if (!Files.isDirectory(folder))
                throw new ArrayError("the folder " + folder + " does not exist; make it first");
            Path part = folder
                    .resolve(file.getFileName() + ".part-" + ProcessHandle.current().pid() + "-" + System.nanoTime());
            try {
                try (FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE_NEW,
                        StandardOpenOption.WRITE)) {
                    writing.to(channel);
                }
                move(part, file);
            } finally {
                Files.deleteIfExists(part);
            }
            return file;
        });
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static Path pathOf(String text) {
        try {
            return Path.of(text);
        } catch (java.nio.file.InvalidPathException e) {
            throw new IoError(text + ": this is no path (" + e.getReason() + ")", e);
        }
    }

    private static <T> T guarded(Path file, Reading<T> reading) {
        try {
            return reading.run();
        } catch (ArrayError e) {
            throw new IoError(file + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw IoError.in(file, e);
        }
    }

    @FunctionalInterface
    private interface Reading<T> {
        T run() throws IOException;
    }

    @FunctionalInterface
    private interface Writing {
        void to(FileChannel channel) throws IOException;
    }
}
