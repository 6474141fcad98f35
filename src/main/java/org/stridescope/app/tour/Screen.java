package org.stridescope.app.tour;

import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Point3D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;

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

    /** Picks an entry of a list. */
    void choose(String selector, int entry) {
        Toolkit.run(() -> {
            if (!(find(selector) instanceof ComboBox<?> box))
                throw new TourError("there is no list " + selector);
            box.getSelectionModel().select(entry);
        });
    }

    /** Points into a node, at shares of its width and height. */
    void point(String selector, double across, double down) {
        Toolkit.run(() -> {
            Node node = find(selector);
            if (node == null)
                throw new TourError("there is no " + selector);
            Bounds bounds = node.getLayoutBounds();
            double x = bounds.getWidth() * across;
            double y = bounds.getHeight() * down;
            Point2D at = node.localToScene(x, y);
            node.fireEvent(new MouseEvent(MouseEvent.MOUSE_MOVED, at.getX(), at.getY(), at.getX(), at.getY(),
                    MouseButton.NONE, 0, false, false, false, false, false, false, false, false, false, false,
                    new PickResult(node, new Point3D(x, y, 0), 0)));
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

    /** Goes to one screen of a lab and runs its example, where it has one, to its end. */
    void runSegment(String segment) {
        press("#segment-" + segment);
        if (has("#example-" + segment))
            press("#example-" + segment);
        boolean ended = Toolkit.waitUntil(() -> !isMeasuring(), RUN_SECONDS);
        String said = Toolkit.ask(this::message);
        if (!said.isEmpty())
            throw new TourError(said);
        if (!ended)
            throw new TourError("the example has not ended within " + RUN_SECONDS + " s");
    }

    private boolean isMeasuring() {
        return find("#run") instanceof Labeled button && "Cancel".equals(button.getText());
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
