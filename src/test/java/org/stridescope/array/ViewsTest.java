package org.stridescope.array;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class ViewsTest {
    private static NDArray random(RandomArrays arrays) {
        return arrays.array(DType.INT16, true, 2, 3, 4);
    }

    @RepeatedTest(50)
    void swappingMovingAndRollingMoveAxes(RepetitionInfo repetition) {
        RandomArrays arrays = new RandomArrays(repetition.getCurrentRepetition());
        NDArray array = random(arrays);
        int from = arrays.random().nextInt(3);
        int to = arrays.random().nextInt(3);
        NDArray swapped = Views.swapAxes(array, from, to - 3);
        NDArray moved = Views.moveAxis(array, new int[]{from - 3}, new int[]{to});
        NDArray rolled = Views.rollAxis(array, from, 0);
        for (long[] index : RandomArrays.indices(array.shape())) {
            double item = array.getDouble(index);
            long[] exchanged = index.clone();
            exchanged[from] = index[to];
            exchanged[to] = index[from];
            assertThat(swapped.getDouble(exchanged)).isEqualTo(item);
            assertThat(moved.getDouble(reinserted(index, from, to))).isEqualTo(item);
            assertThat(rolled.getDouble(reinserted(index, from, 0))).isEqualTo(item);
        }
    }

    private static long[] reinserted(long[] index, int from, int to) {
        List<Long> rest = new ArrayList<>();
        for (long i : index)
            rest.add(i);
        rest.add(to, rest.remove(from));
        return rest.stream().mapToLong(Long::longValue).toArray();
    }

    @RepeatedTest(50)
    void flippingAndDiagonals(RepetitionInfo repetition) {
        RandomArrays arrays = new RandomArrays(repetition.getCurrentRepetition());
        NDArray array = random(arrays);
        NDArray flipped = Views.flip(array, new int[]{-1, 0});
        for (long[] index : RandomArrays.indices(array.shape()))
            assertThat(flipped.getDouble(1 - index[0], index[1], 3 - index[2])).isEqualTo(array.getDouble(index));
        int k = arrays.random().nextInt(9) - 4;
        NDArray diagonal = Views.diagonal(array, k, 1, 2);
        List<Double> expected = new ArrayList<>();
        for (long[] index : RandomArrays.indices(array.shape()))
            if (index[2] - index[1] == k)
                expected.add(array.getDouble(index));
        assertThat(RandomArrays.items(diagonal)).isEqualTo(expected);
        assertThat(diagonal.isWriteable()).isFalse();
    }

    @Test
    void droppedAndNewAxesKeepTheItems() {
        RandomArrays arrays = new RandomArrays(5);
        NDArray array = arrays.array(DType.INT16, false, 1, 3, 1, 2);
        assertThat(Views.squeeze(array, null).shape()).containsExactly(3, 2);
        assertThat(Views.squeeze(array, new int[]{-2}).shape()).containsExactly(1, 3, 2);
        assertThat(Views.expandDims(array, 0, -1).shape()).containsExactly(1, 1, 3, 1, 2, 1);
        assertThat(RandomArrays.items(Views.squeeze(array, null))).isEqualTo(RandomArrays.items(array));
        assertThat(RandomArrays.items(Views.expandDims(array, 0, -1))).isEqualTo(RandomArrays.items(array));
    }

    @Test
    void anotherDtypeReadsTheSameBytes() {
        ArrayMemory memory = ArrayMemory.collected();
        NDArray x = NDArray.zeros(memory, DType.INT32, 2, 2);
        x.setLong(0x01020304, 0, 1);
        NDArray bytes = Views.as(x, DType.UINT8);
        assertThat(bytes.shape()).containsExactly(2, 8);
        assertThat(RandomArrays.items(bytes).subList(4, 8)).containsExactlyInAnyOrder(1.0, 2.0, 3.0, 4.0);
        assertThat(RandomArrays.items(Views.as(bytes, DType.INT32))).isEqualTo(RandomArrays.items(x));
        assertThatThrownBy(() -> Views.as(x.transpose(), DType.INT16)).hasMessage(
                "To change to a dtype of a different size, the last axis must be contiguous");
    }

    @Test
    void asStridedStaysInsideTheBuffer() {
        NDArray x = NDArray.of(ArrayMemory.collected(), 0, 1, 2, 3, 4);
        NDArray windows = Views.asStrided(x, new long[]{3, 3}, new long[]{8, 8});
        assertThat(RandomArrays.items(windows)).containsExactly(0.0, 1.0, 2.0, 1.0, 2.0, 3.0, 2.0, 3.0, 4.0);
        assertThatThrownBy(() -> Views.asStrided(x, new long[]{6}, new long[]{8})).isInstanceOf(ArrayError.class)
                .hasMessageContaining("reach outside the buffer of 40 bytes");
        assertThatThrownBy(() -> Views.asStrided(x, new long[]{1L << 62, 4}, new long[]{1L << 62, 8}))
                .isInstanceOf(ArrayError.class);
    }
}
