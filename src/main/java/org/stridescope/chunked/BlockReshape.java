package org.stridescope.chunked;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.stridescope.array.ArrayError;
import org.stridescope.array.ArrayMemory;
import org.stridescope.array.DType;
import org.stridescope.array.Items;
import org.stridescope.array.Layout;
import org.stridescope.array.NDArray;
import org.stridescope.array.Reshape;

/**
 * The same items in C order under another shape. The array is cut into slabs, runs of its first long axis with all others
 * whole, whose items are a run of the flat array; so every new slab is put together from runs. Any shape will do, where dask
 * knows those only that merge or split axes evenly.
 */
public final class BlockReshape {
    private BlockReshape() {}

    public static ChunkedArray of(ChunkedArray array, long... shape) {
        long[] to = settled(array, shape);
        if (Arrays.equals(to, array.shape()))
            return array;
        int axis = longAxis(array.shape());
        long[][] lengths = Chunks.whole(array.shape()).lengths().clone();
        if (array.ndim() > 0)
            lengths[axis] = array.chunks().axis(axis);
        ChunkedArray slabs = Rechunk.of(array, Chunks.of(lengths));
        Chunks chunks = cut(slabs, axis, to);
        int toAxis = longAxis(to);
        long rowFrom = run(array.shape(), axis);
        long rowTo = run(to, toAxis);
        Layer layer = new Layer("reshape", List.of(slabs.layer()), (graph, self) -> {
            for (int i = 0; i < chunks.blocks(); i++) {
                long begin = to.length == 0 ? 0 : chunks.start(toAxis, i) * rowTo;
                long end = to.length == 0 ? 1 : chunks.start(toAxis, i + 1) * rowTo;
                int first = array.ndim() == 0 ? 0 : slabs.chunks().find(axis, begin / rowFrom);
                List<Object> keys = new ArrayList<>();
                List<Long> starts = new ArrayList<>();
                for (int slab = first; slab < slabs.chunks().blocks(); slab++) {
                    long start = array.ndim() == 0 ? 0 : slabs.chunks().start(axis, slab) * rowFrom;
                    if (start >= end && slab > first)
                        break;
                    keys.add(slabs.key(at(array.ndim(), axis, slab)));
                    starts.add(start);
                }
                int[] block = at(to.length, toAxis, i);
                graph.add(self.key(block), new Gather(array.dtype(), chunks.blockShape(block), begin, starts), keys);
            }
        });
        return new ChunkedArray(layer, chunks, array.dtype());
    }

    private static long[] settled(ChunkedArray array, long... shape) {
        try {
            return Reshape.settle(array.size(), shape);
        } catch (ArrayError e) {
            throw new ArrayError("total size of new array must be unchanged");
        }
    }

    /** The first axis longer than 1: those before it do not matter. */
    private static int longAxis(long... shape) {
        for (int axis = 0; axis < shape.length; axis++)
            if (shape[axis] != 1)
                return axis;
        return 0;
    }

    /** Items of one step along this axis, never 0. */
    private static long run(long[] shape, int axis) {
        long run = 1;
        for (int i = axis + 1; i < shape.length; i++)
            run *= shape[i];
        return Math.max(1, run);
    }

    private static int[] at(int ndim, int axis, int block) {
        int[] at = new int[ndim];
        if (ndim > 0)
            at[axis] = block;
        return at;
    }

    /** New slabs end where an old one does, or at the next whole row of the new shape. */
    private static Chunks cut(ChunkedArray slabs, int axis, long... to) {
        if (to.length == 0 || slabs.ndim() == 0)
            return Chunks.whole(to);
        int toAxis = longAxis(to);
        long rowFrom = run(slabs.shape(), axis);
        long rowTo = run(to, toAxis);
        List<Long> lengths = new ArrayList<>();
        long before = 0;
        for (int slab = 1; slab <= slabs.chunks().count(axis); slab++) {
            long end = Math.min(to[toAxis], Math.ceilDiv(slabs.chunks().start(axis, slab) * rowFrom, rowTo));
            if (end > before)
                lengths.add(end - before);
            before = Math.max(before, end);
        }
        return Chunks.whole(to).with(toAxis, lengths.isEmpty()
                ? new long[]{to[toAxis]}
                : lengths.stream().mapToLong(Long::longValue).toArray());
    }

    /** One new slab out of runs of the old ones; a view where there is only one and it holds no more. */
    private static final class Gather extends BlockOperation {
        private final DType dtype;
        private final long[] shape;
        private final long begin;
        private final List<Long> starts;

        Gather(DType dtype, long[] shape, long begin, List<Long> starts) {
            super("reshape");
            this.dtype = dtype;
            this.shape = shape;
            this.begin = begin;
            this.starts = List.copyOf(starts);
        }

        @Override
        Object run(List<@Nullable Object> arguments, ArrayMemory memory) {
            NDArray out = NDArray.unfilled(memory, dtype, Layout.cOrder(dtype.itemsize(), shape));
            runInto(out, arguments, memory);
            return out;
        }

        @Override
        void runInto(NDArray out, List<@Nullable Object> arguments, ArrayMemory memory) {
            if (!(arguments.getFirst() instanceof List<?> slabs))
                throw new IllegalStateException("slabs were expected");
            if (!out.isCContiguous()) {
                NDArray aside = (NDArray) run(arguments, memory);
                Items.copy(aside, out);
                memory.release(aside.buffer());
                return;
            }
            NDArray flat = flat(out, memory);
            for (int i = 0; i < slabs.size(); i++) {
                NDArray slab = flat((NDArray) java.util.Objects.requireNonNull(slabs.get(i)), memory);
                long from = Math.max(begin, starts.get(i));
                long end = Math.min(begin + flat.size(), starts.get(i) + slab.size());
                if (from < end)
                    Items.assign(part(slab, from - starts.get(i), end - from), part(flat, from - begin, end - from),
                            memory);
            }
        }

        private static NDArray flat(NDArray array, ArrayMemory memory) {
            return array.reshape(memory, array.size());
        }

        private static NDArray part(NDArray flat, long from, long count) {
            return Rechunk.cut(flat, new long[]{from}, new long[]{count});
        }
    }
}
