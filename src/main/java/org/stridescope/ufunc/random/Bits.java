package org.stridescope.ufunc.random;

/** A source of random bits, and what NumPy makes of them whatever the source. */
public interface Bits {
    /** 64 random bits. */
    long next();

    /** 32 random bits. */
    int next32();

    /** A double in [0, 1): 53 bits. */
    default double nextDouble() {
        return (next() >>> 11) * 0x1p-53;
    }

    /** A float in [0, 1): 24 bits. */
    default float nextFloat() {
        return (next32() >>> 8) * 0x1p-24f;
    }

    /** A whole number of 64 bits in [0, range], by Lemire's method, unbiased. */
    default long below64(long range) {
        if (range == -1)
            return next();
        long exclusive = range + 1;
        long bits = next();
        long left = bits * exclusive;
        if (Long.compareUnsigned(left, exclusive) < 0) {
            long threshold = Long.remainderUnsigned(-1L - range, exclusive);
            while (Long.compareUnsigned(left, threshold) < 0) {
                bits = next();
                left = bits * exclusive;
            }
        }
        return Math.unsignedMultiplyHigh(bits, exclusive);
    }

    /** A whole number of 32 bits in [0, range], range below 2^32. */
    default long below32(long range) {
        if (range == 0xffff_ffffL)
            return next32() & 0xffff_ffffL;
        long exclusive = range + 1;
        long product = (next32() & 0xffff_ffffL) * exclusive;
        long left = product & 0xffff_ffffL;
        if (left < exclusive) {
            long threshold = (0xffff_ffffL - range) % exclusive;
            while (left < threshold) {
                product = (next32() & 0xffff_ffffL) * exclusive;
                left = product & 0xffff_ffffL;
            }
        }
        return product >>> 32;
    }

    /** A whole number in [0, range], by the method for its size. */
    default long below(long range) {
        if (range == 0)
            return 0;
        return Long.compareUnsigned(range, 0xffff_ffffL) <= 0 ? below32(range) : below64(range);
    }

    /** A whole number in [0, most] by masking and trying again: {@code random_interval}. */
    default long masked(long most) {
        if (most == 0)
            return 0;
        long mask = -1L >>> Long.numberOfLeadingZeros(most);
        long value;
        if (Long.compareUnsigned(most, 0xffff_ffffL) <= 0) {
            do
                value = next32() & mask & 0xffff_ffffL;
            while (value > most);
        } else {
            do
                value = next() & mask;
            while (Long.compareUnsigned(value, most) > 0);
        }
        return value;
    }
}
