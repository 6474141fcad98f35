package org.stridescope.einsum;

import java.util.Arrays;
import java.util.Random;
import java.util.TreeSet;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.stridescope.array.ArrayError;
import org.stridescope.array.ArrayMemory;
import org.stridescope.array.DType;
import org.stridescope.array.NDArray;
import org.stridescope.array.RandomArrays;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Random subscripts, repeated labels too, against one loop over all labels; whole numbers, so answers are exact. */
final class EinsumTest {
    private static final DType[] DTYPES = {DType.INT64, DType.FLOAT32, DType.FLOAT64, DType.COMPLEX128};

    @RepeatedTest(400)
    void sumsTheProductsThatTheLabelsName(RepetitionInfo repetition) {
        RandomArrays arrays = new RandomArrays(repetition.getCurrentRepetition());
        Random random = arrays.random();
        int[] lengths = {2, 3, random.nextBoolean() ? 1 : 2, random.nextInt(3) == 0 ? 37 : 4};
        DType dtype = DTYPES[random.nextInt(DTYPES.length)];
        String[] terms = new String[1 + random.nextInt(3)];
        NDArray[] operands = new NDArray[terms.length];
        TreeSet<Character> used = new TreeSet<>();
        for (int k = 0; k < terms.length; k++) {
            StringBuilder term = new StringBuilder();
            for (int i = random.nextInt(4); i > 0; i--)
                term.append((char) ('i' + random.nextInt(4)));
            terms[k] = term.toString();
            terms[k].chars().forEach(c -> used.add((char) c));
            operands[k] = arrays.array(dtype, true, term.chars().mapToLong(c -> lengths[c - 'i']).toArray());
        }
        String output = output(random, used);
        String subscripts = String.join(",", terms) + "->" + output;
        NDArray result = Einsum.einsum(subscripts, dtype, arrays.memory(), operands);
        NDArray expected = naive(terms, output, lengths, operands, arrays.memory());
        assertThat(result.shape()).containsExactly(expected.shape());
        assertThat(RandomArrays.items(result)).as(subscripts).isEqualTo(RandomArrays.items(expected));
    }

    private static String output(Random random, TreeSet<Character> used) {
        StringBuilder output = new StringBuilder();
        for (char label : used)
            if (random.nextBoolean())
                output.insert(random.nextInt(output.length() + 1), label);
        return output.toString();
    }

    private static NDArray naive(String[] terms, String output, int[] lengths, NDArray[] operands,
            ArrayMemory memory) {
        String joined = String.join("", terms);
        NDArray result = NDArray.zeros(memory, DType.FLOAT64,
                output.chars().mapToLong(c -> lengths[c - 'i']).toArray());
        long[] loops = new long[4];
        for (int label = 0; label < 4; label++)
            loops[label] = joined.indexOf('i' + label) < 0 ? 1 : lengths[label];
        for (long[] at : RandomArrays.indices(loops)) {
            double product = 1;
            for (int k = 0; k < terms.length; k++)
                product *= operands[k].getDouble(index(terms[k], at));
            long[] into = index(output, at);
            result.setDouble(result.getDouble(into) + product, into);
        }
        return result;
    }

    private static long[] index(String labels, long... at) {
        return labels.chars().mapToLong(c -> at[c - 'i']).toArray();
    }

    @RepeatedTest(20)
    void rowProductsOfEveryLength(RepetitionInfo repetition) {
        RandomArrays arrays = new RandomArrays(repetition.getCurrentRepetition());
        int n = 1 + arrays.random().nextInt(200);
        NDArray a = arrays.array(DType.FLOAT64, false, 5, n);
        NDArray b = arrays.array(DType.FLOAT64, false, 5, n);
        NDArray result = Einsum.einsum("ij,ij->i", DType.FLOAT64, arrays.memory(), a, b);
        double[] expected = new double[5];
        for (long[] index : RandomArrays.indices(5, n))
            expected[(int) index[0]] += a.getDouble(index) * b.getDouble(index);
        assertThat(RandomArrays.items(result)).containsExactly(Arrays.stream(expected).boxed().toArray(Double[]::new));
    }

    @ParameterizedTest
    @CsvSource({"'ij,jk->ik'", "'i,i'", "'ij->ijk'", "'ij->ii'", "'i1->i'"})
    void refusesWhatDoesNotFit(String subscripts) {
        ArrayMemory memory = ArrayMemory.collected();
        NDArray a = NDArray.zeros(memory, DType.FLOAT64, 2, 3);
        NDArray[] operands = subscripts.contains(",") ? new NDArray[]{a, a} : new NDArray[]{a};
        assertThatThrownBy(() -> Einsum.einsum(subscripts, DType.FLOAT64, memory, operands))
                .isInstanceOf(ArrayError.class);
    }
}
