package org.stridescope.app.tour;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.jspecify.annotations.Nullable;

/** What a visitor does on a screen: buttons are found by their ids. */
record Screen(Scene scene) {
    /** Enough for the clock to have ticked and the panes to have been painted. */
    static final int FRAMES_TO_SETTLE = 6;

    private static final long RUN_SECONDS = 180;
    private static final int TENTHS = 4;

    @Nullable
    Node find(String selector) {
        return scene.getRoot().lookup(selector);
    }

    boolean has(String selector) {
        return Toolkit.ask(() -> find(selector) != null);
    }

    void press(String selector) {
        Toolkit.run(() -> {
            if (!(find(selector) instanceof ButtonBase button))
                throw new TourError("there is no button " + selector);
            button.fire();
        });
    }

    /** Runs the lab's example to its end. */
    void runExample() {
        press("#example");
        boolean ended = Toolkit.waitUntil(() -> isOver() || !message().isEmpty(), RUN_SECONDS);
        String said = Toolkit.ask(this::message);
        if (!said.isEmpty())
            throw new TourError(said);
        if (!ended)
            throw new TourError("the example has not ended within " + RUN_SECONDS + " s");
    }

    private boolean isOver() {
        return find("#example") == null && find("#play") instanceof ButtonBase play && !play.isDisabled();
    }

    private String message() {
        return find("#message") instanceof Labeled label && label.isVisible() && label.getText() != null
                ? label.getText()
                : "";
    }

    /** Goes to the start of what was recorded and on to the middle of it. */
    void replayHalf() {
        press("#to-start");
        for (int i = 0; i < TENTHS; i++)
            Toolkit.run(() -> scene.getRoot().fireEvent(
                    new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.RIGHT, true, false, false, false)));
    }
}
