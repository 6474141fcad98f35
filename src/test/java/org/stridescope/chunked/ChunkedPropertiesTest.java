package org.stridescope.chunked;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

import org.stridescope.array.ArrayMemory;
import org.stridescope.array.DType;
import org.stridescope.array.Index;
import org.stridescope.array.Indexing;
import org.stridescope.array.Layout;
import org.stridescope.array.NDArray;
import org.stridescope.array.Slice;
import org.stridescope.chunked.BlockArithmetic.Operand;
import org.stridescope.einsum.MatMul;
import org.stridescope.ufunc.Elementwise;
import org.stridescope.ufunc.Joining;
import org.stridescope.ufunc.Reduction;
import org.stridescope.ufunc.Statistics;
import org.stridescope.ufunc.Ufunc;
import org.stridescope.ufunc.Ufuncs;

/** Every operation on arrays of random shapes, dtypes and chunks, against the same operation on the whole array. */
class ChunkedPropertiesTest {
    private static final DType[] DTYPES = {DType.FLOAT64, DType.FLOAT32, DType.INT64, DType.INT16, DType.UINT8,
            DType.BOOL};
    private static final double CLOSE = 1e-5;

    private final ArrayMemory memory = ArrayMemory.collected();
    private Random random = new Random(0);

    private static Random seeded(RepetitionInfo info) {
        return new Random(1000L + info.getCurrentRepetition());
    }

    private long[] shape(int ndim) {
        return random.longs(ndim, 1, 9).toArray();
    }

    private NDArray values(DType dtype, long... shape) {
        NDArray array = random.nextBoolean()
                ? NDArray.zeros(memory, dtype, shape)
                : NDArray.zerosF(memory, dtype, shape);
        NDArray flat = NDArray.zeros(memory, dtype, array.size());
        for (long i = 0; i < flat.size(); i++)
            flat.setDouble(dtype == DType.BOOL ? random.nextInt(2) : random.nextInt(-20, 20), i);
        org.stridescope.array.Items.copy(flat.reshape(memory, shape), array);
        return array;
    }

    private Chunks cut(long... shape) {
        long[][] lengths = new long[shape.length][];
        for (int axis = 0; axis < shape.length; axis++) {
            List<Long> pieces = new ArrayList<>();
            for (long left = shape[axis]; left > 0;) {
                long piece = 1 + random.nextLong(left);
                pieces.add(piece);
                left -= piece;
            }
            lengths[axis] = pieces.stream().mapToLong(Long::longValue).toArray();
        }
        return Chunks.of(lengths);
    }

    private ChunkedArray chunked(NDArray array) {
        return BlockCreation.of(array, cut(array.shape()));
    }

    private DType dtype() {
        return DTYPES[random.nextInt(DTYPES.length)];
    }

    @RepeatedTest(40)
    void arithmetic(RepetitionInfo info) {
        random = seeded(info);
        NDArray a = values(dtype(), shape(1 + random.nextInt(3)));
        long[] other = a.shape();
        for (int axis = 0; axis < other.length; axis++)
            other[axis] = random.nextInt(3) == 0 ? 1 : other[axis];
        NDArray b = values(dtype(), Arrays.copyOfRange(other, random.nextInt(other.length), other.length));
        for (Ufunc ufunc : List.of(Ufuncs.ADD, Ufuncs.MULTIPLY, Ufuncs.MAXIMUM, Ufuncs.get("less"))) {
            ChunkedArray found = BlockArithmetic.apply(ufunc.name(), ufunc, new Operand.Blocks(chunked(a)),
                    new Operand.Blocks(chunked(b)));
            NDArray expected = Elementwise.apply(ufunc, memory, a, b);
            assertThatDtypeHolds(found, expected);
            Computed.assertSame(Computed.of(found), expected, CLOSE, ufunc.name() + " " + a + " " + b);
        }
        NDArray two = NDArray.zeros(memory, DType.FLOAT64);
        two.setDouble(0.5);
        ChunkedArray chain = BlockArithmetic.apply("mul", Ufuncs.MULTIPLY, new Operand.Blocks(
                BlockArithmetic.apply("sqrt", Ufuncs.SQRT, new Operand.Blocks(
                        BlockArithmetic.apply("abs", Ufuncs.ABSOLUTE, new Operand.Blocks(chunked(a)))))),
                new Operand.Value(two));
        NDArray expected = Elementwise.apply(Ufuncs.MULTIPLY, memory, Elementwise.apply(Ufuncs.SQRT, memory,
                Elementwise.apply(Ufuncs.ABSOLUTE, memory, a)), two);
        Computed.assertSame(Computed.of(chain), expected, 1e-3, "chain");
    }

