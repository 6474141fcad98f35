package org.stridescope.ufunc;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.stridescope.array.ArrayMemory;
import org.stridescope.array.DType;
import org.stridescope.array.NDArray;
import org.stridescope.array.RandomArrays;
import org.stridescope.array.Slice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

final class ReductionTest {
    private static final DType[] DTYPES = {DType.INT8, DType.INT64, DType.FLOAT32, DType.FLOAT64, DType.COMPLEX128};

    /** Small whole numbers over random axes of random layouts: exact, whatever the order of the additions. */
    @RepeatedTest(400)
    void foldsTheItemsOfEachGroup(RepetitionInfo repetition) {
        RandomArrays arrays = new RandomArrays(repetition.getCurrentRepetition());
        int n = arrays.random().nextInt(3) == 0 ? 70 : 4;
        NDArray array = arrays.array(DTYPES[arrays.random().nextInt(DTYPES.length)], true,
                1 + arrays.random().nextInt(3), 1 + arrays.random().nextInt(n), 1 + arrays.random().nextInt(n));
        List<Integer> axes = new ArrayList<>();
        for (int axis = 0; axis < 3; axis++)
            if (arrays.random().nextBoolean())
                axes.add(axis);
        boolean sum = arrays.random().nextBoolean();
        Map<List<Long>, Double> groups = new LinkedHashMap<>();
        for (long[] index : RandomArrays.indices(array.shape())) {
            List<Long> group = new ArrayList<>();
            for (int axis = 0; axis < 3; axis++)
                group.add(axes.contains(axis) ? 0L : index[axis]);
            groups.merge(group, array.getDouble(index), sum ? Double::sum : Math::max);
        }
        NDArray result = Reduction.reduce(sum ? Ufuncs.ADD : Ufuncs.MAXIMUM, array,
                axes.stream().mapToInt(Integer::intValue).toArray(), true, null, null, arrays.memory());
        assertThat(result.size()).isEqualTo(groups.size());
        groups.forEach((group, expected) -> assertThat(
                result.getDouble(group.stream().mapToLong(Long::longValue).toArray()))
                .as("%s over %s at %s", array.layout(), axes, group).isEqualTo(expected));
    }

    /** The error grows with the logarithm of the length: a plain running sum fails this by far. */
    @ParameterizedTest
    @ValueSource(ints = {1, 7, 8, 15, 127, 128, 129, 511, 513, 1000, 100_000, 1_000_003})
    void longSumsStayAccurate(int n) {
        ArrayMemory memory = ArrayMemory.collected();
        NDArray x = NDArray.zeros(memory, DType.FLOAT64, n);
        BigDecimal exact = BigDecimal.ZERO;
        for (int i = 0; i < n; i++) {
            double item = 0.1 + 1e-7 * (i % 10);
            x.setDouble(item, i);
            exact = exact.add(new BigDecimal(item));
        }
        double sum = Reduction.reduce(Ufuncs.ADD, x, null, false, null, null, memory).getDouble();
        assertThat(sum).isCloseTo(exact.doubleValue(), within(4e-16 * exact.doubleValue()));
    }

    /** Four rows at a pass, and what is left of them; rows that run backwards, and with a gap between them. */
    @ParameterizedTest
    @ValueSource(ints = {15, 16, 23, 512, 513, 1300})
    void rowsOfAMatrix(int columns) {
        ArrayMemory memory = ArrayMemory.collected();
        NDArray wide = NDArray.zeros(memory, DType.FLOAT64, 18, columns + 3);
        for (int i = 0; i < 18; i++)
            for (int j = 0; j < columns + 3; j++)
                wide.setDouble(i * 1000 + j, i, j);
        Slice inner = Slice.of(2, columns + 2);
        for (int rows = 1; rows < 10; rows++) {
            for (Slice down : List.of(Slice.of(0, rows), new Slice((long) rows - 1, null, -1L),
                    new Slice(0L, 2L * rows, 2L))) {
                NDArray matrix = wide.slice(down, inner);
                NDArray sums = Reduction.reduce(Ufuncs.ADD, matrix, new int[]{1}, false, null, null, memory);
                for (int i = 0; i < rows; i++) {
                    double first = matrix.getDouble(i, 0);
                    assertThat(sums.getDouble(i)).isEqualTo(columns * (first + first + columns - 1) / 2);
                }
            }
        }
    }
}
