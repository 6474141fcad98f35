package org.stridescope.ui.view.graph;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.Executor;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

import org.stridescope.graph.CriticalPath;
import org.stridescope.trace.TaskState;
import org.stridescope.trace.TaskTrace;
import org.stridescope.ui.control.Look;
import org.stridescope.ui.control.graph.GraphCanvas;
import org.stridescope.ui.control.graph.GraphScene;
import org.stridescope.ui.control.graph.StateLegend;
import org.stridescope.ui.control.graph.TaskStream;
import org.stridescope.ui.model.Figures;
import org.stridescope.ui.model.graph.GraphBenchModel;
import org.stridescope.ui.model.graph.Lineage;
import org.stridescope.ui.model.graph.ShownRun;
import org.stridescope.ui.model.graph.TaskHues;
import org.stridescope.ui.view.Icons;
import org.stridescope.ui.view.TransportRow;

/** Graph above, stream below, the picked task and the simulator at the side: all of one time. */
final class GraphStage extends BorderPane {
    private final GraphBenchModel model;
    private final GraphCanvas canvas;
    private final TaskStream stream;
    private final TransportRow transport;
    private final TaskPane task;
    private final ProgressPane progress;
    private final WhatIfPane whatIf;
    private final Label heading = new Label();
    private final VBox invitation;
    private final StackPane lower = new StackPane();
    private Lineage lineage = Lineage.NONE;
    private @Nullable CriticalPath path;
    private @Nullable ShownRun pathOf;

    GraphStage(GraphBenchModel model, ObservableValue<Look> look, Executor background, Runnable compute) {
        this.model = model;
        canvas = new GraphCanvas(look, model::pick);
        stream = new TaskStream(look, model::pick, model.playhead()::seek);
        transport = new TransportRow(model.playhead(), look);
        task = new TaskPane(model);
        progress = new ProgressPane(look);
        whatIf = new WhatIfPane(background, model::measured);
        heading.getStyleClass().add("section");
        heading.setId("graph-heading");
        StateLegend legend = new StateLegend(look);
        legend.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        javafx.scene.layout.FlowPane head = new javafx.scene.layout.FlowPane(24, 2, heading, legend);
        head.setPadding(new Insets(8, 16, 4, 16));
        BorderPane upper = new BorderPane(canvas);
        upper.setTop(head);
        invitation = invitation(look, compute);
        ScrollPane rows = new ScrollPane(stream);
        rows.setFitToWidth(true);
        rows.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        lower.getChildren().add(rows);
        VBox.setVgrow(lower, Priority.ALWAYS);
        VBox below = new VBox(8, transport, lower);
        below.setPadding(new Insets(8, 16, 8, 16));
        SplitPane split = new SplitPane(upper, below);
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(0.58);
        setCenter(split);
        VBox side = new VBox(18, task, progress, whatIf);
        side.setPadding(new Insets(16));
        side.setPrefWidth(280);
        ScrollPane right = new ScrollPane(side);
        right.setFitToWidth(true);
        right.setPrefWidth(300);
        right.setMinWidth(240);
        right.getStyleClass().add("graph-side");
        setRight(right);
        model.picked().addListener(_ -> lineage = Lineage.of(model.tasks(), model.picked().get()));
    }

    private static VBox invitation(ObservableValue<Look> look, Runnable compute) {
        Label words = new Label("Nothing has run: a graph is only a plan until it is computed.");
        words.getStyleClass().add("explained");
        Button run = new Button("Compute it, and watch", Icons.icon(MaterialDesignP.PLAY, 18, look));
        run.setId("example");
        run.getStyleClass().addAll("action", "main");
        run.setOnAction(_ -> compute.run());
        VBox box = new VBox(10, words, run);
        box.getStyleClass().add("empty");
        return box;
    }

    /** Draws the moment. */
    void refresh(GraphScene.Colouring colouring) {
        ShownRun run = model.shown();
        long now = model.playhead().time().get();
        boolean none = model.runs().get().isEmpty() && !model.running().get();
        if (none && !lower.getChildren().contains(invitation))
            lower.getChildren().add(invitation);
        if (!none)
            lower.getChildren().remove(invitation);
        if (run != pathOf) {
            pathOf = run;
            path = run != null && run.isOver() ? run.criticalPath() : null;
        }
        TaskState[] states = run == null ? new TaskState[0] : run.statesAt(now);
        canvas.show(scene(run, now, states, colouring));
        List<ShownRun> runs = model.runs().get();
        stream.show(runs, hues(runs), lineage, now, length(runs));
        progress.show(run, states, now, hues(runs));
        task.show(lineage, run == null ? null : states, path);
        whatIf.show(run != null && run.isOver() ? run : null);
        transport.say(run == null
                ? ""
                : model.playhead().following().get()
                        ? "\u25cf live"
                        : "t = " + Figures.clock(now, model.playhead().length().get()));
        heading.setText(heading(run, colouring));
    }

    private long length(List<ShownRun> runs) {
        return Math.max(model.playhead().length().get(),
                runs.stream().mapToLong(ShownRun::lengthNanos).max().orElse(0));
    }

    private TaskHues hues(List<ShownRun> runs) {
        return TaskHues.of(runs.stream().map(ShownRun::tasks).toList());
    }

    private String heading(@Nullable ShownRun run, GraphScene.Colouring colouring) {
        int tasks = model.tasks().size();
        String head = "Graph \u00b7 " + tasks + (tasks == 1 ? " task" : " tasks") + " \u00b7 colour: "
                + colouring.word();
        if (run != null && path != null)
            return head + " \u00b7 " + run.scheduler() + " \u00b7 critical path "
                    + Figures.duration(path.length() / 1e9);
        return run == null ? head : head + " \u00b7 " + run.scheduler();
    }

    private GraphScene scene(@Nullable ShownRun run, long now, TaskState[] states, GraphScene.Colouring colouring) {
        int[] workers = new int[states.length];
        int[] order = new int[states.length];
        java.util.Arrays.fill(workers, -1);
        java.util.Arrays.fill(order, -1);
        int started = 0;
        if (run != null) {
            List<TaskTrace.Span> spans = new ArrayList<>(run.spans());
            for (TaskTrace.Span span : spans) {
                if (span.startNanos() > run.originNanos() + now)
                    continue;
                workers[span.task()] = span.worker();
                if (order[span.task()] < 0)
                    order[span.task()] = started++;
            }
        }
        BitSet critical = new BitSet();
        if (path != null)
            path.tasks().forEach(critical::set);
        return new GraphScene(model.layout().get(), states, workers, order, lineage, critical, colouring,
                run == null ? 1 : run.workers().size());
    }

    void fit() {
        canvas.fit();
    }
}
