package org.stridescope.kernel;

import java.util.stream.Collectors;

import org.stridescope.array.ArrayError;
import org.stridescope.array.DType;
import org.stridescope.array.NDArray;
import org.stridescope.array.Shapes;

/** What every kernel asks of a run before it begins. */
final class RunCheck {
    private RunCheck() {}

    /** Throws what is wrong: the variant is missing here, it has no such metric or dtype, or the result does not fit. */
    static void check(DistanceKernel kernel, DistanceProblem problem, NDArray out, DistanceKernel.RunControl control) {
        if (!kernel.availability().isAvailable()) {
            throw new KernelError(kernel.name() + " does not run here: " + kernel.availability().sentence());
        }
        if (!kernel.metrics().contains(problem.metric()))
            throw new KernelError(kernel.whyNot(problem.metric()));
        if (!kernel.dtypes().contains(problem.x().dtype())) {
            throw new KernelError(kernel.name() + " takes "
                    + kernel.dtypes().stream().map(DType::pythonName).sorted().collect(Collectors.joining(" or "))
                    + " points, not " + problem.x().dtype().pythonName());
        }
        if (control.threads() < 1)
            throw new KernelError("threads must be 1 or more, not " + control.threads());
        if (out.ndim() != 2 || out.shape(0) != problem.n() || out.shape(1) != problem.m()
                || out.dtype() != problem.x().dtype()) {
            throw new ArrayError("the result must be " + problem.x().dtype().pythonName() + " (" + problem.n() + ", "
                    + problem.m() + "), not " + out.dtype().pythonName() + " " + Shapes.text(out.shape()));
        }
        if (!out.isCContiguous() || !out.isWriteable()) {
            throw new ArrayError("the result must be writeable and in C order");
        }
    }
}
