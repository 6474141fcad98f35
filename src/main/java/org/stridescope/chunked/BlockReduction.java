package org.stridescope.chunked;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.stridescope.array.ArrayError;
import org.stridescope.array.ArrayMemory;
import org.stridescope.array.DType;
import org.stridescope.array.NDArray;
import org.stridescope.ufunc.Reduction;
import org.stridescope.ufunc.Ufunc;
import org.stridescope.ufunc.Ufuncs;

/**
 * Reductions as trees: every block to its partial result, partial results four by four to one, the last to the answer. So a
 * result waits for others only as long as it must, and memory stays small.
 */
public final class BlockReduction {
    /** Partial results joined by one task, as in dask. */
    private static final int JOINED = 4;

    private BlockReduction() {}

    /** sum, prod, amin, amax, any, all; {@code axes} null for all, {@code dtype} null for NumPy's choice. */
    public static ChunkedArray reduce(String kind, Ufunc ufunc, ChunkedArray array, int @Nullable [] axes,
            boolean keepdims, @Nullable DType dtype) {
        int[] over = axes(array, axes);
        if (ufunc.identity() == null && Arrays.stream(over).anyMatch(axis -> array.shape()[axis] == 0))
            throw new ArrayError("zero-size array to reduction operation " + ufunc.name() + " which has no identity");
        DType lane = dtype != null ? dtype : sample(ufunc, array).dtype();
        return tree(kind, array, over, keepdims, new UfuncFold(ufunc, lane, lane, 0, over));
    }

    private static NDArray sample(Ufunc ufunc, ChunkedArray array) {
        ArrayMemory memory = ArrayMemory.collected();
        return Reduction.reduce(ufunc, NDArray.zeros(memory, array.dtype(), 1), null, false, null, null, memory);
    }

    /** The mean; of whole numbers in float64, of floats summed in float64 and given in their own dtype. */
    public static ChunkedArray mean(ChunkedArray array, int @Nullable [] axes, boolean keepdims,
            @Nullable DType dtype) {
        int[] over = axes(array, axes);
        DType own = array.dtype();
        DType answer = dtype != null ? dtype : own.isInteger() || own == DType.BOOL ? DType.FLOAT64 : own;
        DType lane = answer.kind() == DType.Kind.COMPLEX ? answer : DType.FLOAT64;
        return tree("mean_agg", array, over, keepdims,
                new UfuncFold(Ufuncs.ADD, lane, answer, Math.max(1, count(array, over)), over));
    }

    public static ChunkedArray variance(ChunkedArray array, int @Nullable [] axes, boolean keepdims, long ddof) {
        DType own = array.dtype();
        if (own.kind() == DType.Kind.COMPLEX)
            throw new ArrayError("the variance of complex chunked arrays is not supported", ArrayError.Kind.TYPE);
        int[] over = axes(array, axes);
        return tree("var", array, over, keepdims, new MomentFold(own.isFloat() ? own : DType.FLOAT64, ddof, over));
    }

    public static ChunkedArray deviation(ChunkedArray array, int @Nullable [] axes, boolean keepdims, long ddof) {
        return BlockArithmetic.apply("_sqrt", Ufuncs.SQRT,
                new BlockArithmetic.Operand.Blocks(variance(array, axes, keepdims, ddof)));
    }

    private static long count(ChunkedArray array, int... axes) {
        long count = 1;
        for (int axis : axes)
            count *= array.shape()[axis];
        return count;
    }

    private static int[] axes(ChunkedArray array, int @Nullable [] axes) {
        int ndim = array.ndim();
        if (axes == null)
            return java.util.stream.IntStream.range(0, ndim).toArray();
        int[] settled = new int[axes.length];
        for (int i = 0; i < axes.length; i++) {
            if (axes[i] < -ndim || axes[i] >= ndim)
                throw new ArrayError("Axis " + axes[i] + " is out of bounds for array of dimension " + ndim,
                        ArrayError.Kind.AXIS);
            settled[i] = axes[i] < 0 ? axes[i] + ndim : axes[i];
        }
        if (Arrays.stream(settled).distinct().count() != settled.length)
            throw new ArrayError("duplicate value in 'axis'");
        return Arrays.stream(settled).sorted().toArray();
    }

