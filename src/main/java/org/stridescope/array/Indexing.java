package org.stridescope.array;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * {@code x[...]} read and written. Slices, integers and new axes give a view; with an index array among them the items are
 * copied, the indexed axes side by side where all of them stand together, else in front. Rules: NumPy's "advanced indexing".
 */
public final class Indexing {
    private Indexing() {}

    /** The view or the copy that these indices choose. */
    public static NDArray get(NDArray array, List<Index> indices, ArrayMemory memory) {
        Plan plan = Plan.of(array, indices);
        return plan.fancy == null ? plan.view : plan.fancy.take(plan.view, memory);
    }

    /** Writes {@code value}, broadcast and cast, to the chosen items. */
    public static void set(NDArray array, List<Index> indices, NDArray value, ArrayMemory memory) {
        if (!array.isWriteable())
            throw new ArrayError("assignment destination is read-only");
        Plan plan = Plan.of(array, indices);
        if (plan.fancy == null) {
            Items.assign(value, plan.view, memory);
            return;
        }
        boolean mask = indices.stream()
                .anyMatch(i -> i instanceof Index.Items items && items.array().dtype() == DType.BOOL);
        plan.fancy.put(plan.view, value, mask && indices.size() == 1, memory);
    }

    /** The basic part as a view whose indexed axes are still whole, and the index arrays for those. */
    private record Plan(NDArray view, @Nullable FancyIndex fancy) {
        static Plan of(NDArray array, List<Index> indices) {
            List<Index> all = spelledOut(array, indices);
            boolean fancy = all.stream().anyMatch(Index.Items.class::isInstance);
            Layout layout = array.layout();
            List<FancyIndex.Axis> axes = new ArrayList<>();
            int at = 0;
            int original = 0;
            for (Index index : all) {
                switch (index) {
                    case Index.At(long i) when !fancy -> {
                        layout = at(layout, at, i, original++);
                    }
                    case Index.At(long i) -> {
                        long length = array.shape(original);
                        if (i < -length || i >= length)
                            throw outOfBounds(i, original, length);
                        axes.add(new FancyIndex.Axis(at++, original, scalar(i, array.shape(original))));
                        original++;
                    }
                    case Index.Range(Slice slice) -> {
                        layout = layout.slice(at++, slice);
                        original++;
                    }
                    case Index.NewAxis newAxis -> layout = layout.newAxis(at++);
                    case Index.Items items when items.isTruth() -> {
                        // a lone truth indexes an axis of length 1 that is not there
                        layout = layout.newAxis(at);
                        long[] chosen = items.array().longAt(items.array().layout().offset()) == 0
                                ? new long[0]
                                : new long[1];
                        axes.add(new FancyIndex.Axis(at++, 0, new IndexArray(new long[]{chosen.length}, chosen, 1)));
                    }
                    case Index.Items items -> {
                        for (IndexArray one : IndexArray.of(items.array(), array, original)) {
                            axes.add(new FancyIndex.Axis(at++, original++, one));
                        }
                    }
                    case Index.Ellipsis ellipsis -> throw new IllegalStateException("spelled out before");
                }
            }
            return new Plan(array.view(layout), fancy ? FancyIndex.of(axes, array) : null);
        }

        private static IndexArray scalar(long index, long length) {
            return new IndexArray(new long[0], new long[]{index}, length);
        }

        private static Layout at(Layout layout, int axis, long index, int original) {
            long length = layout.shape(axis);
            if (index < -length || index >= length)
                throw outOfBounds(index, original, length);
            return layout.at(axis, index);
        }
    }

    static ArrayError outOfBounds(long index, int axis, long length) {
        return new ArrayError("index " + index + " is out of bounds for axis " + axis + " with size " + length,
                ArrayError.Kind.INDEX);
    }

    /** The ellipsis, or the one meant at the end, as whole axes. */
    private static List<Index> spelledOut(NDArray array, List<Index> indices) {
        int used = 0;
        int ellipses = 0;
        for (Index index : indices) {
            if (index instanceof Index.Ellipsis)
                ellipses++;
            used += switch (index) {
                case Index.At at -> 1;
                case Index.Range range -> 1;
                case Index.Items items -> items.array().dtype() == DType.BOOL ? items.array().ndim() : 1;
                default -> 0;
            };
        }
        if (ellipses > 1) {
            throw new ArrayError("an index can only have a single ellipsis ('...')", ArrayError.Kind.INDEX);
        }
        if (used > array.ndim()) {
            throw new ArrayError("too many indices for array: array is " + array.ndim() + "-dimensional, but " + used
                    + " were indexed", ArrayError.Kind.INDEX);
        }
        List<Index> all = new ArrayList<>();
        for (Index index : indices) {
            if (index instanceof Index.Ellipsis)
                whole(all, array.ndim() - used);
            else
                all.add(index);
        }
        if (ellipses == 0)
            whole(all, array.ndim() - used);
        return all;
    }

    private static void whole(List<Index> all, int count) {
        for (int i = 0; i < count; i++)
            all.add(new Index.Range(Slice.ALL));
    }

    /** Whether these indices choose one item, not an array. */
    public static boolean choosesOne(NDArray array, List<Index> indices) {
        return indices.size() == array.ndim() && indices.stream().allMatch(Index.At.class::isInstance);
    }

    static long[] broadcast(List<long[]> shapes) {
        try {
            return Broadcast.shape(shapes.toArray(long[][]::new));
        } catch (ArrayError e) {
            StringBuilder text = new StringBuilder();
            for (long[] shape : shapes)
                if (shape.length > 0)
                    text.append(Shapes.tight(shape)).append(' ');
            throw new ArrayError("shape mismatch: indexing arrays could not be broadcast together with shapes " + text,
                    ArrayError.Kind.INDEX);
        }
    }

    static long[] join(long[]... parts) {
        return Arrays.stream(parts).flatMapToLong(Arrays::stream).toArray();
    }
}
