package org.stridescope.ui.view.profile;

import java.util.List;

import javafx.scene.Node;
import javafx.scene.input.KeyEvent;

/** One way to look at a recording. All panes keep to the same brush, threads and playhead. */
interface ProfilePane {
    Node content();

    /** What stands at the right of the row of panes while this one is shown. */
    List<Node> tools();

    /** It is shown from now on, or no more; while it is not, it need not work. */
    void shown(boolean on);

    /** A key that nothing under the focus wanted; consumed when used. */
    void key(KeyEvent event);
}
