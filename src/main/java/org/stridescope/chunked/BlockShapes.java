package org.stridescope.chunked;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.stridescope.array.ArrayError;
import org.stridescope.array.DType;
import org.stridescope.array.Index;
import org.stridescope.array.Layout;
import org.stridescope.array.Shapes;
import org.stridescope.array.Slice;
import org.stridescope.graph.Key;
import org.stridescope.ufunc.Promotion;

/** Axes turned, arrays put side by side or on top of each other: blocks keep their items and get other places. */
public final class BlockShapes {
    private BlockShapes() {}

    public static ChunkedArray transpose(ChunkedArray array, int... axes) {
        Chunks chunks = array.chunks();
        int[] from = Arrays.stream(axes).map(axis -> Layout.normalizeAxis(axis, array.ndim())).toArray();
        if (from.length != array.ndim() || Arrays.stream(from).distinct().count() != from.length)
            throw new ArrayError("axes don't match array");
        long[][] lengths = Arrays.stream(from).mapToObj(chunks::axis).toArray(long[][]::new);
        Chunks turned = Chunks.of(lengths);
        BlockOperation turn = BlockOperation.of("transpose",
                (arguments, memory) -> BlockOperation.array(arguments, 0).transpose(from));
        Layer layer = new Layer("transpose", List.of(array.layer()),
                (graph, self) -> Layer.each(turned.counts(), block -> {
                    int[] source = new int[block.length];
                    for (int axis = 0; axis < block.length; axis++)
                        source[from[axis]] = block[axis];
                    graph.add(self.key(block), turn, array.key(source));
                }));
        return new ChunkedArray(layer, turned, array.dtype());
    }

    /** All axes reversed. */
    public static ChunkedArray transpose(ChunkedArray array) {
        int[] axes = new int[array.ndim()];
        Arrays.setAll(axes, axis -> axes.length - 1 - axis);
        return transpose(array, axes);
    }

    /** Along an axis that exists; chunks of the other axes are made alike. */
    public static ChunkedArray concatenate(List<ChunkedArray> arrays, int axis) {
        if (arrays.isEmpty())
            throw new ArrayError("Need array(s) to concatenate");
        ChunkedArray first = arrays.getFirst();
        int along = Layout.normalizeAxis(axis, first.ndim());
        for (ChunkedArray array : arrays)
            if (!aligned(first, array, along))
                throw new ArrayError("Shapes do not align: " + arrays.stream().map(a -> Shapes.text(a.shape()))
                        .collect(Collectors.joining(", ", "[", "]")));
        DType dtype = common(arrays);
        List<ChunkedArray> alike = new ArrayList<>();
        long[] lengths = {};
        for (ChunkedArray array : arrays) {
            long[] own = array.chunks().axis(along);
            alike.add(BlockArithmetic.cast(Rechunk.of(array, first.chunks().with(along, own)), dtype));
            int before = lengths.length;
            lengths = Arrays.copyOf(lengths, before + own.length);
            System.arraycopy(own, 0, lengths, before, own.length);
        }
        return joined("concatenate", alike, along, first.chunks().with(along, lengths), dtype);
    }

    private static boolean aligned(ChunkedArray first, ChunkedArray array, int along) {
        boolean same = array.ndim() == first.ndim();
        for (int axis = 0; same && axis < first.ndim(); axis++)
            same = axis == along || array.chunks().length(axis) == first.chunks().length(axis);
        return same;
    }

    private static DType common(List<ChunkedArray> arrays) {
        return arrays.stream().map(ChunkedArray::dtype).reduce(Promotion::promote).orElseThrow();
    }

    /** Each block is one of the arrays' blocks under another key. */
    private static ChunkedArray joined(String kind, List<ChunkedArray> arrays, int along, Chunks chunks, DType dtype) {
        BlockOperation same = BlockOperation.of(kind, (arguments, memory) -> BlockOperation.array(arguments, 0));
        Layer layer = new Layer(kind, arrays.stream().map(ChunkedArray::layer).toList(),
                (graph, self) -> Layer.each(chunks.counts(), block -> {
                    int array = 0;
                    int at = block[along];
                    while (at >= arrays.get(array).chunks().count(along))
                        at -= arrays.get(array++).chunks().count(along);
                    int[] own = block.clone();
                    own[along] = at;
                    graph.add(self.key(block), same, arrays.get(array).key(own));
                }));
        return new ChunkedArray(layer, chunks, dtype);
    }

    /** Along a new axis, on which every array is a chunk. */
    public static ChunkedArray stack(List<ChunkedArray> arrays, int axis) {
        if (arrays.isEmpty())
            throw new ArrayError("Need array(s) to stack");
        ChunkedArray first = arrays.getFirst();
        for (int i = 1; i < arrays.size(); i++) {
            if (!Arrays.equals(first.shape(), arrays.get(i).shape()))
                throw new ArrayError("Stacked arrays must have the same shape. The first array had shape "
                        + Shapes.text(first.shape()) + ", while array " + (i + 1) + " has shape "
                        + Shapes.text(arrays.get(i).shape()) + ".");
        }
        int at = Layout.normalizeAxis(axis, first.ndim() + 1);
        DType dtype = common(arrays);
        List<ChunkedArray> alike = arrays.stream()
                .map(array -> BlockArithmetic.cast(Rechunk.of(array, first.chunks()), dtype)).toList();
        long[][] lengths = new long[first.ndim() + 1][];
        for (int i = 0; i < lengths.length; i++)
            lengths[i] = i == at ? Chunks.regular(arrays.size(), 1) : first.chunks().axis(i < at ? i : i - 1);
        Chunks chunks = Chunks.of(lengths);
        BlockOperation widen = BlockOperation.of("stack",
                (arguments, memory) -> BlockOperation.array(arguments, 0).newAxis(at));
        Layer layer = new Layer("stack", alike.stream().map(ChunkedArray::layer).toList(),
                (graph, self) -> Layer.each(chunks.counts(), block -> {
                    int[] own = new int[first.ndim()];
                    for (int i = 0; i < own.length; i++)
                        own[i] = block[i < at ? i : i + 1];
                    Key key = alike.get(block[at]).key(own);
                    graph.add(self.key(block), widen, key);
                }));
        return new ChunkedArray(layer, chunks, dtype);
    }

    /** A new axis of length 1 in front of this one. */
    public static ChunkedArray newAxis(ChunkedArray array, int axis) {
        List<Index> indices = new ArrayList<>();
        for (int i = 0; i <= array.ndim(); i++) {
            if (i == axis)
                indices.add(new Index.NewAxis());
            if (i < array.ndim())
                indices.add(new Index.Range(Slice.ALL));
        }
        return BlockIndexing.get(array, indices);
    }

    /** Without an axis of length 1. */
    public static ChunkedArray withoutAxis(ChunkedArray array, int axis) {
        List<Index> indices = new ArrayList<>();
        for (int i = 0; i < array.ndim(); i++)
            indices.add(i == axis ? new Index.At(0) : new Index.Range(Slice.ALL));
        return BlockIndexing.get(array, indices);
    }
}
