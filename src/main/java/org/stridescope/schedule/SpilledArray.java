package org.stridescope.schedule;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.jspecify.annotations.Nullable;

import org.stridescope.array.ArrayMemory;
import org.stridescope.array.DType;
import org.stridescope.array.Layout;
import org.stridescope.array.NDArray;
import org.stridescope.schedule.ScheduleError.Reason;

/** An array that had to leave memory: its bytes in a file, its layout here. */
final class SpilledArray {
    private static final int CHUNK = 1 << 26;

    private final Path file;
    private final DType dtype;
    private final Layout layout;
    private final long bytes;
    private @Nullable NDArray back;

    private SpilledArray(Path file, DType dtype, Layout layout, long bytes) {
        this.file = file;
        this.dtype = dtype;
        this.layout = layout;
        this.bytes = bytes;
    }

    /** Writes the bytes that the array spans, as they lie. */
    static SpilledArray write(NDArray array, Path file) {
        Layout layout = array.layout();
        long first = layout.firstByte();
        long length = array.size() == 0 ? 0 : layout.endByte(array.dtype().itemsize()) - first;
        MemorySegment span = array.buffer().asSlice(first, length);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            for (long at = 0; at < length; at += CHUNK) {
                var part = span.asSlice(at, Math.min(CHUNK, length - at)).asByteBuffer();
                while (part.hasRemaining())
                    channel.write(part);
            }
        } catch (IOException e) {
            throw new ScheduleError(Reason.WORKERS, null, "a result of " + length
                    + " bytes cannot be spilled to " + file.getParent() + ": " + e.getMessage(), e);
        }
        Layout inFile = Layout.of(layout.shape(), layout.strides(), layout.offset() - first);
        return new SpilledArray(file, array.dtype(), inFile, length);
    }

    long bytes() {
        return bytes;
    }

    /** The array, in memory again; the same for all who ask. */
    synchronized NDArray read() {
        if (back != null)
            return back;
        MemorySegment buffer = ArrayMemory.collected().reserve(bytes);
        try (FileChannel channel = FileChannel.open(file)) {
            for (long at = 0; at < bytes; at += CHUNK) {
                var part = buffer.asSlice(at, Math.min(CHUNK, bytes - at)).asByteBuffer();
                while (part.hasRemaining()) {
                    if (channel.read(part) < 0)
                        throw new IOException("it was cut off");
                }
            }
        } catch (IOException e) {
            throw new ScheduleError(Reason.WORKERS, null,
                    "a spilled result cannot be read back from " + file + ": " + e.getMessage(), e);
        }
        back = NDArray.over(buffer, dtype, layout);
        return back;
    }

    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            file.toFile().deleteOnExit();
        }
    }
}
