package org.stridescope.ui.view.graph;

import java.util.List;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;

import org.jspecify.annotations.Nullable;

import org.stridescope.trace.TaskState;
import org.stridescope.trace.TraceEvent.ResultMoved;
import org.stridescope.ui.control.Look;
import org.stridescope.ui.model.Figures;
import org.stridescope.ui.model.graph.NameProgress;
import org.stridescope.ui.model.graph.ShownRun;
import org.stridescope.ui.model.graph.TaskHues;

/** How far each name's tasks are at the moment shown, in the colour that they have in the stream; what results take then, and what has been moved until then. */
final class ProgressPane extends VBox {
    private static final int MOST_NAMES = 10;

    private final ObservableValue<Look> look;
    private final GridPane rows = new GridPane();
    private final Label memory = GraphSettingsPane.caption("");

    ProgressPane(ObservableValue<Look> look) {
        this.look = look;
        setId("graph-progress");
        setSpacing(6);
        Label title = new Label("Progress by name");
        title.getStyleClass().add("section");
        rows.setHgap(10);
        rows.setVgap(4);
        memory.setId("graph-memory");
        getChildren().addAll(title, rows, memory);
    }

    void show(@Nullable ShownRun run, TaskState[] states, long now, TaskHues hues) {
        setVisible(run != null);
        setManaged(run != null);
        if (run == null)
            return;
        List<NameProgress> names = NameProgress.of(run, states);
        int shown = Math.min(MOST_NAMES, names.size());
        while (rows.getRowCount() > shown)
            rows.getChildren().removeIf(node -> GridPane.getRowIndex(node) == rows.getRowCount() - 1);
        for (int i = rows.getRowCount(); i < shown; i++)
            addRow(i);
        for (int i = 0; i < shown; i++)
            fill(i, names.get(i), hues);
        memory.setText(words(run, now) + (names.size() > shown ? " " + (names.size() - shown) + " names more." : ""));
    }

    private void addRow(int row) {
        Label name = new Label();
        name.setMaxWidth(110);
        name.setGraphic(new Rectangle(11, 11));
        ProgressBar bar = new ProgressBar(0);
        bar.setMaxWidth(Double.MAX_VALUE);
        GridPane.setHgrow(bar, Priority.ALWAYS);
        Label count = new Label();
        count.getStyleClass().add("mono");
        count.setMinWidth(USE_PREF_SIZE);
        rows.addRow(row, name, bar, count);
    }

    private void fill(int row, NameProgress progress, TaskHues hues) {
        List<javafx.scene.Node> nodes = rows.getChildren().subList(3 * row, 3 * row + 3);
        Label name = (Label) nodes.get(0);
        name.setText(progress.name());
        ((Rectangle) name.getGraphic()).setFill(look.getValue().palette().hue(hues.of(progress.name())));
        ((ProgressBar) nodes.get(1)).setProgress((double) progress.done() / Math.max(1, progress.all()));
        ((Label) nodes.get(2)).setText(progress.done() + "/" + progress.all());
    }

    private static String words(ShownRun run, long now) {
        long bytes = 0;
        long nanos = 0;
        for (ResultMoved move : run.moves()) {
            if (move.nanos() > run.originNanos() + now)
                continue;
            bytes += move.bytes();
            nanos += move.nanos() - move.startNanos();
        }
        String held = "Results held: " + Figures.bytes(run.heldBytesAt(now)) + ".";
        return bytes == 0
                ? held
                : held + " Moved between processes: " + Figures.bytes(bytes) + " in " + Figures.duration(nanos / 1e9)
                        + ".";
    }
}
