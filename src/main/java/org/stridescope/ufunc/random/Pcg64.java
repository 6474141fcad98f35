package org.stridescope.ufunc.random;

import java.math.BigInteger;
import java.util.List;

/** The PCG XSL RR 128/64 generator: a 128-bit linear congruence, its state folded to 64 bits and rotated. */
public final class Pcg64 implements Bits {
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

    @Override
    public long next() {
        step();
        return Long.rotateRight(high ^ low, (int) (high >>> 58));
    }

    /** The lower half of a draw first, then its upper half. */
    @Override
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
}
