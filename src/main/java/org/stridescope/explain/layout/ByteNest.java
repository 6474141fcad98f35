package org.stridescope.explain.layout;

import java.util.Arrays;

import org.stridescope.array.Layout;

/**
 * The set of bytes a layout sees, in a normal form: runs of {@code run} bytes from {@code start}, repeated {@code counts[k]}
 * times {@code strides[k]} bytes apart, strides positive and ascending. Repeats (stride 0) and directions are gone: only
 * which bytes are seen is kept. Two layouts of the same bytes without interleaved gaps have the same normal form.
 */
record ByteNest(long start, long run, long[] counts, long[] strides) {
    static ByteNest of(Layout layout, int itemsize) {
        if (layout.size() == 0)
            return new ByteNest(layout.offset(), 0, new long[0], new long[0]);
        long[][] axes = new long[layout.ndim()][];
        int kept = 0;
        for (int axis = 0; axis < layout.ndim(); axis++) {
            long step = Math.abs(layout.stride(axis));
            if (step != 0 && layout.shape(axis) > 1)
                axes[kept++] = new long[]{step, layout.shape(axis)};
        }
        axes = Arrays.copyOf(axes, kept);
        Arrays.sort(axes, (a, b) -> Long.compare(a[0], b[0]));
        long run = itemsize;
        int from = 0;
        // runs that touch or overlap are one run; ascending strides make one pass enough
        while (from < kept && axes[from][0] <= run) {
            run += (axes[from][1] - 1) * axes[from][0];
            from++;
        }
        long[] counts = new long[kept - from];
        long[] strides = new long[kept - from];
        for (int i = from; i < kept; i++) {
            strides[i - from] = axes[i][0];
            counts[i - from] = axes[i][1];
        }
        return new ByteNest(layout.firstByte(), run, counts, strides);
    }

    /** Whether each repeat starts after the whole of the one before: no byte belongs to two runs. */
    boolean disjoint() {
        long extent = run;
        for (int k = 0; k < counts.length; k++) {
            if (strides[k] < extent)
                return false;
            extent += (counts[k] - 1) * strides[k];
        }
        return true;
    }

    long runs() {
        long runs = 1;
        for (long count : counts)
            runs *= count;
        return runs;
    }

    /** One past the last byte. */
    long end() {
        return start + extent(counts.length);
    }

    private long extent(int axes) {
        long extent = run;
        for (int k = 0; k < axes; k++)
            extent += (counts[k] - 1) * strides[k];
        return extent;
    }

    /** Distinct bytes; right for {@link #disjoint()} nests only. */
    long bytes() {
        return run * runs();
    }

    /** Bytes inside [from, to), of a disjoint nest. */
    long bytesWithin(long from, long to) {
        return within(from - start, to - start, counts.length);
    }

    private long within(long from, long to, int axes) {
        long extent = extent(axes);
        if (from >= extent || to <= 0 || run == 0)
            return 0;
        if (from <= 0 && to >= extent)
            return blocks(axes) * run;
        if (axes == 0)
            return Math.min(to, run) - Math.max(from, 0);
        long stride = strides[axes - 1];
        long last = counts[axes - 1] - 1;
        long low = Math.clamp(Math.floorDiv(from, stride), 0, last);
        long high = Math.clamp(Math.floorDiv(to - 1, stride), 0, last);
        long total = within(from - low * stride, to - low * stride, axes - 1);
        if (high > low) {
            total += within(from - high * stride, to - high * stride, axes - 1);
            total += (high - low - 1) * blocks(axes - 1) * run;
        }
        return total;
    }

    private long blocks(int axes) {
        long blocks = 1;
        for (int k = 0; k < axes; k++)
            blocks *= counts[k];
        return blocks;
    }

    /** Start of the run with this number, counted with the smallest stride fastest. */
    long runStart(long number) {
        long at = start;
        long rest = number;
        for (int k = 0; k < counts.length; k++) {
            at += rest % counts[k] * strides[k];
            rest /= counts[k];
        }
        return at;
    }
}
