package org.stridescope.ui.view.graph;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import java.util.function.Supplier;

import javafx.application.Platform;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;

import org.stridescope.lab.graph.RecordedGraph;
import org.stridescope.ui.model.Figures;
import org.stridescope.ui.model.graph.MeasuredRun;
import org.stridescope.ui.model.graph.ShownRun;
import org.stridescope.ui.model.graph.WhatIf;

/**
 * The graph that ran, on machines that are only thought of and with other chunks: predicted times, said to be simulated, with
 * those that were measured beside them.
 */
final class WhatIfPane extends VBox {
    private static final String FIRST = "Compute first: the simulator needs to know how long each task takes.";

    private final Executor background;
    private final Supplier<List<MeasuredRun>> measured;
    private final CheckBox lock = new CheckBox("interpreter lock");
    private final ComboBox<String> network = new ComboBox<>();
    private final ComboBox<Integer> chunks = new ComboBox<>();
    private final GridPane machines = new GridPane();
    private final Label cutTitle = GraphSettingsPane.caption("");
    private final GridPane cuts = new GridPane();
    private final Label words = GraphSettingsPane.caption(FIRST);
    private @Nullable ShownRun run;

    /** @param measured what this graph took so far */
    WhatIfPane(Executor background, Supplier<List<MeasuredRun>> measured) {
        this.background = background;
        this.measured = measured;
        setSpacing(8);
        setId("what-if");
        Label title = new Label("What if \u00b7 simulated");
        title.getStyleClass().add("section");
        network.getItems().setAll("workers share memory", "network of 10 GB/s", "network of 1 GB/s",
                "network of 0.1 GB/s");
        network.getSelectionModel().select(0);
        network.setOnAction(_ -> predict());
        network.setId("what-if-network");
        network.setMaxWidth(Double.MAX_VALUE);
        chunks.setConverter(new FactorWords());
        chunks.getItems().setAll(1);
        chunks.setValue(1);
        chunks.setOnAction(_ -> predict());
        chunks.setId("what-if-chunks");
        chunks.setMaxWidth(Double.MAX_VALUE);
        lock.setId("what-if-lock");
        lock.setOnAction(_ -> predict());
        machines.setId("what-if-machines");
        cuts.setId("what-if-cuts");
        for (GridPane table : List.of(machines, cuts)) {
            table.setHgap(14);
            table.setVgap(3);
        }
        words.setId("what-if-words");
        cutTitle.setId("what-if-cut");
        getChildren().addAll(title, lock, network, chunks, machines, cutTitle, cuts, words);
    }

    /** Chunks as many times as recorded; fewer are negative. */
    private static final class FactorWords extends StringConverter<Integer> {
        @Override
        public String toString(@Nullable Integer factor) {
            if (factor == null || factor == 1)
                return "chunks as they were";
            return factor > 1 ? factor + " times as many chunks" : "1/" + -factor + " as many chunks";
        }

        @Override
        public Integer fromString(String text) {
            return 1; // the box is not editable
        }
    }

    void show(@Nullable ShownRun over) {
        if (over == run)
            return;
        run = over;
        predict();
    }

    private void predict() {
        ShownRun of = run;
        if (of == null) {
            clear();
            return;
        }
        double rate = switch (network.getSelectionModel().getSelectedIndex()) {
            case 1 -> 10e9;
            case 2 -> 1e9;
            case 3 -> 0.1e9;
            default -> Double.POSITIVE_INFINITY;
        };
        boolean locked = lock.isSelected();
        Integer chosen = chunks.getValue();
        background.execute(() -> {
            RecordedGraph graph = of.recorded();
            List<Integer> factors = WhatIf.factors(graph);
            int factor = chosen != null && factors.contains(chosen) ? chosen : 1;
            WhatIf predicted = WhatIf.of(graph, new WhatIf.Assumed(locked, rate, factor));
            long same = WhatIf.makespan(graph, Math.max(1, graph.workers()), new WhatIf.Assumed(locked, rate, 1));
            Platform.runLater(() -> {
                if (of == run) {
                    offer(factors, factor);
                    tell(of, graph, predicted, same, factor);
                }
            });
        });
    }

