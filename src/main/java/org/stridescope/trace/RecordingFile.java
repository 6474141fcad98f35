package org.stridescope.trace;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.stridescope.trace.RecordingBlocks.Block;

/**
 * Recordings as .ssrec files, in the form that {@link RecordingBlocks} and {@link EventWriter} describe. A file that is
 * damaged, of another kind, or of a newer Stridescope is refused with one sentence, a {@link TraceError}.
 */
public final class RecordingFile {
    /** Name of the attachment with the profiler's own file, a flight recording (.jfr). */
    public static final String FLIGHT = "flight.jfr";

    private RecordingFile() {}

    /**
     * A recording as read.
     *
     * @param note what is to be known about it, in one sentence: that it was not finished; empty where all is there
     */
    public record Opened(Recording recording, String note) {}

    /** Writes a finished recording; the file appears in one step when all of it is there. */
    public static void write(Recording recording, Path file) {
        write(recording, file, null);
    }

    /** As above, with a flight recording laid into it. */
    public static void write(Recording recording, Path file, @Nullable Path flight) {
        try (RecordingWriter writer = RecordingWriter.create(recording.experiment(), recording.settings(), file)) {
            try {
                recording.events().forEach(writer::add);
                if (flight != null)
                    writer.attach(FLIGHT, flight);
                writer.finish(recording.durationNanos(), recording.dropped());
            } catch (TraceError e) {
                writer.discard();
                throw e;
            }
        }
    }

    /** As {@link #open}, for callers that have no use for the note. */
    public static Recording read(Path file) {
        return open(file).recording();
    }

    /** Reads a file, also one that a crash left unfinished, up to its last whole block. */
    public static Opened open(Path file) {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
            return open(file, in, Files.size(file));
        } catch (IllegalArgumentException e) {
            throw new TraceError(file + " is damaged: " + e.getMessage() + "; take another copy of it", e);
        } catch (IOException e) {
            throw new TraceError(file + " cannot be read: " + FileTrouble.of(e), e);
        }
    }

    private static Opened open(Path file, DataInputStream in, long size) throws IOException {
        checkStart(file, in, size);
        long left = size - RecordingBlocks.MAGIC.length - 2;
        Block head = RecordingBlocks.next(in, left);
        if (head == null || head.kind() != RecordingBlocks.HEAD) {
            throw new TraceError(file + " is cut off before its first event: nothing can be shown of it");
        }
        left -= head.fileBytes();
        RecordingBuilder builder = new RecordingBuilder();
        long events = 0;
        Block block = RecordingBlocks.next(in, left);
        for (; block != null && isInside(block.kind()); block = RecordingBlocks.next(in, left)) {
            if (block.kind() == RecordingBlocks.EVENTS)
                events += addEvents(block, builder);
            left -= block.fileBytes();
        }
        Bytes.In header = new Bytes.In(head.bytes());
        String experiment = header.text();
        Map<String, String> settings = settings(header);
        if (block == null)
            return unfinished(file, builder.build(experiment, settings, builder.lastNanos(), 0));
        if (block.kind() != RecordingBlocks.END)
            throw new IllegalArgumentException("it holds a block of an unknown kind");
        return new Opened(finished(block, builder, experiment, settings, events), "");
    }

    private static boolean isInside(int kind) {
        return kind == RecordingBlocks.EVENTS || kind == RecordingBlocks.ATTACHMENT;
    }

    /**
     * Copies a file that was laid into a recording.
     *
     * @param name as it was attached
     * @return whether there is one of that name
     * @throws TraceError as {@link #open}
     */
    public static boolean attachment(Path file, String name, OutputStream to) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
            long left = Files.size(file);
            checkStart(file, in, left);
            left -= RecordingBlocks.MAGIC.length + 2;
            boolean found = false;
            for (Block block = RecordingBlocks.next(in, left); block != null; block = RecordingBlocks.next(in, left)) {
                left -= block.fileBytes();
                if (block.kind() != RecordingBlocks.ATTACHMENT)
                    continue;
                Bytes.In piece = new Bytes.In(block.bytes());
                if (!piece.text().equals(name))
                    continue;
                to.write(piece.rest());
                found = true;
            }
            return found;
        } catch (IllegalArgumentException e) {
            throw new TraceError(file + " is damaged: " + e.getMessage() + "; take another copy of it", e);
        }
    }

    private static void checkStart(Path file, DataInputStream in, long size) throws IOException {
        byte[] start = in.readNBytes(RecordingBlocks.MAGIC.length);
        if (!Arrays.equals(start, RecordingBlocks.MAGIC)) {
            throw new TraceError(file + " is no Stridescope recording: choose an .ssrec file");
        }
        if (size < RecordingBlocks.MAGIC.length + 2) {
            throw new TraceError(file + " is cut off before its first event: nothing can be shown of it");
        }
        int version = in.readUnsignedShort();
        if (version > RecordingBlocks.VERSION) {
            throw new TraceError(
                    file + " was written by a newer Stridescope (format " + version + ", this one reads up to "
                            + RecordingBlocks.VERSION + "): update Stridescope to open it");
        }
        if (version < 1)
            throw new IllegalArgumentException("its version is wrong");
    }

    private static long addEvents(Block block, RecordingBuilder builder) {
        Bytes.In in = new Bytes.In(block.bytes());
        EventReader reader = new EventReader(in);
        long events = 0;
        for (; in.hasMore(); events++)
            reader.read(builder);
        return events;
    }

    private static Map<String, String> settings(Bytes.In header) {
        Map<String, String> settings = new HashMap<>();
        for (int left = header.count(Integer.MAX_VALUE); left > 0; left--)
            settings.put(header.text(), header.text());
        return Map.copyOf(settings);
    }

    private static Recording finished(Block block, RecordingBuilder builder, String experiment,
            Map<String, String> settings, long events) {
        Bytes.In in = new Bytes.In(block.bytes());
        long duration = in.unsigned();
        long dropped = in.unsigned();
        if (in.unsigned() != events)
            throw new IllegalArgumentException("events are missing");
        return builder.build(experiment, settings, duration, dropped);
    }

    private static Opened unfinished(Path file, Recording recording) {
        return new Opened(recording, String.format(Locale.ROOT,
                "%s was not finished: it is shown up to %.2f s, where its last whole block ends", file.getFileName(),
                recording.durationNanos() / 1e9));
    }
}
