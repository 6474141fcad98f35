package org.stridescope.array;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Random indices against the rules spelled out item by item. */
final class IndexingTest {
    /** One index array a whole axis can do: the positions in axis order, and whether they stay side by side. */
    private record Choice(List<Index> indices, List<long[]> positions, boolean fancyTogether, int firstFancy) {}

    @RepeatedTest(300)
    void takesTheItemsThatTheOuterRuleNames(RepetitionInfo repetition) {
        RandomArrays arrays = new RandomArrays(repetition.getCurrentRepetition());
        NDArray array = arrays.array(DType.INT32, false, 3, 4, 2);
        Choice choice = choice(arrays, array);
        NDArray taken = Indexing.get(array, choice.indices, arrays.memory());
        List<Double> expected = new ArrayList<>();
        for (long[] index : expectedIndices(choice))
            expected.add(array.getDouble(index));
        assertThat(RandomArrays.items(taken)).as("%s", choice.indices).isEqualTo(expected);
    }

    @RepeatedTest(300)
    void writesWhereItReads(RepetitionInfo repetition) {
        RandomArrays arrays = new RandomArrays(repetition.getCurrentRepetition());
        NDArray array = arrays.array(DType.INT32, false, 3, 4, 2);
        Choice choice = choice(arrays, array);
        NDArray taken = Indexing.get(array, choice.indices, arrays.memory());
        NDArray values = arrays.array(DType.INT16, false, taken.shape());
        NDArray expected = array.copy(arrays.memory());
        List<Double> items = RandomArrays.items(values);
        List<long[]> places = expectedIndices(choice);
        // an item named twice keeps the last value written, as a loop leaves it
        for (int i = 0; i < places.size(); i++)
            expected.setDouble(items.get(i), places.get(i));
        Indexing.set(array, choice.indices, values, arrays.memory());
        assertThat(RandomArrays.items(array)).as("%s", choice.indices).isEqualTo(RandomArrays.items(expected));
    }

    /** For each axis a slice, or an index array of the common length 3; integers only where no array stands beside. */
    private static Choice choice(RandomArrays arrays, NDArray array) {
        Random random = arrays.random();
        List<Index> indices = new ArrayList<>();
        List<long[]> positions = new ArrayList<>();
        List<Integer> fancy = new ArrayList<>();
        for (int axis = 0; axis < 3; axis++) {
            long length = array.shape(axis);
            if (random.nextBoolean()) {
                Slice slice = Slice.of(random.nextInt(7) - 3, random.nextInt(7) - 3, random.nextBoolean() ? 1 : -1);
                Slice.Range range = slice.over(length);
                indices.add(new Index.Range(slice));
                positions.add(positions((int) range.length(), i -> range.start() + i * range.step()));
            } else {
                NDArray chosen = NDArray.zeros(arrays.memory(), DType.INT64, 3);
                for (long i = 0; i < 3; i++)
                    chosen.setLong(random.nextInt((int) (2 * length)) - length, i);
                indices.add(new Index.Items(chosen));
                positions.add(positions(3, i -> Math.floorMod(chosen.getLong(i), length)));
                fancy.add(axis);
            }
        }
        boolean together = fancy.isEmpty() || fancy.getLast() - fancy.getFirst() == fancy.size() - 1;
        return new Choice(indices, positions, together, fancy.isEmpty() ? -1 : fancy.getFirst());
    }

    private static long[] positions(int length, java.util.function.LongUnaryOperator at) {
        long[] positions = new long[length];
        Arrays.setAll(positions, i -> at.applyAsLong(i));
        return positions;
    }

    /** The original index of each item of the answer, in the answer's C order. */
    private static List<long[]> expectedIndices(Choice choice) {
        List<Integer> loops = new ArrayList<>(); // -1 stands for the loop that all index arrays share
        boolean anyFancy = choice.firstFancy >= 0;
        if (anyFancy && !choice.fancyTogether)
            loops.add(-1);
        for (int axis = 0; axis < 3; axis++) {
            if (choice.indices.get(axis) instanceof Index.Range)
                loops.add(axis);
            else if (choice.fancyTogether && axis == choice.firstFancy)
                loops.add(-1);
        }
        long[] shape = loops.stream().mapToLong(l -> l < 0 ? 3 : choice.positions.get(l).length).toArray();
        List<long[]> all = new ArrayList<>();
        for (long[] at : RandomArrays.indices(shape)) {
            long[] original = new long[3];
            for (int axis = 0; axis < 3; axis++) {
                int loop = loops.indexOf(choice.indices.get(axis) instanceof Index.Range ? axis : -1);
                original[axis] = choice.positions.get(axis)[(int) at[loop]];
            }
            all.add(original);
        }
        return all;
    }

    @RepeatedTest(50)
    void aMaskTakesTheTrueItemsInOrder(RepetitionInfo repetition) {
        RandomArrays arrays = new RandomArrays(repetition.getCurrentRepetition());
        NDArray array = arrays.array(DType.FLOAT64, true, 3, 4);
        NDArray mask = arrays.array(DType.BOOL, true, 3, 4);
        List<Double> expected = new ArrayList<>();
        for (long[] index : RandomArrays.indices(3, 4))
            if (mask.getLong(index) != 0)
                expected.add(array.getDouble(index));
        NDArray taken = Indexing.get(array, List.of(new Index.Items(mask)), arrays.memory());
        assertThat(RandomArrays.items(taken)).isEqualTo(expected);
    }

    @Test
    void refusesInNumPysWords() {
        NDArray x = NDArray.of(ArrayMemory.collected(), 1, 2, 3);
        assertThatThrownBy(() -> Indexing.get(x, List.of(new Index.At(3)), ArrayMemory.collected()))
                .hasMessage("index 3 is out of bounds for axis 0 with size 3");
        assertThatThrownBy(
                () -> Indexing.get(x, List.of(new Index.At(0), new Index.At(0)), ArrayMemory.collected()))
                .hasMessage("too many indices for array: array is 1-dimensional, but 2 were indexed");
        assertThatThrownBy(() -> Indexing.get(x, List.of(new Index.Ellipsis(), new Index.Ellipsis()),
                ArrayMemory.collected())).hasMessage("an index can only have a single ellipsis ('...')");
    }
}
