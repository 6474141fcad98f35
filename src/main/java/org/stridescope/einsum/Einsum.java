package org.stridescope.einsum;

import java.util.Arrays;

import org.stridescope.array.ArrayMemory;
import org.stridescope.array.AxisOrder;
import org.stridescope.array.DType;
import org.stridescope.array.Gather;
import org.stridescope.array.Layout;
import org.stridescope.array.NDArray;
import org.stridescope.array.NestedLoop;
import org.stridescope.array.Scatter;

/** {@code np.einsum}: one loop over all labels; labels that are not in the output are summed. */
public final class Einsum {
    private static final int STRIP = 1024;

    private Einsum() {}

    /**
     * The sum of products; where a single operand is only rearranged, a view of it.
     *
     * @param dtype the dtype to compute and answer in
     */
    public static NDArray einsum(String subscripts, DType dtype, ArrayMemory memory, NDArray... operands) {
        Subscripts parsed = Subscripts.parse(subscripts, operands);
        Layout[] layouts = new Layout[operands.length + 1];
        for (int i = 0; i < operands.length; i++)
            layouts[i] = parsed.layout(i, operands[i]);
        if (operands.length == 1 && parsed.summed().isEmpty() && operands[0].dtype() == dtype) {
            return operands[0].view(layouts[0]);
        }
        NDArray result = NDArray.unfilled(memory, dtype,
                outputLayout(parsed, dtype, Arrays.copyOf(layouts, operands.length)));
        result.buffer().fill((byte) 0);
        long[] strides = Arrays.copyOf(result.layout().strides(), parsed.labels().length());
        layouts[operands.length] = Layout.of(parsed.shape(), strides, result.layout().offset());
        if (RowProducts.run(parsed, dtype, operands, layouts, result))
            return result;
        sum(parsed, dtype, operands, layouts, result);
        return result;
    }

    /** The order in which NumPy's iterator walks the operands, with the summed axes left out. */
    private static Layout outputLayout(Subscripts parsed, DType dtype, Layout... operands) {
        long[][] strides = new long[operands.length][];
        for (int i = 0; i < operands.length; i++)
            strides[i] = operands[i].strides();
        int outputs = parsed.output().length();
        long[] shape = Arrays.copyOf(parsed.shape(), outputs);
        int[] order = AxisOrder.slowestFirst(parsed.labels().length(), strides);
        return AxisOrder.packed(dtype.itemsize(), shape, Arrays.stream(order).filter(axis -> axis < outputs).toArray());
    }

    private static void sum(Subscripts parsed, DType dtype, NDArray[] operands, Layout[] layouts, NDArray result) {
        Products products = switch (dtype.kind()) {
            case FLOAT -> new DoubleProducts(dtype);
            case COMPLEX -> new ComplexProducts();
            default -> new LongProducts(dtype);
        };
        int last = operands.length;
        NestedLoop.over(parsed.shape(), (at, step, count) -> {
            for (long i = 0; i < count; i += STRIP) {
                int n = (int) Math.min(STRIP, count - i);
                for (int k = 0; k < last; k++)
                    products.multiply(operands[k], at[k] + i * step[k], step[k], n, k == 0);
                if (step[last] == 0)
                    products.addAll(result, at[last], n);
                else
                    products.addEach(result, at[last] + i * step[last], step[last], n);
            }
        }, layouts);
    }

    /** A strip of products, and where it is added. */
    private interface Products {
        void multiply(NDArray operand, long at, long step, int n, boolean first);

        void addAll(NDArray to, long at, int n);

        void addEach(NDArray to, long at, long step, int n);
    }

    private static final class DoubleProducts implements Products {
        private final DType dtype;
        private final double[] products = new double[STRIP];
        private final double[] items = new double[STRIP];

        DoubleProducts(DType dtype) {
            this.dtype = dtype;
        }

        @Override
        public void multiply(NDArray operand, long at, long step, int n, boolean first) {
            Gather.doubles(operand.buffer(), operand.dtype(), at, step, first ? products : items, n);
            if (first)
                return;
            for (int i = 0; i < n; i++)
                products[i] *= items[i];
        }

        @Override
        public void addAll(NDArray to, long at, int n) {
            double sum0 = 0;
            double sum1 = 0;
            double sum2 = 0;
            double sum3 = 0;
            int i = 0;
            for (; i + 4 <= n; i += 4) {
                sum0 += products[i];
                sum1 += products[i + 1];
                sum2 += products[i + 2];
                sum3 += products[i + 3];
            }
            for (; i < n; i++)
                sum0 += products[i];
            Gather.doubles(to.buffer(), dtype, at, 0, items, 1);
            items[0] += (sum0 + sum1) + (sum2 + sum3);
            Scatter.doubles(items, to.buffer(), dtype, at, 0, 1);
        }

        @Override
        public void addEach(NDArray to, long at, long step, int n) {
            Gather.doubles(to.buffer(), dtype, at, step, items, n);
            for (int i = 0; i < n; i++)
                items[i] += products[i];
            Scatter.doubles(items, to.buffer(), dtype, at, step, n);
        }
    }

    private static final class LongProducts implements Products {
        private final DType dtype;
        private final boolean truth;
        private final long[] products = new long[STRIP];
        private final long[] items = new long[STRIP];

        LongProducts(DType dtype) {
            this.dtype = dtype;
            truth = dtype == DType.BOOL;
        }

        @Override
        public void multiply(NDArray operand, long at, long step, int n, boolean first) {
            Gather.longs(operand.buffer(), operand.dtype(), at, step, first ? products : items, n);
            if (first)
                return;
            for (int i = 0; i < n; i++)
                products[i] *= items[i];
        }

        @Override
        public void addAll(NDArray to, long at, int n) {
            Gather.longs(to.buffer(), dtype, at, 0, items, 1);
            for (int i = 0; i < n; i++)
                items[0] = truth ? items[0] | products[i] : items[0] + products[i];
            Scatter.longs(items, false, to.buffer(), dtype, at, 0, 1);
        }

        @Override
        public void addEach(NDArray to, long at, long step, int n) {
            Gather.longs(to.buffer(), dtype, at, step, items, n);
            for (int i = 0; i < n; i++)
                items[i] = truth ? items[i] | products[i] : items[i] + products[i];
            Scatter.longs(items, false, to.buffer(), dtype, at, step, n);
        }
    }

    private static final class ComplexProducts implements Products {
        private final double[] products = new double[2 * STRIP];
        private final double[] items = new double[2 * STRIP];

        @Override
        public void multiply(NDArray operand, long at, long step, int n, boolean first) {
            Gather.complex(operand.buffer(), operand.dtype(), at, step, first ? products : items, n);
            if (first)
                return;
            for (int i = 0; i < 2 * n; i += 2) {
                double real = products[i] * items[i] - products[i + 1] * items[i + 1];
                products[i + 1] = products[i] * items[i + 1] + products[i + 1] * items[i];
                products[i] = real;
            }
        }

        @Override
        public void addAll(NDArray to, long at, int n) {
            Gather.complex(to.buffer(), to.dtype(), at, 0, items, 1);
            for (int i = 0; i < 2 * n; i++)
                items[i % 2] += products[i];
            Scatter.complex(items, to.buffer(), to.dtype(), at, 0, 1);
        }

        @Override
        public void addEach(NDArray to, long at, long step, int n) {
            Gather.complex(to.buffer(), to.dtype(), at, step, items, n);
            for (int i = 0; i < 2 * n; i++)
                items[i] += products[i];
            Scatter.complex(items, to.buffer(), to.dtype(), at, step, n);
        }
    }
}
