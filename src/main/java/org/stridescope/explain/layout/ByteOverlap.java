package org.stridescope.explain.layout;

import java.util.BitSet;

import org.stridescope.array.Layout;
import org.stridescope.array.NDArray;

/**
 * How many bytes two views of one buffer have in common. Exact wherever the views are runs without interleaved gaps, or small
 * enough to be counted byte by byte; otherwise an upper bound, and {@link #exact} says so.
 */
public record ByteOverlap(long bytes, boolean exact) {
    private static final ByteOverlap NONE = new ByteOverlap(0, true);
    private static final long RUNS_COUNTED = 1 << 20;
    private static final long BYTES_MARKED = 1 << 27;

    /** Of two arrays; none when their buffers are different ones. */
    public static ByteOverlap between(NDArray a, NDArray b) {
        NDArray ownerA = a.base() == null ? a : a.base();
        NDArray ownerB = b.base() == null ? b : b.base();
        if (ownerA != ownerB)
            return NONE;
        return between(a.layout(), a.itemsize(), b.layout(), b.itemsize());
    }

    /** Of two layouts over one buffer. */
    public static ByteOverlap between(Layout a, int itemsizeA, Layout b, int itemsizeB) {
        ByteNest first = ByteNest.of(a, itemsizeA);
        ByteNest second = ByteNest.of(b, itemsizeB);
        long from = Math.max(first.start(), second.start());
        long to = Math.min(first.end(), second.end());
        if (from >= to || residuesApart(first, second))
            return NONE;
        if (first.disjoint() && second.disjoint()) {
            ByteNest few = first.runs() <= second.runs() ? first : second;
            ByteNest other = few == first ? second : first;
            if (few.runs() <= RUNS_COUNTED)
                return new ByteOverlap(counted(few, other), true);
        }
        if (to - from <= BYTES_MARKED && first.runs() + second.runs() <= BYTES_MARKED) {
            BitSet common = marked(first, from, to);
            common.and(marked(second, from, to));
            return new ByteOverlap(common.cardinality(), true);
        }
        return new ByteOverlap(Math.min(to - from, Math.min(first.bytes(), second.bytes())), false);
    }

    /** Distinct bytes that one layout sees, however often. */
    public static ByteOverlap seen(Layout layout, int itemsize) {
        return between(layout, itemsize, layout, itemsize);
    }

    /** Bytes the two never share because their runs fall on different remainders of every stride's common divisor. */
    private static boolean residuesApart(ByteNest a, ByteNest b) {
        long divisor = 0;
        for (long stride : a.strides())
            divisor = gcd(divisor, stride);
        for (long stride : b.strides())
            divisor = gcd(divisor, stride);
        if (divisor == 0 || a.run() + b.run() > divisor)
            return false;
        long ahead = Math.floorMod(b.start() - a.start(), divisor);
        return ahead >= a.run() && ahead + b.run() <= divisor;
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    private static long counted(ByteNest few, ByteNest other) {
        long total = 0;
        for (long i = 0; i < few.runs(); i++) {
            long at = few.runStart(i);
            total += other.bytesWithin(at, at + few.run());
        }
        return total;
    }

    private static BitSet marked(ByteNest nest, long from, long to) {
        BitSet bits = new BitSet((int) (to - from));
        for (long i = 0; i < nest.runs(); i++) {
            long at = nest.runStart(i) - from;
            int low = (int) Math.clamp(at, 0, to - from);
            int high = (int) Math.clamp(at + nest.run(), 0, to - from);
            bits.set(low, high);
        }
        return bits;
    }
}
