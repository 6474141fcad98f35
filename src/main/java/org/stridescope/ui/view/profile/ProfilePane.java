package org.stridescope.ui.view.profile;

import java.util.List;
import java.util.function.Supplier;

import javafx.scene.Node;
import javafx.scene.input.KeyEvent;

import org.jspecify.annotations.Nullable;

import org.stridescope.export.scene.Scene;
import org.stridescope.trace.Recording;
import org.stridescope.ui.model.Playhead;

/** One way to look at a recording. All panes keep to the same brush, threads and playhead. */
interface ProfilePane {
    /** A clock of a pane's own, and what moves it. */
    record OwnTransport(Playhead playhead, Node node) {}

    Node content();

    /** What stands at the right of the row of panes while this one is shown. */
    List<Node> tools();

    /** It is shown from now on, or no more; while it is not, it need not work. */
    void shown(boolean on);

    /** What of the pane goes into a file, as it is set now; called on the window's thread, asked for a scene on another. */
    Supplier<Scene> scene(Recording recording);

    /** Its own clock with the transport below it; nothing where it goes by the recording's. */
    default @Nullable OwnTransport ownTransport() {
        return null;
    }

    /** A key that nothing under the focus wanted; consumed when used. */
    void key(KeyEvent event);
}
