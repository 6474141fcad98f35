package org.stridescope.explain.predict;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import org.stridescope.array.ArrayMemory;
import org.stridescope.array.DType;
import org.stridescope.array.NDArray;
import org.stridescope.einsum.Subscripts;
import org.stridescope.explain.broadcast.BroadcastFrames;
import org.stridescope.explain.broadcast.EinsumFrames;
import org.stridescope.explain.broadcast.LaneFrames;
import org.stridescope.explain.broadcast.Operand;
import org.stridescope.explain.layout.RandomViews;
import org.stridescope.explain.layout.Variable;

import static org.assertj.core.api.Assertions.assertThat;

class QuestionsTest {
    private final ArrayQuestions arrays = new ArrayQuestions(new Random(12));
    private final OperationQuestions operations = new OperationQuestions(new Random(12));

    /** Of the choices shown exactly one is right. */
    private static void sound(Question question) {
        assertThat(question.choices()).as(question.prompt()).doesNotHaveDuplicates().contains(question.answer().text());
        assertThat(question.choices()).as(question.prompt()).filteredOn(c -> question.answer().accepts(c)).hasSize(1);
        assertThat(question.choices()).as(question.prompt()).hasSizeBetween(2, 4);
        assertThat(question.explanation()).isNotBlank();
    }

    @Test
    void areSoundForAnyArrayAndAnyView() {
        RandomViews views = new RandomViews(13);
        for (int trial = 0; trial < 500; trial++) {
            NDArray owner = views.owner();
            NDArray view = views.view(owner);
            arrays.about(new Variable("y", view)).forEach(QuestionsTest::sound);
            List<Question> asked = arrays.about("y", view, List.of(new Variable("x", owner)));
            asked.forEach(QuestionsTest::sound);
            assertThat(right(asked, Question.Topic.SHAPE)).isEqualTo(Answer.Tuple.of(view.shape()));
            if (view == owner)
                continue;
            assertThat(right(asked, Question.Topic.VIEW_OR_COPY).text()).isEqualTo("view");
            assertThat(right(asked, Question.Topic.BYTES)).isEqualTo(new Answer.Bytes(0));
        }
    }

    private static Answer right(List<Question> questions, Question.Topic topic) {
        return questions.stream().filter(q -> q.topic() == topic).findFirst().orElseThrow().answer();
    }

    @Test
    void tellCopiesFromViews() {
        NDArray x = NDArray.zeros(ArrayMemory.collected(), DType.INT8, 4, 4);
        NDArray flat = x.copy(ArrayMemory.collected()).reshape(ArrayMemory.collected(), 16);
        List<Question> asked = arrays.about("x.flatten()", flat, List.of(new Variable("x", x)));
        asked.forEach(QuestionsTest::sound);
        assertThat(right(asked, Question.Topic.VIEW_OR_COPY).text()).isEqualTo("copy");
        assertThat(right(asked, Question.Topic.BYTES)).isEqualTo(new Answer.Bytes(16));
        assertThat(right(asked, Question.Topic.STRIDES)).isEqualTo(Answer.Tuple.of(1));
    }

    @Test
    void askAboutShapesThatFitAndThoseThatDoNot() {
        List<Question> fit = operations.about(BroadcastFrames.of(List.of(new Operand("x", new long[]{10, 1, 3}, 8),
                new Operand("y", new long[]{10, 3}, 8))), 8);
        fit.forEach(QuestionsTest::sound);
        assertThat(right(fit, Question.Topic.SHAPE)).isEqualTo(Answer.Tuple.of(10, 10, 3));
        assertThat(right(fit, Question.Topic.BYTES)).isEqualTo(new Answer.Bytes(2400));
        List<Question> clash = operations.about(BroadcastFrames.of(List.of(new Operand("x", new long[]{2, 3}, 8),
                new Operand("y", new long[]{2, 4}, 8))), 8);
        clash.forEach(QuestionsTest::sound);
        assertThat(right(clash, Question.Topic.SHAPE).accepts("error")).isTrue();
        assertThat(right(clash, Question.Topic.COUNT)).isEqualTo(new Answer.Count(1));
    }

    private static NDArray zeros(long... shape) {
        return NDArray.zeros(ArrayMemory.collected(), DType.FLOAT64, shape);
    }

    @Test
    void askAboutLoops() {
        List<Question> einsum = operations
                .about(EinsumFrames.of(Subscripts.parse("ik,kj->ij", zeros(3, 4), zeros(4, 2)),
                        List.of(new Operand("a", new long[]{3, 4}, 8), new Operand("b", new long[]{4, 2}, 8))));
        einsum.forEach(QuestionsTest::sound);
        assertThat(right(einsum, Question.Topic.COUNT)).isEqualTo(new Answer.Count(24));
        for (int size = 0; size < 40; size++) {
            List<Question> lanes = operations.about(new LaneFrames(size, 4));
            lanes.forEach(QuestionsTest::sound);
            assertThat(lanes.getLast().answer()).isEqualTo(new Answer.Count(size % 4));
        }
    }

    @Test
    void countTheScore() {
        assertThat(Score.NONE.text()).isEqualTo("no answers yet");
        assertThat(Score.NONE.plus(true).plus(false).plus(true).text()).isEqualTo("2 of 3 right");
    }
}
