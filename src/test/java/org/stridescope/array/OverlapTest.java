package org.stridescope.array;

import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class OverlapTest {
    /** Random views of one small buffer against the sets of bytes that they touch. */
    @RepeatedTest(400)
    void sharesWhatTheSetsOfBytesShare(RepetitionInfo repetition) {
        RandomArrays arrays = new RandomArrays(repetition.getCurrentRepetition());
        NDArray whole = NDArray.zeros(arrays.memory(), DType.INT8, 160);
        NDArray a = view(whole, arrays);
        NDArray b = view(whole, arrays);
        Set<Long> bytes = bytes(a);
        boolean meet = !Collections.disjoint(bytes, bytes(b));
        assertThat(Overlap.sharesMemory(a, b)).as("%s and %s", a.layout(), b.layout()).isEqualTo(meet);
        assertThat(Overlap.sharesMemory(b, a)).isEqualTo(meet);
        assertThat(Overlap.extentsMeet(a, b) || !meet).isTrue();
    }

    private static NDArray view(NDArray whole, RandomArrays arrays) {
        DType dtype = arrays.random().nextBoolean() ? DType.INT8 : DType.INT16;
        while (true) {
            long[] shape = arrays.shape(3);
            long[] strides = new long[shape.length];
            for (int axis = 0; axis < strides.length; axis++)
                strides[axis] = arrays.random().nextInt(41) - 20;
            Layout layout = Layout.of(shape, strides, arrays.random().nextInt(150));
            if (layout.firstByte() >= 0 && layout.endByte(dtype.itemsize()) <= 160)
                return whole.view(dtype, layout);
        }
    }

    private static Set<Long> bytes(NDArray array) {
        Set<Long> bytes = new HashSet<>();
        for (long offset : RandomArrays.offsets(array.layout()))
            for (int i = 0; i < array.itemsize(); i++)
                bytes.add(offset + i);
        return bytes;
    }

    @Test
    void evenAndOddItemsMeetInExtentOnly() {
        NDArray x = NDArray.zeros(ArrayMemory.collected(), DType.INT64, 10);
        NDArray even = x.slice(new Slice(null, null, 2L));
        NDArray odd = x.slice(new Slice(1L, null, 2L));
        assertThat(Overlap.extentsMeet(even, odd)).isTrue();
        assertThat(Overlap.sharesMemory(even, odd)).isFalse();
        assertThat(Overlap.sharesMemory(even, x)).isTrue();
    }
}
