package org.stridescope.chunked;

import org.jspecify.annotations.Nullable;

import org.stridescope.array.ArrayMemory;
import org.stridescope.array.DType;
import org.stridescope.array.NDArray;
import org.stridescope.einsum.MatMul;
import org.stridescope.ffi.BlasBindings;
import org.stridescope.ffi.BlasBindings.Matrix;
import org.stridescope.ffi.BlasLibrary;
import org.stridescope.ffi.NativeLibrary;

/**
 * Products of blocks: by a BLAS where there is one and the items are float32 or float64, else by our own. Tasks run side by
 * side, so each call uses one thread.
 */
final class BlockBlas {
    private static final @Nullable BlasBindings BLAS = open();

    private BlockBlas() {}

    private static @Nullable BlasBindings open() {
        if (!(BlasLibrary.open() instanceof NativeLibrary.Loaded loaded))
            return null;
        BlasBindings blas = new BlasBindings(loaded);
        blas.setThreads(1);
        return blas;
    }

    /** {@code sum += a b}, or {@code sum = a b} where it is not {@code more}. */
    static void add(NDArray a, NDArray b, NDArray sum, boolean more, ArrayMemory memory) {
        DType dtype = sum.dtype();
        BlasBindings blas = BLAS;
        boolean taken = blas != null && (dtype == DType.FLOAT64 || dtype == DType.FLOAT32) && isRows(sum)
                && a.dtype() == dtype && b.dtype() == dtype && sum.size() > 0;
        if (!taken || blas == null) {
            if (!more)
                BlockTree.clear(sum);
            MatMul.add(a, b, sum);
            return;
        }
        NDArray left = isRows(a) ? a : a.copy(memory);
        NDArray right = isRows(b) ? b : b.copy(memory);
        blas.setThreads(1);
        blas.multiply(dtype, 1, matrix(left), matrix(right), false, more ? 1 : 0, matrix(sum));
        if (left != a)
            memory.release(left.buffer());
        if (right != b)
            memory.release(right.buffer());
    }

    /** Whether its rows are runs of items, one after the other, outside the heap. */
    private static boolean isRows(NDArray array) {
        long row = array.layout().stride(0) / array.itemsize();
        boolean runs = array.shape(1) <= 1 || array.layout().stride(1) == array.itemsize();
        return array.buffer().isNative() && runs && array.layout().stride(0) % array.itemsize() == 0
                && row >= Math.max(1, array.shape(1)) && row <= Integer.MAX_VALUE;
    }

    private static Matrix matrix(NDArray array) {
        return new Matrix(array.buffer().asSlice(array.layout().offset()), Math.toIntExact(array.shape(0)),
                Math.toIntExact(array.shape(1)), Math.toIntExact(array.layout().stride(0) / array.itemsize()));
    }
}