    private void clear() {
        machines.getChildren().clear();
        cuts.getChildren().clear();
        cutTitle.setText("");
        words.setText(FIRST);
    }

    private void offer(List<Integer> factors, int chosen) {
        List<Integer> items = factors.isEmpty() ? List.of(1) : factors;
        if (chunks.getItems().equals(items))
            return;
        var action = chunks.getOnAction();
        chunks.setOnAction(null); // what is offered changes, not what is asked
        chunks.getSelectionModel().clearSelection();
        chunks.getItems().setAll(items);
        chunks.getSelectionModel().select(items.indexOf(chosen));
        chunks.setOnAction(action);
    }

    private void tell(ShownRun of, RecordedGraph graph, WhatIf predicted, long same, int factor) {
        List<MeasuredRun> runs = measured.get().stream().filter(run -> run.scheduler().equals(of.scheduler())).toList();
        int wanted = predicted.cuts().stream().filter(cut -> cut.factor() == factor).mapToInt(WhatIf.Cut::chunks)
                .findFirst().orElse(0);
        machines.getChildren().clear();
        head(machines, "workers", "predicted", "measured");
        int row = 1;
        for (WhatIf.Point point : predicted.points()) {
            if (row > 1 && point.makespanNanos() == predicted.points().get(row - 2).makespanNanos())
                break; // more workers change nothing
            line(machines, row++, point.workers(), point.makespanNanos(), runs,
                    run -> run.workers() == point.workers() && run.chunks(predicted.chunk()) == wanted);
        }
        cuts.getChildren().clear();
        cutTitle.setText(predicted.cuts().isEmpty()
                ? ""
                : "Cut otherwise into chunks of " + predicted.chunk() + ", on " + graph.workers()
                        + (graph.workers() == 1 ? " worker:" : " workers:"));
        if (!predicted.cuts().isEmpty())
            head(cuts, "chunks", "predicted", "measured");
        row = 1;
        for (WhatIf.Cut cut : predicted.cuts())
            line(cuts, row++, cut.chunks(), cut.makespanNanos(), runs,
                    run -> run.workers() == graph.workers() && run.chunks(predicted.chunk()) == cut.chunks());
        words.setText(sentence(of, graph, predicted, same));
    }

    private static String sentence(ShownRun of, RecordedGraph graph, WhatIf predicted, long same) {
        return "Measured by " + of.scheduler() + " on " + graph.workers() + ": "
                + Figures.duration(graph.makespanNanos() / 1e9) + "; simulated for as many: "
                + Figures.duration(same / 1e9) + ". No number of workers beats the critical path, "
                + Figures.duration(predicted.criticalPathNanos() / 1e9) + ". Handing out a task costs "
                + Figures.duration(graph.overheadNanos() / 1e9) + ", as this run shows."
                + (predicted.cuts().isEmpty()
                        ? ""
                        : " Cut otherwise, the work stays the same in sum: tasks of a name that occurs more than once"
                                + " are divided or put together, and each costs that anew.");
    }

    private static void head(GridPane table, String... words) {
        for (int column = 0; column < words.length; column++) {
            Label caption = GraphSettingsPane.caption(words[column]);
            caption.setMinWidth(Region.USE_PREF_SIZE);
            table.add(caption, column, 0);
        }
    }

    private static void line(GridPane table, int row, int count, long nanos, List<MeasuredRun> runs,
            Predicate<MeasuredRun> fits) {
        long best = runs.stream().filter(fits).mapToLong(MeasuredRun::makespanNanos).min().orElse(-1);
        table.addRow(row, mono(Integer.toString(count)), mono(Figures.duration(nanos / 1e9)),
                mono(best < 0 ? "" : Figures.duration(best / 1e9)));
    }

    private static Label mono(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("mono");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }
}
