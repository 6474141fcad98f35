package org.stridescope.ufunc;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

import org.stridescope.array.ArrayError;
import org.stridescope.array.ArrayMemory;
import org.stridescope.array.Broadcast;
import org.stridescope.array.DType;
import org.stridescope.array.NDArray;
import org.stridescope.array.RandomArrays;
import org.stridescope.array.Slice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Ufuncs over random layouts against one item at a time; the items are small whole numbers, so answers are exact. */
final class ElementwiseTest {
    private static final DType[] DTYPES = {DType.INT8, DType.INT16, DType.INT32, DType.INT64, DType.FLOAT16,
            DType.FLOAT32, DType.FLOAT64, DType.COMPLEX128};
    private static final String[] NAMES = {"add", "subtract", "multiply", "maximum", "minimum", "less", "equal"};

    private static DoubleBinaryOperator naive(String name) {
        return switch (name) {
            case "add" -> (a, b) -> a + b;
            case "subtract" -> (a, b) -> a - b;
            case "multiply" -> (a, b) -> a * b;
            case "maximum" -> Math::max;
            case "minimum" -> Math::min;
            case "less" -> (a, b) -> a < b ? 1 : 0;
            case "equal" -> (a, b) -> a == b ? 1 : 0;
            default -> throw new IllegalArgumentException(name);
        };
    }

    @RepeatedTest(400)
    void everyItemIsTheOperationOnItsItems(RepetitionInfo repetition) {
        RandomArrays arrays = new RandomArrays(repetition.getCurrentRepetition());
        int n = arrays.random().nextInt(4) == 0 ? 100 : 4; // long runs go through the vector loops
        long[] shape = {1 + arrays.random().nextInt(3), 1 + arrays.random().nextInt(n), 1 + arrays.random().nextInt(n)};
        NDArray a = operand(arrays, shape);
        NDArray b = operand(arrays, shape);
        String name = NAMES[arrays.random().nextInt(NAMES.length)];
        NDArray result = Elementwise.apply(Ufuncs.get(name), arrays.memory(), a, b);
        long[] broadcast = Broadcast.shape(a.shape(), b.shape());
        assertThat(result.shape()).containsExactly(broadcast);
        NDArray wideA = a.broadcastTo(broadcast);
        NDArray wideB = b.broadcastTo(broadcast);
        for (long[] index : RandomArrays.indices(broadcast)) {
            double expected = naive(name).applyAsDouble(wideA.getDouble(index), wideB.getDouble(index));
            assertThat(result.getDouble(index)).as("%s of %s and %s at %s", name, a.layout(), b.layout(),
                    Arrays.toString(index)).isEqualTo(expected == 0 ? Math.abs(expected) : expected);
        }
    }

    private static NDArray operand(RandomArrays arrays, long... shape) {
        long[] own = Arrays.copyOfRange(shape, arrays.random().nextInt(2), shape.length);
        for (int axis = 0; axis < own.length; axis++)
            if (arrays.random().nextInt(4) == 0)
                own[axis] = 1;
        return arrays.array(DTYPES[arrays.random().nextInt(DTYPES.length)], true, own);
    }

    @RepeatedTest(100)
    void intoAnOperandThatOverlapsAsIfReadFirst(RepetitionInfo repetition) {
        RandomArrays arrays = new RandomArrays(repetition.getCurrentRepetition());
        NDArray whole = arrays.array(DType.FLOAT64, false, 40);
        int shift = arrays.random().nextInt(5);
        NDArray a = whole.slice(Slice.of(shift, shift + 30));
        NDArray b = whole.slice(new Slice(shift + 29L, shift == 0 ? null : shift - 1L, -1L));
        NDArray out = whole.slice(Slice.of(2, 32));
        double[] expected = new double[30];
        for (int i = 0; i < 30; i++)
            expected[i] = a.getDouble(i) + b.getDouble(i);
        Elementwise.apply(Ufuncs.ADD, arrays.memory(), out, (DType) null, a, b);
        for (int i = 0; i < 30; i++)
            assertThat(out.getDouble(i)).isEqualTo(expected[i]);
    }

    @Test
    void theResultKeepsTheOperandsOrder() {
        ArrayMemory memory = ArrayMemory.collected();
        NDArray x = NDArray.zerosF(memory, DType.FLOAT64, 3, 4);
        assertThat(Elementwise.apply(Ufuncs.ADD, memory, x, x).isFContiguous()).isTrue();
        NDArray y = NDArray.zeros(memory, DType.FLOAT64, 3, 4);
        assertThat(Elementwise.apply(Ufuncs.ADD, memory, y, y).isCContiguous()).isTrue();
    }

    @Test
    void integersWrapAroundAndBooleansAreNotSubtracted() {
        ArrayMemory memory = ArrayMemory.collected();
        NDArray x = NDArray.zeros(memory, DType.INT8, 1);
        x.setLong(100, 0);
        assertThat(Elementwise.apply(Ufuncs.ADD, memory, x, x).getLong(0)).isEqualTo(-56);
        NDArray truth = NDArray.zeros(memory, DType.BOOL, 1);
        assertThatThrownBy(() -> Elementwise.apply(Ufuncs.SUBTRACT, memory, truth, truth))
                .isInstanceOf(ArrayError.class).hasMessageContaining("numpy boolean subtract");
    }
}
