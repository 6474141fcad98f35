package org.stridescope.script;

import java.math.BigInteger;

/** The generator MT19937, seeded as CPython seeds it. Source: Matsumoto and Nishimura, mt19937ar (2002). */
final class MersenneTwister {
    private static final int LENGTH = 624;
    private static final int SHIFT = 397;

    private final int[] state = new int[LENGTH];
    private int at = LENGTH;

    /** From a number of any size, not negative: its 32-bit words, the lowest first, are the key. */
    MersenneTwister(BigInteger seed) {
        int words = Math.max(1, (seed.bitLength() + 31) / 32);
        int[] key = new int[words];
        for (int i = 0; i < words; i++)
            key[i] = seed.shiftRight(32 * i).intValue();
        begin(19650218);
        int i = 1;
        int j = 0;
        for (int k = Math.max(LENGTH, words); k > 0; k--) {
            state[i] = (state[i] ^ (state[i - 1] ^ state[i - 1] >>> 30) * 1664525) + key[j] + j;
            i = next(i);
            j = (j + 1) % words;
        }
        for (int k = LENGTH - 1; k > 0; k--) {
            state[i] = (state[i] ^ (state[i - 1] ^ state[i - 1] >>> 30) * 1566083941) - i;
            i = next(i);
        }
        state[0] = 0x80000000;
    }

    private int next(int i) {
        if (i + 1 < LENGTH)
            return i + 1;
        state[0] = state[LENGTH - 1];
        return 1;
    }

    private void begin(int seed) {
        state[0] = seed;
        for (int i = 1; i < LENGTH; i++)
            state[i] = 1812433253 * (state[i - 1] ^ state[i - 1] >>> 30) + i;
    }

    /** 32 random bits. */
    int word() {
        if (at == LENGTH)
            turn();
        int y = state[at++];
        y ^= y >>> 11;
        y ^= y << 7 & 0x9d2c5680;
        y ^= y << 15 & 0xefc60000;
        return y ^ y >>> 18;
    }

    private void turn() {
        for (int i = 0; i < LENGTH; i++) {
            int y = state[i] & 0x80000000 | state[(i + 1) % LENGTH] & 0x7fffffff;
            state[i] = state[(i + SHIFT) % LENGTH] ^ y >>> 1 ^ ((y & 1) == 0 ? 0 : 0x9908b0df);
        }
        at = 0;
    }

    /** In [0, 1), with 53 random bits. */
    double real() {
        long a = word() >>> 5;
        long b = word() >>> 6;
        return (a * 67108864.0 + b) / 9007199254740992.0;
    }

    /** So many random bits as a number; words from the lowest up, of the last one its upper bits. */
    BigInteger bits(int count) {
        BigInteger value = BigInteger.ZERO;
        for (int done = 0; done < count; done += 32) {
            int left = count - done;
            long word = Integer.toUnsignedLong(word()) >>> (left < 32 ? 32 - left : 0);
            value = value.or(BigInteger.valueOf(word).shiftLeft(done));
        }
        return value;
    }
}
