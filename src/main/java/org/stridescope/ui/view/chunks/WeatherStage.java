package org.stridescope.ui.view.chunks;

import java.nio.file.Path;
import java.util.Optional;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.stridescope.io.IoError;
import org.stridescope.lab.weather.MapPicture;
import org.stridescope.lab.weather.WeatherLesson;
import org.stridescope.lab.weather.WeatherMap;
import org.stridescope.ui.control.Look;
import org.stridescope.ui.control.chunks.MapPane;
import org.stridescope.ui.model.Figures;
import org.stridescope.ui.model.chunks.ChunkBenchModel;
import org.stridescope.ui.view.FileChoices;

/** Days of temperature from files: the mean, and the first day less it, as maps that can be saved. */
final class WeatherStage extends BorderPane {
    private final ChunkBenchModel model;
    private final FileChoices choices;
    private final MapPane mean;
    private final MapPane anomaly;
    private final Label words = new Label();
    private final Label invitation = new Label(
            "Nothing is read before it is computed: \u2018Compute the maps\u2019 writes the"
                    + " days as HDF5 files, stacks them, and reads them block by block.");
    private final HBox saves = new HBox(8);

    WeatherStage(ChunkBenchModel model, ObservableValue<Look> look, FileChoices choices) {
        this.model = model;
        this.choices = choices;
        mean = new MapPane(look);
        anomaly = new MapPane(look);
        mean.setId("map-mean");
        anomaly.setId("map-anomaly");
        HBox maps = new HBox(24, mean, anomaly);
        HBox.setHgrow(mean, Priority.ALWAYS);
        HBox.setHgrow(anomaly, Priority.ALWAYS);
        mean.setPrefWidth(400);
        anomaly.setPrefWidth(400);
        maps.setPadding(new Insets(16));
        invitation.getStyleClass().add("explained");
        invitation.setWrapText(true);
        invitation.setMaxWidth(460);
        StackPane middle = new StackPane(maps, invitation);
        setCenter(middle);
        words.setWrapText(true);
        words.setMinHeight(javafx.scene.layout.Region.USE_PREF_SIZE);
        words.setId("weather-words");
        saves.getChildren().addAll(save("Save the mean\u2026", "save-mean", "mean", WeatherLesson::mean),
                save("Save the difference\u2026", "save-anomaly", "first-day-less-mean", WeatherLesson::anomaly));
        saves.setVisible(false);
        VBox below = new VBox(10, words, saves);
        below.setPadding(new Insets(4, 16, 16, 16));
        setBottom(below);
        model.weather().addListener(_ -> show());
    }

    private Button save(String text, String id, String name,
            java.util.function.Function<WeatherLesson, WeatherMap> which) {
        Button button = new Button(text);
        button.setId(id);
        button.getStyleClass().add("action");
        button.setOnAction(_ -> {
            WeatherLesson lesson = model.weather().get();
            if (lesson != null)
                save(which.apply(lesson), name);
        });
        return button;
    }

    private void save(WeatherMap map, String name) {
        Optional<Path> file = choices.save(getScene().getWindow(), "Save the map: .png, or .svg", name + ".png",
                "Pictures", "*.*");
        if (file.isEmpty())
            return;
        try {
            new MapPicture(map).write(file.get());
            words.setText("Saved as " + file.get() + ".");
        } catch (IoError e) {
            words.setText(String.valueOf(e.getMessage()));
        }
    }

    private void show() {
        WeatherLesson lesson = model.weather().get();
        invitation.setVisible(lesson == null);
        saves.setVisible(lesson != null);
        if (lesson == null)
            return;
        mean.show(lesson.mean());
        anomaly.show(lesson.anomaly());
        double rate = lesson.files().bytes() / lesson.seconds();
        words.setText(lesson.files().days() + " files of " + Figures.bytes(lesson.files().bytes()
                / lesson.files().days()) + " each, " + Figures.bytes(lesson.files().bytes()) + " in all, read by "
                + lesson.tasks() + " tasks on " + lesson.workers() + " threads in " + Figures.duration(lesson.seconds())
                + ": " + Figures.bytes((long) rate) + "/s. Each task holds one band of one day and one sum: memory does"
                + " not grow with the days.");
    }
}
