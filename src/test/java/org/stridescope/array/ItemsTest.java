package org.stridescope.array;

import java.util.List;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class ItemsTest {
    private static final DType[] DTYPES = {DType.INT8, DType.INT16, DType.INT32, DType.INT64, DType.FLOAT32,
            DType.FLOAT64, DType.COMPLEX128};

    @RepeatedTest(200)
    void assignsEveryItemBroadcastAndCast(RepetitionInfo repetition) {
        RandomArrays arrays = new RandomArrays(repetition.getCurrentRepetition());
        NDArray to = arrays.array(DTYPES[arrays.random().nextInt(DTYPES.length)], false, arrays.shape(4));
        long[] shape = to.shape();
        for (int axis = 0; axis < shape.length; axis++)
            if (arrays.random().nextInt(3) == 0)
                shape[axis] = 1;
        NDArray from = arrays.array(DTYPES[arrays.random().nextInt(DTYPES.length)], true, shape);
        List<Double> expected = RandomArrays.items(from.broadcastTo(to.shape()));
        Items.assign(from, to, arrays.memory());
        assertThat(RandomArrays.items(to)).isEqualTo(expected);
    }

    @RepeatedTest(200)
    void readsAllBeforeItWritesWhereTheTwoOverlap(RepetitionInfo repetition) {
        RandomArrays arrays = new RandomArrays(repetition.getCurrentRepetition());
        NDArray whole = arrays.array(DType.FLOAT64, false, 6, 6);
        NDArray from = corner(whole, arrays);
        NDArray to = corner(whole, arrays);
        List<Double> expected = RandomArrays.items(from);
        Items.assign(from, to, arrays.memory());
        assertThat(RandomArrays.items(to)).as("%s into %s", from.layout(), to.layout()).isEqualTo(expected);
    }

    private static NDArray corner(NDArray whole, RandomArrays arrays) {
        int row = arrays.random().nextInt(3);
        int column = arrays.random().nextInt(3);
        NDArray corner = whole.slice(Slice.of(row, row + 4), Slice.of(column, column + 4));
        return switch (arrays.random().nextInt(3)) {
            case 0 -> corner.transpose();
            case 1 -> Views.flip(corner, null);
            default -> corner;
        };
    }

    @RepeatedTest(20)
    void copiesLargeTransposesTileByTile(RepetitionInfo repetition) {
        RandomArrays arrays = new RandomArrays(repetition.getCurrentRepetition());
        NDArray from = arrays.array(DTYPES[arrays.random().nextInt(DTYPES.length)], false,
                30 + arrays.random().nextInt(80),
                30 + arrays.random().nextInt(80)).transpose();
        NDArray copy = from.copy(arrays.memory());
        assertThat(copy.isCContiguous()).isTrue();
        assertThat(RandomArrays.items(copy)).isEqualTo(RandomArrays.items(from));
    }

    @Test
    void leavesEverythingBesideTheTargetAlone() {
        ArrayMemory memory = ArrayMemory.collected();
        NDArray x = NDArray.of(memory, 1, 2, 3, 4, 5, 6);
        Items.assign(NDArray.of(memory, 7, 8, 9), x.slice(new Slice(null, null, 2L)), memory);
        assertThat(RandomArrays.items(x)).containsExactly(7.0, 2.0, 8.0, 4.0, 9.0, 6.0);
    }

    @Test
    void refusesInNumPysWords() {
        ArrayMemory memory = ArrayMemory.collected();
        NDArray x = NDArray.of(memory, 1, 2, 3);
        assertThatThrownBy(() -> Items.assign(NDArray.of(memory, 1, 2), x, memory))
                .hasMessage("could not broadcast input array from shape (2,) into shape (3,)");
        assertThatThrownBy(() -> Items.assign(x, x.broadcastTo(2, 3), memory))
                .hasMessage("assignment destination is read-only");
    }
}
