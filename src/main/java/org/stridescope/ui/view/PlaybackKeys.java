package org.stridescope.ui.view;

import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.MenuBar;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.stridescope.ui.model.Playhead;
import org.stridescope.ui.model.Speeds;

/** The keys of everything that moves; a control under the focus that wants the key for itself gets it. */
public final class PlaybackKeys {
    private final Playhead playhead;

    public PlaybackKeys(Playhead playhead) {
        this.playhead = playhead;
    }

    public void handle(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown() || event.isMetaDown() || isTaken(event))
            return;
        if (run(event.getCode(), event.isShiftDown()))
            event.consume();
    }

    private boolean run(KeyCode code, boolean isFar) {
        switch (code) {
            case SPACE -> playhead.toggle();
            case LEFT -> playhead.nudge(isFar ? -0.1 : -0.01);
            case RIGHT -> playhead.nudge(isFar ? 0.1 : 0.01);
            case COMMA -> playhead.stepBack();
            case PERIOD -> playhead.stepForward();
            case HOME -> playhead.toStart();
            case END -> playhead.toEnd();
            case DIGIT1, NUMPAD1 -> playhead.setSpeed(Speeds.KEYS.get(0));
            case DIGIT2, NUMPAD2 -> playhead.setSpeed(Speeds.KEYS.get(1));
            case DIGIT3, NUMPAD3 -> playhead.setSpeed(Speeds.KEYS.get(2));
            case DIGIT4, NUMPAD4 -> playhead.setSpeed(Speeds.KEYS.get(3));
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Whether a control under the focus wants the key for itself. */
    public static boolean isTaken(KeyEvent event) {
        if (!(event.getTarget() instanceof Node node))
            return false;
        for (Node at = node; at != null; at = at.getParent()) {
            if (at instanceof TextInputControl || at instanceof ComboBoxBase || at instanceof MenuBar
                    || at instanceof TableView) {
                return true;
            }
            if (at instanceof ButtonBase) {
                boolean isArrow = event.getCode() == KeyCode.LEFT || event.getCode() == KeyCode.RIGHT;
                return event.getCode() == KeyCode.SPACE || isArrow && at instanceof ToggleButton;
            }
        }
        return false;
    }
}
