package org.stridescope.einsum;

import java.util.Arrays;

import org.stridescope.array.ArrayError;
import org.stridescope.array.ArrayMemory;
import org.stridescope.array.Broadcast;
import org.stridescope.array.DType;
import org.stridescope.array.Layout;
import org.stridescope.array.NDArray;
import org.stridescope.array.NestedLoop;
import org.stridescope.array.Shapes;

/** {@code a @ b} and {@code np.dot}; the results are in C order. */
public final class MatMul {
    private static final String CORE = "gufunc signature (n?,k),(k,m?)->(n?,m?)";

    private MatMul() {}

    /** Matrix product over the last two axes, the others broadcast; an operand of one axis is a vector. */
    public static NDArray matmul(NDArray a, NDArray b, DType dtype, ArrayMemory memory) {
        for (int i = 0; i < 2; i++) {
            if ((i == 0 ? a : b).ndim() == 0) {
                throw new ArrayError(
                        "matmul: Input operand " + i + " does not have enough dimensions (has 0, gufunc core with"
                                + " signature (n?,k),(k,m?)->(n?,m?) requires 1)");
            }
        }
        NDArray left = a.ndim() == 1 ? a.newAxis(0) : a;
        NDArray right = b.ndim() == 1 ? b.newAxis(1) : b;
        long k = left.shape(left.ndim() - 1);
        if (right.shape(right.ndim() - 2) != k) {
            throw new ArrayError(
                    "matmul: Input operand 1 has a mismatch in its core dimension 0, with " + CORE + " (size "
                            + right.shape(right.ndim() - 2) + " is different from " + k + ")");
        }
        long[] loop = loopShape(left, right);
        NDArray result = product(stretched(left, loop), stretched(right, loop), loop, dtype, memory);
        if (b.ndim() == 1)
            result = result.view(result.layout().at(result.ndim() - 1, 0));
        return a.ndim() == 1 ? result.view(result.layout().at(result.ndim() - (b.ndim() == 1 ? 1 : 2), 0)) : result;
    }

    /** Adds the product of two matrices to a third, in that one's dtype. */
    public static void add(NDArray a, NDArray b, NDArray sum) {
        MatrixProduct.add(a, b, sum, sum.dtype());
    }

    private static long[] loopShape(NDArray a, NDArray b) {
        long[] left = Arrays.copyOf(a.shape(), a.ndim() - 2);
        long[] right = Arrays.copyOf(b.shape(), b.ndim() - 2);
        try {
            return Broadcast.shape(left, right);
        } catch (ArrayError e) {
            throw new ArrayError("operands could not be broadcast together with remapped shapes [original->remapped]: "
                    + remapped(a, left) + " " + remapped(b, right) + "  and requested shape (" + a.shape(a.ndim() - 2)
                    + "," + b.shape(b.ndim() - 1) + ")");
        }
    }

    private static String remapped(NDArray array, long... loop) {
        StringBuilder text = new StringBuilder(Shapes.tight(array.shape())).append("->(");
        for (long length : loop)
            text.append(length).append(',');
        return text + "newaxis,newaxis)";
    }

    private static NDArray stretched(NDArray array, long... loop) {
        long[] shape = Arrays.copyOf(loop, loop.length + 2);
        shape[loop.length] = array.shape(array.ndim() - 2);
        shape[loop.length + 1] = array.shape(array.ndim() - 1);
        return array.view(array.layout().broadcastTo(shape));
    }

    private static NDArray product(NDArray a, NDArray b, long[] loop, DType dtype, ArrayMemory memory) {
        long[] shape = Arrays.copyOf(loop, loop.length + 2);
        shape[loop.length] = a.shape(loop.length);
        shape[loop.length + 1] = b.shape(loop.length + 1);
        NDArray result = NDArray.zeros(memory, dtype, shape);
        if (result.size() == 0 || a.size() == 0)
            return result;
        int[] axes = new int[loop.length];
        Arrays.setAll(axes, i -> i);
        NestedLoop.run(loop, axes, (at, step, count) -> {
            for (long i = 0; i < count; i++) {
                MatrixProduct.add(matrix(a, at[0] + i * step[0]), matrix(b, at[1] + i * step[1]),
                        matrix(result, at[2] + i * step[2]), dtype);
            }
        }, lead(a, loop), lead(b, loop), lead(result, loop));
        return result;
    }

    private static Layout lead(NDArray array, long... loop) {
        return Layout.of(loop, Arrays.copyOf(array.layout().strides(), loop.length), array.layout().offset());
    }

    private static NDArray matrix(NDArray array, long at) {
        int n = array.ndim();
        return array.view(Layout.of(new long[]{array.shape(n - 2), array.shape(n - 1)},
                new long[]{array.layout().stride(n - 2), array.layout().stride(n - 1)}, at));
    }

    /** {@code np.dot} of arrays with axes: the last axis of a summed against the last but one of b. */
    public static NDArray dot(NDArray a, NDArray b, DType dtype, ArrayMemory memory) {
        int axis = Math.max(0, b.ndim() - 2);
        long k = a.shape(a.ndim() - 1);
        if (b.shape(axis) != k) {
            throw new ArrayError(
                    "shapes " + Shapes.tight(a.shape()) + " and " + Shapes.tight(b.shape()) + " not aligned: " + k
                            + " (dim " + (a.ndim() - 1) + ") != " + b.shape(axis) + " (dim " + axis + ")");
        }
        if (a.ndim() <= 2 && b.ndim() <= 2)
            return matmul(a, b, dtype, memory);
        long[] shape = new long[a.ndim() - 1 + Math.max(0, b.ndim() - 1)];
        for (int i = 0; i < a.ndim() - 1; i++)
            shape[i] = a.shape(i);
        int n = a.ndim() - 1;
        for (int i = 0; i < b.ndim(); i++)
            if (i != axis)
                shape[n++] = b.shape(i);
        NDArray left = a.reshape(memory, rows(a), k);
        NDArray right = b.transpose(lastFirst(b.ndim(), axis)).reshape(memory, k, columns(b, axis));
        return matmul(left, right, dtype, memory).reshape(memory, shape);
    }

    private static long rows(NDArray a) {
        long rows = 1;
        for (int i = 0; i < a.ndim() - 1; i++)
            rows *= a.shape(i);
        return rows;
    }

    private static long columns(NDArray b, int axis) {
        long columns = 1;
        for (int i = 0; i < b.ndim(); i++)
            if (i != axis)
                columns *= b.shape(i);
        return columns;
    }

    private static int[] lastFirst(int ndim, int axis) {
        int[] axes = new int[ndim];
        axes[0] = axis;
        int n = 1;
        for (int i = 0; i < ndim; i++)
            if (i != axis)
                axes[n++] = i;
        return axes;
    }
}
