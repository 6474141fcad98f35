package org.stridescope.explain.predict;

import java.util.List;

/**
 * One thing to say before it is shown.
 *
 * @param topic what it is about
 * @param prompt the question, in one sentence
 * @param answer what is right
 * @param choices the right answer's text among plausible wrong ones, shuffled
 * @param explanation why it is right, for after the answer
 */
public record Question(Topic topic, String prompt, Answer answer, List<String> choices, String explanation) {
    /** What a question is about. */
    public enum Topic {
        STRIDES, SHAPE, VIEW_OR_COPY, BYTES, CONTIGUITY, COUNT
    }

    public Question {
        choices = List.copyOf(choices);
    }
}
