package org.stridescope.explain.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.stridescope.array.Layout;

/**
 * From bytes of the buffer back to items of one view: which items cover a byte, how many, and where they come in a walk. Found
 * by solving {@code offset + sum(i*s) = byte}, so a view of any size costs nothing to map.
 */
public final class BufferMap {
    /** Counts stop here: a stretched view may show one byte 10^9 times. */
    public static final int COUNTED = 10_000;

    private final Layout layout;
    private final int itemsize;
    /** Axes that move through the buffer, longest stride first; axes of stride 0 are not among them. */
    private final int[] moving;
    /** {@code reach[k]}: bytes that axes {@code moving[k..]} can move through together. */
    private final long[] reach;

    public BufferMap(Layout layout, int itemsize) {
        this.layout = layout;
        this.itemsize = itemsize;
        moving = IntStream.range(0, layout.ndim()).filter(a -> layout.stride(a) != 0 && layout.shape(a) > 1).boxed()
                .sorted(Comparator.comparingLong((Integer a) -> -Math.abs(layout.stride(a)))).mapToInt(a -> a)
                .toArray();
        reach = new long[moving.length + 1];
        for (int k = moving.length - 1; k >= 0; k--) {
            reach[k] = reach[k + 1] + (layout.shape(moving[k]) - 1) * Math.abs(layout.stride(moving[k]));
        }
    }

    public Layout layout() {
        return layout;
    }

    public int itemsize() {
        return itemsize;
    }

    /** Whether any item of the view covers this byte. */
    public boolean sees(long at) {
        return !itemsAt(at, 1).isEmpty();
    }

    /** How many items cover this byte, counted up to {@link #COUNTED}. */
    public int timesSeen(long at) {
        return itemsAt(at, COUNTED).size();
    }

    /** Indices of the items that cover this byte, in C order as far as {@code limit} allows. */
    public List<long[]> itemsAt(long at, int limit) {
        List<long[]> found = new ArrayList<>();
        if (layout.size() == 0)
            return found;
        for (long start = at - itemsize + 1; start <= at && found.size() < limit; start++) {
            solve(start - layout.firstByte(), 0, new long[layout.ndim()], found, limit);
        }
        found.sort(Arrays::compare);
        return found;
    }

    private void solve(long rest, int k, long[] index, List<long[]> found, int limit) {
        if (rest < 0 || rest > reach[k] || found.size() >= limit)
            return;
        if (k == moving.length) {
            repeats(index, 0, found, limit);
            return;
        }
        int axis = moving[k];
        long step = Math.abs(layout.stride(axis));
        long last = layout.shape(axis) - 1;
        long low = Math.max(0, Math.ceilDiv(rest - reach[k + 1], step));
        long high = Math.min(last, rest / step);
        for (long i = low; i <= high && found.size() < limit; i++) {
            index[axis] = layout.stride(axis) < 0 ? last - i : i;
            solve(rest - i * step, k + 1, index, found, limit);
        }
    }

    /** Every position along the axes of stride 0 shows the same item. */
    private void repeats(long[] index, int axis, List<long[]> found, int limit) {
        if (axis == layout.ndim()) {
            found.add(index.clone());
            return;
        }
        if (layout.stride(axis) != 0) {
            repeats(index, axis + 1, found, limit);
            return;
        }
        for (long i = 0; i < layout.shape(axis) && found.size() < limit; i++) {
            index[axis] = i;
            repeats(index, axis + 1, found, limit);
        }
        index[axis] = 0;
    }
}
