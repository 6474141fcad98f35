package org.stridescope.probe;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

import org.stridescope.ffi.ProcFile;
import org.stridescope.probe.tool.ToolReading;
import org.stridescope.trace.Recorder;
import org.stridescope.trace.TraceEvent;

/** Bytes in the heap, in arrays outside it, and resident: the last from /proc/self/statm, kept open, or a system's program. */
final class MemoryProbe implements AutoCloseable {
    private final Recorder recorder;
    private final LongSupplier offHeap;
    private final Runtime runtime = Runtime.getRuntime();
    private final long pageBytes;
    private final OtherSystem system;
    private @Nullable ProcFile statm;

    MemoryProbe(Recorder recorder, LongSupplier offHeap, OtherSystem system) {
        this.system = system;
        this.recorder = recorder;
        this.offHeap = offHeap;
        this.statm = ProcFile.open("/proc/self/statm").orElse(null);
        this.pageBytes = statm == null ? 0 : pageBytes();
    }

    /** The unit of statm: told by the auxiliary vector that the kernel hands to every process. */
    static long pageBytes() {
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
        long used = runtime.totalMemory() - runtime.freeMemory(); // a tenth of what the bean costs
        recorder.add(new TraceEvent.MemorySample(recorder.now(), used, offHeap.getAsLong(), resident()));
    }

    /** Bytes of this process in memory; 0 where the system does not tell. */
    long resident() {
        ProcFile file = statm;
        if (file == null)
            return system.reading().map(ToolReading::residentBytes).orElse(0L);
        return file.read() ? file.number(file.skip(0, 1)) * pageBytes : 0;
    }

    /** What it cannot see on this system and why; empty where it sees all. */
    String gap() {
        return statm != null || system.hasTool()
                ? ""
                : "resident memory is not seen: this system has no /proc/self/statm";
    }

    @Override
    public void close() {
        ProcFile file = statm;
        statm = null;
        if (file != null)
            file.close();
    }
}
