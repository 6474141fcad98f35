package org.stridescope.kernel.worker;

import java.lang.foreign.MemorySegment;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CancellationException;

import org.stridescope.array.DType;
import org.stridescope.array.NDArray;
import org.stridescope.kernel.Availability;
import org.stridescope.kernel.DistanceProblem;
import org.stridescope.kernel.KernelError;
import org.stridescope.kernel.Metric;
import org.stridescope.kernel.OutsideKernel;
import org.stridescope.kernel.Tile;

/**
 * A compiled kernel of the user's as one more variant: it takes part in races and benchmarks, and its result is checked like
 * every other's. Each run is a worker process, half a second of start beside the time of the kernel; the result is told as
 * one tile, whose times are the kernel's alone.
 */
public final class UserKernel implements OutsideKernel {
    /** Its name among the variants. */
    public static final String NAME = "yours";

    private final NativeFunction function;
    private final KernelLanguage language;
    private final Metric metric;

    /** @param metric that its author says it computes */
    public UserKernel(NativeFunction function, KernelLanguage language, Metric metric) {
        this.function = function;
        this.language = language;
        this.metric = metric;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String language() {
        return language == KernelLanguage.C ? "C, yours" : "Fortran, yours";
    }

    @Override
    public Set<Metric> metrics() {
        return EnumSet.of(metric);
    }

    @Override
    public Set<DType> dtypes() {
        return EnumSet.of(DType.FLOAT64);
    }

    @Override
    public Availability availability() {
        return ChildJvm.availability();
    }

    /** Points and result in the file shared with the worker. */
    @Override
    public long temporaryBytes(DistanceProblem problem, int threads) {
        return problem.x().nbytes() + problem.y().nbytes() + problem.resultBytes();
    }

    @Override
    public int tiles(DistanceProblem problem) {
        return 1;
    }

    @Override
    public String source() {
        return "";
    }

    @Override
    public Outcome run(DistanceProblem problem, NDArray out, RunControl control) {
        if (!out.isCContiguous() || out.shape(0) != problem.n() || out.shape(1) != problem.m())
            throw new KernelError("the result must be (" + problem.n() + ", " + problem.m() + ") in C order");
        try (WorkerProcess worker = new WorkerProcess(function, problem, control.threads(), control.cancellation())) {
            long nanos = worker.run();
            long end = System.nanoTime();
            if (out.nbytes() > 0)
                MemorySegment.copy(worker.result(), 0, out.buffer(), out.layout().offset(), out.nbytes());
            control.listener().done(new Tile(0, 0, problem.n(), 0, problem.m()), end - nanos, end);
            return Outcome.DONE;
        } catch (CancellationException e) {
            return Outcome.CANCELLED;
        } catch (WorkerError e) {
            throw new KernelError(String.valueOf(e.getMessage()), e);
        }
    }
}
