package org.stridescope.array;

import java.util.Locale;

/**
 * The type of an array's items, named and sized as NumPy names and sizes them. Items are stored in the byte order of the
 * machine; files in the other order are swapped as they are read.
 */
public enum DType {
    // @formatter:off
    BOOL(Kind.BOOL, 1),
    INT8(Kind.SIGNED, 1),
    INT16(Kind.SIGNED, 2),
    INT32(Kind.SIGNED, 4),
    INT64(Kind.SIGNED, 8),
    UINT8(Kind.UNSIGNED, 1),
    UINT16(Kind.UNSIGNED, 2),
    UINT32(Kind.UNSIGNED, 4),
    UINT64(Kind.UNSIGNED, 8),
    /** Half precision: what NumPy makes of {@code sqrt} and its kin for 8-bit integers. */
    FLOAT16(Kind.FLOAT, 2),
    FLOAT32(Kind.FLOAT, 4),
    FLOAT64(Kind.FLOAT, 8),
    // @formatter:on
    /** Two float32, real part first. */
    COMPLEX64(Kind.COMPLEX, 8),
    /** Two float64, real part first. */
    COMPLEX128(Kind.COMPLEX, 16);

    /** What a value is, whatever its size; the letters are those of NumPy's {@code dtype.kind}. */
    public enum Kind {
        BOOL('b'), SIGNED('i'), UNSIGNED('u'), FLOAT('f'), COMPLEX('c');

        private final char letter;

        Kind(char letter) {
            this.letter = letter;
        }

        /** The letter of NumPy's {@code dtype.kind}: b, i, u, f or c. */
        public char letter() {
            return letter;
        }
    }

    private final Kind kind;
    private final int itemsize;

    DType(Kind kind, int itemsize) {
        this.kind = kind;
        this.itemsize = itemsize;
    }

    public Kind kind() {
        return kind;
    }

    /** Bytes of one item. */
    public int itemsize() {
        return itemsize;
    }

    /** The name NumPy prints: int8, float64, bool. */
    public String pythonName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isInteger() {
        return kind == Kind.SIGNED || kind == Kind.UNSIGNED;
    }

    public boolean isComplex() {
        return kind == Kind.COMPLEX;
    }

    /** The float that each part of a complex is; any other dtype itself. */
    public DType part() {
        return this == COMPLEX128 ? FLOAT64 : this == COMPLEX64 ? FLOAT32 : this;
    }

    public boolean isFloat() {
        return kind == Kind.FLOAT;
    }
}
