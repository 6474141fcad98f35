package org.stridescope.ui.view.ladder;

import java.util.function.Consumer;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import org.stridescope.lab.BenchmarkReport.Variant;
import org.stridescope.ui.model.ladder.Rung;
import org.stridescope.ui.model.ladder.Rung.State;
import org.stridescope.ui.model.ladder.RungWords;

/** The chosen rung in words: what makes it fast, what it has to do, how far its figures can be trusted; and its source. */
final class RungDetail extends VBox {
    private final Label title = new Label();
    private final Label speed = words("rung-speed");
    private final Label cost = words("rung-cost");
    private final Label trust = words("rung-trust");
    private final Button source = new Button("Show source");
    private @Nullable Rung shown;

    RungDetail(Consumer<String> showSource) {
        getStyleClass().add("rung-detail");
        setId("rung-detail");
        setMinHeight(USE_PREF_SIZE); // the rungs above scroll: words are never cut
        title.getStyleClass().add("rung-title");
        source.setId("show-source");
        source.getStyleClass().add("action");
        source.setMinWidth(USE_PREF_SIZE);
        source.setOnAction(_ -> {
            if (shown != null)
                showSource.accept(shown.variant());
        });
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(title, space, source);
        head.setStyle("-fx-alignment: center-left;");
        HBox columns = new HBox(column("What makes it fast, or slow", speed), column("What it has to do", cost),
                column("How far to trust it", trust));
        columns.getStyleClass().add("rung-columns");
        getChildren().addAll(head, columns);
        setVisible(false);
        managedProperty().bind(visibleProperty());
    }

    void show(@Nullable Rung rung) {
        shown = rung;
        setVisible(rung != null);
        if (rung == null)
            return;
        title.setText(rung.variant() + " \u00b7 " + rung.language());
        speed.setText(RungWords.speed(rung.variant()));
        cost.setText(rung.state() == State.UNAVAILABLE ? "Nothing on this machine." : RungWords.cost(rung.cost()));
        Variant figures = rung.figures();
        trust.setText(figures != null && rung.isTimed()
                ? RungWords.trust(figures)
                : rung.reason().isEmpty() ? "Not timed yet." : rung.reason());
    }

    private static VBox column(String name, Label words) {
        Label section = new Label(name);
        section.getStyleClass().add("section");
        VBox column = new VBox(section, words);
        column.setSpacing(3);
        // near what it gets: heights of wrapped words are asked for at this width
        column.setPrefWidth(285);
        column.setMinWidth(0);
        HBox.setHgrow(column, Priority.ALWAYS);
        return column;
    }

    private static Label words(String id) {
        Label label = new Label();
        label.setId(id);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
