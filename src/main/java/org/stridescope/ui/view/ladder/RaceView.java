package org.stridescope.ui.view.ladder;

import java.util.List;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.stridescope.kernel.worker.RaceLesson.RaceRun;
import org.stridescope.lab.ladder.ThreadLab;
import org.stridescope.lab.ladder.ThreadLab.Races;
import org.stridescope.ui.control.Look;
import org.stridescope.ui.model.Figures;
import org.stridescope.ui.model.ladder.ThreadsWords;

/** The same result several times, without the reduction clause and with it: what is wrong, and that it is never the same. */
final class RaceView extends VBox {
    private final ObservableValue<Look> look;
    private final VBox rows = new VBox();
    private final Label words = new Label();

    RaceView(ObservableValue<Look> look) {
        this.look = look;
        setId("races");
        getStyleClass().add("lesson");
        words.setId("race-words");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        words.getStyleClass().add("why");
        rows.setSpacing(10);
        getChildren().addAll(rows, words);
    }

    void show(Races races) {
        rows.getChildren().setAll(section("Without reduction(+ : sum): every thread adds to the same items"),
                pictures(races.left()),
                section("With the clause: each thread has a sum of its own, added up at the end"),
                pictures(races.mended()));
        words.setText(ThreadsWords.races(races));
    }

    private HBox pictures(List<RaceRun> runs) {
        HBox row = new HBox();
        row.getStyleClass().add("schedule-columns");
        for (RaceRun run : runs) {
            Label figure = new Label(run.wrong() == 0
                    ? "all right"
                    : Figures.count(run.wrong()) + " wrong, by " + Figures.power(run.largestError()));
            figure.getStyleClass().add("caption");
            figure.setMinWidth(Region.USE_PREF_SIZE);
            VBox column = new VBox(new RacePicture(look, run, ThreadLab.RACE_POINTS), figure);
            column.setSpacing(4);
            row.getChildren().add(column);
        }
        return row;
    }

    private static Label section(String name) {
        Label label = new Label(name);
        label.getStyleClass().add("section");
        return label;
    }
}
