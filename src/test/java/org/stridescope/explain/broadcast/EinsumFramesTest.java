package org.stridescope.explain.broadcast;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.stridescope.array.ArrayError;
import org.stridescope.array.ArrayMemory;
import org.stridescope.array.DType;
import org.stridescope.array.NDArray;
import org.stridescope.einsum.Subscripts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EinsumFramesTest {
    private static EinsumFrames frames(String subscripts, long[]... shapes) {
        List<Operand> operands = new ArrayList<>();
        List<NDArray> arrays = new ArrayList<>();
        for (long[] shape : shapes) {
            operands.add(new Operand("xyz".substring(operands.size(), operands.size() + 1), shape, 8));
            arrays.add(NDArray.zeros(ArrayMemory.collected(), DType.FLOAT64, shape));
        }
        return EinsumFrames.of(Subscripts.parse(subscripts, arrays.toArray(NDArray[]::new)), operands);
    }

    @Test
    void nestsTheSummedLettersInside() {
        EinsumFrames rows = frames("ij,ij->i", new long[]{2, 3}, new long[]{2, 3});
        assertThat(rows.letters()).containsExactly('i', 'j');
        assertThat(rows.isSummed('j')).isTrue();
        assertThat(rows.isSummed('i')).isFalse();
        assertThat(rows.size()).isEqualTo(6);
        assertThat(rows.summedSteps()).isEqualTo(3);
        assertThat(rows.step(4))
                .isEqualTo(new EinsumFrames.Step(List.of(1L, 1L), List.of(List.of(1L, 1L), List.of(1L, 1L)),
                        List.of(1L), false));
        assertThat(rows.step(3).first()).isTrue();
        assertThat(rows.code("out")).containsExactly("for i in range(2):", "    for j in range(3):",
                "        out[i] += x[i, j] * y[i, j]");
    }

    @Test
    void multipliesMatricesWhenItsStepsAreCarriedOut() {
        EinsumFrames product = frames("ik,kj->ij", new long[]{3, 4}, new long[]{4, 2});
        double[][] out = new double[3][2];
        for (long t = 0; t < product.size(); t++) {
            EinsumFrames.Step step = product.step(t);
            List<Long> a = step.items().get(0);
            List<Long> b = step.items().get(1);
            double term = (1 + a.get(0) * 4 + a.get(1)) * (2 + b.get(0) * 2 + b.get(1));
            double[] row = out[step.into().get(0).intValue()];
            int j = step.into().get(1).intValue();
            row[j] = step.first() ? term : row[j] + term;
        }
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 2; j++) {
                double expected = 0;
                for (int k = 0; k < 4; k++)
                    expected += (1 + i * 4 + k) * (2 + k * 2 + j);
                assertThat(out[i][j]).isEqualTo(expected);
            }
        }
    }

    @Test
    void tracesScalarsAndOrdersOutputs() {
        EinsumFrames trace = frames("ii->", new long[]{4, 4});
        assertThat(trace.size()).isEqualTo(4);
        assertThat(trace.outputShape()).isEmpty();
        assertThat(trace.step(2).items()).containsExactly(List.of(2L, 2L));
        assertThat(frames("ij->ji", new long[]{2, 3}).outputShape()).containsExactly(3, 2);
        assertThat(frames("ij,j->ij", new long[]{2, 3}, new long[]{1}).step(2).items().get(1)).containsExactly(0L);
    }

    @Test
    void anEllipsisStandsForAxesOfItsOwn() {
        EinsumFrames batch = frames("...ij,...jk->...ik", new long[]{5, 2, 3}, new long[]{5, 3, 4});
        assertThat(batch.hidden()).containsExactly('\u03b1');
        assertThat(batch.outputShape()).containsExactly(5, 2, 4);
        assertThat(batch.size()).isEqualTo(5 * 2 * 4 * 3);
        assertThat(batch.code("out").getLast().strip()).isEqualTo(
                "out[\u03b1, i, k] += x[\u03b1, i, j] * y[\u03b1, j, k]");
        assertThat(frames("i...", new long[]{2, 3}).outputShape()).containsExactly(3, 2);
        assertThat(frames("ba,bc", new long[]{2, 3}, new long[]{2, 4}).output()).isEqualTo("ac");
    }

    @Test
    void refusesWhatDoesNotFitInNumPysWords() {
        assertThatThrownBy(() -> frames("ij->i", new long[]{3})).isInstanceOf(ArrayError.class)
                .hasMessageContaining("too many subscripts for operand 0");
        assertThatThrownBy(() -> frames("ij,ij->i", new long[]{2, 3}, new long[]{2, 4}))
                .isInstanceOf(ArrayError.class).hasMessageContaining("could not be broadcast together");
        assertThatThrownBy(() -> frames("ij->k", new long[]{2, 3})).isInstanceOf(ArrayError.class);
        assertThatThrownBy(() -> frames("ij->ii", new long[]{2, 3})).isInstanceOf(ArrayError.class);
        assertThatThrownBy(() -> frames("ij,j->i", new long[]{2, 3})).isInstanceOf(ArrayError.class);
    }
}
