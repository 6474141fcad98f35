package org.stridescope.probe.lines;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** A library of Linux, 64 bit: its sections by name, and where the places of the file lie in its address space (elf(5)). */
final class ElfFile {
    private static final int MAGIC = 0x7f454c46;
    private static final int CLASS_64 = 2;
    private static final int LOADED = 1;

    private final ByteBuffer bytes;
    private final Map<String, ByteBuffer> sections = new HashMap<>();
    private final List<Segment> segments = new ArrayList<>();

    /** A part of the file that is mapped. */
    private record Segment(long offset, long address, long length) {}

    private ElfFile(ByteBuffer bytes) {
        this.bytes = bytes;
        segments();
        sections();
    }

    /**
     * Reads a library.
     *
     * @throws IOException where it is none, or cannot be read
     */
    static ElfFile read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            if (bytes.remaining() < 64 || bytes.getInt(0) != MAGIC || bytes.get(4) != CLASS_64)
                throw new IOException(file + " is no 64-bit ELF file");
            return new ElfFile(bytes.order(bytes.get(5) == 1 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN));
        } catch (IndexOutOfBoundsException | IllegalArgumentException | ArithmeticException e) {
            throw new IOException(file + " is a damaged ELF file", e);
        }
    }

    private void segments() {
        int at = Math.toIntExact(bytes.getLong(32));
        int size = bytes.getShort(54);
        for (int i = 0; i < bytes.getShort(56); i++, at += size) {
            if (bytes.getInt(at) == LOADED)
                segments.add(new Segment(bytes.getLong(at + 8), bytes.getLong(at + 16), bytes.getLong(at + 32)));
        }
    }

    private void sections() {
        int table = Math.toIntExact(bytes.getLong(40));
        int size = bytes.getShort(58);
        int names = table + size * Short.toUnsignedInt(bytes.getShort(62));
        int text = Math.toIntExact(bytes.getLong(names + 24));
        for (int i = 0; i < Short.toUnsignedInt(bytes.getShort(60)); i++) {
            int at = table + i * size;
            boolean plain = bytes.getInt(at + 4) != 8 && (bytes.getLong(at + 8) & 0x800) == 0; // in the file, not packed
            if (plain && bytes.getLong(at + 32) > 0)
                sections.put(string(bytes, text + bytes.getInt(at)), bytes.slice(
                        Math.toIntExact(bytes.getLong(at + 24)), Math.toIntExact(bytes.getLong(at + 32)))
                        .order(bytes.order()));
        }
    }

    /** A section's bytes; null where it is not there. */
    @Nullable
    ByteBuffer section(String name) {
        return sections.get(name);
    }

    /** Where a place of the file lies in the library's own addresses; -1 where it is not mapped. */
    long address(long offset) {
        for (Segment segment : segments) {
            if (offset >= segment.offset() && offset < segment.offset() + segment.length())
                return offset - segment.offset() + segment.address();
        }
        return -1;
    }

    /** The text that begins at a place and ends with a zero. */
    static String string(ByteBuffer from, int start) {
        int end = start;
        while (from.get(end) != 0)
            end++;
        byte[] text = new byte[end - start];
        from.get(start, text);
        return new String(text, StandardCharsets.UTF_8);
    }
}
