package org.stridescope.trace;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Writes a recording as it grows. Events go into a block in memory; a thread of its own appends the block to
 * {@code FILE.part} twice a second, so a crash loses at most the last second. {@link #finish} names the file as asked. Closing
 * without that leaves the part, which can be opened as it is.
 */
public final class RecordingWriter implements AutoCloseable {
    private static final long PERIOD_MILLIS = 500;
    /** A block that grows beyond this is written by whoever adds to it: the reader takes no larger ones than 64 MiB. */
    private static final int MOST_BLOCK_BYTES = 16 << 20;

    private static final int PIECE_BYTES = 4 << 20;

    private final Path file;
    private final Path part;
    private final FileChannel channel;
    private final Thread thread = Thread.ofPlatform().name("stridescope-recording").daemon(true)
            .unstarted(this::append);
    private final Object blockLock = new Object();
    private final Bytes.Out block = new Bytes.Out();
    private EventWriter writer = new EventWriter(block);
    private long events;
    private volatile @Nullable IOException failure;
    private boolean closed;

    private RecordingWriter(Path file, Path part, FileChannel channel) {
        this.file = file;
        this.part = part;
        this.channel = channel;
    }

    /**
     * Begins a file and takes every event that the recorder gets from now on.
     *
     * @throws TraceError where the file cannot be made
     */
    public static RecordingWriter follow(Recorder recorder, Path file) {
        RecordingWriter writer = create(recorder.experiment(), recorder.settings(), file);
        recorder.listen(writer::add);
        writer.thread.start();
        return writer;
    }

    /** As {@link #follow}, with events given by hand and written when there are many, or at the end. */
    static RecordingWriter create(String experiment, Map<String, String> settings, Path file) {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING);
            RecordingWriter writer = new RecordingWriter(file, part, channel);
            writer.write(RecordingBlocks.start());
            writer.write(RecordingBlocks.pack(RecordingBlocks.HEAD, head(experiment, settings)));
            return writer;
        } catch (IOException e) {
            throw cannotWrite(file, e);
        }
    }

    static byte[] head(String experiment, Map<String, String> settings) {
        Bytes.Out out = new Bytes.Out();
        out.text(experiment);
        out.unsigned(settings.size());
        settings.forEach((name, value) -> {
            out.text(name);
            out.text(value);
        });
        return out.take();
    }

    void add(TraceEvent event) {
        synchronized (blockLock) {
            writer.write(event);
            events++;
            if (block.count() < MOST_BLOCK_BYTES)
                return;
        }
        flush();
    }

    private void append() {
        try {
            while (true) {
                synchronized (this) {
                    if (closed)
                        return;
                    wait(PERIOD_MILLIS);
                }
                flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // nobody of ours does; what is left is written at the end
        }
    }

    /** Writes what has gathered; a failure is kept for {@link #finish}. */
    private synchronized void flush() {
        byte[] bytes;
        synchronized (blockLock) {
            bytes = block.take();
            writer = new EventWriter(block);
        }
        if (bytes.length == 0 || closed)
            return;
        try {
            write(RecordingBlocks.pack(RecordingBlocks.EVENTS, bytes));
        } catch (IOException e) {
            failure = e;
        }
    }

    /**
     * Lays a file of another kind into this one, to be had again by {@link RecordingFile#attachment}.
     *
     * @throws TraceError where it cannot be read
     */
    public synchronized void attach(String name, Path other) {
        flush();
        try (InputStream in = Files.newInputStream(other)) {
            for (byte[] bytes = in.readNBytes(PIECE_BYTES); bytes.length > 0; bytes = in.readNBytes(PIECE_BYTES)) {
                Bytes.Out piece = new Bytes.Out();
                piece.text(name);
                piece.all(bytes);
                write(RecordingBlocks.pack(RecordingBlocks.ATTACHMENT, piece.take()));
            }
        } catch (IOException e) {
            throw cannotWrite(file, e);
        }
    }

    private void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining())
            channel.write(bytes);
    }

    /**
     * Writes the end, a duration in nanoseconds, and gives the file its name in one step.
     *
     * @throws TraceError where some of it could not be written
     */
    public void finish(long durationNanos) {
        finish(durationNanos, 0);
    }

    /**
     * Writes the end and gives the file its name in one step.
     *
     * @throws TraceError where some of it could not be written
     */
    synchronized void finish(long durationNanos, long dropped) {
        flush();
        Bytes.Out end = new Bytes.Out();
        end.unsigned(durationNanos);
        end.unsigned(dropped);
        synchronized (blockLock) {
            end.unsigned(events);
        }
        try {
            if (failure != null)
                throw failure;
            write(RecordingBlocks.pack(RecordingBlocks.END, end.take()));
            channel.force(true);
            close();
            move();
        } catch (IOException e) {
            throw cannotWrite(file, e);
        }
    }

    private void move() throws IOException {
        try {
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Stops writing and takes the part away. */
    void discard() {
        close();
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            throw cannotWrite(file, e);
        }
    }

    /** Stops writing. */
    @Override
    public synchronized void close() {
        if (closed)
            return;
        closed = true;
        notifyAll();
        try {
            channel.close();
        } catch (IOException e) {
            throw cannotWrite(file, e);
        }
    }

    private static TraceError cannotWrite(Path file, IOException e) {
        return new TraceError(file + " cannot be written: " + FileTrouble.of(e), e);
    }
}
