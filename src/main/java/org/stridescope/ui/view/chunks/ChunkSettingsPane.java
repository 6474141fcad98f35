package org.stridescope.ui.view.chunks;

import java.util.List;

import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.stridescope.lab.weather.WeatherFiles;
import org.stridescope.ui.model.chunks.ChunkBenchModel;

/** What is cut and how; or how large the weather is. */
final class ChunkSettingsPane extends ScrollPane {
    private static final long SEED = 1;
    /** Rows of the course's maps; ours are this or a part of it. */
    private static final int ROWS = 5760;

    private final VBox cut = new VBox(6);
    private final VBox weather = new VBox(6);
    private final ComboBox<String> scale = new ComboBox<>();
    private final ComboBox<String> storage = new ComboBox<>();

    ChunkSettingsPane(ChunkBenchModel model) {
        cut.getStyleClass().add("bench-settings");
        weather.getStyleClass().add("bench-settings");
        cut.getChildren().addAll(styled("Array", "section"),
                styled("shape, float64: the course: 20000, 20000 and 6000, 6000", "caption"),
                field("chunk-shape", model.shape()),
                styled("Cut into", "section"),
                styled("auto, or lengths of the blocks; -1 is a whole axis", "caption"),
                field("chunk-cut", model.chunks()),
                styled("Cut anew into", "section"), field("chunk-again", model.recut()));
        scale.setId("weather-scale");
        scale.getItems().setAll("1/64 of the course", "1/16 of the course", "1/4 of the course", "as the course: 8 GB");
        scale.getSelectionModel().select(0);
        scale.setMaxWidth(Double.MAX_VALUE);
        storage.setId("weather-storage");
        storage.getItems().setAll("contiguous", "gzip, shuffled");
        storage.getSelectionModel().select(0);
        storage.setMaxWidth(Double.MAX_VALUE);
        weather.getChildren().addAll(styled("Weather", "section"),
                styled("31 days of temperature at 2 m, made up; one HDF5 file a day, dataset /t2m", "caption"), scale,
                styled("kept in the files", "caption"), storage);
        cut.disableProperty().bind(model.running());
        weather.disableProperty().bind(model.running());
        setFitToWidth(true);
        setFitToHeight(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setMinWidth(Region.USE_PREF_SIZE);
        setContent(cut);
        setId("chunk-settings");
    }

    void show(boolean weatherToo) {
        setContent(weatherToo ? weather : cut);
    }

    /** Rows and columns are halved from one scale to the next. */
    WeatherFiles files() {
        int part = 1 << List.of(3, 2, 1, 0).get(scale.getSelectionModel().getSelectedIndex());
        return new WeatherFiles(ROWS / part, 2 * ROWS / part, 31, storage.getSelectionModel().getSelectedIndex() == 1,
                SEED);
    }

    private static Node field(String id, StringProperty value) {
        TextField field = new TextField(value.get());
        field.setId(id);
        field.textProperty().bindBidirectional(value);
        return field;
    }

    private static Label styled(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
