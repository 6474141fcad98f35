package org.stridescope.io.hdf5;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.stridescope.array.ArrayError;
import org.stridescope.array.DType;
import org.stridescope.array.NDArray;
import org.stridescope.array.Shapes;

/** The bytes of a file's structure: superblock, the group at the top, and the headers of datasets. */
record Hdf5Head(long header, long tree, long heap, int leafK) {
    static final int SUPERBLOCK_BYTES = 96;
    static final long NOWHERE = -1;
    private static final int INTERNAL_K = 16;
    private static final int ENTRY_BYTES = 40;

    /** One message of an object header; its bytes are a multiple of eight. */
    record Message(int type, ByteBuffer bytes) {}

    static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** An object header of version 1. */
    static ByteBuffer object(Message... messages) {
        int bytes = 0;
        for (Message message : messages)
            bytes += 8 + message.bytes.remaining();
        ByteBuffer header = little(16 + bytes).put((byte) 1).put((byte) 0).putShort((short) messages.length).putInt(1)
                .putInt(bytes).putInt(0);
        for (Message message : messages) {
            header.putShort((short) message.type).putShort((short) message.bytes.remaining()).putInt(0);
            header.put(message.bytes);
        }
        return header.flip();
    }

    static Message space(long... shape) {
        ByteBuffer bytes = little(8 + 8 * shape.length).put((byte) 1).put((byte) shape.length).putShort((short) 0)
                .putInt(0);
        for (long length : shape)
            bytes.putLong(length);
        return new Message(0x01, bytes.flip());
    }

    /** Little-endian items; bool as h5py writes it, an enumeration of FALSE and TRUE. */
    static Message type(DType dtype) {
        int size = dtype.itemsize();
        ByteBuffer bytes = switch (dtype.kind()) {
            case SIGNED, UNSIGNED -> whole(little(16), size, dtype.kind() == DType.Kind.SIGNED);
            case BOOL -> {
                ByteBuffer named = little(40).putInt(0x18 | 2 << 8).putInt(1);
                whole(named, 1, true);
                named.put("FALSE\0\0\0TRUE\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1)).put((byte) 0).put((byte) 1);
                yield named;
            }
            case FLOAT -> floating(size);
            case COMPLEX -> throw new ArrayError("a complex dtype is not written to HDF5; write its real and imaginary"
                    + " parts, or save an .npy file");
        };
        return new Message(0x03, bytes.clear());
    }

    private static ByteBuffer whole(ByteBuffer to, int size, boolean signed) {
        return to.putInt(0x10 | (signed ? 8 << 8 : 0)).putInt(size).putShort((short) 0).putShort((short) (8 * size));
    }

    private static ByteBuffer floating(int size) {
        int exponent = size == 2 ? 5 : size == 4 ? 8 : 11;
        int mantissa = 8 * size - exponent - 1;
        return little(24).putInt(0x11 | 0x20 << 8 | (8 * size - 1) << 16).putInt(size).putShort((short) 0)
                .putShort((short) (8 * size)).put((byte) mantissa).put((byte) exponent).put((byte) 0)
                .put((byte) mantissa).putInt((1 << (exponent - 1)) - 1);
    }

    /** No fill value; room is made late, or chunk by chunk. */
    static Message fill(boolean chunked) {
        return new Message(0x05, little(8).put((byte) 2).put((byte) (chunked ? 3 : 2)).put((byte) 2).put((byte) 0)
                .clear());
    }

    static void checkBlock(NDArray block, DType dtype, long[] shape, long... start) {
        boolean fits = block.dtype() == dtype && block.ndim() == shape.length && start.length == shape.length;
        for (int axis = 0; fits && axis < shape.length; axis++)
            fits = start[axis] >= 0 && start[axis] + block.shape(axis) <= shape[axis];
        if (!fits) {
            throw new ArrayError("a block of " + block + " at " + Shapes.text(start) + " does not fit a dataset of "
                    + dtype.pythonName() + " " + Shapes.text(shape));
        }
    }

    /** Writes the group at the top with these names and headers, in order of the names. */
    static Hdf5Head write(Hdf5Writer file, TreeMap<String, Long> headers) {
        int leafK = Math.max(4, Math.ceilDiv(headers.size(), 2));
        ByteBuffer names = names(headers);
        List<Long> places = new ArrayList<>();
        int place = 8;
        for (String name : headers.keySet()) {
            places.add((long) place);
            place += room(name);
        }
        long data = file.append(names);
        long heap = file.append(little(32).put("HEAP".getBytes(StandardCharsets.ISO_8859_1)).putInt(0).putLong(place)
                .putLong(1).putLong(data).clear());
        long symbols = file.append(symbols(headers, places, leafK));
        ByteBuffer node = little(24 + 16 * INTERNAL_K + 8 * (2 * INTERNAL_K + 1))
                .put("TREE".getBytes(StandardCharsets.ISO_8859_1)).putShort((short) 0)
                .putShort((short) (headers.isEmpty() ? 0 : 1)).putLong(NOWHERE).putLong(NOWHERE);
        node.putLong(0).putLong(symbols).putLong(places.isEmpty() ? 0 : places.getLast());
        long tree = file.append(node.clear());
        long header = file.append(object(new Message(0x11, little(16).putLong(tree).putLong(heap).flip())));
        return new Hdf5Head(header, tree, heap, leafK);
    }

    private static ByteBuffer names(Map<String, Long> headers) {
        ByteBuffer names = little(8 + headers.keySet().stream().mapToInt(Hdf5Head::room).sum());
        int at = 8;
        for (String name : headers.keySet()) {
            names.put(at, name.getBytes(StandardCharsets.UTF_8));
            at += room(name);
        }
        return names;
    }

    /** A name with its closing zero, filled up to eight bytes. */
    private static int room(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length / 8 * 8 + 8;
    }

    private static ByteBuffer symbols(Map<String, Long> headers, List<Long> places, int leafK) {
        ByteBuffer node = little(8 + 2 * leafK * ENTRY_BYTES).put("SNOD".getBytes(StandardCharsets.ISO_8859_1))
                .put((byte) 1).put((byte) 0).putShort((short) headers.size());
        int n = 0;
        for (long header : headers.values())
            node.putLong(places.get(n++)).putLong(header).putLong(0).putLong(0).putLong(0);
        return node.clear();
    }

    ByteBuffer superblock(long end) {
        ByteBuffer block = little(SUPERBLOCK_BYTES).put(new byte[]{(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'});
        block.putInt(0).put((byte) 0).put((byte) 8).put((byte) 8).put((byte) 0);
        block.putShort((short) leafK).putShort((short) INTERNAL_K).putInt(0);
        block.putLong(0).putLong(NOWHERE).putLong(end).putLong(NOWHERE);
        // the entry of the group at the top, which remembers its tree and heap
        return block.putLong(0).putLong(header).putInt(1).putInt(0).putLong(tree).putLong(heap).flip();
    }
}