    private static void assertThatDtypeHolds(ChunkedArray found, NDArray expected) {
        org.assertj.core.api.Assertions.assertThat(found.dtype()).isEqualTo(expected.dtype());
    }

    @RepeatedTest(40)
    void reductions(RepetitionInfo info) {
        random = seeded(info);
        NDArray a = values(dtype(), shape(1 + random.nextInt(3)));
        int[] axes = random.nextInt(3) == 0
                ? null
                : random.ints(0, a.ndim()).limit(20).distinct().limit(1 + random.nextInt(a.ndim())).toArray();
        boolean keep = random.nextBoolean();
        ChunkedArray chunks = chunked(a);
        for (Ufunc ufunc : List.of(Ufuncs.ADD, Ufuncs.get("maximum"), Ufuncs.get("minimum"), Ufuncs.LOGICAL_OR,
                Ufuncs.LOGICAL_AND)) {
            Computed.assertSame(Computed.of(BlockReduction.reduce(ufunc.name(), ufunc, chunks, axes, keep, null)),
                    Reduction.reduce(ufunc, a, axes, keep, null, null, memory), CLOSE,
                    ufunc.name() + " of " + a + " over " + Arrays.toString(axes) + " in " + chunks.chunks());
        }
        Computed.assertSame(Computed.of(BlockReduction.mean(chunks, axes, keep, null)),
                Statistics.mean(a, axes, keep, null, memory), CLOSE, "mean");
        Computed.assertSame(Computed.of(BlockReduction.variance(chunks, axes, keep, 0)),
                Statistics.variance(a, axes, keep, null, 0, memory), 1e-4, "variance");
        Computed.assertSame(Computed.of(BlockReduction.deviation(chunks, axes, keep, 0)),
                Statistics.deviation(a, axes, keep, null, 0, memory), 1e-3, "deviation");
    }

    @RepeatedTest(60)
    void indexing(RepetitionInfo info) {
        random = seeded(info);
        NDArray a = values(DType.INT64, shape(1 + random.nextInt(3)));
        List<Index> indices = new ArrayList<>();
        for (int axis = 0; axis < a.ndim(); axis++) {
            long n = a.shape(axis);
            switch (random.nextInt(6)) {
                case 0 -> indices.add(new Index.At(random.nextLong(-n, n)));
                case 1 -> indices.add(new Index.Range(Slice.ALL));
                case 2 -> {
                    indices.add(new Index.NewAxis());
                    indices.add(new Index.Range(bounded(n)));
                }
                default -> indices.add(new Index.Range(bounded(n)));
            }
        }
        if (random.nextInt(4) == 0)
            indices.set(indices.size() - 1, new Index.Ellipsis());
        ChunkedArray found = BlockIndexing.get(chunked(a), indices);
        Computed.assertSame(Computed.of(found), Indexing.get(a, indices, memory), 0, indices.toString());
    }

    private Slice bounded(long n) {
        Long start = random.nextBoolean() ? null : (Long) random.nextLong(-n - 2, n + 2);
        Long stop = random.nextBoolean() ? null : (Long) random.nextLong(-n - 2, n + 2);
        long step = random.nextLong(-3, 4);
        return new Slice(start, stop, step == 0 ? null : (Long) step);
    }

