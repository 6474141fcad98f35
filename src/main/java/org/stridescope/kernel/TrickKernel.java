package org.stridescope.kernel;

import java.util.EnumSet;
import java.util.Set;

import org.stridescope.array.ArrayMemory;
import org.stridescope.array.DType;
import org.stridescope.array.NDArray;
import org.stridescope.ffi.BlasBindings;
import org.stridescope.ffi.Pages;

/**
 * The squared distance as a matrix product: |x - y|^2 = x.x + y.y - 2 x.y. In NumPy: two row-wise
 * {@code einsum('ij,ij->i')} and one {@code dot}.
 *
 * <p>No temporary of n m k items, one multiply-add an item, and a library's product is the best-tuned loop there is: a BLAS
 * where there is one, else our own by the Vector API. The price is accuracy: where two points are close together but far
 * from the origin, x.x + y.y and 2 x.y are nearly equal, and their difference keeps few digits, or none. Infinite features
 * give NaN.
 */
public final class TrickKernel implements DistanceKernel {
    /** A tile's work without a BLAS: about 2 ms. */
    private static final double MOST_PAIR_FEATURES = 2e7;

    private final VectorKernel vector;
    private final NativeKernels<BlasBindings> blas;

    TrickKernel(VectorKernel vector, NativeKernels<BlasBindings> blas) {
        this.vector = vector;
        this.blas = blas;
    }

    @Override
    public String name() {
        return "trick";
    }

    @Override
    public String language() {
        return blas.bindings().isPresent() ? "matrix product, BLAS" : "matrix product, Java SIMD";
    }

    @Override
    public Set<Metric> metrics() {
        return EnumSet.of(Metric.SQEUCLIDEAN, Metric.EUCLIDEAN);
    }

    @Override
    public String whyNot(Metric metric) {
        return "trick has no " + metric.label() + ": only a square of a difference opens into products, "
                + "(x - y)^2 = x x + y y - 2 x y; |x - y| does not";
    }

    @Override
    public Set<DType> dtypes() {
        return EnumSet.of(DType.FLOAT64, DType.FLOAT32);
    }

    @Override
    public Availability availability() {
        return blas.bindings().isPresent() ? Availability.AVAILABLE : vector.availability();
    }

    /** Sums of squares, and copies of points that are not in C order; without a BLAS, all points packed into panels. */
    @Override
    public long temporaryBytes(DistanceProblem problem, int threads) {
        long norms = (problem.n() + problem.m()) * problem.x().itemsize();
        return norms + (blas.bindings().isPresent()
                ? Points.copiedBytes(problem)
                : vector.temporaryBytes(problem, threads));
    }

    @Override
    public int tiles(DistanceProblem problem) {
        return grid(problem).count();
    }

    private TileGrid grid(DistanceProblem problem) {
        return blas.bindings().isPresent() ? TrickBlas.grid(problem) : TileGrid.of(problem, MOST_PAIR_FEATURES);
    }

    @Override
    public String source() {
        return "sources/org/stridescope/kernel/"
                + (blas.bindings().isPresent() ? "TrickBlas.java" : "VectorTrick.java");
    }

    @Override
    public Outcome run(DistanceProblem problem, NDArray out, RunControl control) {
        RunCheck.check(this, problem, out, control);
        if (blas.bindings().isPresent()) {
            try (ArrayMemory memory = ArrayMemory.scoped(new Pages())) {
                return new TrickBlas(blas.require(), problem, out, control.cancellation(), memory).run(control);
            }
        }
        return problem.x().dtype() == DType.FLOAT32
                ? VectorTrickSingle.product(problem, out, control, grid(problem))
                : VectorTrick.product(problem, out, control, grid(problem));
    }
}
