package org.stridescope.chunked;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.stridescope.array.ArrayError;
import org.stridescope.array.Index;
import org.stridescope.array.NDArray;
import org.stridescope.array.Slice;
import org.stridescope.graph.TaskGraphBuilder;

/** {@code x[...]} with integers, slices of any step, new axes and an ellipsis: views of the blocks that are met. */
public final class BlockIndexing {
    private BlockIndexing() {}

    /** What one axis of the array becomes: parts of its blocks in order, or one item where the axis is dropped. */
    private record Axis(List<Part> parts, boolean dropped) implements Serializable {}

    /** The items of block {@code block} that this local slice chooses. */
    private record Part(int block, Slice slice, long length) implements Serializable {}

    public static ChunkedArray get(ChunkedArray array, List<Index> indices) {
        List<Index> all = spelledOut(array, indices);
        List<Axis> axes = new ArrayList<>();
        List<Boolean> fresh = new ArrayList<>();
        int original = 0;
        for (Index index : all) {
            switch (index) {
                case Index.NewAxis newAxis -> fresh.add(true);
                case Index.At(long i) -> axes.add(item(array.chunks(), original++, i));
                case Index.Range(Slice slice) -> {
                    axes.add(range(array.chunks(), original++, slice));
                    fresh.add(false);
                }
                default -> throw new ArrayError("an array of indices does not index a chunked array here: compute it"
                        + " first, or use slices", ArrayError.Kind.INDEX);
            }
        }
        return built(array, axes, fresh, isWhole(array, all));
    }

    private static boolean isWhole(ChunkedArray array, List<Index> all) {
        return all.size() == array.ndim() && all.stream()
                .allMatch(index -> index instanceof Index.Range(Slice slice) && slice.equals(Slice.ALL));
    }

    private static List<Index> spelledOut(ChunkedArray array, List<Index> indices) {
        long used = indices.stream().filter(i -> !(i instanceof Index.NewAxis || i instanceof Index.Ellipsis)).count();
        if (used > array.ndim())
            throw new ArrayError("Too many indices for array", ArrayError.Kind.INDEX);
        List<Index> all = new ArrayList<>();
        boolean seen = false;
        for (Index index : indices) {
            if (!(index instanceof Index.Ellipsis)) {
                all.add(index);
                continue;
            }
            if (seen)
                throw new ArrayError("an index can only have a single ellipsis ('...')", ArrayError.Kind.INDEX);
            seen = true;
            for (long i = used; i < array.ndim(); i++)
                all.add(new Index.Range(Slice.ALL));
        }
        for (long i = used; i < array.ndim() && !seen; i++)
            all.add(new Index.Range(Slice.ALL));
        return all;
    }

    private static Axis item(Chunks chunks, int axis, long index) {
        long length = chunks.length(axis);
        if (index < -length || index >= length)
            throw new ArrayError("Index " + index + " is out of bounds for axis " + axis + " with size " + length,
                    ArrayError.Kind.INDEX);
        long at = index < 0 ? index + length : index;
        int block = chunks.find(axis, at);
        long local = at - chunks.start(axis, block);
        return new Axis(List.of(new Part(block, Slice.of(local, local + 1), 1)), true);
    }

    private static Axis range(Chunks chunks, int axis, Slice slice) {
        Slice.Range range = slice.over(chunks.length(axis));
        List<Part> parts = new ArrayList<>();
        long step = range.step();
        for (long done = 0; done < range.length();) {
            long at = range.start() + done * step;
            int block = chunks.find(axis, at);
            long begin = chunks.start(axis, block);
            long left = step > 0 ? chunks.start(axis, block + 1) - 1 - at : at - begin;
            long count = Math.min(range.length() - done, left / Math.abs(step) + 1);
            long local = at - begin;
            long last = local + (count - 1) * step;
            parts.add(
                    new Part(block, new Slice(local, step > 0 ? (Long) (last + 1) : last == 0 ? null : last - 1, step),
                            count));
            done += count;
        }
        if (parts.isEmpty())
            parts.add(new Part(0, Slice.of(0, 0), 0));
        return new Axis(parts, false);
    }

    private static ChunkedArray built(ChunkedArray array, List<Axis> axes, List<Boolean> fresh, boolean whole) {
        if (whole)
            return array;
        List<Axis> kept = axes.stream().filter(axis -> !axis.dropped).toList();
        long[][] lengths = new long[fresh.size()][];
        int next = 0;
        for (int axis = 0; axis < lengths.length; axis++) {
            lengths[axis] = fresh.get(axis)
                    ? new long[]{1}
                    : kept.get(next++).parts.stream().mapToLong(Part::length).toArray();
        }
        Chunks chunks = Chunks.of(lengths);
        Layer layer = new Layer("getitem", List.of(array.layer()),
                (graph, self) -> add(graph, self, chunks, array, axes, fresh));
        return new ChunkedArray(layer, chunks, array.dtype());
    }

    private static void add(TaskGraphBuilder graph, Layer layer, Chunks chunks, ChunkedArray array, List<Axis> axes,
            List<Boolean> fresh) {
        Layer.each(chunks.counts(), block -> {
            int[] kept = new int[block.length];
            int n = 0;
            for (int axis = 0; axis < block.length; axis++)
                if (!fresh.get(axis))
                    kept[n++] = block[axis];
            Part[] parts = new Part[axes.size()];
            int used = 0;
            for (int axis = 0; axis < parts.length; axis++)
                parts[axis] = axes.get(axis).parts.get(axes.get(axis).dropped ? 0 : kept[used++]);
            graph.add(layer.key(block), BlockOperation.of("getitem", (arguments, memory) -> view(
                    BlockOperation.array(arguments, 0), parts, axes, fresh)),
                    array.key(Arrays.stream(parts).mapToInt(Part::block).toArray()));
        });
    }

    private static NDArray view(NDArray block, Part[] parts, List<Axis> axes, List<Boolean> fresh) {
        NDArray view = block.slice(Arrays.stream(parts).map(Part::slice).toArray(Slice[]::new));
        for (int axis = parts.length - 1; axis >= 0; axis--)
            if (axes.get(axis).dropped)
                view = view.view(view.layout().at(axis, 0));
        for (int axis = 0; axis < fresh.size(); axis++)
            if (fresh.get(axis))
                view = view.newAxis(axis);
        return view;
    }
}
