package org.stridescope.io;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.stridescope.array.ArrayError;
import org.stridescope.array.DType;
import org.stridescope.array.Shapes;

/**
 * The head of an .npy file: magic, version, and a Python dict literal that says dtype, order and shape. Format: NumPy's
 * {@code numpy/lib/format.py} (NEP 1), versions 1.0 (Latin-1, 2-byte length), 2.0 (4-byte length) and 3.0 (UTF-8).
 *
 * @param bigEndian whether the items are stored with their most significant byte first
 * @param fortran   whether the first axis runs fastest
 * @param dataStart byte of the first item, from the start of the magic
 */
record NpyHeader(DType dtype, boolean bigEndian, boolean fortran, long[] shape, long dataStart) {
    /** What any .npy file starts with. */
    static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    /** Bytes that tell how long the head is: magic, version, and the longer of the two length fields. */
    static final int PREFIX = 12;
    /** NumPy refuses longer heads too: parsing them could take for ever. */
    static final int LONGEST = 10_000;

    private static final int MOST_AXES = 32;
    private static final int ALIGNMENT = 64;
    /** NumPy leaves room for a longer first (or last) axis, so that appending can rewrite the head in place. */
    private static final int GROWTH_DIGITS = 21;

    /** Bytes of an array of this head. */
    long dataBytes() {
        return Shapes.bytes(dtype.itemsize(), shape);
    }

    /** How many bytes magic, version, length field and dict take, from the first {@link #PREFIX} bytes of the file. */
    static int length(byte[] prefix) {
        for (int i = 0; i < MAGIC.length; i++) {
            if (i >= prefix.length || prefix[i] != MAGIC[i]) {
                throw new ArrayError("this is no .npy file: it does not start with \\x93NUMPY; write it by np.save");
            }
        }
        if (prefix.length < PREFIX)
            throw cutOff(PREFIX, prefix.length);
        int major = prefix[6];
        if (major < 1 || major > 3 || prefix[7] != 0) {
            throw new ArrayError(
                    "format version " + major + "." + prefix[7] + " is unknown; 1.0, 2.0 and 3.0 can be read");
        }
        long dict = (prefix[8] & 0xff) | (prefix[9] & 0xff) << 8;
        if (major > 1)
            dict |= (prefix[10] & 0xffL) << 16 | (prefix[11] & 0xffL) << 24;
        if (dict > LONGEST) {
            throw new ArrayError("its header is " + dict + " bytes long, more than the " + LONGEST + " NumPy reads");
        }
        return (int) dict + (major == 1 ? 10 : 12);
    }

    /** The head in these bytes: all of {@link #length} of them. */
    static NpyHeader parse(byte[] head) {
        int start = head[6] == 1 ? 10 : 12;
        var charset = head[6] == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
        Map<String, Object> dict = new PythonLiteral(new String(head, start, head.length - start, charset)).dict();
        if (!(dict.get("fortran_order") instanceof Boolean fortran)) {
            throw new ArrayError("its header lacks 'fortran_order': True or False");
        }
        if (!(dict.get("shape") instanceof long[] shape)) {
            throw new ArrayError("its header lacks 'shape': a tuple of lengths");
        }
        if (shape.length > MOST_AXES)
            throw new ArrayError("its header has " + shape.length + " axes, more than NumPy's " + MOST_AXES);
        for (long length : shape) {
            if (length < 0)
                throw new ArrayError("its header has a negative length in the shape " + Shapes.text(shape));
        }
        if (!(dict.get("descr") instanceof String descr)) {
            throw new ArrayError("records of several fields are not supported; save each field as an array of its own");
        }
        return new NpyHeader(TypeCode.dtype(descr), TypeCode.isBigEndian(descr), fortran, shape, head.length);
    }

    /** The head NumPy writes for such an array, byte for byte. */
    static byte[] format(DType dtype, boolean fortran, long... shape) {
        String dict = "{'descr': '" + TypeCode.of(dtype) + "', 'fortran_order': " + (fortran ? "True" : "False")
                + ", 'shape': " + Shapes.text(shape) + ", }";
        if (shape.length > 0) {
            long growing = shape[fortran ? shape.length - 1 : 0];
            dict += " ".repeat(Math.max(0, GROWTH_DIGITS - Long.toString(growing).length()));
        }
        int fixed = 10 + dict.length() + 1;
        dict += " ".repeat(ALIGNMENT - fixed % ALIGNMENT) + "\n";
        byte[] head = new byte[10 + dict.length()];
        System.arraycopy(MAGIC, 0, head, 0, MAGIC.length);
        head[6] = 1;
        head[8] = (byte) dict.length();
        head[9] = (byte) (dict.length() >> 8);
        System.arraycopy(dict.getBytes(StandardCharsets.ISO_8859_1), 0, head, 10, dict.length());
        return head;
    }

    /** Of a file of so many bytes, fewer than this head promises. */
    ArrayError cutOff(long found) {
        long data = dataBytes();
        return cutOff(data > Long.MAX_VALUE - dataStart ? data : data + dataStart, found);
    }

    static ArrayError cutOff(long wanted, long found) {
        return new ArrayError("the file is cut off: " + wanted + " bytes are needed, " + found
                + " are there; copy or save it again");
    }
}
