package org.stridescope.trace;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

import org.jspecify.annotations.Nullable;

/**
 * The frame of an .ssrec file. It begins with {@link #MAGIC} and a version of two bytes; then come blocks: a kind, the lengths
 * packed and unpacked, a CRC-32 of kind and packed bytes, and the packed bytes (deflate). Numbers are big-endian. A file has
 * one HEAD block, EVENTS and ATTACHMENT blocks, and an END block if it was finished. Version 2 has more kinds of events than
 * version 1, and attachments; version 3 tells more of scripts' lines.
 */
final class RecordingBlocks {
    /** A byte that is no text, the name, and a line end that is mangled where a file is taken for text. */
    static final byte[] MAGIC = {(byte) 0x89, 'S', 'S', 'R', 'E', 'C', '\r', '\n'};
    static final int VERSION = 3;

    static final int HEAD = 'H';
    static final int EVENTS = 'E';
    /** A name, and a piece of a file of that name. */
    static final int ATTACHMENT = 'A';
    static final int END = 'Z';

    private static final int FRAME_BYTES = 13;
    private static final int MOST_BYTES = 64 << 20;

    private RecordingBlocks() {}

    /** A block's kind and its unpacked bytes; {@code fileBytes} is what it takes in the file. */
    record Block(int kind, byte[] bytes, long fileBytes) {}

    /** What precedes the first block. */
    static ByteBuffer start() {
        return ByteBuffer.allocate(MAGIC.length + 2).put(MAGIC).putShort((short) VERSION).flip();
    }

    static ByteBuffer pack(int kind, byte[] bytes) {
        byte[] room = new byte[bytes.length + bytes.length / 1000 + 64];
        int packed;
        try (Deflater deflater = new Deflater(Deflater.BEST_SPEED)) {
            deflater.setInput(bytes);
            deflater.finish();
            packed = deflater.deflate(room);
        }
        return ByteBuffer.allocate(FRAME_BYTES + packed).put((byte) kind).putInt(packed).putInt(bytes.length)
                .putInt(sum(kind, room, packed)).put(room, 0, packed).flip();
    }

    /**
     * The next block; null at the end of the file, or where the rest is a block that was not written to its end.
     *
     * @param left bytes of the file from here on
     * @throws IllegalArgumentException where the block is damaged
     */
    static @Nullable Block next(DataInputStream in, long left) throws IOException {
        if (left < FRAME_BYTES)
            return null;
        byte[] packed;
        int kind = in.readUnsignedByte();
        int packedLength = in.readInt();
        int length = in.readInt();
        int sum = in.readInt();
        if (kind == 0 && packedLength == 0 && length == 0 && sum == 0)
            return null; // zeros, as a crash leaves them
        if (packedLength < 0 || length < 0 || length > MOST_BYTES)
            throw new IllegalArgumentException("a length in it is wrong");
        if (packedLength > left - FRAME_BYTES)
            return null;
        try {
            packed = new byte[packedLength];
            in.readFully(packed);
        } catch (EOFException e) {
            return null; // it became shorter while it was read
        }
        if (sum != sum(kind, packed, packedLength))
            throw new IllegalArgumentException("a check sum in it is wrong");
        return new Block(kind, unpack(packed, length), FRAME_BYTES + (long) packedLength);
    }

    private static byte[] unpack(byte[] packed, int length) {
        byte[] bytes = new byte[length];
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(packed);
            int got = 0;
            while (got < length) {
                int more = inflater.inflate(bytes, got, length - got);
                if (more == 0)
                    throw new IllegalArgumentException("a length in it is wrong");
                got += more;
            }
            return bytes;
        } catch (DataFormatException e) {
            throw new IllegalArgumentException("packed bytes in it are wrong", e);
        }
    }

    private static int sum(int kind, byte[] packed, int length) {
        CRC32 crc = new CRC32();
        crc.update(kind);
        crc.update(packed, 0, length);
        return (int) crc.getValue();
    }
}
