package org.stridescope.ui.model.ladder;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.stridescope.array.DType;
import org.stridescope.kernel.exercise.MatmulExercise.MatmulRun;
import org.stridescope.kernel.exercise.MatmulWay;
import org.stridescope.ui.model.ladder.MatmulModel.Result;

import static org.assertj.core.api.Assertions.assertThat;

class MatmulModelTest {
    private static MatmulRun run(MatmulWay way, double... seconds) {
        return new MatmulRun(way, 0, true, seconds, 0);
    }

    @Test
    void comparesTheMediansOfTheLibraryAndThePlainLoops() {
        Result result = new Result(100, DType.FLOAT32, List.of(run(MatmulWay.PLAIN, 0.1, 0.4, 9),
                run(MatmulWay.INTRINSIC, 0.1), run(MatmulWay.BLAS, 0.01, 0.1, 0.2)));
        assertThat(MatmulModel.words(result)).startsWith("float32: the BLAS is ").contains("4").contains(
                "as fast as three plain loops");
    }

    @Test
    void saysNothingWhereOneOfTheTwoWasNotTimed() {
        assertThat(MatmulModel.words(new Result(9, DType.FLOAT64, List.of(run(MatmulWay.PLAIN, 1))))).isEmpty();
        assertThat(MatmulModel.words(new Result(9, DType.FLOAT64,
                List.of(run(MatmulWay.PLAIN, 1), run(MatmulWay.BLAS))))).isEmpty();
        assertThat(MatmulModel.median(run(MatmulWay.BLAS))).isEmpty();
    }
}
