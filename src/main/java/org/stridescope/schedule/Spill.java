package org.stridescope.schedule;

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

    /** Arrays only: all else is small. */
    boolean canTake(@Nullable Object value) {
        return value instanceof NDArray array && array.size() > 0;
    }

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

    SpilledArray write(int task, @Nullable Object value) {
        if (!(value instanceof NDArray array))
            throw new IllegalArgumentException("only arrays are spilled");
        SpilledArray file = SpilledArray.write(array, nextFile(task));
        written.addAndGet(file.bytes());
        return file;
    }

    private synchronized java.nio.file.Path nextFile(int task) {
        if (folder == null)
            folder = PrivateFolder.onDisk();
        return folder.path().resolve("result-" + task + "-" + files++);
    }

    @Override
    public synchronized void close() {
        if (folder != null)
            folder.close();
        folder = null;
    }
}
