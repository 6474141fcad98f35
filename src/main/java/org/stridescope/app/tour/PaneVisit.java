package org.stridescope.app.tour;

import java.util.List;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;

/** The panes of a recording, each waited for until it has been found what it shows. */
record PaneVisit(Screen screen) {
    private static final long SECONDS = 60;
    private static final List<String> PANES = List.of("timeline", "lines", "flame", "compare", "findings");

    /** Those that there are. */
    List<String> panes() {
        return PANES.stream().filter(pane -> screen.has("#pane-" + pane)).toList();
    }

    void reach(String pane) {
        screen.press("#pane-" + pane);
        if (!Toolkit.waitUntil(() -> isFilled(pane), SECONDS))
            throw new TourError("the pane " + pane + " has shown nothing within " + SECONDS + " s");
    }

    private boolean isFilled(String pane) {
        return switch (pane) {
            case "lines" -> said("#lines-summary");
            case "flame" -> said("#flame-words") || said("#flame-nothing");
            case "findings" -> screen.find("#findings") instanceof Parent list
                    && !list.getChildrenUnmodifiable().isEmpty();
            default -> true;
        };
    }

    private boolean said(String selector) {
        Node node = screen.find(selector);
        return node instanceof Labeled label && label.getText() != null && !label.getText().isEmpty();
    }
}
