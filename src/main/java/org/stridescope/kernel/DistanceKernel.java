package org.stridescope.kernel;

import java.util.Set;

import org.stridescope.array.DType;
import org.stridescope.array.NDArray;

/**
 * One way to compute a distance matrix. Results agree with {@code scipy.spatial.distance.cdist} to rounding. A kernel holds
 * no state of a run: the same object may run in several threads at once.
 */
public sealed interface DistanceKernel
        permits LoopsKernel, BroadcastKernel, EinsumKernel, TrickKernel, VectorKernel, PlainKernel, CKernel,
        FortranKernel, GraphKernel, OutsideKernel {
    /** The name on the command line and on screen: loops, broadcast, trick, vector, c. */
    String name();

    /** What it is written in, as a student would say: Java, NumPy style, Java SIMD, C, OpenMP. */
    String language();

    Set<Metric> metrics();

    Set<DType> dtypes();

    /** Whether it runs on this machine; looked up once. */
    Availability availability();

    /** Why this metric is not among {@link #metrics}, for the person who asked for it. */
    default String whyNot(Metric metric) {
        return name() + " has no " + metric.label();
    }

    /** Bytes it needs at peak beside x, y and the result. */
    long temporaryBytes(DistanceProblem problem, int threads);

    /** Tiles that it cuts this problem into; 0 where it does not say beforehand. */
    int tiles(DistanceProblem problem);

    /** The resource path of its source, to be shown beside its result. */
    String source();

    /**
     * Computes into {@code out} (n, m), C order, tile by tile with this many threads. Returns when all tiles are done, or
     * within 100 ms of a cancellation with the tiles done so far.
     *
     * @return how it ended
     */
    Outcome run(DistanceProblem problem, NDArray out, RunControl control);

    /** What a run is given beside its problem. */
    record RunControl(int threads, TileListener listener, Cancellation cancellation) {
        public static RunControl quiet(int threads) {
            return new RunControl(threads, TileListener.NONE, new Cancellation());
        }
    }

    /** How a run ended. */
    enum Outcome {
        DONE, CANCELLED
    }
}
