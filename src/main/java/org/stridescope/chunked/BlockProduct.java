package org.stridescope.chunked;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.stridescope.array.ArrayError;
import org.stridescope.array.ArrayMemory;
import org.stridescope.array.DType;
import org.stridescope.array.Layout;
import org.stridescope.array.NDArray;
import org.stridescope.array.Shapes;
import org.stridescope.ufunc.Elementwise;
import org.stridescope.ufunc.Promotion;
import org.stridescope.ufunc.Ufuncs;

/** {@code a @ b} for vectors and matrices: one task for every pair of blocks that meet, one sum for every block. */
public final class BlockProduct {
    private BlockProduct() {}

    /** {@code kind} is what the result is called: dask has a name for {@code @} and another for dot. */
    public static ChunkedArray of(String kind, ChunkedArray a, ChunkedArray b) {
        if (a.ndim() == 0 || b.ndim() == 0)
            throw new ArrayError("`matmul` does not support scalars.");
        if (a.ndim() > 2 || b.ndim() > 2)
            throw new ArrayError("only vectors and matrices are multiplied in chunks here, not arrays of "
                    + Math.max(a.ndim(), b.ndim()) + " axes");
        ChunkedArray left = a.ndim() == 1 ? BlockShapes.newAxis(a, 0) : a;
        ChunkedArray right = b.ndim() == 1 ? BlockShapes.newAxis(b, 1) : b;
        if (left.shape()[1] != right.shape()[0]) {
            throw new ArrayError("shapes " + Shapes.tight(a.shape()) + " and " + Shapes.tight(b.shape())
                    + " not aligned: " + left.shape()[1] + " != " + right.shape()[0]);
        }
        ChunkedArray result = matrices(kind, left, Rechunk.of(right, right.chunks().with(0, left.chunks().axis(1))));
        if (b.ndim() == 1)
            result = BlockShapes.withoutAxis(result, 1);
        return a.ndim() == 1 ? BlockShapes.withoutAxis(result, 0) : result;
    }

    private static ChunkedArray matrices(String kind, ChunkedArray a, ChunkedArray b) {
        DType dtype = Promotion.promote(a.dtype(), b.dtype());
        Chunks chunks = Chunks.of(a.chunks().axis(0), b.chunks().axis(1));
        int inner = a.chunks().count(1);
        Layer products = new Layer("matmul", List.of(a.layer(), b.layer()), (graph, self) -> {
            Product product = new Product(dtype);
            Layer.each(new int[]{chunks.count(0), chunks.count(1), inner}, at -> graph.add(
                    self.key(at[0], at[1], at[2]), product, a.key(at[0], at[2]), b.key(at[2], at[1])));
        });
        Layer sums = new Layer(kind, List.of(products), (graph, self) -> {
            Sum sum = new Sum();
            Layer.each(chunks.counts(), block -> {
                List<Object> keys = new ArrayList<>();
                for (int k = 0; k < inner; k++)
                    keys.add(products.key(block[0], block[1], k));
                graph.add(self.key(block), sum, keys);
            });
        });
        return new ChunkedArray(sums, chunks, dtype);
    }

    /** One pair of blocks. Added to what is there, where the sum swallows it. */
    static final class Product extends BlockOperation implements Accumulating.Term {
        private final DType dtype;

        Product(DType dtype) {
            super("matmul");
            this.dtype = dtype;
        }

        @Override
        Object run(List<@Nullable Object> arguments, ArrayMemory memory) {
            NDArray product = blank(arguments, memory);
            BlockBlas.add(array(arguments, 0), array(arguments, 1), product, false, memory);
            return product;
        }

        /** Room for the sum of such products, not filled. */
        NDArray blank(List<@Nullable Object> arguments, ArrayMemory memory) {
            return NDArray.unfilled(memory, dtype, Layout.cOrder(dtype.itemsize(), array(arguments, 0).shape(0),
                    array(arguments, 1).shape(1)));
        }

        @Override
        public void addTo(NDArray sum, List<@Nullable Object> arguments, boolean more, ArrayMemory memory) {
            BlockBlas.add(array(arguments, 0), array(arguments, 1), sum, more, memory);
        }
    }

    private static final class Sum extends BlockOperation implements Accumulating {
        Sum() {
            super("sum");
        }

        @Override
        Object run(List<@Nullable Object> arguments, ArrayMemory memory) {
            if (!(arguments.getFirst() instanceof List<?> terms))
                throw new IllegalStateException("products were expected");
            NDArray first = (NDArray) java.util.Objects.requireNonNull(terms.getFirst());
            if (terms.size() == 1)
                return first;
            NDArray sum = NDArray.unfilled(memory, first.dtype(), Layout.cOrder(first.itemsize(), first.shape()));
            org.stridescope.array.Items.copy(first, sum);
            for (Object term : terms.subList(1, terms.size()))
                Elementwise.apply(Ufuncs.ADD, memory, sum, sum.dtype(), sum,
                        (NDArray) java.util.Objects.requireNonNull(term));
            return sum;
        }

        @Override
        boolean swallows() {
            return true;
        }
    }
}
