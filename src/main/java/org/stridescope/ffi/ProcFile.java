package org.stridescope.ffi;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * A small text file of /proc, kept open and read anew into the same bytes each time: a reading makes no object, and an
 * interrupt of the reading thread does not close it. One object, and all that share its {@link Room}, serve one reader at a time.
 */
public final class ProcFile implements AutoCloseable {
    private static final int MOST_BYTES = 4096;
    private static final int READ_ONLY = 0;
    /** So that a child process does not inherit it; the same on all Linux that Java runs on. */
    private static final int CLOSE_ON_EXEC = 0x80000;

    private final Room room;
    private int descriptor;
    private int length;

    private static final class Libc {
        private static final Linker LINKER = Linker.nativeLinker();
        static final MethodHandle OPEN = LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow("open"),
                FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT),
                Linker.Option.firstVariadicArg(2));
        static final MethodHandle PREAD = LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow("pread"),
                FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT, ValueLayout.ADDRESS,
                        ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG));
        static final MethodHandle CLOSE = LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow("close"),
                FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
    }

    /** Where files are read into; many files of one reader can share one. What was read last is all that is there. */
    public static final class Room {
        private final MemorySegment text = Arena.ofAuto().allocate(MOST_BYTES);
        /** A copy: code that is not compiled yet walks an array many times faster than memory outside the heap. */
        private final byte[] bytes = new byte[MOST_BYTES];
    }

    private ProcFile(int descriptor, Room room) {
        this.descriptor = descriptor;
        this.room = room;
    }

    /** Empty where the system has no such file, or does not let it be read. */
    public static Optional<ProcFile> open(String path) {
        return open(path, new Room());
    }

    /** As above, reading into a room that others read into, too. */
    public static Optional<ProcFile> open(String path, Room room) {
        if (!System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux"))
            return Optional.empty();
        try {
            room.text.setString(0, path);
            int descriptor = (int) Libc.OPEN.invokeExact(room.text, READ_ONLY | CLOSE_ON_EXEC);
            return descriptor < 0 ? Optional.empty() : Optional.of(new ProcFile(descriptor, room));
        } catch (Throwable e) {
            throw new IllegalStateException("open cannot be called", e);
        }
    }

    /** Reads the file's first bytes as it is now; false where it is gone. */
    public boolean read() {
        if (descriptor < 0)
            return false;
        try {
            length = Math.toIntExact(
                    (long) Libc.PREAD.invokeExact(descriptor, room.text, (long) MOST_BYTES, 0L));
            if (length > 0)
                MemorySegment.copy(room.text, ValueLayout.JAVA_BYTE, 0, room.bytes, 0, length);
        } catch (Throwable e) {
            throw new IllegalStateException("pread cannot be called", e);
        }
        return length > 0;
    }

    /** Bytes of the last reading. */
    public int length() {
        return Math.max(0, length);
    }

    /** All of the last reading. */
    public String text() {
        return new String(room.bytes, 0, length(), StandardCharsets.UTF_8);
    }

    /** A byte of the last reading. */
    public byte at(int index) {
        return room.bytes[index];
    }

    /** Where the byte is found last; -1 where it is not. */
    public int lastIndexOf(char wanted) {
        int at = length() - 1;
        while (at >= 0 && at(at) != wanted)
            at--;
        return at;
    }

    /** Where a text begins, from a place on; -1 where it is not found. */
    public int indexOf(String wanted, int from) {
        for (int i = from; i + wanted.length() <= length(); i++) {
            int same = 0;
            while (same < wanted.length() && at(i + same) == wanted.charAt(same))
                same++;
            if (same == wanted.length())
                return i;
        }
        return -1;
    }

    /** Where the field begins that follows this many spaces after {@code from}. */
    public int skip(int from, int spaces) {
        int at = from;
        for (int left = spaces; left > 0 && at < length(); at++) {
            if (at(at) == ' ')
                left--;
        }
        return at;
    }

    /** The number at a place, spaces before it passed over; 0 where there is none. */
    public long number(int from) {
        int at = from;
        while (at < length() && at(at) == ' ')
            at++;
        long value = 0;
        for (; at < length() && at(at) >= '0' && at(at) <= '9'; at++)
            value = 10 * value + at(at) - '0';
        return value;
    }

    @Override
    public void close() {
        int open = descriptor;
        descriptor = -1;
        if (open < 0)
            return;
        try {
            int _ = (int) Libc.CLOSE.invokeExact(open);
        } catch (Throwable e) {
            throw new IllegalStateException("close cannot be called", e);
        }
    }
}
