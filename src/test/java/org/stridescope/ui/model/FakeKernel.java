package org.stridescope.ui.model;

import java.util.Set;

import org.stridescope.array.DType;
import org.stridescope.array.NDArray;
import org.stridescope.kernel.Availability;
import org.stridescope.kernel.DistanceProblem;
import org.stridescope.kernel.Metric;
import org.stridescope.kernel.OutsideKernel;

/** A variant that is only named. */
public record FakeKernel(String name, String language, Set<Metric> metrics, Availability availability)
        implements
            OutsideKernel {
    public static FakeKernel of(String name) {
        return new FakeKernel(name, "Java", Set.of(Metric.values()), Availability.AVAILABLE);
    }

    @Override
    public Set<DType> dtypes() {
        return Set.of(DType.FLOAT64);
    }

    @Override
    public long temporaryBytes(DistanceProblem problem, int threads) {
        return 0;
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
        throw new UnsupportedOperationException("a fake runs nothing");
    }
}
