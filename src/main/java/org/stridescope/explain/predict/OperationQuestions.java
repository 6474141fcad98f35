package org.stridescope.explain.predict;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

import org.stridescope.array.Shapes;
import org.stridescope.explain.broadcast.AxisRule;
import org.stridescope.explain.broadcast.BroadcastFrames;
import org.stridescope.explain.broadcast.EinsumFrames;
import org.stridescope.explain.broadcast.LaneFrames;
import org.stridescope.explain.broadcast.Operand;
import org.stridescope.explain.layout.Quantity;

/** Questions about operations on several arrays: broadcasting, einsum, loops by lanes. */
public final class OperationQuestions {
    private final Choices choices;

    /** {@code random} orders the choices. */
    public OperationQuestions(Random random) {
        choices = new Choices(random);
    }

    /** The shape (or that there is none), the failing axis, the bytes of the result. */
    public List<Question> about(BroadcastFrames frames, int resultItemsize) {
        String shapes = frames.operands().stream().map(o -> Shapes.text(o.shape()))
                .collect(Collectors.joining(" with "));
        List<Question> questions = new ArrayList<>();
        if (frames.failure().isPresent()) {
            AxisRule failure = frames.failure().get();
            Answer none = Answer.Word.of("ValueError", "error", "none", "fails", "mismatch", "no");
            long[] longest = longest(frames);
            questions.add(new Question(Question.Topic.SHAPE, "shape of " + shapes + "?", none,
                    choices.among(none, Choices.shapes(longest)), failure.sentence()));
            Answer axis = new Answer.Count(failure.axis());
            questions.add(
                    new Question(Question.Topic.COUNT, "which axis of " + shapes + " fails, counted from the left?",
                            axis, choices.among(axis, Choices.counts(0, 1, 2, 3)), failure.sentence()));
            return questions;
        }
        Answer shape = Answer.Tuple.of(frames.shape());
        String rules = frames.rules().stream().map(AxisRule::sentence).collect(Collectors.joining(". "));
        questions.add(new Question(Question.Topic.SHAPE, "shape of " + shapes + "?", shape,
                choices.among(shape, Choices.shapes(frames.shape())), rules));
        long bytes = frames.bill(resultItemsize).allocated();
        Answer allocated = new Answer.Bytes(bytes);
        questions.add(
                new Question(Question.Topic.BYTES, "bytes of the result, " + resultItemsize + " an item?", allocated,
                        choices.among(allocated, Choices.bytes(bytes, resultItemsize)),
                        Quantity.count(frames.size()) + " items of " + Quantity.of(resultItemsize, "byte") + " each"));
        return questions;
    }

    private static long[] longest(BroadcastFrames frames) {
        long[] shape = new long[frames.ndim()];
        for (Operand operand : frames.operands()) {
            int lead = shape.length - operand.ndim();
            for (int axis = 0; axis < operand.ndim(); axis++) {
                shape[lead + axis] = Math.max(shape[lead + axis], operand.length(axis));
            }
        }
        return shape;
    }

    /** The shape, which letters are summed, how many products are made. */
    public List<Question> about(EinsumFrames frames) {
        String call = "einsum('" + String.join(",", frames.inputs()) + "->" + frames.output() + "')";
        String summed = frames.letters().stream().filter(frames::isSummed).map(String::valueOf)
                .collect(Collectors.joining(", "));
        Answer shape = Answer.Tuple.of(frames.outputShape());
        Answer products = new Answer.Count(frames.size());
        long outputs = frames.size() / Math.max(1, frames.summedSteps());
        String loops = frames.letters().stream().map(c -> c + " runs over " + frames.length(c))
                .collect(Collectors.joining(", "));
        return List.of(
                new Question(Question.Topic.SHAPE, "shape of " + call + "?", shape,
                        choices.among(shape, Choices.shapes(frames.outputShape())),
                        summed.isEmpty() ? "every letter is kept: " + loops : "summed away: " + summed + "; " + loops),
                new Question(Question.Topic.COUNT, "products made by " + call + "?", products,
                        choices.among(products, Choices.counts(outputs, frames.summedSteps(), frames.size() * 2,
                                outputs + frames.summedSteps(), frames.size() + 1)),
                        "one for each round of all loops: " + loops));
    }

    /** Steps of a loop by lanes, and the items in its tail. */
    public List<Question> about(LaneFrames frames) {
        String loop = Quantity.count(frames.size()) + " items, " + frames.lanes() + " lanes";
        Answer steps = new Answer.Count(frames.steps());
        Answer tail = new Answer.Count(frames.tailItems());
        String why = Quantity.of(frames.bodySteps(), "full step") + " and " + Quantity.of(frames.tailItems(), "item")
                + " left";
        return List.of(
                new Question(Question.Topic.COUNT, loop + ": how many steps, the tail among them?", steps,
                        choices.among(steps, Choices.counts(frames.bodySteps(), frames.steps() + 1, frames.size(),
                                frames.steps() * 2, frames.steps() + 2)),
                        why),
                new Question(Question.Topic.COUNT, loop + ": how many items are left for the tail?", tail,
                        choices.among(tail, Choices.counts(0, 1, frames.lanes() - 1L, frames.lanes(), 2)), why));
    }
}
