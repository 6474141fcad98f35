package org.stridescope.schedule;

import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;

import org.stridescope.array.NDArray;

/** The room on disk for results that do not fit into memory; made when the first one comes. */
final class Spill implements AutoCloseable {
    private final AtomicLong written = new AtomicLong();
    private final Set<Integer> taking = ConcurrentHashMap.newKeySet();
    private @Nullable PrivateFolder folder;
    private int files;

    boolean isTaking(int task) {
        return taking.contains(task);
    }

    void taking(int task, boolean on) {
        if (on)
            taking.add(task);
        else
            taking.remove(task);
    }

    long writtenBytes() {
        return written.get();
    }

    SpilledArray write(int task, NDArray array) {
        SpilledArray file = SpilledArray.write(array, nextFile(task));
        written.addAndGet(file.bytes());
        return file;
    }

    /** What an executor holds in its own way, by that executor; null where it cannot. */
    @Nullable
    Object write(@Nullable Object held, long bytes, Executor executor) {
        Object moved = executor.toDisk(held, folder());
        if (moved != null)
            written.addAndGet(bytes);
        return moved;
    }

    private synchronized Path nextFile(int task) {
        return folder().resolve("result-" + task + "-" + files++);
    }

    private synchronized Path folder() {
        PrivateFolder made = folder;
        if (made == null) {
            made = PrivateFolder.onDisk();
            folder = made;
        }
        return made.path();
    }

    @Override
    public synchronized void close() {
        if (folder != null)
            folder.close();
        folder = null;
    }
}
