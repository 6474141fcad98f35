package org.stridescope.lab;

import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import org.stridescope.array.DType;
import org.stridescope.array.NDArray;
import org.stridescope.kernel.Availability;
import org.stridescope.kernel.DistanceProblem;
import org.stridescope.kernel.Metric;
import org.stridescope.kernel.OutsideKernel;
import org.stridescope.kernel.Tile;

/** City-block distances row by row in the calling thread, with faults to order. */
class FakeKernel implements OutsideKernel {
    private final String name;
    final AtomicInteger runs = new AtomicInteger();
    /** Added to every item. */
    double error;
    /** Called before each row. */
    Runnable beforeRow = () -> {};
    Availability availability = Availability.AVAILABLE;
    long temporaryBytes;

    FakeKernel(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String language() {
        return "test";
    }

    @Override
    public Set<Metric> metrics() {
        return EnumSet.of(Metric.CITYBLOCK);
    }

    @Override
    public Set<DType> dtypes() {
        return EnumSet.of(DType.FLOAT64);
    }

    @Override
    public Availability availability() {
        return availability;
    }

    @Override
    public long temporaryBytes(DistanceProblem problem, int threads) {
        return temporaryBytes;
    }

    @Override
    public int tiles(DistanceProblem problem) {
        return (int) problem.n();
    }

    @Override
    public String source() {
        return "none";
    }

    @Override
    public Outcome run(DistanceProblem problem, NDArray out, RunControl control) {
        runs.incrementAndGet();
        for (int i = 0; i < problem.n(); i++) {
            beforeRow.run();
            if (control.cancellation().isCancelled())
                return Outcome.CANCELLED;
            long start = System.nanoTime();
            for (long j = 0; j < problem.m(); j++) {
                double sum = error;
                for (long l = 0; l < problem.k(); l++) {
                    sum += Math.abs(problem.x().getDouble(i, l) - problem.y().getDouble(j, l));
                }
                out.setDouble(sum, i, j);
            }
            control.listener().done(new Tile(i, i, i + 1, 0, problem.m()), start, System.nanoTime());
        }
        return Outcome.DONE;
    }
}
