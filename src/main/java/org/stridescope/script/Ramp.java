package org.stridescope.script;

import org.stridescope.array.Gather;
import org.stridescope.array.NDArray;
import org.stridescope.array.NestedLoop;
import org.stridescope.array.Scatter;

/** Fills a new one-dimensional array with evenly spaced numbers. */
final class Ramp {
    private static final int STRIP = 1024;

    private Ramp() {}

    static void whole(NDArray array, long start, long step) {
        long[] strip = new long[STRIP];
        for (long done = 0; done < array.size(); done += STRIP) {
            int n = (int) Math.min(STRIP, array.size() - done);
            for (int i = 0; i < n; i++)
                strip[i] = start + (done + i) * step;
            if (done % (STRIP * 1024L) == 0)
                NestedLoop.listen();
            Scatter.longs(strip, false, array.buffer(), array.dtype(), done * array.itemsize(), array.itemsize(), n);
        }
    }

    static void real(NDArray array, double start, double step) {
        double[] strip = new double[STRIP];
        for (long done = 0; done < array.size(); done += STRIP) {
            int n = (int) Math.min(STRIP, array.size() - done);
            for (int i = 0; i < n; i++)
                strip[i] = start + (done + i) * step;
            if (done % (STRIP * 1024L) == 0)
                NestedLoop.listen();
            Scatter.doubles(strip, array.buffer(), array.dtype(), done * array.itemsize(), array.itemsize(), n);
        }
    }

    /** {@code linspace}: the last item is the stop itself. */
    static void spaced(NDArray array, double start, double stop, double step, boolean endpoint) {
        real(array, 0, 1);
        long n = array.size();
        double[] strip = new double[STRIP];
        for (long done = 0; done < n; done += STRIP) {
            int count = (int) Math.min(STRIP, n - done);
            Gather.doubles(array.buffer(), array.dtype(), done * 8, 8, strip, count);
            for (int i = 0; i < count; i++)
                strip[i] = strip[i] * step + start;
            if (n == 1)
                strip[0] = start;
            if (endpoint && n > 1 && done + count == n)
                strip[count - 1] = stop;
            Scatter.doubles(strip, array.buffer(), array.dtype(), done * 8, 8, count);
        }
    }
}
