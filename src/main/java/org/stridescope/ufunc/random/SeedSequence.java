package org.stridescope.ufunc.random;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Spreads a seed over a pool of bits, as {@code numpy.random.SeedSequence} (M. O'Neill's seed_seq with a better hash). */
final class SeedSequence {
    private static final int POOL = 4;
    private static final int INIT_A = 0x43b0d7e5;
    private static final int MULT_A = 0x931e8875;
    private static final int INIT_B = 0x8b51f9dd;
    private static final int MULT_B = 0x58f38ded;
    private static final int MIX_LEFT = 0xca01f9dd;
    private static final int MIX_RIGHT = 0x4973f715;

    private final int[] pool = new int[POOL];
    private int constant = INIT_A;

    SeedSequence(List<BigInteger> entropy) {
        int[] words = words(entropy);
        for (int i = 0; i < POOL; i++)
            pool[i] = hash(i < words.length ? words[i] : 0);
        for (int from = 0; from < POOL; from++) {
            for (int to = 0; to < POOL; to++)
                if (from != to)
                    pool[to] = mix(pool[to], hash(pool[from]));
        }
        for (int from = POOL; from < words.length; from++) {
            for (int to = 0; to < POOL; to++)
                pool[to] = mix(pool[to], hash(words[from]));
        }
    }

    private static int[] words(List<BigInteger> entropy) {
        List<Integer> words = new ArrayList<>();
        for (BigInteger number : entropy) {
            BigInteger rest = number;
            do {
                words.add(rest.intValue());
                rest = rest.shiftRight(32);
            } while (rest.signum() > 0);
        }
        return words.stream().mapToInt(Integer::intValue).toArray();
    }

    private int hash(int value) {
        int hashed = value ^ constant;
        constant *= MULT_A;
        hashed *= constant;
        return hashed ^ (hashed >>> 16);
    }

    private static int mix(int x, int y) {
        int mixed = MIX_LEFT * x - MIX_RIGHT * y;
        return mixed ^ (mixed >>> 16);
    }

    /** n words of 64 bits. */
    long[] state(int n) {
        int next = INIT_B;
        long[] state = new long[n];
        for (int i = 0; i < 2 * n; i++) {
            int value = pool[i % POOL] ^ next;
            next *= MULT_B;
            value *= next;
            value ^= value >>> 16;
            state[i / 2] |= (value & 0xffff_ffffL) << (i % 2 == 0 ? 0 : 32);
        }
        return state;
    }
}
