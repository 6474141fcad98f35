package org.stridescope.ui.view.graph;

import java.util.List;

import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import org.stridescope.explain.graph.DrawnGraph.TaskNode;
import org.stridescope.graph.CriticalPath;
import org.stridescope.trace.TaskState;
import org.stridescope.trace.TaskTrace;
import org.stridescope.ui.model.Figures;
import org.stridescope.ui.model.graph.GraphBenchModel;
import org.stridescope.ui.model.graph.Lineage;
import org.stridescope.ui.model.graph.ShownRun;

/** The picked task: its call, where it stands, who has it, what it needs and who needs it. */
final class TaskPane extends VBox {
    private final GraphBenchModel model;
    private final Label title = new Label();
    private final GridPane rows = new GridPane();
    private final Label words = GraphSettingsPane.caption("");

    TaskPane(GraphBenchModel model) {
        this.model = model;
        setSpacing(8);
        title.getStyleClass().add("section");
        title.setId("task-title");
        rows.setHgap(14);
        rows.setVgap(5);
        words.setId("task-lineage");
        words.getStyleClass().setAll("label");
        getChildren().addAll(title, rows, words);
    }

    void show(Lineage lineage, TaskState @Nullable [] states, @Nullable CriticalPath path) {
        rows.getChildren().clear();
        int task = lineage.task();
        List<TaskNode> tasks = model.tasks();
        if (task < 0 || task >= tasks.size()) {
            title.setText("Task");
            words.setText("Click a task in the graph or in the stream: its arguments, its result and its lineage.");
            return;
        }
        title.setText("Task " + tasks.get(task).key());
        String call = model.call(task);
        if (!call.isEmpty())
            row("call", call);
        ShownRun run = model.shown();
        if (run != null && task < run.tasks().size()) {
            if (states != null)
                row("state", states[task].word());
            times(run, task);
        }
        if (path != null)
            row("slack", Figures.duration(path.slack(task) / 1e9));
        words.setText(lineage.ancestors().cardinality() + " tasks feed it; " + lineage.descendants().cardinality()
                + " wait for it." + (path == null
                        ? ""
                        : path.slack(task) == 0
                                ? " It is on a critical path: were it later, all would be."
                                : " It could end " + Figures.duration(path.slack(task) / 1e9)
                                        + " later without delaying the whole."));
    }

    private void times(ShownRun run, int task) {
        TaskTrace.Span span = run.span(task);
        if (span == null)
            return;
        row("worker", run.workers().get(span.worker()));
        row("started", Figures.duration((span.startNanos() - run.originNanos()) / 1e9));
        row("took", Figures.duration((span.endNanos() - span.startNanos()) / 1e9));
        row("result", Figures.bytes(run.bytes(task)));
        run.moves().stream().filter(move -> move.task() == task).findFirst()
                .ifPresent(move -> row("moved", Figures.bytes(move.bytes()) + " in "
                        + Figures.duration((move.nanos() - move.startNanos()) / 1e9)));
    }

    private void row(String name, String value) {
        Label left = GraphSettingsPane.caption(name);
        left.setMinWidth(Region.USE_PREF_SIZE);
        Label right = new Label(value);
        right.getStyleClass().add("mono");
        right.setWrapText(true);
        right.setMinHeight(Region.USE_PREF_SIZE);
        GridPane.setHgrow(right, Priority.ALWAYS);
        rows.addRow(rows.getRowCount(), left, right);
    }
}
