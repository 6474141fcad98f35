package org.stridescope.array;

import java.util.concurrent.CancellationException;

/**
 * Whether two arrays have a byte in common. Exact: an integer point is sought in the box of both arrays' indices, with the
 * strides' greatest common divisors and the range still to cover cutting the search short, as NumPy does
 * ({@code numpy/core/src/common/mem_overlap.c}).
 */
public final class Overlap {
    /** Steps after which the search gives up, and says yes: a wrong yes costs a copy, a wrong no a wrong result. */
    private static final long MOST_STEPS = 5_000_000;

    private Overlap() {}

    /** Whether the runs of bytes from first to last item meet: NumPy's {@code may_share_memory}. */
    public static boolean extentsMeet(NDArray a, NDArray b) {
        if (a.size() == 0 || b.size() == 0)
            return false;
        long first = a.buffer().address() + a.layout().firstByte();
        long end = a.buffer().address() + a.layout().endByte(a.itemsize());
        long otherFirst = b.buffer().address() + b.layout().firstByte();
        long otherEnd = b.buffer().address() + b.layout().endByte(b.itemsize());
        return first < otherEnd && otherFirst < end;
    }

    /** Whether some byte belongs to items of both: NumPy's {@code shares_memory}. */
    public static boolean sharesMemory(NDArray a, NDArray b) {
        if (!extentsMeet(a, b))
            return false;
        int terms = a.ndim() + b.ndim() + 2;
        long[] step = new long[terms];
        long[] most = new long[terms];
        int used = terms(a, step, most, 0);
        used = terms(b, step, most, used);
        long aEnd = a.buffer().address() + a.layout().endByte(a.itemsize()) - 1;
        long bFirst = b.buffer().address() + b.layout().firstByte();
        // (last byte of a) - (distances back in a) = (first byte of b) + (distances on in b)
        return new Search(step, most, used).reaches(aEnd - bFirst);
    }

    private static int terms(NDArray array, long[] step, long[] most, int used) {
        int at = used;
        for (int axis = 0; axis < array.ndim(); axis++) {
            long stride = Math.abs(array.layout().stride(axis));
            if (array.shape(axis) <= 1 || stride == 0)
                continue;
            step[at] = stride;
            most[at++] = array.shape(axis) - 1;
        }
        if (array.itemsize() > 1) {
            step[at] = 1;
            most[at++] = array.itemsize() - 1;
        }
        return at;
    }

    /** Is there {@code sum(step[i] * x[i]) = target} with {@code 0 <= x[i] <= most[i]}? */
    private static final class Search {
        private final long[] step;
        private final long[] most;
        private final long[] divisor;
        private final long[] reach;
        private long steps;

        Search(long[] step, long[] most, int used) {
            Integer[] order = new Integer[used];
            for (int i = 0; i < used; i++)
                order[i] = i;
            java.util.Arrays.sort(order, (a, b) -> Long.compare(step[b], step[a]));
            this.step = new long[used];
            this.most = new long[used];
            int n = 0;
            for (int i : order) {
                if (n > 0 && this.step[n - 1] == step[i]) {
                    this.most[n - 1] += most[i];
                } else {
                    this.step[n] = step[i];
                    this.most[n++] = most[i];
                }
            }
            divisor = new long[n + 1];
            reach = new long[n + 1];
            for (int i = n - 1; i >= 0; i--) {
                divisor[i] = gcd(this.step[i], divisor[i + 1]);
                reach[i] = reach[i + 1] + this.step[i] * this.most[i];
            }
        }

        boolean reaches(long target) {
            try {
                return from(0, target);
            } catch (CancellationException e) {
                return true;
            }
        }

        private boolean from(int term, long target) {
            if (target == 0)
                return true;
            if (target < 0 || target > reach[term] || target % divisor[term] != 0)
                return false;
            if (++steps > MOST_STEPS)
                throw new CancellationException();
            long highest = Math.min(most[term], target / step[term]);
            long lowest = Math.max(0, Math.ceilDiv(target - reach[term + 1], step[term]));
            for (long x = highest; x >= lowest; x--) {
                if (from(term + 1, target - x * step[term]))
                    return true;
            }
            return false;
        }

        private static long gcd(long a, long b) {
            return b == 0 ? a : gcd(b, a % b);
        }
    }
}
