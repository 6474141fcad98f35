package org.stridescope.ui.view.ladder;

import java.util.List;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.stridescope.kernel.threads.ScheduleRun;
import org.stridescope.ui.control.Look;
import org.stridescope.ui.model.ladder.ThreadsWords;

/** The schedules side by side: who did which tile, when, and how even it was. */
final class SchedulesView extends VBox {
    private final ObservableValue<Look> look;
    private final HBox columns = new HBox();
    private final Label words = new Label();

    SchedulesView(ObservableValue<Look> look) {
        this.look = look;
        setId("schedules");
        getStyleClass().add("lesson");
        columns.getStyleClass().add("schedule-columns");
        VBox.setVgrow(columns, Priority.ALWAYS);
        words.setId("schedules-words");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        words.getStyleClass().add("why");
        getChildren().addAll(columns, words);
    }

    void show(List<ScheduleRun> runs) {
        long longest = runs.stream().mapToLong(ScheduleRun::wallNanos).max().orElse(1);
        columns.getChildren().setAll(runs.stream().map(run -> column(run, longest)).toList());
        words.setText(ThreadsWords.schedules(runs));
    }

    private VBox column(ScheduleRun run, long longest) {
        Label name = new Label("schedule(" + run.experiment().schedule().label()
                + (run.experiment().chunk() > 0 ? ", " + run.experiment().chunk() : "") + ")");
        name.getStyleClass().add("rung-title");
        Label how = new Label(run.experiment().schedule().sentence());
        how.getStyleClass().add("caption");
        how.setWrapText(true);
        how.setMinHeight(Region.USE_PREF_SIZE);
        ScheduleMatrix matrix = new ScheduleMatrix(look);
        matrix.show(run);
        ThreadStrips strips = new ThreadStrips(look);
        strips.show(run, longest);
        Label figures = new Label(ThreadsWords.of(run));
        figures.setId("schedule-" + run.experiment().schedule().label());
        figures.setWrapText(true);
        figures.setMinHeight(Region.USE_PREF_SIZE);
        VBox.setVgrow(matrix, Priority.ALWAYS);
        VBox column = new VBox(name, how, matrix, section("each thread's tiles, on one time axis"), strips, figures);
        column.setSpacing(6);
        column.setPrefWidth(200);
        column.setMinWidth(0);
        HBox.setHgrow(column, Priority.ALWAYS);
        return column;
    }

    private static Label section(String name) {
        Label label = new Label(name);
        label.getStyleClass().add("section");
        return label;
    }
}
