package org.stridescope.ui.view.ladder;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

import org.jspecify.annotations.Nullable;

/** One segment of the ladder bench. */
interface LadderScreen {
    /** A word for tests and the tour: ladder, scaling. */
    String id();

    /** On its segment. */
    String name();

    Node content();

    /** Its own settings, above those of the problem; null where it has none. */
    @Nullable
    Node settings();

    /** Whether the problem and the variants of the side pane are what it measures. */
    boolean usesProblem();

    /** The main button's words while nothing runs; empty where there is nothing to run. */
    String action();

    /** On the main button while something runs. */
    default String stop() {
        return "Cancel";
    }

    ObservableValue<Boolean> running();

    /** Whether the main button can be pressed. */
    ObservableValue<Boolean> ready();

    /** Starts, or cancels what runs. */
    void act();

    /** A sentence about the screen as a whole. */
    ObservableValue<String> message();

    void dismiss();

    /** What is being measured right now; empty while nothing is. */
    ObservableValue<String> doing();

    /** Wall time has passed while it is in sight. */
    default void tick(long nanos) {}

    /** It has come into sight. */
    default void shown() {}
}
