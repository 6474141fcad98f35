package org.stridescope.schedule.process;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;

import org.stridescope.array.DType;
import org.stridescope.array.Layout;
import org.stridescope.array.NDArray;
import org.stridescope.schedule.ScheduleError;
import org.stridescope.schedule.ScheduleError.Reason;

/** Arrays as files of one folder, in which each process writes under names of its own. */
final class SharedFiles {
    private final Path folder;
    private final String prefix;
    private final AtomicLong files = new AtomicLong();

    SharedFiles(Path folder, String prefix) {
        this.folder = folder;
        this.prefix = prefix;
    }

    Path folder() {
        return folder;
    }

    /** Copies an array's bytes into a new file, as they lie. */
    SharedArray put(NDArray array) {
        Layout layout = array.layout();
        boolean empty = array.size() == 0;
        long first = empty ? 0 : layout.firstByte();
        long length = empty ? 0 : layout.endByte(array.dtype().itemsize()) - first;
        String name = prefix + files.getAndIncrement();
        Path file = folder.resolve(name);
        try (Arena arena = Arena.ofConfined();
                FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ,
                        StandardOpenOption.WRITE)) {
            requireRoom(length);
            if (length > 0)
                MemorySegment.copy(array.buffer(), first, channel.map(MapMode.READ_WRITE, 0, length, arena), 0, length);
        } catch (IOException e) {
            throw new ScheduleError(Reason.WORKERS, null,
                    "an array cannot be shared by " + folder + ": " + e.getMessage(), e);
        }
        return new SharedArray(name, array.dtype(),
                Layout.of(layout.shape(), layout.strides(), layout.offset() - first),
                length);
    }

    /** A new file of zeros. */
    record Fresh(String file, MemorySegment bytes) {}

    /** Makes one, mapped for as long as the arena lives: others see what is written to it. */
    Fresh make(long bytes, Arena arena) {
        String name = prefix + files.getAndIncrement();
        try (FileChannel channel = FileChannel.open(folder.resolve(name), StandardOpenOption.CREATE_NEW,
                StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            requireRoom(bytes);
            return new Fresh(name, channel.map(MapMode.READ_WRITE, 0, bytes, arena));
        } catch (IOException e) {
            throw new ScheduleError(Reason.WORKERS, null,
                    "an array cannot be shared by " + folder + ": " + e.getMessage(), e);
        }
    }

    /** A file that memory has no room for is made all the same, and the process that writes to it is killed. */
    private void requireRoom(long bytes) throws IOException {
        long room = Files.getFileStore(folder).getUsableSpace();
        if (bytes > room) {
            throw new ScheduleError(Reason.WORKERS, "an array of " + bytes + " bytes does not fit into " + folder
                    + ", where " + room + " are free: use smaller chunks, or threads");
        }
    }

    /**
     * The array over the file's bytes, for as long as the arena lives; nothing is copied, and who writes to it writes to pages
     * of its own: others see what was there.
     */
    NDArray open(SharedArray shared, Arena arena) {
        return open(shared, MapMode.PRIVATE, arena);
    }

    /** The same, to be written to for all to see. */
    NDArray openToWrite(SharedArray shared, Arena arena) {
        return open(shared, MapMode.READ_WRITE, arena);
    }

    private NDArray open(SharedArray shared, MapMode mode, Arena arena) {
        if (shared.bytes() == 0)
            return NDArray.over(MemorySegment.ofArray(new byte[16]).asReadOnly(), shared.dtype(), shared.layout());
        try (FileChannel channel = FileChannel.open(folder.resolve(shared.file()), StandardOpenOption.READ,
                StandardOpenOption.WRITE)) {
            MemorySegment bytes = channel.map(mode, 0, shared.bytes(), arena);
            return NDArray.over(bytes, shared.dtype(), shared.layout());
        } catch (IOException e) {
            throw new ScheduleError(Reason.WORKERS, null,
                    "a shared array cannot be read: " + e.getMessage(), e);
        }
    }

    /** The array over the file's bytes, for as long as anybody holds it, to be changed at will. */
    NDArray adopt(SharedArray shared) {
        DType dtype = shared.dtype();
        if (shared.bytes() == 0)
            return open(shared, Arena.global());
        try (FileChannel channel = FileChannel.open(folder.resolve(shared.file()), StandardOpenOption.READ,
                StandardOpenOption.WRITE)) {
            return NDArray.over(channel.map(MapMode.READ_WRITE, 0, shared.bytes(), Arena.ofAuto()), dtype,
                    shared.layout());
        } catch (IOException e) {
            throw new ScheduleError(Reason.WORKERS, null, "a result cannot be read: " + e.getMessage(), e);
        }
    }

    /** A copy in another folder, by its whole path, which every process finds. The first one is left for its owner to delete. */
    SharedArray moved(SharedArray shared, Path to) {
        Path target = to.resolve(Path.of(shared.file()).getFileName()).toAbsolutePath();
        try {
            Files.copy(folder.resolve(shared.file()), target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new ScheduleError(Reason.WORKERS, null, "a result of " + shared.bytes()
                    + " bytes cannot be spilled to " + to + ": " + e.getMessage(), e);
        }
        return new SharedArray(target.toString(), shared.dtype(), shared.layout(), shared.bytes());
    }

    void delete(SharedArray shared) {
        delete(shared.file());
    }

    void delete(String file) {
        try {
            Files.deleteIfExists(folder.resolve(file));
        } catch (IOException e) {
            return; // the folder goes as a whole in the end
        }
    }
}
