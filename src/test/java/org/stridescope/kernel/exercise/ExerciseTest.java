package org.stridescope.kernel.exercise;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.stridescope.array.DType;
import org.stridescope.kernel.Cancellation;
import org.stridescope.kernel.KernelError;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

class ExerciseTest {
    private final MatmulExercise matmul = MatmulExercise.open();

    @ParameterizedTest
    @EnumSource(MatmulWay.class)
    void everyWayIsRightInBothPrecisions(MatmulWay way) {
        assumeTrue(matmul.availability(way).isAvailable(), () -> matmul.availability(way).sentence());
        for (DType dtype : List.of(DType.FLOAT64, DType.FLOAT32)) {
            for (int n : new int[]{1, 7, 65, 130}) {
                var runs = matmul.run(n, dtype, List.of(way), 2, new Cancellation());
                assertThat(runs).singleElement().satisfies(run -> {
                    assertThat(run.right()).as("%s n=%d error %g", dtype, n, run.relativeError()).isTrue();
                    assertThat(run.seconds()).hasSize(2);
                    assertThat(run.flops()).isPositive();
                });
            }
        }
    }

    @Test
    void saysWhatDoesNotFit() {
        assertThatThrownBy(() -> matmul.run(1501, DType.FLOAT64, List.of(), 1, new Cancellation()))
                .isInstanceOf(KernelError.class).hasMessage("n must be 1 to 1500, not 1501");
    }
}
