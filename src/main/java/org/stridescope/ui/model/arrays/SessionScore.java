package org.stridescope.ui.model.arrays;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.stridescope.explain.predict.Score;

/** The score of all predictions since the program started; one for all benches. */
public final class SessionScore {
    private final ReadOnlyObjectWrapper<Score> score = new ReadOnlyObjectWrapper<>(Score.NONE);

    public void count(boolean right) {
        score.set(score.get().plus(right));
    }

    public ReadOnlyObjectProperty<Score> score() {
        return score.getReadOnlyProperty();
    }
}
