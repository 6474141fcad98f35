package org.stridescope.ui.view.ladder;

import java.util.List;

import javafx.beans.property.Property;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.stridescope.ui.model.ladder.ThreadsModel;
import org.stridescope.ui.model.ladder.ThreadsModel.Lesson;

/** Which lesson about threads, and what it is run with. */
final class ThreadsSettings extends VBox {
    ThreadsSettings(ThreadsModel model) {
        getStyleClass().add("bench-settings");
        ComboBox<Lesson> lesson = wide(
                LadderSide.choice("threads-lesson", List.of(Lesson.values()), model.lesson(), Lesson::label));
        CheckBox triangle = new CheckBox("only pairs i < j: uneven work");
        triangle.setId("threads-triangle");
        triangle.selectedProperty().bindBidirectional(model.triangle());
        Node[] schedules = {section("Matrix"), figure("threads-points", List.of(250, 500, 1000, 2000, 4000),
                model.points(), " points"), figure("threads-across", List.of(4, 8, 12, 16, 24, 32), model.across(),
                        " tiles across"),
                triangle, section("Chunk"),
                wide(LadderSide.choice("threads-chunk", List.of(0, 1, 2, 4, 8, 16), model.chunk(),
                        tiles -> tiles == 0 ? "OpenMP\u2019s own choice" : tiles + (tiles == 1 ? " tile" : " tiles")))};
        Node[] threads = {section("Threads"),
                figure("threads-count", List.of(1, 2, 3, 4, 8, 16), model.threads(), " threads")};
        getChildren().addAll(section("Lesson"), lesson);
        getChildren().addAll(schedules);
        getChildren().addAll(threads);
        model.lesson().subscribe(now -> {
            shown(now == Lesson.SCHEDULES, schedules);
            shown(now != Lesson.OVERSUBSCRIPTION, threads);
        });
    }

    private static void shown(boolean on, Node... nodes) {
        for (Node node : nodes) {
            node.setVisible(on);
            node.setManaged(on);
        }
    }

    private static ComboBox<Integer> figure(String id, List<Integer> values, Property<Integer> value, String unit) {
        return wide(LadderSide.choice(id, values, value, number -> number + unit));
    }

    private static <T extends Region> T wide(T control) {
        control.setMaxWidth(Double.MAX_VALUE);
        return control;
    }

    private static Label section(String name) {
        Label label = new Label(name);
        label.getStyleClass().add("section");
        return label;
    }
}
