package org.stridescope.chunked;

import java.io.Serializable;
import java.math.BigInteger;
import java.util.List;

import org.stridescope.array.ArrayError;
import org.stridescope.array.ArrayMemory;
import org.stridescope.array.DType;
import org.stridescope.array.Items;
import org.stridescope.array.Layout;
import org.stridescope.array.NDArray;
import org.stridescope.array.NestedLoop;
import org.stridescope.array.Scatter;
import org.stridescope.graph.TaskGraphBuilder;
import org.stridescope.io.ArraySource;
import org.stridescope.ufunc.random.Draws;
import org.stridescope.ufunc.random.Pcg64;

/** Chunked arrays out of nothing, out of arrays in memory, and out of files. */
public final class BlockCreation {
    private static final int STRIP = 4096;
    /** The golden ratio as a fraction of 2^64, odd. */
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private BlockCreation() {}

    /** One operation a block. */
    @FunctionalInterface
    interface PerBlock {
        BlockOperation operation(int[] block, long[] start, long[] shape);
    }

    static ChunkedArray blocks(String kind, Chunks chunks, DType dtype, PerBlock each) {
        Layer layer = new Layer(kind, List.of(), (graph, self) -> add(graph, self, chunks, each));
        return new ChunkedArray(layer, chunks, dtype);
    }

    private static void add(TaskGraphBuilder graph, Layer layer, Chunks chunks, PerBlock each) {
        Layer.each(chunks.counts(), block -> graph.add(layer.key(block),
                each.operation(block, chunks.blockStart(block), chunks.blockShape(block))));
    }

    /** One value everywhere; {@code kind} is what it is called: ones_like, zeros_like, full_like. */
    public static ChunkedArray full(String kind, Chunks chunks, DType dtype, NDArray value) {
        return blocks(kind, chunks, dtype, (block, start, shape) -> BlockOperation.into(kind, dtype, shape,
                (out, arguments, memory) -> Items.assign(value, out, memory)));
    }

    public static ChunkedArray full(String kind, Chunks chunks, DType dtype, double value) {
        NDArray one = NDArray.zeros(ArrayMemory.collected(), dtype);
        one.setDouble(value);
        return full(kind, chunks, dtype, one);
    }

    /** {@code first}, {@code first + step} and so on. */
    public static ChunkedArray range(String kind, Chunks chunks, DType dtype, double first, double step) {
        return blocks(kind, chunks, dtype, (block, start, shape) -> BlockOperation.into(kind, dtype, shape,
                (out, arguments, memory) -> {
                    for (long i = 0; i < out.shape(0); i++) {
                        if (dtype.isInteger())
                            out.setLong((long) first + (long) step * (start[0] + i), i);
                        else
                            out.setDouble(first + step * (start[0] + i), i);
                    }
                }));
    }

    /** What fills a block of random numbers. */
    @FunctionalInterface
    public interface Filling extends Serializable {
        void fill(Draws draws, NDArray out);
    }

    /**
     * Random numbers: every block has a generator of its own, PCG64 seeded by {@code seed} and the block's number, so that
     * the values do not depend on who computes which block when, and blocks may be computed again.
     */
    public static ChunkedArray random(String kind, Chunks chunks, DType dtype, long seed, Filling filling) {
        return blocks(kind, chunks, dtype, (block, start, shape) -> BlockOperation.into(kind, dtype, shape,
                (out, arguments, memory) -> {
                    Draws draws = new Draws(generator(seed, chunks, block));
                    if (out.isCContiguous()) {
                        filling.fill(draws, out);
                        return;
                    }
                    NDArray aside = NDArray.unfilled(memory, dtype, Layout.cOrder(dtype.itemsize(), shape));
                    filling.fill(draws, aside);
                    Items.copy(aside, out);
                    memory.release(aside.buffer());
                }));
    }

    /**
     * Uniform in [0, 1): the items are numbered from where the block's generator says, and each number is mixed by SplitMix64
     * (Steele, Lea, Flood 2014). No item waits for the one before, so a processor makes several at once.
     */
    public static ChunkedArray random(Chunks chunks, long seed) {
        return blocks("random_sample", chunks, DType.FLOAT64, (block, start, shape) -> BlockOperation.into(
                "random_sample", DType.FLOAT64, shape,
                (out, arguments, memory) -> uniform(generator(seed, chunks, block), out)));
    }

    private static Pcg64 generator(long seed, Chunks chunks, int... block) {
        long number = 0;
        for (int axis = 0; axis < block.length; axis++)
            number = number * chunks.count(axis) + block[axis];
        return new Pcg64(List.of(BigInteger.valueOf(seed).abs(), BigInteger.valueOf(number)));
    }

    private static void uniform(Pcg64 bits, NDArray out) {
        double[] strip = new double[STRIP];
        long[] next = {bits.next()};
        NestedLoop.over(out.shape(), (at, step, count) -> {
            for (long i = 0; i < count; i += STRIP) {
                int n = (int) Math.min(STRIP, count - i);
                mixed(next[0], strip, n);
                next[0] += n * GOLDEN;
                Scatter.doubles(strip, out.buffer(), DType.FLOAT64, at[0] + i * step[0], step[0], n);
            }
        }, out.layout());
    }

    private static void mixed(long first, double[] to, int n) {
        for (int i = 0; i < n; i++) {
            long bits = first + i * GOLDEN;
            bits = (bits ^ bits >>> 30) * 0xbf58476d1ce4e5b9L;
            bits = (bits ^ bits >>> 27) * 0x94d049bb133111ebL;
            to[i] = ((bits ^ bits >>> 31) >>> 11) * 0x1p-53;
        }
    }

    /** Blocks of an array in memory, or mapped: views, nothing is copied. */
    public static ChunkedArray of(NDArray array, Chunks chunks) {
        if (!java.util.Arrays.equals(array.shape(), chunks.shape()))
            throw new ArrayError("Chunks do not add up to shape. Got chunks=" + chunks + ", shape="
                    + org.stridescope.array.Shapes.text(array.shape()));
        return blocks("array", chunks, array.dtype(), (block, start, shape) -> {
            NDArray view = array.view(Layout.of(shape, array.layout().strides(), array.layout().offset(start)))
                    .readOnly();
            return BlockOperation.of("array", (arguments, memory) -> view);
        });
    }

    /** Blocks of a file, read when they are needed, straight to where they are needed. */
    public static ChunkedArray of(ArraySource source, Chunks chunks) {
        return blocks("array", chunks, source.dtype(), (block, start, shape) -> BlockOperation.into("load",
                source.dtype(), shape, (out, arguments, memory) -> source.read(out, start)));
    }
}
