package org.stridescope.ui.model.arrays;

import java.util.ArrayList;
import java.util.List;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import org.stridescope.explain.predict.Question;
import org.stridescope.explain.predict.Score;

/** Questions asked before something is shown, one after the other; the score is of the session. */
public final class PredictModel {
    /**
     * The question on screen.
     *
     * @param number from 1
     * @param given what was answered; null before
     */
    public record Asked(Question question, int number, int of, @Nullable String given) {
        public boolean isAnswered() {
            return given != null;
        }

        public boolean isRight() {
            return given != null && question.answer().accepts(given);
        }
    }

    private final SessionScore score;
    private final List<Question> waiting = new ArrayList<>();
    private final ReadOnlyObjectWrapper<@Nullable Asked> asked = new ReadOnlyObjectWrapper<>();
    private int total;

    public PredictModel(SessionScore score) {
        this.score = score;
    }

    /** Asks these from the first; nothing is asked when there are none. */
    public void ask(List<Question> questions) {
        waiting.clear();
        waiting.addAll(questions);
        total = questions.size();
        next();
    }

    /** Counts an answer; only the first to a question counts. */
    public void answer(String typed) {
        Asked now = asked.get();
        if (now == null || now.isAnswered() || typed.isBlank())
            return;
        Asked answered = new Asked(now.question(), now.number(), now.of(), typed);
        score.count(answered.isRight());
        asked.set(answered);
    }

    /** Goes on to the next question, or ends. */
    public void next() {
        if (waiting.isEmpty()) {
            asked.set(null);
            return;
        }
        Question question = waiting.removeFirst();
        asked.set(new Asked(question, total - waiting.size(), total, null));
    }

    /** Ends the asking; what was hidden is shown. */
    public void stop() {
        waiting.clear();
        asked.set(null);
    }

    /** Whether a question waits for its answer: what would give it away is hidden. */
    public boolean hides() {
        Asked now = asked.get();
        return now != null && !now.isAnswered();
    }

    /** Whether a question about one of these waits for its answer. */
    public boolean hides(Question.Topic... topics) {
        Asked now = asked.get();
        return now != null && !now.isAnswered() && List.of(topics).contains(now.question().topic());
    }

    /** The question on screen; null where nothing is asked. */
    public ReadOnlyObjectProperty<@Nullable Asked> asked() {
        return asked.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Score> score() {
        return score.score();
    }
}
