package org.stridescope.lab;

import java.util.Map;

import org.junit.jupiter.api.Test;

import org.stridescope.array.ArrayMemory;
import org.stridescope.array.DType;
import org.stridescope.array.NDArray;
import org.stridescope.kernel.DistanceProblem;
import org.stridescope.kernel.Metric;

import static org.assertj.core.api.Assertions.assertThat;

class ReferenceSampleTest {
    private final ArrayMemory memory = ArrayMemory.collected();

    @Test
    void everyMetricByHand() {
        NDArray x = NDArray.of(memory, new double[][]{{1, 2, 3}});
        NDArray y = NDArray.of(memory, new double[][]{{2, 0, 7}});
        Map.of(Metric.CITYBLOCK, 7.0, Metric.SQEUCLIDEAN, 21.0, Metric.EUCLIDEAN, Math.sqrt(21), Metric.CHEBYSHEV, 4.0)
                .forEach((metric, distance) -> {
                    ReferenceSample reference = ReferenceSample.of(new DistanceProblem(metric, x, y), 1);
                    NDArray out = NDArray.of(memory, new double[][]{{distance}});
                    assertThat(reference.compare(out)).isEqualTo(new ReferenceSample.Verdict(0, null));
                });
    }

    @Test
    void aSmallResultIsComparedInFull() {
        DistanceProblem problem = lattice(70, 90);
        ReferenceSample reference = ReferenceSample.of(problem, 1);
        assertThat(reference.items()).isEqualTo(70 * 90);
        NDArray out = right(problem);
        assertThat(reference.compare(out).failure()).isNull();
        for (long i = 0; i < 70; i += 23) {
            out.setDouble(out.getDouble(i, 11) + 0.5, i, 11);
            assertThat(reference.compare(out).maxError()).isEqualTo(0.5);
            assertThat(reference.compare(out).failure()).startsWith("wrong result: item [" + i + ", 11] is ");
            out.setDouble(out.getDouble(i, 11) - 0.5, i, 11);
        }
    }

    @Test
    void aLargeResultIsComparedAtTenThousandPlacesAndItsCorners() {
        DistanceProblem problem = lattice(400, 500);
        ReferenceSample reference = ReferenceSample.of(problem, 1);
        assertThat(reference.items()).isGreaterThan(10_000).isLessThan(400 * 500);
        NDArray out = right(problem);
        assertThat(reference.compare(out)).isEqualTo(new ReferenceSample.Verdict(0, null));
        for (long[] corner : new long[][]{{0, 0}, {0, 499}, {399, 0}, {399, 499}}) {
            out.setDouble(Double.NaN, corner);
            assertThat(reference.compare(out).maxError()).isInfinite();
            out.setDouble(Math.abs(corner[0] - corner[1]), corner);
        }
    }

    @Test
    void notANumberWhereThereShouldBeOneIsNoError() {
        NDArray x = NDArray.of(memory, new double[][]{{Double.NaN}, {1}});
        ReferenceSample reference = ReferenceSample.of(new DistanceProblem(Metric.CITYBLOCK, x, x), 1);
        NDArray out = NDArray.of(memory, new double[][]{{Double.NaN, Double.NaN}, {Double.NaN, 0}});
        assertThat(reference.compare(out).failure()).isNull();
    }

    /** Points 0, 1, 2, ... on a line: their distances are whole numbers. */
    private DistanceProblem lattice(int n, int m) {
        NDArray x = NDArray.zeros(memory, DType.FLOAT64, n, 1);
        NDArray y = NDArray.zeros(memory, DType.FLOAT64, m, 1);
        for (int i = 0; i < n; i++)
            x.setDouble(i, i, 0);
        for (int j = 0; j < m; j++)
            y.setDouble(j, j, 0);
        return new DistanceProblem(Metric.CITYBLOCK, x, y);
    }

    private NDArray right(DistanceProblem problem) {
        NDArray out = NDArray.zeros(memory, DType.FLOAT64, problem.n(), problem.m());
        for (long i = 0; i < problem.n(); i++) {
            for (long j = 0; j < problem.m(); j++)
                out.setDouble(Math.abs(i - j), i, j);
        }
        return out;
    }
}