    @RepeatedTest(40)
    void rechunkReshapeAndTranspose(RepetitionInfo info) {
        random = seeded(info);
        NDArray a = values(dtype(), shape(1 + random.nextInt(3)));
        ChunkedArray chunks = chunked(a);
        Chunks to = cut(a.shape());
        ChunkedArray recut = Rechunk.of(chunks, to);
        org.assertj.core.api.Assertions.assertThat(recut.chunks()).isEqualTo(to);
        Computed.assertSame(Computed.of(recut), a, 0, chunks.chunks() + " to " + to);
        Computed.assertSame(Computed.of(BlockShapes.transpose(recut)), a.transpose(), 0, "transpose");
        long[] shape = {-1};
        if (random.nextBoolean()) {
            List<Long> factors = new ArrayList<>();
            long left = a.size();
            for (long f = 2; f <= left; f++)
                for (; left % f == 0; left /= f)
                    factors.add(f);
            java.util.Collections.shuffle(factors, random);
            shape = new long[1 + random.nextInt(3)];
            Arrays.fill(shape, 1);
            for (long f : factors)
                shape[random.nextInt(shape.length)] *= f;
        }
        Computed.assertSame(Computed.of(BlockReshape.of(chunks, shape)), a.reshape(memory, shape), 0,
                a + " in " + chunks.chunks() + " to " + Arrays.toString(shape));
    }

    @RepeatedTest(30)
    void joining(RepetitionInfo info) {
        random = seeded(info);
        NDArray a = values(dtype(), shape(1 + random.nextInt(3)));
        int axis = random.nextInt(a.ndim());
        long[] shape = a.shape();
        shape[axis] = 1 + random.nextInt(5);
        NDArray b = values(dtype(), shape);
        Computed.assertSame(Computed.of(BlockShapes.concatenate(List.of(chunked(a), chunked(b), chunked(a)), axis)),
                Joining.concatenate(List.of(a, b, a), axis, null, memory), 0, "concatenate");
        NDArray c = values(dtype(), a.shape());
        int at = random.nextInt(-a.ndim() - 1, a.ndim() + 1);
        Computed.assertSame(Computed.of(BlockShapes.stack(List.of(chunked(a), chunked(c)), at)),
                Joining.stack(List.of(a, c), at, memory), 0, "stack at " + at);
    }

    @RepeatedTest(30)
    void products(RepetitionInfo info) {
        random = seeded(info);
        DType dtype = random.nextBoolean() ? DType.FLOAT64 : DType.INT64;
        long[] shape = shape(3);
        NDArray a = values(dtype, random.nextInt(4) == 0 ? new long[]{shape[1]} : new long[]{shape[0], shape[1]});
        NDArray b = values(DType.FLOAT64,
                random.nextInt(4) == 0 ? new long[]{shape[1]} : new long[]{shape[1], shape[2]});
        ChunkedArray found = BlockProduct.of("_chunk_sum-aggregate", chunked(a), chunked(b));
        Computed.assertSame(Computed.of(found), MatMul.matmul(a, b, DType.FLOAT64, memory), 1e-12, a + " @ " + b);
    }

    /** One long chain of everything, so that views, trees and blocks used twice meet. */
    @RepeatedTest(20)
    void chains(RepetitionInfo info) {
        random = seeded(info);
        NDArray a = values(DType.FLOAT64, 8, 7 + random.nextInt(3));
        ChunkedArray x = chunked(a);
        ChunkedArray mean = BlockReduction.mean(x, new int[]{0}, false, null);
        ChunkedArray away = BlockArithmetic.apply("sub", Ufuncs.SUBTRACT, new Operand.Blocks(x),
                new Operand.Blocks(mean));
        ChunkedArray square = BlockArithmetic.apply("mul", Ufuncs.MULTIPLY, new Operand.Blocks(away),
                new Operand.Blocks(away));
        ChunkedArray product = BlockProduct.of("_chunk_sum-aggregate", BlockShapes.transpose(square), square);
        NDArray far = Elementwise.apply(Ufuncs.SUBTRACT, memory, a, Statistics.mean(a, new int[]{0}, false, null,
                memory));
        NDArray squares = Elementwise.apply(Ufuncs.MULTIPLY, memory, far, far);
        Computed.assertSame(Computed.of(product), MatMul.matmul(squares.transpose(), squares, DType.FLOAT64, memory),
                1e-10, "chain");
        NDArray flat = Computed.of(BlockReshape.of(BlockIndexing.get(square, List.of(new Index.Range(
                new Slice(null, null, -1L)))), -1));
        Computed.assertSame(flat, squares.slice(new Slice(null, null, -1L)).reshape(memory, -1), 1e-10, "flat");
        assertThatDtypeHolds(product, NDArray.over(flat.buffer(), DType.FLOAT64, Layout.cOrder(8)));
    }
}
