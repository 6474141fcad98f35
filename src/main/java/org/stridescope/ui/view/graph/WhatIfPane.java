package org.stridescope.ui.view.graph;

import java.util.concurrent.Executor;

import javafx.application.Platform;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import org.stridescope.lab.graph.RecordedGraph;
import org.stridescope.ui.model.Figures;
import org.stridescope.ui.model.graph.ShownRun;
import org.stridescope.ui.model.graph.WhatIf;

/** The graph that ran, on machines that are only thought of: predicted times, said to be simulated. */
final class WhatIfPane extends VBox {
    private static final String SHARED = "workers share memory";

    private final Executor background;
    private final CheckBox lock = new CheckBox("interpreter lock");
    private final ComboBox<String> network = new ComboBox<>();
    private final GridPane table = new GridPane();
    private final Label words = GraphSettingsPane
            .caption("Compute first: the simulator needs to know how long each task takes.");
    private @Nullable ShownRun run;

    WhatIfPane(Executor background) {
        this.background = background;
        setSpacing(8);
        setId("what-if");
        Label title = new Label("What if \u00b7 simulated");
        title.getStyleClass().add("section");
        network.getItems().setAll(SHARED, "network of 10 GB/s", "network of 1 GB/s", "network of 0.1 GB/s");
        network.setValue(SHARED);
        network.setOnAction(_ -> predict());
        network.setId("what-if-network");
        lock.setId("what-if-lock");
        lock.setOnAction(_ -> predict());
        table.setHgap(16);
        table.setVgap(3);
        words.setId("what-if-words");
        getChildren().addAll(title, lock, network, table, words);
    }

    void show(@Nullable ShownRun over) {
        if (over == run)
            return;
        run = over;
        predict();
    }

    private void predict() {
        ShownRun of = run;
        table.getChildren().clear();
        if (of == null) {
            words.setText("Compute first: the simulator needs to know how long each task takes.");
            return;
        }
        boolean locked = lock.isSelected();
        double rate = switch (network.getSelectionModel().getSelectedIndex()) {
            case 1 -> 10e9;
            case 2 -> 1e9;
            case 3 -> 0.1e9;
            default -> Double.POSITIVE_INFINITY;
        };
        background.execute(() -> {
            RecordedGraph graph = of.recorded();
            WhatIf predicted = WhatIf.of(graph, locked, rate);
            long same = WhatIf.makespan(graph, Math.max(1, graph.workers()), locked, rate);
            Platform.runLater(() -> {
                if (of == run)
                    tell(of, graph, predicted, same);
            });
        });
    }

    private void tell(ShownRun of, RecordedGraph graph, WhatIf predicted, long same) {
        table.getChildren().clear();
        table.addRow(0, GraphSettingsPane.caption("workers"), GraphSettingsPane.caption("predicted"),
                GraphSettingsPane.caption("times one"));
        long one = predicted.points().getFirst().makespanNanos();
        int row = 1;
        for (WhatIf.Point point : predicted.points()) {
            if (row > 1 && point.makespanNanos() == predicted.points().get(row - 2).makespanNanos())
                break; // more workers change nothing
            table.addRow(row++, mono(Integer.toString(point.workers())),
                    mono(Figures.duration(point.makespanNanos() / 1e9)),
                    mono(Figures.times(one / (double) Math.max(1, point.makespanNanos()))));
        }
        words.setText("Measured by " + of.scheduler() + " on " + graph.workers() + ": "
                + Figures.duration(graph.makespanNanos() / 1e9) + "; simulated for as many: "
                + Figures.duration(same / 1e9) + ". No number of workers beats the critical path, "
                + Figures.duration(predicted.criticalPathNanos() / 1e9) + ".");
    }

    private static Label mono(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("mono");
        return label;
    }
}
