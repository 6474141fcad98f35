package org.stridescope.einsum;

import org.stridescope.array.DType;
import org.stridescope.array.Gather;
import org.stridescope.array.NDArray;
import org.stridescope.array.NestedLoop;
import org.stridescope.array.Scatter;

/** c += a b for single matrices. Blocks of b pass through a heap array in the second-level cache; rows of c vectorise. */
final class MatrixProduct {
    private static final int DEEP = 256;
    private static final int WIDE = 512;

    private MatrixProduct() {}

    static void add(NDArray a, NDArray b, NDArray c, DType dtype) {
        long k = a.shape(1);
        long m = b.shape(1);
        for (long j = 0; j < m; j += WIDE) {
            int wide = (int) Math.min(WIDE, m - j);
            for (long p = 0; p < k; p += DEEP) {
                int deep = (int) Math.min(DEEP, k - p);
                switch (dtype.kind()) {
                    case FLOAT -> doubles(a, b, c, j, wide, p, deep);
                    case COMPLEX -> complexes(a, b, c, j, wide, p, deep);
                    default -> longs(a, b, c, j, wide, p, deep);
                }
            }
        }
    }

    private static void doubles(NDArray a, NDArray b, NDArray c, long j, int wide, long p, int deep) {
        double[][] block = new double[deep][wide];
        for (int q = 0; q < deep; q++) {
            Gather.doubles(b.buffer(), b.dtype(), b.layout().offset(p + q, j), b.layout().stride(1), block[q], wide);
        }
        double[] row = new double[deep];
        double[] sums = new double[wide];
        for (long i = 0; i < a.shape(0); i++) {
            NestedLoop.listen();
            Gather.doubles(a.buffer(), a.dtype(), a.layout().offset(i, p), a.layout().stride(1), row, deep);
            Gather.doubles(c.buffer(), c.dtype(), c.layout().offset(i, j), c.layout().stride(1), sums, wide);
            int q = 0;
            for (; q + 4 <= deep; q += 4) {
                four(row[q], block[q], row[q + 1], block[q + 1], row[q + 2], block[q + 2], row[q + 3], block[q + 3],
                        sums, wide);
            }
            for (; q < deep; q++)
                one(row[q], block[q], sums, wide);
            Scatter.doubles(sums, c.buffer(), c.dtype(), c.layout().offset(i, j), c.layout().stride(1), wide);
        }
    }

    private static void four(double w, double[] a, double x, double[] b, double y, double[] c, double z, double[] d,
            double[] sums, int n) {
        for (int i = 0; i < n; i++)
            sums[i] = sums[i] + w * a[i] + x * b[i] + y * c[i] + z * d[i];
    }

    private static void one(double factor, double[] items, double[] sums, int n) {
        for (int i = 0; i < n; i++)
            sums[i] += factor * items[i];
    }

    private static void longs(NDArray a, NDArray b, NDArray c, long j, int wide, long p, int deep) {
        boolean truth = c.dtype() == DType.BOOL;
        long[][] block = new long[deep][wide];
        for (int q = 0; q < deep; q++) {
            Gather.longs(b.buffer(), b.dtype(), b.layout().offset(p + q, j), b.layout().stride(1), block[q], wide);
        }
        long[] row = new long[deep];
        long[] sums = new long[wide];
        for (long i = 0; i < a.shape(0); i++) {
            NestedLoop.listen();
            Gather.longs(a.buffer(), a.dtype(), a.layout().offset(i, p), a.layout().stride(1), row, deep);
            Gather.longs(c.buffer(), c.dtype(), c.layout().offset(i, j), c.layout().stride(1), sums, wide);
            for (int q = 0; q < deep; q++) {
                for (int x = 0; x < wide; x++) {
                    sums[x] = truth ? sums[x] | row[q] & block[q][x] : sums[x] + row[q] * block[q][x];
                }
            }
            Scatter.longs(sums, false, c.buffer(), c.dtype(), c.layout().offset(i, j), c.layout().stride(1), wide);
        }
    }

    private static void complexes(NDArray a, NDArray b, NDArray c, long j, int wide, long p, int deep) {
        double[] row = new double[2 * deep];
        double[] items = new double[2 * wide];
        double[] sums = new double[2 * wide];
        for (long i = 0; i < a.shape(0); i++) {
            NestedLoop.listen();
            Gather.complex(a.buffer(), a.dtype(), a.layout().offset(i, p), a.layout().stride(1), row, deep);
            Gather.complex(c.buffer(), c.dtype(), c.layout().offset(i, j), c.layout().stride(1), sums, wide);
            for (int q = 0; q < deep; q++) {
                Gather.complex(b.buffer(), b.dtype(), b.layout().offset(p + q, j), b.layout().stride(1), items, wide);
                double real = row[2 * q];
                double imaginary = row[2 * q + 1];
                for (int x = 0; x < 2 * wide; x += 2) {
                    sums[x] += real * items[x] - imaginary * items[x + 1];
                    sums[x + 1] += real * items[x + 1] + imaginary * items[x];
                }
            }
            Scatter.complex(sums, c.buffer(), c.dtype(), c.layout().offset(i, j), c.layout().stride(1), wide);
        }
    }
}
