package org.stridescope.io;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.CRC32;

import org.stridescope.array.NDArray;

/**
 * Writes an .npz as {@code np.savez} does, byte for byte: members stored, dated 1980, each with the zip64 field that Python's
 * zipfile puts there because a member's length is unknown when its head is written. Source: APPNOTE.TXT 4.3.7 to 4.3.16.
 */
final class NpzWriter {
    private static final int ZIP64 = 45;
    private static final int ZIP = 20;
    private static final int FIRST_DATE = 0x21;
    private static final int OWNER_MAY_READ_AND_WRITE = 0600 << 16;
    /** Python's zipfile turns to the zip64 fields here, not at 2^32. */
    private static final long LIMIT = Integer.MAX_VALUE;

    private final FileChannel file;
    private final ByteArrayOutputStream directory = new ByteArrayOutputStream();
    private int members;

    NpzWriter(FileChannel file) {
        this.file = file;
    }

    void write(Map<String, NDArray> arrays) throws IOException {
        for (var entry : arrays.entrySet())
            member(entry.getKey() + ".npy", entry.getValue());
        long start = file.position();
        byte[] central = directory.toByteArray();
        put(file, ByteBuffer.wrap(central));
        if (start > LIMIT)
            zip64End(start, central.length);
        ByteBuffer end = little(22).putInt(0x06054b50).putInt(0).putShort((short) members).putShort((short) members)
                .putInt(central.length).putInt(fourBytes(start)).putShort((short) 0);
        put(file, end.flip());
    }

    private void member(String name, NDArray array) throws IOException {
        byte[] title = name.getBytes(StandardCharsets.UTF_8);
        int flags = name.chars().allMatch(c -> c < 128) ? 0 : 0x800;
        long start = file.position();
        file.position(start + 30 + title.length + 20);
        Counted body = new Counted(file);
        NpyFile.write(array, body);
        long end = file.position();
        int crc = (int) body.crc.getValue();
        ByteBuffer local = little(30 + title.length + 20).putInt(0x04034b50).putShort(version(body.count));
        local.putShort((short) flags).putShort((short) 0).putShort((short) 0).putShort((short) FIRST_DATE).putInt(crc);
        local.putInt(fourBytes(body.count)).putInt(fourBytes(body.count)).putShort((short) title.length)
                .putShort((short) 20).put(title);
        local.putShort((short) 1).putShort((short) 16).putLong(body.count).putLong(body.count);
        file.position(start);
        put(file, local.flip());
        file.position(end);
        central(title, flags, crc, body.count, start);
        members++;
    }

    private void central(byte[] title, int flags, int crc, long size, long start) {
        boolean longSize = size > LIMIT;
        boolean longStart = start > LIMIT;
        int extra = longSize || longStart ? 4 + (longSize ? 16 : 0) + (longStart ? 8 : 0) : 0;
        ByteBuffer entry = little(46 + title.length + extra).putInt(0x02014b50);
        short version = version(Math.max(size, start));
        entry.put((byte) version).put((byte) 3).putShort(version).putShort((short) flags).putShort((short) 0);
        entry.putShort((short) 0).putShort((short) FIRST_DATE).putInt(crc);
        entry.putInt(fourBytes(size)).putInt(fourBytes(size)).putShort((short) title.length).putShort((short) extra);
        entry.putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(OWNER_MAY_READ_AND_WRITE);
        entry.putInt(fourBytes(start)).put(title);
        if (extra > 0)
            entry.putShort((short) 1).putShort((short) (extra - 4));
        if (longSize)
            entry.putLong(size).putLong(size);
        if (longStart)
            entry.putLong(start);
        directory.writeBytes(entry.array());
    }

    private void zip64End(long start, long length) throws IOException {
        long at = start + length;
        ByteBuffer end = little(76).putInt(0x06064b50).putLong(44).putShort((short) ZIP64).putShort((short) ZIP64);
        end.putInt(0).putInt(0).putLong(members).putLong(members).putLong(length).putLong(start);
        end.putInt(0x07064b50).putInt(0).putLong(at).putInt(1);
        put(file, end.flip());
    }

    private static short version(long largest) {
        return (short) (largest > LIMIT ? ZIP64 : ZIP);
    }

    /** All ones say: look in the zip64 field. */
    private static int fourBytes(long value) {
        return value > LIMIT ? -1 : (int) value;
    }

    private static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static void put(WritableByteChannel to, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining())
            to.write(bytes);
    }

    /** Passes bytes on, and counts and checks them. */
    private static final class Counted implements WritableByteChannel {
        private final WritableByteChannel to;
        private final CRC32 crc = new CRC32();
        private long count;

        Counted(WritableByteChannel to) {
            this.to = to;
        }

        @Override
        public int write(ByteBuffer bytes) throws IOException {
            int length = bytes.remaining();
            crc.update(bytes.duplicate());
            put(to, bytes);
            count += length;
            return length;
        }

        @Override
        public boolean isOpen() {
            return to.isOpen();
        }

        @Override
        public void close() {}
    }
}
