package org.stridescope.trace;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Numbers as bytes: seven bits a byte, low ones first, the eighth set on all but the last; signed ones folded so that small
 * ones of both signs are short (0, -1, 1, -2, ...). Text is UTF-8 after its length.
 */
final class Bytes {
    private Bytes() {}

    /** Bytes to be written, growing as they come. */
    static final class Out {
        private byte[] bytes = new byte[1 << 12];
        private int count;

        int count() {
            return count;
        }

        byte[] take() {
            byte[] taken = Arrays.copyOf(bytes, count);
            count = 0;
            return taken;
        }

        void one(int value) {
            room(1);
            bytes[count++] = (byte) value;
        }

        void unsigned(long value) {
            room(10);
            long rest = value;
            while ((rest & ~0x7fL) != 0) {
                bytes[count++] = (byte) (rest | 0x80);
                rest >>>= 7;
            }
            bytes[count++] = (byte) rest;
        }

        void signed(long value) {
            unsigned(value << 1 ^ value >> 63);
        }

        void text(String value) {
            byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
            unsigned(utf8.length);
            room(utf8.length);
            System.arraycopy(utf8, 0, bytes, count, utf8.length);
            count += utf8.length;
        }

        void floats(float[] values) {
            room(4 * values.length);
            ByteBuffer.wrap(bytes, count, 4 * values.length).asFloatBuffer().put(values);
            count += 4 * values.length;
        }

        void all(byte[] values) {
            room(values.length);
            System.arraycopy(values, 0, bytes, count, values.length);
            count += values.length;
        }

        private void room(int more) {
            if (count + more > bytes.length)
                bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, count + more));
        }
    }

    /** Bytes being read; what is no number, or reaches past the end, throws IllegalArgumentException. */
    static final class In {
        private final ByteBuffer bytes;

        In(byte[] bytes) {
            this.bytes = ByteBuffer.wrap(bytes);
        }

        boolean hasMore() {
            return bytes.hasRemaining();
        }

        /** Bytes not yet read. */
        int left() {
            return bytes.remaining();
        }

        int one() {
            need(1);
            return bytes.get();
        }

        long unsigned() {
            long value = 0;
            for (int shift = 0; shift < 64; shift += 7) {
                int next = one();
                value |= (next & 0x7fL) << shift;
                if (next >= 0)
                    return value;
            }
            throw new IllegalArgumentException("a number in it has more than 64 bits");
        }

        long signed() {
            long folded = unsigned();
            return folded >>> 1 ^ -(folded & 1);
        }

        /** A number from 0 to {@code most}. */
        int count(long most) {
            long value = unsigned();
            if (value < 0 || value > most)
                throw new IllegalArgumentException("it has a count of " + value);
            return (int) value;
        }

        String text() {
            int length = count(Integer.MAX_VALUE);
            need(length);
            byte[] utf8 = new byte[length];
            bytes.get(utf8);
            return new String(utf8, StandardCharsets.UTF_8);
        }

        /** All that is left. */
        byte[] rest() {
            byte[] rest = new byte[bytes.remaining()];
            bytes.get(rest);
            return rest;
        }

        float[] floats(int length) {
            need(4L * length);
            float[] values = new float[length];
            bytes.asFloatBuffer().get(values);
            bytes.position(bytes.position() + 4 * length);
            return values;
        }

        private void need(long more) {
            if (bytes.remaining() < more)
                throw new IllegalArgumentException("an event in it is cut off");
        }
    }
}
