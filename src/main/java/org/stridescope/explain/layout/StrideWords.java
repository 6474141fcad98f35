package org.stridescope.explain.layout;

import java.util.List;

import org.stridescope.array.Layout;

/**
 * What a stride means in plain words: one item, several items, or whole rows of an array over the same buffer whose rows are
 * that long.
 */
public final class StrideWords {
    private final int itemsize;
    private final List<Variable> neighbours;

    /** {@code neighbours} are named arrays over the same buffer, the likeliest first; their rows may be named. */
    public StrideWords(int itemsize, List<Variable> neighbours) {
        this.itemsize = itemsize;
        this.neighbours = List.copyOf(neighbours);
    }

    /** A verb phrase for a step of {@code stride} bytes on an axis of this length. */
    public String step(long stride, long length) {
        if (length == 1)
            return "has one item, its stride is never used";
        if (length == 0)
            return "has no items, its stride is never used";
        if (stride == 0)
            return "stays on the same item: stretched, not copied";
        boolean back = stride < 0;
        long bytes = Math.abs(stride);
        if (bytes == itemsize)
            return back ? "walks back one " + item() : "steps to the next " + item();
        String rows = rows(bytes);
        if (rows != null)
            return (back ? "jumps back " : "jumps ") + rows;
        if (bytes % itemsize == 0) {
            return (back ? "jumps back " : "jumps ") + Quantity.of(bytes / itemsize, itemsize == 1 ? "byte" : "item");
        }
        return "moves " + (back ? "back " : "") + Quantity.of(bytes, "byte") + ", not a whole number of items";
    }

    private String item() {
        return itemsize == 1 ? "byte" : "item (" + itemsize + " bytes)";
    }

    @org.jspecify.annotations.Nullable
    private String rows(long bytes) {
        for (Variable neighbour : neighbours) {
            Layout layout = neighbour.array().layout();
            int size = neighbour.array().itemsize();
            if (layout.ndim() < 2 || layout.size() == 0)
                continue;
            boolean c = layout.isCContiguous(size);
            if (!c && !layout.isFContiguous(size))
                continue;
            String best = runs(c ? layout : layout.transpose(), bytes, c, neighbour.name());
            if (best != null)
                return best;
        }
        return null;
    }

    /** The largest unit of a C-order layout that divides {@code bytes}: a row, a plane of rows, a block of planes. */
    @org.jspecify.annotations.Nullable
    private static String runs(Layout layout, long bytes, boolean c, String name) {
        for (int axis = 0; axis < layout.ndim() - 1; axis++) {
            long unit = layout.stride(axis);
            if (layout.shape(axis) < 2 || bytes % unit != 0 || layout.shape(axis + 1) < 2)
                continue;
            int depth = layout.ndim() - 1 - axis;
            String noun = depth == 1 ? (c ? "row" : "column") : depth == 2 ? "plane" : "block";
            long times = bytes / unit;
            if (times >= layout.shape(axis))
                continue;
            return (times == 1 ? "a whole " + noun : Quantity.of(times, noun)) + " of " + name;
        }
        return null;
    }
}
