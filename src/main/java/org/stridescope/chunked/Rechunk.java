package org.stridescope.chunked;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.stridescope.array.ArrayError;
import org.stridescope.array.ArrayMemory;
import org.stridescope.array.DType;
import org.stridescope.array.Items;
import org.stridescope.array.Layout;
import org.stridescope.array.NDArray;
import org.stridescope.array.Shapes;
import org.stridescope.graph.TaskGraphBuilder;

/** The same items cut otherwise: each new block is put together from parts of the old ones that it meets. */
public final class Rechunk {
    private Rechunk() {}

    /**
     * What recutting takes, without doing it.
     *
     * @param copies parts of old blocks that are copied; blocks that stay, or are parts of one old block, are views
     * @param bytes  of those parts
     */
    public record Plan(Chunks before, Chunks after, long copies, long bytes) {
        /** For people. */
        public String sentence() {
            return before.blocks() + " blocks of " + Shapes.text(before.largest()) + " become " + after.blocks()
                    + " of " + Shapes.text(after.largest()) + ": "
                    + (copies == 0
                            ? "no item is copied."
                            : copies + " parts, " + ChunkAdvice.bytes(bytes) + " in all, are copied.");
        }
    }

    /** ArrayError where the two are not of one shape. */
    public static Plan plan(Chunks before, Chunks to, DType dtype) {
        check(before, to);
        long[] total = new long[2];
        Layer.each(to.counts(), block -> {
            List<Part> parts = parts(before, to, block);
            if (parts.size() > 1) {
                total[0] += parts.size();
                total[1] += Shapes.bytes(dtype.itemsize(), to.blockShape(block));
            }
        });
        return new Plan(before, to, total[0], total[1]);
    }

    /** The array in these chunks; the array itself where it is cut so. */
    public static ChunkedArray of(ChunkedArray array, Chunks to) {
        check(array.chunks(), to);
        if (array.chunks().equals(to))
            return array;
        Layer layer = new Layer("rechunk-merge", List.of(array.layer()), (graph, self) -> add(graph, self, array, to));
        return new ChunkedArray(layer, to, array.dtype());
    }

    private static void check(Chunks before, Chunks to) {
        if (!java.util.Arrays.equals(before.shape(), to.shape()))
            throw new ArrayError("Provided chunks are not consistent with shape " + Shapes.text(before.shape()));
    }

    private static void add(TaskGraphBuilder graph, Layer layer, ChunkedArray array, Chunks to) {
        Layer.each(to.counts(), block -> {
            List<Part> parts = parts(array.chunks(), to, block);
            List<Object> keys = new ArrayList<>();
            for (Part part : parts)
                keys.add(array.key(part.block));
            if (parts.size() == 1) {
                Part only = parts.getFirst();
                graph.add(layer.key(block), BlockOperation.of("cut", (arguments, memory) -> cut(
                        BlockOperation.array(arguments, 0), only.from, only.shape)), keys.getFirst());
            } else {
                graph.add(layer.key(block), new Join(array.dtype(), to.blockShape(block), parts), keys);
            }
        });
    }

    static NDArray cut(NDArray block, long[] from, long[] shape) {
        return block.view(Layout.of(shape, block.layout().strides(), block.layout().offset(from)));
    }

    /** A part of an old block, from where in it, and its place in the new one. */
    public record Part(int[] block, long[] from, long[] to, long[] shape) implements Serializable {}

    /** What the new block of this index is put together from. */
    public static List<Part> parts(Chunks chunks, Chunks to, int... block) {
        int[] first = new int[block.length];
        int[] count = new int[block.length];
        for (int axis = 0; axis < block.length; axis++) {
            long start = to.start(axis, block[axis]);
            long end = to.start(axis, block[axis] + 1);
            first[axis] = chunks.find(axis, start);
            count[axis] = Math.max(1, chunks.find(axis, Math.max(start, end - 1)) - first[axis] + 1);
        }
        List<Part> parts = new ArrayList<>();
        Layer.each(count, at -> {
            int[] old = new int[at.length];
            long[] from = new long[at.length];
            long[] into = new long[at.length];
            long[] shape = new long[at.length];
            for (int axis = 0; axis < at.length; axis++) {
                old[axis] = first[axis] + at[axis];
                long begin = Math.max(chunks.start(axis, old[axis]), to.start(axis, block[axis]));
                long end = Math.min(chunks.start(axis, old[axis] + 1), to.start(axis, block[axis] + 1));
                from[axis] = begin - chunks.start(axis, old[axis]);
                into[axis] = begin - to.start(axis, block[axis]);
                shape[axis] = Math.max(0, end - begin);
            }
            parts.add(new Part(old, from, into, shape));
        });
        return parts;
    }

    private static final class Join extends BlockOperation {
        private final DType dtype;
        private final long[] shape;
        private final List<Part> parts;

        Join(DType dtype, long[] shape, List<Part> parts) {
            super("merge");
            this.dtype = dtype;
            this.shape = shape;
            this.parts = parts;
        }

        @Override
        Object run(List<@Nullable Object> arguments, ArrayMemory memory) {
            NDArray out = NDArray.unfilled(memory, dtype, Layout.cOrder(dtype.itemsize(), shape));
            runInto(out, arguments, memory);
            return out;
        }

        @Override
        void runInto(NDArray out, List<@Nullable Object> arguments, ArrayMemory memory) {
            if (!(arguments.getFirst() instanceof List<?> blocks))
                throw new IllegalStateException("blocks were expected");
            for (int i = 0; i < parts.size(); i++) {
                Part part = parts.get(i);
                if (!(blocks.get(i) instanceof NDArray block))
                    throw new IllegalStateException("a block was expected");
                Items.assign(cut(block, part.from, part.shape), cut(out, part.to, part.shape), memory);
            }
        }
    }
}
