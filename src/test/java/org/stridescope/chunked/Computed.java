package org.stridescope.chunked;

import java.util.List;

import org.stridescope.array.ArrayMemory;
import org.stridescope.array.NDArray;
import org.stridescope.schedule.RunOptions;
import org.stridescope.schedule.ThreadsExecutor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Chunked arrays computed and compared item by item. */
final class Computed {
    private Computed() {}

    static NDArray of(ChunkedArray array) {
        try (ThreadsExecutor executor = ThreadsExecutor.of(2)) {
            return Computation.compute(List.of(array), executor, RunOptions.DEFAULT, ArrayMemory.collected()).arrays()
                    .getFirst();
        }
    }

    static void assertSame(NDArray found, NDArray expected, double tolerance, String what) {
        assertThat(found.dtype()).as(what).isEqualTo(expected.dtype());
        assertThat(found.shape()).as(what).isEqualTo(expected.shape());
        Layer.each(java.util.Arrays.stream(found.shape()).mapToInt(Math::toIntExact).toArray(), at -> {
            long[] index = java.util.Arrays.stream(at).asLongStream().toArray();
            double value = expected.getDouble(index);
            if (Double.isNaN(value))
                assertThat(found.getDouble(index)).as(what).isNaN();
            else
                assertThat(found.getDouble(index)).as("%s at %s", what, java.util.Arrays.toString(at))
                        .isCloseTo(value, within(tolerance * Math.max(1, Math.abs(value))));
        });
    }
}