    private static ChunkedArray tree(String kind, ChunkedArray array, int[] axes, boolean keepdims, Fold fold) {
        BlockOperation first = BlockOperation.of(kind.replace("_agg", "_chunk"),
                (arguments, memory) -> fold.partial(BlockOperation.array(arguments, 0), memory));
        Layer layer = new Layer(first.name(), List.of(array.layer()), (graph, self) -> Layer
                .each(array.chunks().counts(), block -> graph.add(self.key(block), first, array.key(block))));
        int[] counts = array.chunks().counts();
        int each = Math.max(2, (int) Math.pow(JOINED, 1.0 / Math.max(1, axes.length)));
        while (Arrays.stream(axes).anyMatch(axis -> Math.ceilDiv(counts[axis], each) > 1)) {
            FoldOperation join = new FoldOperation(kind.replace("_agg", "_combine"), fold, false);
            layer = joining(kind.replace("_agg", "_combine") + "-partial", layer, counts, axes, each, join);
        }
        Layer total = joining(kind + "-aggregate", layer, counts, axes, each, new FoldOperation(kind, fold, true));
        Chunks chunks = array.chunks();
        for (int axis : axes)
            chunks = chunks.with(axis, 1);
        DType dtype = fold instanceof UfuncFold folds ? folds.answer() : ((MomentFold) fold).answer();
        ChunkedArray kept = new ChunkedArray(total, chunks, dtype);
        return keepdims ? kept : dropped(kept, kind, axes);
    }

    /** Groups of {@code each} along the reduced axes become one; {@code counts} says afterwards how many there are. */
    private static Layer joining(String kind, Layer below, int[] counts, int[] axes, int each, BlockOperation join) {
        int[] before = counts.clone();
        for (int axis : axes)
            counts[axis] = Math.ceilDiv(counts[axis], each);
        int[] after = counts.clone();
        return new Layer(kind, List.of(below), (graph, self) -> Layer.each(after, block -> {
            int[] first = block.clone();
            int[] group = new int[block.length];
            Arrays.fill(group, 1);
            for (int axis : axes) {
                first[axis] = block[axis] * each;
                group[axis] = Math.min(each, before[axis] - first[axis]);
            }
            List<Object> keys = new ArrayList<>();
            Layer.each(group, at -> {
                int[] index = first.clone();
                for (int axis = 0; axis < at.length; axis++)
                    index[axis] += at[axis];
                keys.add(below.key(index));
            });
            graph.add(self.key(block), join, keys);
        }));
    }

    private static ChunkedArray dropped(ChunkedArray kept, String kind, int... axes) {
        if (axes.length == 0)
            return kept;
        int[] left = java.util.stream.IntStream.range(0, kept.ndim())
                .filter(axis -> Arrays.stream(axes).noneMatch(a -> a == axis)).toArray();
        Chunks chunks = Chunks.of(Arrays.stream(left).mapToObj(kept.chunks()::axis).toArray(long[][]::new));
        BlockOperation drop = BlockOperation.of("squeeze", (arguments, memory) -> {
            NDArray view = BlockOperation.array(arguments, 0);
            for (int i = axes.length - 1; i >= 0; i--)
                view = view.view(view.layout().at(axes[i], 0));
            return view;
        });
        Layer layer = new Layer(kind + "-aggregate", List.of(kept.layer()),
                (graph, self) -> Layer.each(chunks.counts(), block -> {
                    int[] of = new int[kept.ndim()];
                    for (int i = 0; i < left.length; i++)
                        of[left[i]] = block[i];
                    graph.add(self.key(block), drop, kept.key(of));
                }));
        return new ChunkedArray(layer, chunks, kept.dtype());
    }

    /** Joins a list of partial results; at the end of the tree it also makes the answer of them. */
    static final class FoldOperation extends BlockOperation {
        final Fold fold;
        final boolean last;

        FoldOperation(String name, Fold fold, boolean last) {
            super(name);
            this.fold = fold;
            this.last = last;
        }

        @Override
        Object run(List<@Nullable Object> arguments, ArrayMemory memory) {
            if (!(arguments.getFirst() instanceof List<?> partials))
                throw new IllegalStateException("partial results were expected");
            Object all = fold.joined(partials, memory);
            return last ? fold.finish(all, memory) : all;
        }

        @Override
        boolean swallows() {
            return true;
        }
    }
}
