package org.stridescope.ui.control;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

import org.jspecify.annotations.Nullable;

/**
 * A scroll pane for what changes all the time. JavaFX keeps a picture of what any scroll pane shows, so that scrolling is
 * cheap; with every change in it that picture is painted anew as a whole, where otherwise only the place of the change is.
 */
public class LiveScroll extends ScrollPane {
    public LiveScroll(@Nullable Node content) {
        super(content);
        skinProperty().subscribe(skin -> {
            if (skin != null)
                skin.getNode().lookupAll(".viewport").forEach(viewport -> viewport.setCache(false));
        });
    }
}
