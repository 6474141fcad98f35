package org.stridescope.ufunc.random;

import java.math.BigInteger;
import java.util.List;

/** The PCG XSL RR 128/64 generator: a 128-bit linear congruence, its state folded to 64 bits and rotated. */
public final class Pcg64 {
    private static final long MULTIPLIER_HIGH = 2549297995355413924L;
    private static final long MULTIPLIER_LOW = 4865540595714422341L;

    private long high;
    private long low;
    private final long addHigh;
    private final long addLow;
    private boolean halfLeft;
    private int half;

    /** Seeded as {@code np.random.default_rng(seed)}: one whole number, or several; none of them negative. */
    public Pcg64(List<BigInteger> seed) {
        long[] state = new SeedSequence(seed).state(4);
        addHigh = state[2] << 1 | state[3] >>> 63;
        addLow = state[3] << 1 | 1;
        step();
        long sum = low + state[1];
        high += state[0] + (Long.compareUnsigned(sum, low) < 0 ? 1 : 0);
        low = sum;
        step();
    }

    private void step() {
        long productHigh = Math.unsignedMultiplyHigh(low, MULTIPLIER_LOW) + high * MULTIPLIER_LOW
                + low * MULTIPLIER_HIGH;
        long productLow = low * MULTIPLIER_LOW;
        low = productLow + addLow;
        high = productHigh + addHigh + (Long.compareUnsigned(low, productLow) < 0 ? 1 : 0);
    }

    /** 64 random bits. */
    public long next() {
        step();
        return Long.rotateRight(high ^ low, (int) (high >>> 58));
    }

    /** 32 random bits: the lower half of a draw first, then its upper half. */
    public int next32() {
        if (halfLeft) {
            halfLeft = false;
            return half;
        }
        long bits = next();
        halfLeft = true;
        half = (int) (bits >>> 32);
        return (int) bits;
    }

    /** A double in [0, 1): 53 bits. */
    public double nextDouble() {
        return (next() >>> 11) * 0x1p-53;
    }

    /** A float in [0, 1): 24 bits. */
    public float nextFloat() {
        return (next32() >>> 8) * 0x1p-24f;
    }

    /** A whole number of 64 bits in [0, range], by Lemire's method, unbiased. */
    public long below64(long range) {
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
    public long below32(long range) {
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
}
