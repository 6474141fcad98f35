package org.stridescope.ui.view;

import java.util.List;
import java.util.function.Supplier;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.stridescope.ui.model.StatusFacts;

/** What is true right now, looked up once a second. */
final class StatusLine extends HBox {
    private static final long EVERY = 1_000_000_000;

    private final Supplier<StatusFacts> status;
    private StatusFacts shown = new StatusFacts(List.of(), List.of());
    private long waited = EVERY;

    StatusLine(Supplier<StatusFacts> status) {
        this.status = status;
        getStyleClass().add("status-line");
        tick(0);
    }

    void tick(long nanos) {
        waited += nanos;
        if (waited < EVERY)
            return;
        waited = 0;
        StatusFacts now = status.get();
        if (now.equals(shown))
            return;
        shown = now;
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().setAll(now.left().stream().map(StatusLine::fact).toList());
        getChildren().add(space);
        getChildren().addAll(now.right().stream().map(StatusLine::fact).toList());
    }

    private static Node fact(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("caption");
        return label;
    }
}
