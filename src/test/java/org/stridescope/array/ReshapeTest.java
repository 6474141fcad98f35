package org.stridescope.array;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class ReshapeTest {
    /** A view exists exactly where the items' bytes are an affine function of the new index. */
    @RepeatedTest(300)
    void showsTheSameItemsOrNothing(RepetitionInfo repetition) {
        RandomArrays arrays = new RandomArrays(repetition.getCurrentRepetition());
        long[][] shapes = {{12}, {2, 6}, {6, 2}, {3, 4}, {4, 3}, {2, 3, 2}, {3, 2, 2}, {1, 12}, {2, 1, 6}, {3, 4, 1},
                {2, 2, 3}};
        long[] from = shapes[arrays.random().nextInt(shapes.length)];
        long[] to = shapes[arrays.random().nextInt(shapes.length)];
        Layout layout = arrays.array(DType.INT32, true, from).layout();
        List<Long> offsets = RandomArrays.offsets(layout);
        Layout viewed = Reshape.view(layout, 4, to);
        Layout expected = affine(offsets, to);
        assertThat(viewed == null).as("%s as %s", layout, Shapes.text(to)).isEqualTo(expected == null);
        if (viewed != null)
            assertThat(RandomArrays.offsets(viewed)).isEqualTo(offsets);
        NDArray array = arrays.array(DType.INT32, true, from);
        assertThat(RandomArrays.items(array.reshape(arrays.memory(), to))).isEqualTo(RandomArrays.items(array));
    }

    private static @Nullable Layout affine(List<Long> offsets, long... shape) {
        long[] strides = new long[shape.length];
        int step = 1;
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            strides[axis] = shape[axis] > 1 ? offsets.get(step) - offsets.get(0) : 0;
            step *= (int) shape[axis];
        }
        Layout layout = Layout.of(shape, strides, offsets.get(0));
        return RandomArrays.offsets(layout).equals(offsets) ? layout : null;
    }

    @Test
    void settlesTheUnknownLength() {
        assertThat(Reshape.settle(12, 3, -1)).containsExactly(3, 4);
        assertThat(Reshape.settle(0, -1, 5)).containsExactly(0, 5);
        assertThat(Reshape.settle(1)).isEmpty();
    }

    @Test
    void refusesWhatDoesNotFit() {
        assertThatThrownBy(() -> Reshape.settle(12, 5, -1))
                .hasMessage("cannot reshape array of size 12 into shape (5,newaxis)");
        assertThatThrownBy(() -> Reshape.settle(12, -1, -1)).hasMessage("can only specify one unknown dimension");
        assertThatThrownBy(() -> Reshape.settle(12, 13)).hasMessage("cannot reshape array of size 12 into shape (13,)");
    }
}
