package org.stridescope.io.hdf5;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

import io.jhdf.filter.PipelineFilterWithData;

import org.stridescope.io.IoError;

/**
 * The usual filters of chunks, undone in one pass each and without the copies that a general pipeline makes: deflate (gzip),
 * shuffle, the Fletcher checksum, and h5py's LZF. Numbers as registered by the HDF Group.
 */
final class ChunkFilters {
    static final int DEFLATE = 1;
    static final int SHUFFLE = 2;
    static final int FLETCHER = 3;
    static final int LZF = 32000;
    private static final int CHECKSUM_BYTES = 4;

    private final List<PipelineFilterWithData> filters;
    private final String where;

    ChunkFilters(List<PipelineFilterWithData> filters, String where) {
        this.filters = filters;
        this.where = where;
    }

    static String word(int id, String name) {
        return switch (id) {
            case DEFLATE -> "gzip";
            case SHUFFLE -> "shuffle";
            case FLETCHER -> "checksum";
            case LZF -> "lzf";
            default -> name;
        };
    }

    /** Whether all of them are known here; the reader of the format undoes others. */
    boolean areOurs() {
        return filters.stream().mapToInt(PipelineFilterWithData::getId)
                .allMatch(id -> id >= DEFLATE && id <= FLETCHER || id == LZF);
    }

    /** Undone in reverse order, until {@code size} bytes are left. */
    byte[] decode(ByteBuffer raw, int size) {
        byte[] bytes = null;
        ByteBuffer left = raw.duplicate();
        for (int i = filters.size() - 1; i >= 0; i--) {
            PipelineFilterWithData filter = filters.get(i);
            switch (filter.getId()) {
                case FLETCHER -> left = left.slice(left.position(), left.remaining() - CHECKSUM_BYTES);
                case DEFLATE -> {
                    bytes = inflate(left, size + CHECKSUM_BYTES);
                    left = ByteBuffer.wrap(bytes);
                }
                case LZF -> {
                    // what LZF could not make smaller is stored as it is
                    if (left.remaining() < size) {
                        bytes = unpack(left, size);
                        left = ByteBuffer.wrap(bytes);
                    }
                }
                default -> {
                    bytes = unshuffle(array(left, size), filter.getFilterData()[0], size);
                    left = ByteBuffer.wrap(bytes);
                }
            }
        }
        return bytes != null && left.remaining() >= size && left.arrayOffset() == 0 && left.position() == 0
                ? bytes
                : array(left, size);
    }

    private byte[] array(ByteBuffer left, int size) {
        if (left.remaining() < size)
            throw damaged("a chunk of " + left.remaining() + " bytes where " + size + " belong");
        if (left.hasArray() && left.arrayOffset() == 0 && left.position() == 0)
            return left.array();
        byte[] bytes = new byte[size];
        left.duplicate().get(bytes);
        return bytes;
    }

    /** At most {@code most} bytes: a checksum may stand behind the items. */
    private byte[] inflate(ByteBuffer packed, int most) {
        byte[] bytes = new byte[most];
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(packed);
            int count = 0;
            while (!inflater.finished() && count < most) {
                int more = inflater.inflate(bytes, count, most - count);
                if (more == 0 && (inflater.needsInput() || inflater.needsDictionary()))
                    throw damaged("a compressed chunk ends early");
                count += more;
            }
            if (count < most - CHECKSUM_BYTES)
                throw damaged("a compressed chunk holds " + count + " bytes where " + (most - CHECKSUM_BYTES)
                        + " belong");
            return bytes;
        } catch (DataFormatException e) {
            throw damaged("a compressed chunk can't be unpacked (" + e.getMessage() + ")");
        }
    }

    /** LibLZF's format: runs of bytes as they are, and references back to bytes already there. */
    private byte[] unpack(ByteBuffer packed, int size) {
        byte[] bytes = new byte[size];
        int at = 0;
        try {
            while (packed.hasRemaining()) {
                int control = packed.get() & 0xff;
                if (control < 32) {
                    packed.get(bytes, at, control + 1);
                    at += control + 1;
                    continue;
                }
                int length = control >> 5;
                if (length == 7)
                    length += packed.get() & 0xff;
                int from = at - ((control & 0x1f) << 8) - (packed.get() & 0xff) - 1;
                for (int i = 0; i < length + 2; i++)
                    bytes[at++] = bytes[from++];
            }
        } catch (java.nio.BufferUnderflowException | IndexOutOfBoundsException e) {
            throw damaged("a compressed chunk can't be unpacked");
        }
        if (at < size)
            throw damaged("a compressed chunk holds " + at + " bytes where " + size + " belong");
        return bytes;
    }

    /** First bytes of all items, then their second ones and so on: back to items. Bytes of a last broken item stay. */
    static byte[] unshuffle(byte[] planes, int itemsize, int size) {
        int count = size / itemsize;
        byte[] items = new byte[size];
        if (itemsize == 4) {
            four(planes, items, count);
        } else {
            for (int plane = 0; plane < itemsize; plane++) {
                int from = plane * count;
                for (int i = 0; i < count; i++)
                    items[i * itemsize + plane] = planes[from + i];
            }
        }
        int whole = count * itemsize;
        System.arraycopy(planes, whole, items, whole, size - whole);
        return items;
    }

    private static void four(byte[] planes, byte[] items, int count) {
        for (int i = 0, at = 0; i < count; i++, at += 4) {
            items[at] = planes[i];
            items[at + 1] = planes[count + i];
            items[at + 2] = planes[2 * count + i];
            items[at + 3] = planes[3 * count + i];
        }
    }

    private IoError damaged(String what) {
        return new IoError(where + ": damaged (" + what + "); copy or write it again");
    }
}
