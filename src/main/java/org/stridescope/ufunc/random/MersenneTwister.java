package org.stridescope.ufunc.random;

/**
 * MT19937, the generator of NumPy's older functions ({@code np.random.seed}, {@code RandomState}): 624 words of 32 bits.
 * Source: Matsumoto and Nishimura, ACM Transactions on Modeling and Computer Simulation 8 (1998).
 */
public final class MersenneTwister implements Bits {
    private static final int N = 624;
    private static final int M = 397;

    private final int[] state = new int[N];
    private int at = N;

    /** Seeded by one whole number below 2^32. */
    public MersenneTwister(long seed) {
        fill((int) seed);
    }

    /** Seeded by several. */
    public MersenneTwister(long... seeds) {
        fill(19650218);
        int i = 1;
        int j = 0;
        for (int k = Math.max(N, seeds.length); k > 0; k--) {
            state[i] = (state[i] ^ (state[i - 1] ^ state[i - 1] >>> 30) * 1664525) + (int) seeds[j] + j;
            i = next(i);
            j = (j + 1) % seeds.length;
        }
        for (int k = N - 1; k > 0; k--) {
            state[i] = (state[i] ^ (state[i - 1] ^ state[i - 1] >>> 30) * 1566083941) - i;
            i = next(i);
        }
        state[0] = 0x8000_0000;
    }

    private int next(int i) {
        if (i + 1 < N)
            return i + 1;
        state[0] = state[N - 1];
        return 1;
    }

    private void fill(int seed) {
        state[0] = seed;
        for (int i = 1; i < N; i++)
            state[i] = 1812433253 * (state[i - 1] ^ state[i - 1] >>> 30) + i;
    }

    private void turn() {
        for (int i = 0; i < N; i++) {
            int y = state[i] & 0x8000_0000 | state[(i + 1) % N] & 0x7fff_ffff;
            state[i] = state[(i + M) % N] ^ y >>> 1 ^ ((y & 1) != 0 ? 0x9908_b0df : 0);
        }
        at = 0;
    }

    @Override
    public int next32() {
        if (at == N)
            turn();
        int y = state[at++];
        y ^= y >>> 11;
        y ^= y << 7 & 0x9d2c_5680;
        y ^= y << 15 & 0xefc6_0000;
        return y ^ y >>> 18;
    }

    /** The upper half is drawn first. */
    @Override
    public long next() {
        long high = next32() & 0xffff_ffffL;
        return high << 32 | next32() & 0xffff_ffffL;
    }

    /** 27 bits of one draw and 26 of the next. */
    @Override
    public double nextDouble() {
        int a = next32() >>> 5;
        int b = next32() >>> 6;
        return (a * 67108864.0 + b) / 9007199254740992.0;
    }
}
