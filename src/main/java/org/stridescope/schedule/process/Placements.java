package org.stridescope.schedule.process;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.stridescope.array.ArrayMemory;
import org.stridescope.array.NDArray;

/** Memory of one task's result, each array a shared file: what is made here need not be copied to be seen by others. */
final class Placements implements AutoCloseable {
    private final SharedFiles files;
    private final List<Placed> placed = new ArrayList<>();
    private @Nullable ArrayMemory memory;

    private record Placed(String file, MemorySegment bytes) {}

    Placements(SharedFiles files) {
        this.files = files;
    }

    ArrayMemory memory() {
        ArrayMemory made = memory;
        if (made == null) {
            made = ArrayMemory.scoped(this::allocate);
            memory = made;
        }
        return made;
    }

    private synchronized MemorySegment allocate(Arena arena, long bytes) {
        SharedFiles.Fresh fresh = files.make(bytes, arena);
        placed.add(new Placed(fresh.file(), fresh.bytes()));
        return fresh.bytes();
    }

    /** The array as it lies in its file, or copied to one where it was not made here. */
    synchronized SharedArray share(NDArray array) {
        for (Placed each : placed) {
            if (array.buffer().address() == each.bytes.address() && array.size() > 0) {
                placed.remove(each);
                return new SharedArray(each.file, array.dtype(), array.layout(), each.bytes.byteSize());
            }
        }
        return files.put(array);
    }

    /** Takes away what was made on the way and is no result. */
    @Override
    public void close() {
        if (memory != null)
            memory.close();
        placed.forEach(each -> files.delete(each.file));
    }
}
