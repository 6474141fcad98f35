package org.stridescope.probe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

import org.stridescope.trace.Recorder;
import org.stridescope.trace.TraceEvent;

/** Bytes in the heap, in arrays outside it, and resident: the last from /proc/self/statm, kept open. */
final class MemoryProbe implements AutoCloseable {
    private static final int FIRST_FIELDS = 64;

    private final Recorder recorder;
    private final LongSupplier offHeap;
    private final MemoryMXBean heap = ManagementFactory.getMemoryMXBean();
    private final ByteBuffer text = ByteBuffer.allocate(FIRST_FIELDS);
    private final long pageBytes;
    private @Nullable FileChannel statm;

    MemoryProbe(Recorder recorder, LongSupplier offHeap) {
        this.recorder = recorder;
        this.offHeap = offHeap;
        this.statm = open();
        this.pageBytes = statm == null ? 0 : pageBytes();
    }

    private static @Nullable FileChannel open() {
        try {
            return FileChannel.open(Path.of("/proc/self/statm"), StandardOpenOption.READ);
        } catch (IOException e) {
            return null;
        }
    }

    /** The unit of statm: told by the auxiliary vector that the kernel hands to every process. */
    private static long pageBytes() {
        try {
            ByteBuffer pairs = ByteBuffer.wrap(Files.readAllBytes(Path.of("/proc/self/auxv")))
                    .order(ByteOrder.nativeOrder());
            while (pairs.remaining() >= 16) {
                long key = pairs.getLong();
                long value = pairs.getLong();
                if (key == 6)
                    return value; // AT_PAGESZ
            }
        } catch (IOException e) {
            // not readable in some containers: nearly every Linux has 4 KiB
        }
        return 4096;
    }

    void sample() {
        long used = heap.getHeapMemoryUsage().getUsed();
        recorder.add(new TraceEvent.MemorySample(recorder.now(), used, offHeap.getAsLong(), resident()));
    }

    /** Bytes of this process in memory; 0 where the system does not tell. */
    long resident() {
        FileChannel file = statm;
        if (file == null)
            return 0;
        try {
            text.clear();
            int length = file.read(text, 0);
            String[] fields = new String(text.array(), 0, Math.max(0, length), StandardCharsets.US_ASCII).split(" ", 3);
            return fields.length < 2 ? 0 : Long.parseLong(fields[1]) * pageBytes;
        } catch (IOException e) {
            return 0;
        }
    }

    /** What it cannot see on this system and why; empty where it sees all. */
    String gap() {
        return statm != null ? "" : "resident memory is not seen: this system has no /proc/self/statm";
    }

    @Override
    public void close() {
        FileChannel file = statm;
        statm = null;
        if (file == null)
            return;
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
