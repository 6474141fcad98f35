package org.stridescope.explain.predict;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.stridescope.array.Layout;
import org.stridescope.array.NDArray;
import org.stridescope.array.Shapes;
import org.stridescope.explain.layout.FlagReasons;
import org.stridescope.explain.layout.Quantity;
import org.stridescope.explain.layout.StrideWords;
import org.stridescope.explain.layout.Variable;

/** Questions about any array, and about any expression that made one. */
public final class ArrayQuestions {
    private final Choices choices;

    /** {@code random} orders the choices. */
    public ArrayQuestions(Random random) {
        choices = new Choices(random);
    }

    /** What can be asked of an array whose shape and dtype are in sight: its strides, its bytes, its contiguity. */
    public List<Question> about(Variable variable) {
        NDArray array = variable.array();
        List<Question> questions = new ArrayList<>();
        if (array.ndim() > 0)
            questions.add(strides(variable.name(), array));
        Answer bytes = new Answer.Bytes(array.nbytes());
        questions.add(
                new Question(Question.Topic.BYTES, variable.name() + ".nbytes: how many bytes are its items?", bytes,
                        choices.among(bytes, Choices.bytes(array.nbytes(), array.itemsize())),
                        Quantity.of(array.size(), "item") + " of " + Quantity.of(array.itemsize(), "byte") + " each"));
        questions.add(contiguity(variable.name(), array));
        return questions;
    }

    /**
     * What can be asked before {@code expression} shows its {@code result}: shape, strides, view or copy of what was there
     * {@code before}, bytes allocated.
     */
    public List<Question> about(String expression, NDArray result, List<Variable> before) {
        List<Question> questions = new ArrayList<>();
        questions.add(shape(expression, result));
        boolean known = before.stream().anyMatch(v -> v.array() == result);
        if (!known) {
            questions.add(viewOrCopy(expression, result, before));
            questions.add(allocated(expression, result, before));
        }
        if (result.ndim() > 0)
            questions.add(strides(expression, result));
        return questions;
    }

    private Question strides(String name, NDArray array) {
        Layout layout = array.layout();
        Answer answer = Answer.Tuple.of(layout.strides());
        StrideWords words = new StrideWords(array.itemsize(), List.of());
        List<String> steps = new ArrayList<>();
        for (int axis = 0; axis < layout.ndim(); axis++) {
            steps.add("axis " + axis + " " + words.step(layout.stride(axis), layout.shape(axis)));
        }
        return new Question(Question.Topic.STRIDES,
                "strides of " + name + ", " + array.dtype().pythonName() + " " + Shapes.text(layout.shape()) + "?",
                answer,
                choices.among(answer, Choices.strides(layout, array.dtype())), String.join(", ", steps));
    }

    private Question contiguity(String name, NDArray array) {
        boolean c = array.isCContiguous();
        boolean f = array.isFContiguous();
        Answer answer = c && f
                ? Answer.Word.of("both", "c and f", "c & f")
                : c
                        ? Answer.Word.of("C", "c-contiguous")
                        : f ? Answer.Word.of("F", "f-contiguous", "fortran") : Answer.Word.of("neither", "none", "no");
        String why = "C: " + FlagReasons.cContiguous(array.layout(), array.itemsize()).why() + "; F: "
                + FlagReasons.fContiguous(array.layout(), array.itemsize()).why();
        return new Question(Question.Topic.CONTIGUITY,
                "is " + name + " contiguous in C order, F order, both, or neither?",
                answer, choices.among(answer, List.of("C", "F", "both", "neither")), why);
    }

    private Question shape(String expression, NDArray result) {
        Answer answer = Answer.Tuple.of(result.shape());
        return new Question(Question.Topic.SHAPE, "shape of " + expression + "?", answer,
                choices.among(answer, Choices.shapes(result.shape())),
                Quantity.of(result.size(), "item") + " on "
                        + (result.ndim() == 1 ? "1 axis" : result.ndim() + " axes"));
    }

    private Question viewOrCopy(String expression, NDArray result, List<Variable> before) {
        Variable made = new Variable(expression, result);
        String of = before.stream().filter(made::sharesBuffer).map(Variable::name).findFirst().orElse("");
        boolean view = !of.isEmpty();
        Answer answer = view
                ? Answer.Word.of("view", "a view", "v")
                : Answer.Word.of("copy", "a copy", "c", "new memory");
        String why = view
                ? "it looks into the buffer that " + of + " looks into: offset "
                        + Quantity.count(result.layout().offset()) + ", strides "
                        + Shapes.text(result.layout().strides())
                : "its bytes were newly allocated: no array from before shows them";
        return new Question(Question.Topic.VIEW_OR_COPY, expression + ": view or copy?", answer,
                choices.among(answer, List.of("view", "copy")), why);
    }

    private Question allocated(String expression, NDArray result, List<Variable> before) {
        Variable made = new Variable(expression, result);
        boolean view = before.stream().anyMatch(made::sharesBuffer);
        long bytes = view ? 0 : made.owner().nbytes();
        Answer answer = new Answer.Bytes(bytes);
        return new Question(Question.Topic.BYTES, "bytes allocated for the result of " + expression + "?", answer,
                choices.among(answer, Choices.bytes(Math.max(bytes, result.nbytes()), result.itemsize())),
                view
                        ? "a view allocates no items, only a few words of metadata"
                        : Quantity.of(made.owner().size(), "item") + " of " + Quantity.of(result.itemsize(), "byte")
                                + " each");
    }
}
