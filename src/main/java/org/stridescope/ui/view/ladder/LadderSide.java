package org.stridescope.ui.view.ladder;

import java.util.List;
import java.util.function.Function;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;

import org.stridescope.array.DType;
import org.stridescope.ui.control.Look;
import org.stridescope.ui.model.ladder.LadderModel;
import org.stridescope.ui.view.SettingsPane;

/** The settings at the left: those of the screen, and below them the problem where the screen measures it. */
final class LadderSide extends BorderPane {
    private static final double WIDTH = 284;
    private static final List<Integer> REPETITIONS = List.of(3, 6, 9, 15, 25, 51, 101);

    private final SettingsPane problem;

    LadderSide(SettingsPane problem, LadderModel model, ObservableValue<Look> look) {
        this.problem = problem;
        getStyleClass().add("side");
        problem.add("dtype", choice("ladder-dtype", List.of(DType.FLOAT64, DType.FLOAT32), model.dtype(),
                DType::pythonName));
        problem.add("timed runs", choice("ladder-runs", REPETITIONS, model.repetitions(), runs -> runs + " of each"));
        look.subscribe(now -> {
            setMinWidth(WIDTH * now.scale());
            setPrefWidth(WIDTH * now.scale());
            setMaxWidth(WIDTH * now.scale());
        });
    }

    void show(LadderScreen screen) {
        Node own = screen.settings();
        setTop(screen.usesProblem() ? own : null);
        setCenter(screen.usesProblem() ? problem : own == null ? new Region() : own);
    }

    static <T> ComboBox<T> choice(String id, List<T> values, javafx.beans.property.Property<T> value,
            Function<T, String> words) {
        ComboBox<T> box = new ComboBox<>();
        box.setId(id);
        box.getItems().setAll(values);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable T item) {
                return item == null ? "" : words.apply(item);
            }

            @Override
            public T fromString(String text) {
                return value.getValue();
            }
        });
        box.valueProperty().bindBidirectional(value);
        return box;
    }
}
