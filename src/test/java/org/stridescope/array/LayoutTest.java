package org.stridescope.array;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Each transform of a random layout against where brute force finds every item. */
final class LayoutTest {
    private static Layout random(RandomArrays arrays) {
        return arrays.array(DType.INT16, true, arrays.shape(4)).layout();
    }

    @RepeatedTest(100)
    void firstAndEndByteEncloseTheItems(RepetitionInfo repetition) {
        Layout layout = random(new RandomArrays(repetition.getCurrentRepetition()));
        List<Long> offsets = RandomArrays.offsets(layout);
        assertThat(layout.size()).isEqualTo(offsets.size());
        if (offsets.isEmpty())
            return;
        assertThat(layout.firstByte()).isEqualTo(Collections.min(offsets));
        assertThat(layout.endByte(2)).isEqualTo(Collections.max(offsets) + 2);
    }

    @RepeatedTest(100)
    void contiguousMeansOneItemAfterTheOther(RepetitionInfo repetition) {
        Layout layout = random(new RandomArrays(repetition.getCurrentRepetition()));
        assertThat(layout.isCContiguous(2)).isEqualTo(runs(RandomArrays.offsets(layout)));
        assertThat(layout.isFContiguous(2)).isEqualTo(runs(RandomArrays.offsets(layout.transpose())));
    }

    private static boolean runs(List<Long> offsets) {
        for (int i = 1; i < offsets.size(); i++)
            if (offsets.get(i) != offsets.get(i - 1) + 2)
                return false;
        return true;
    }

    @RepeatedTest(100)
    void permutingMovesIndicesOnly(RepetitionInfo repetition) {
        RandomArrays arrays = new RandomArrays(repetition.getCurrentRepetition());
        Layout layout = random(arrays);
        List<Integer> order = new java.util.ArrayList<>();
        for (int axis = 0; axis < layout.ndim(); axis++)
            order.add(axis);
        Collections.shuffle(order, arrays.random());
        Layout permuted = layout.permute(order.stream().mapToInt(Integer::intValue).toArray());
        for (long[] index : RandomArrays.indices(permuted.shape())) {
            long[] original = new long[index.length];
            for (int i = 0; i < index.length; i++)
                original[order.get(i)] = index[i];
            assertThat(permuted.offset(index)).isEqualTo(layout.offset(original));
        }
    }

    @RepeatedTest(100)
    void slicingTakesEveryStepthItemOfOneAxis(RepetitionInfo repetition) {
        RandomArrays arrays = new RandomArrays(repetition.getCurrentRepetition());
        Random random = arrays.random();
        Layout layout = arrays.array(DType.INT16, true, 3, 4, 2).layout();
        int axis = random.nextInt(3);
        Slice slice = Slice.of(random.nextInt(9) - 4, random.nextInt(9) - 4, random.nextBoolean() ? 2 : -1);
        Slice.Range range = slice.over(layout.shape(axis));
        Layout cut = layout.slice(axis, slice);
        assertThat(cut.shape(axis)).isEqualTo(range.length());
        for (long[] index : RandomArrays.indices(cut.shape())) {
            long[] original = index.clone();
            original[axis] = range.start() + index[axis] * range.step();
            assertThat(cut.offset(index)).isEqualTo(layout.offset(original));
        }
    }

    @RepeatedTest(50)
    void stretchingRepeatsItems(RepetitionInfo repetition) {
        RandomArrays arrays = new RandomArrays(repetition.getCurrentRepetition());
        long[] target = arrays.shape(4);
        long[] shape = Arrays.copyOfRange(target, arrays.random().nextInt(target.length + 1), target.length);
        for (int axis = 0; axis < shape.length; axis++)
            if (arrays.random().nextBoolean())
                shape[axis] = 1;
        Layout layout = arrays.array(DType.INT16, false, shape).layout();
        Layout wide = layout.broadcastTo(target);
        assertThat(wide.shape()).containsExactly(target);
        for (long[] index : RandomArrays.indices(target)) {
            long[] own = Arrays.copyOfRange(index, target.length - shape.length, target.length);
            for (int axis = 0; axis < own.length; axis++)
                own[axis] = shape[axis] == 1 ? 0 : own[axis];
            assertThat(wide.offset(index)).isEqualTo(layout.offset(own));
        }
    }

    @Test
    void anIndexDropsAnAxisAndANewAxisIsOneLong() {
        Layout layout = Layout.cOrder(8, 3, 4);
        assertThat(layout.at(0, -1)).isEqualTo(Layout.of(new long[]{4}, new long[]{8}, 64));
        assertThat(layout.newAxis(1)).isEqualTo(Layout.of(new long[]{3, 1, 4}, new long[]{32, 0, 8}, 0));
    }

    @Test
    void errorsAreNumPysWords() {
        Layout layout = Layout.cOrder(8, 3, 4);
        assertThatThrownBy(() -> layout.at(1, 4)).hasMessage("index 4 is out of bounds for axis 1 with size 4");
        assertThatThrownBy(() -> layout.permute(0)).hasMessage("axes don't match array");
        assertThatThrownBy(() -> layout.permute(1, 1)).hasMessage("repeated axis in transpose");
        assertThatThrownBy(() -> Layout.normalizeAxis(2, 2))
                .hasMessage("axis 2 is out of bounds for array of dimension 2");
        assertThatThrownBy(() -> layout.broadcastTo(3, 5)).isInstanceOf(ArrayError.class)
                .hasMessageContaining("could not be broadcast");
    }
}
