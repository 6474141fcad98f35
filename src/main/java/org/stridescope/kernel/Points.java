package org.stridescope.kernel;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

import org.stridescope.array.ArrayMemory;
import org.stridescope.array.Layout;
import org.stridescope.array.NDArray;

/** Points of any strides, moved into the order in which a kernel reads them. */
final class Points {
    private static final ValueLayout.OfDouble DOUBLE = ValueLayout.JAVA_DOUBLE_UNALIGNED;

    private Points() {}

    /** Each point as an array of its features. */
    static double[][] rows(NDArray points) {
        double[][] rows = new double[Math.toIntExact(points.shape(0))][Math.toIntExact(points.shape(1))];
        for (int i = 0; i < rows.length; i++)
            read(points, i, rows[i], 0, 1);
        return rows;
    }

    /** Each point as an array of its features, in single precision. */
    static float[][] singleRows(NDArray points) {
        float[][] rows = new float[Math.toIntExact(points.shape(0))][Math.toIntExact(points.shape(1))];
        for (int i = 0; i < rows.length; i++)
            read(points, i, rows[i], 0, 1);
        return rows;
    }

    /** One point of float64 into {@code to}, from item {@code at} on, its features {@code step} apart. */
    static void read(NDArray points, long row, double[] to, int at, int step) {
        Layout layout = points.layout();
        MemorySegment buffer = points.buffer();
        long from = layout.offset() + row * layout.stride(0);
        long stride = layout.stride(1);
        int k = (int) layout.shape(1);
        for (int l = 0; l < k; l++)
            to[at + l * step] = buffer.get(DOUBLE, from + l * stride);
    }

    /** The same of float32. */
    static void read(NDArray points, long row, float[] to, int at, int step) {
        Layout layout = points.layout();
        MemorySegment buffer = points.buffer();
        long from = layout.offset() + row * layout.stride(0);
        long stride = layout.stride(1);
        int k = (int) layout.shape(1);
        for (int l = 0; l < k; l++)
            to[at + l * step] = buffer.get(ValueLayout.JAVA_FLOAT_UNALIGNED, from + l * stride);
    }

    /** Bytes of the copies that {@link #cOrder} makes of a problem's points. */
    static long copiedBytes(DistanceProblem problem) {
        return (problem.x().isCContiguous() ? 0 : problem.x().nbytes())
                + (problem.y().isCContiguous() ? 0 : problem.y().nbytes());
    }

    /** The bytes of a result, or of points in C order, from its first item on. */
    static MemorySegment items(NDArray array) {
        return array.buffer().asSlice(array.layout().offset(), array.nbytes());
    }

    /** The items of points in C order: themselves where they are, else a copy in {@code memory}. */
    static MemorySegment cOrder(NDArray points, ArrayMemory memory) {
        return items(points.isCContiguous() ? points : points.copy(memory));
    }
}
