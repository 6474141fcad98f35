package org.stridescope.explain.layout;

import java.util.BitSet;

import org.stridescope.array.ArrayError;

/**
 * A small cache: lines of {@code lineBytes}, {@code capacityBytes} in all, {@code ways} lines a set (0: any line anywhere),
 * the least recently used line of a set gives way. One level and no prefetcher: it counts what the layout asks for, and does
 * not foretell seconds.
 */
public record CacheModel(int lineBytes, long capacityBytes, int ways) {
    /** A first-level data cache as most processors have it: 32 KiB, 8 ways, lines of 64 bytes. */
    public static final CacheModel L1 = new CacheModel(64, 32 << 10, 8);
    /** Line touches followed one by one; a longer walk is judged by these. */
    static final long SIMULATED = 1 << 21;
    /** Items followed for each of those at most: a walk may stay on one line for good. */
    private static final long STEPS_A_TOUCH = 16;

    public CacheModel {
        if (lineBytes < 1 || Integer.bitCount(lineBytes) != 1) {
            throw new ArrayError("a cache line of " + lineBytes + " bytes: a power of two is wanted");
        }
        if (capacityBytes < lineBytes) {
            throw new ArrayError("a cache of " + capacityBytes + " bytes does not hold one line of " + lineBytes);
        }
        if (ways < 0)
            throw new ArrayError("a cache of " + ways + " ways: 0 (any line anywhere) or more are wanted");
    }

    /**
     * What a walk cost.
     *
     * @param accesses items visited
     * @param misses lines fetched; scaled up from the first {@code followed} items where not exact
     * @param followed items followed one by one
     */
    public record Count(long accesses, long misses, long followed) {
        public boolean exact() {
            return followed == accesses;
        }

        /** Lines fetched for each item visited. */
        public double missesPerItem() {
            return accesses == 0 ? 0 : (double) misses / accesses;
        }
    }

    /** Lines the cache holds. */
    public long lines() {
        return capacityBytes / lineBytes;
    }

    /** Misses of the whole walk from an empty cache: exact for short walks, else scaled from how it settles. */
    public Count count(Traversal walk) {
        return count(walk, SIMULATED);
    }

    Count count(Traversal walk, long touches) {
        CacheState state = new CacheState(this);
        WalkCursor cursor = new WalkCursor(walk);
        long total = walk.size();
        long halfSteps = 0;
        long halfMisses = 0;
        long longest = touches * STEPS_A_TOUCH;
        while (cursor.step() < total && state.touches() < touches && cursor.step() < longest) {
            visit(state, cursor.address(), walk.itemsize());
            if (state.touches() * 2 <= touches && cursor.step() * 2 <= longest) {
                halfSteps = cursor.step() + 1;
                halfMisses = state.misses();
            }
            cursor.next();
        }
        long followed = cursor.step();
        if (followed == total)
            return new Count(total, state.misses(), total);
        // the second half, with the cache already filled, stands for the rest
        double rate = (double) (state.misses() - halfMisses) / Math.max(1, followed - halfSteps);
        return new Count(total, state.misses() + Math.round(rate * (total - followed)), followed);
    }

    /** Which of the first {@code steps} steps fetch at least one line. */
    public BitSet missedSteps(Traversal walk, int steps) {
        BitSet missed = new BitSet(steps);
        CacheState state = new CacheState(this);
        WalkCursor cursor = new WalkCursor(walk);
        long total = Math.min(steps, walk.size());
        while (cursor.step() < total) {
            long before = state.misses();
            visit(state, cursor.address(), walk.itemsize());
            if (state.misses() > before)
                missed.set((int) cursor.step());
            cursor.next();
        }
        return missed;
    }

    private void visit(CacheState state, long address, int itemsize) {
        long last = (address + itemsize - 1) / lineBytes;
        for (long line = address / lineBytes; line <= last; line++)
            state.touch(line);
    }
}
