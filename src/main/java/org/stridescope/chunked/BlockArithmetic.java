package org.stridescope.chunked;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import org.stridescope.array.ArrayMemory;
import org.stridescope.array.Broadcast;
import org.stridescope.array.DType;
import org.stridescope.array.Items;
import org.stridescope.array.NDArray;
import org.stridescope.graph.TaskGraphBuilder;
import org.stridescope.ufunc.Casting;
import org.stridescope.ufunc.Elementwise;
import org.stridescope.ufunc.Ufunc;

/** Operations item by item: operands are cut alike first, then block meets block. */
public final class BlockArithmetic {
    private BlockArithmetic() {}

    /** An operand: a chunked array, or a plain value without axes. */
    public sealed interface Operand {
        record Blocks(ChunkedArray array) implements Operand {}

        record Value(NDArray scalar) implements Operand {}
    }

    /** A ufunc over operands that are broadcast; {@code kind} is what dask calls it. */
    public static ChunkedArray apply(String kind, Ufunc ufunc, Operand... operands) {
        ArrayMemory sample = ArrayMemory.collected();
        NDArray[] samples = Arrays.stream(operands).map(operand -> sample(operand, sample)).toArray(NDArray[]::new);
        DType dtype = Elementwise.apply(ufunc, sample, samples).dtype();
        return blockwise(kind, dtype, operands, (out, blocks, memory) -> Elementwise.apply(ufunc, memory, out, null,
                blocks));
    }

    /** One item of the operand's kind: the dtype of a result depends on no more than that. */
    private static NDArray sample(Operand operand, ArrayMemory memory) {
        if (operand instanceof Operand.Value value)
            return value.scalar;
        ChunkedArray array = ((Operand.Blocks) operand).array;
        long[] shape = new long[array.ndim()];
        Arrays.fill(shape, 1);
        NDArray one = NDArray.zeros(memory, array.dtype(), shape);
        one.setDouble(1, new long[shape.length]);
        return one;
    }

    /** The items in another dtype. */
    public static ChunkedArray cast(ChunkedArray array, DType dtype) {
        return array.dtype() == dtype
                ? array
                : blockwise("astype", dtype, new Operand[]{new Operand.Blocks(array)}, (out, blocks, memory) -> {
                    if (out == null)
                        return Casting.to(blocks[0], dtype, memory);
                    Items.assign(blocks[0], out, memory);
                    return out;
                });
    }

    /** A block from blocks of the operands; {@code out} is null where the result is new. */
    @FunctionalInterface
    interface BlockBody extends Serializable {
        NDArray run(@Nullable NDArray out, NDArray[] blocks, ArrayMemory memory);
    }

    static ChunkedArray blockwise(String kind, DType dtype, Operand[] operands, BlockBody body) {
        List<ChunkedArray> arrays = new ArrayList<>();
        for (Operand operand : operands)
            if (operand instanceof Operand.Blocks blocks)
                arrays.add(blocks.array);
        long[] shape = Broadcast.shape(arrays.stream().map(ChunkedArray::shape).toArray(long[][]::new));
        Chunks chunks = common(arrays, shape);
        List<@Nullable ChunkedArray> aligned = new ArrayList<>();
        List<@Nullable NDArray> values = new ArrayList<>();
        for (Operand operand : operands) {
            aligned.add(operand instanceof Operand.Blocks blocks ? aligned(blocks.array, chunks) : null);
            values.add(operand instanceof Operand.Value value ? value.scalar : null);
        }
        BlockOperation operation = new Elementwisely(kind, dtype, values, body);
        List<Layer> inputs = aligned.stream().filter(array -> array != null).map(ChunkedArray::layer).toList();
        Layer layer = new Layer(kind, inputs, (graph, self) -> add(graph, self, chunks, aligned, operation));
        return new ChunkedArray(layer, chunks, dtype);
    }

    private static void add(TaskGraphBuilder graph, Layer layer, Chunks chunks,
            List<@Nullable ChunkedArray> operands, BlockOperation operation) {
        Layer.each(chunks.counts(), block -> {
            List<Object> arguments = new ArrayList<>();
            for (ChunkedArray operand : operands)
                if (operand != null)
                    arguments.add(operand.key(below(operand, block)));
            graph.add(layer.key(block), operation, arguments.toArray());
        });
    }

    /** The operand's block under this one: missing axes in front, and axes of length 1 are repeated. */
    private static int[] below(ChunkedArray operand, int... block) {
        int lead = block.length - operand.ndim();
        int[] at = new int[operand.ndim()];
        for (int axis = 0; axis < at.length; axis++)
            at[axis] = operand.chunks().count(axis) == 1 ? 0 : block[lead + axis];
        return at;
    }

    /** Cut wherever one of the arrays is cut. */
    private static Chunks common(List<ChunkedArray> arrays, long... shape) {
        long[][] lengths = new long[shape.length][];
        for (int axis = 0; axis < shape.length; axis++) {
            TreeSet<Long> cuts = new TreeSet<>();
            for (ChunkedArray array : arrays) {
                int own = axis - (shape.length - array.ndim());
                if (own < 0 || array.chunks().length(own) != shape[axis])
                    continue;
                for (int i = 1; i <= array.chunks().count(own); i++)
                    cuts.add(array.chunks().start(own, i));
            }
            lengths[axis] = between(cuts);
        }
        return Chunks.of(lengths);
    }

    private static long[] between(TreeSet<Long> cuts) {
        long[] lengths = new long[cuts.size()];
        long before = 0;
        int n = 0;
        for (long cut : cuts) {
            lengths[n++] = cut - before;
            before = cut;
        }
        return lengths;
    }

    private static ChunkedArray aligned(ChunkedArray array, Chunks to) {
        Chunks chunks = array.chunks();
        int lead = to.ndim() - array.ndim();
        for (int axis = 0; axis < array.ndim(); axis++)
            if (chunks.length(axis) == to.length(lead + axis))
                chunks = chunks.with(axis, to.axis(lead + axis));
        return Rechunk.of(array, chunks);
    }

    private static final class Elementwisely extends BlockOperation {
        private final DType dtype;
        private final List<@Nullable NDArray> values;
        private final BlockBody body;

        Elementwisely(String name, DType dtype, List<@Nullable NDArray> values, BlockBody body) {
            super(name);
            this.dtype = dtype;
            this.values = values;
            this.body = body;
        }

        @Override
        Object run(List<@Nullable Object> arguments, ArrayMemory memory) {
            return body.run(null, blocks(arguments), memory);
        }

        @Override
        void runInto(NDArray out, List<@Nullable Object> arguments, ArrayMemory memory) {
            if (out.dtype() == dtype)
                body.run(out, blocks(arguments), memory);
            else
                super.runInto(out, arguments, memory);
        }

        private NDArray[] blocks(List<@Nullable Object> arguments) {
            NDArray[] blocks = new NDArray[values.size()];
            int next = 0;
            for (int i = 0; i < blocks.length; i++) {
                NDArray value = values.get(i);
                blocks[i] = value != null ? value : array(arguments, next++);
            }
            return blocks;
        }

        @Override
        boolean swallows() {
            return true;
        }
    }
}
