package org.stridescope.ui.view.arrays;

import javafx.scene.Node;
import javafx.scene.input.KeyEvent;

import org.stridescope.ui.control.arrays.CellSheet;
import org.stridescope.ui.control.arrays.ScriptEditor;

/** Controls of the benches that want keys for themselves while they have the focus. */
final class KeyTargets {
    private KeyTargets() {}

    /** Whether the key is for the editor, or an arrow for a sheet, and so not for the transport. */
    static boolean wants(KeyEvent event) {
        if (!(event.getTarget() instanceof Node node))
            return false;
        for (Node at = node; at != null; at = at.getParent()) {
            if (at instanceof ScriptEditor)
                return true;
            if (at instanceof CellSheet) {
                return event.getCode().isArrowKey();
            }
        }
        return false;
    }
}
