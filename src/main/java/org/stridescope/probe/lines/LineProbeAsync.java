package org.stridescope.probe.lines;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

import one.profiler.AsyncProfiler;

import org.stridescope.probe.flight.FlightReader;

/**
 * By async-profiler: a timer of the process's CPU time strikes whichever thread runs, Java or native, so that samples times
 * period are the CPU time. Its samples come as chunks of a flight recording, each readable alone, which are cut off the growing
 * file as they are asked for.
 */
final class LineProbeAsync implements LineProbe {
    private static final int CHUNK_HEADER_BYTES = 16;
    private static final int LENGTH_OFFSET = 8;

    private final AsyncProfiler profiler;
    private final FlightReader reader;
    private final Path file;
    private final Path chunk;
    private long taken;
    private String trouble = "";
    private boolean closed;

    private LineProbeAsync(AsyncProfiler profiler, FlightReader reader, Path file, Path chunk) {
        this.profiler = profiler;
        this.reader = reader;
        this.file = file;
        this.chunk = chunk;
    }

    static LineProbe start(FlightReader reader) throws LineError {
        Path file = null;
        try {
            AsyncProfiler profiler = AsyncProfiler.getInstance();
            file = Files.createTempFile("stridescope-lines", ".jfr");
            Path chunk = Files.createTempFile("stridescope-chunk", ".jfr");
            file.toFile().deleteOnExit();
            chunk.toFile().deleteOnExit();
            // wall and ctimer would miss OpenMP's workers or count the sleeping; pcaddr is what lines of C are found by
            profiler.execute("start,event=itimer,interval=" + PERIOD_NANOS + ",alloc=" + ALLOCATION_BYTES
                    + ",lock=100us,features=pcaddr,jfr,file=" + file);
            return new LineProbeAsync(profiler, reader, file, chunk);
        } catch (IOException | IllegalStateException | IllegalArgumentException | UnsatisfiedLinkError e) {
            if (file != null && !file.toFile().delete())
                file.toFile().deleteOnExit();
            throw new LineError("lines of native code are not sampled: async-profiler does not start on "
                    + System.getProperty("os.name") + " (" + e.getMessage() + ")", e);
        }
    }

    @Override
    public void collect() {
        if (closed)
            return;
        try {
            profiler.execute("dump,jfr,file=" + file);
            take();
        } catch (IOException | IllegalStateException e) {
            trouble = "lines were lost: " + e.getMessage();
        }
    }

    /** Reads the chunks that were finished since the last time; the one that is being written has no length yet. */
    private void take() throws IOException {
        try (FileChannel from = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = from.size();
            long end = taken;
            for (long length = chunkBytes(from, end); length > 0
                    && end + length <= size; length = chunkBytes(from, end))
                end += length;
            if (end == taken)
                return;
            try (FileChannel to = FileChannel.open(chunk, StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING)) {
                for (long at = taken; at < end;)
                    at += from.transferTo(at, end - at, to);
            }
            taken = end;
        }
        reader.read(chunk);
    }

    /** Length of the chunk that begins at a place, as its header says; 0 where none begins. */
    private static long chunkBytes(FileChannel from, long at) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(CHUNK_HEADER_BYTES);
        if (from.read(header, at) < CHUNK_HEADER_BYTES)
            return 0;
        return header.getLong(LENGTH_OFFSET);
    }

    @Override
    public String gap() {
        return trouble;
    }

    @Override
    public void close() {
        if (closed)
            return;
        closed = true;
        try {
            profiler.execute("stop,file=" + file);
            take();
            Files.deleteIfExists(chunk);
        } catch (IOException | IllegalStateException e) {
            trouble = "lines were lost: " + e.getMessage();
        }
    }

    @Override
    public Optional<Path> flight() {
        return Optional.of(file);
    }
}
