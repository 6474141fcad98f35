package org.stridescope.ui.view.arrays;

import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import org.stridescope.explain.layout.Quantity;
import org.stridescope.lab.lanes.LaneTimes;
import org.stridescope.ui.model.Figures;

/** Best times as bars, each with median and slowest and how many times as fast as the interpreted loop it is. */
final class TimesChart extends GridPane {
    private static final int[] HUES = {4, 1, 2, 0};

    TimesChart() {
        getStyleClass().add("times");
        setId("times");
    }

    void show(LaneTimes times) {
        getChildren().clear();
        long longest = times.ways().stream().mapToLong(LaneTimes.Way::fastestNanos).max().orElse(1);
        Label head = new Label(times.operation().text() + " over " + Quantity.count(times.items()) + " float64 items");
        head.getStyleClass().add("sheet-title");
        add(head, 0, 0, 4, 1);
        for (int i = 0; i < times.ways().size(); i++) {
            LaneTimes.Way way = times.ways().get(i);
            Label name = fixed(way.name(), "strong");
            Region bar = new Region();
            bar.setStyle("-fx-background-color: -st-hue-" + HUES[i % HUES.length] + "; -fx-background-radius: 4px;");
            StackPane track = new StackPane(bar);
            track.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
            track.getStyleClass().add("time-track");
            double share = Math.max(0.004, (double) way.fastestNanos() / longest);
            bar.maxWidthProperty().bind(track.widthProperty().multiply(share));
            setHgrow(track, javafx.scene.layout.Priority.ALWAYS);
            Label time = fixed(Figures.duration(way.fastestNanos() / 1e9), "time-figure");
            time.setId("time-" + i);
            Label factor = fixed(Figures.times(times.speedUp(way)), "time-factor");
            Label how = new Label(way.how() + "; median " + Figures.duration(way.medianNanos() / 1e9) + ", slowest "
                    + Figures.duration(way.slowestNanos() / 1e9));
            how.setWrapText(true);
            how.getStyleClass().add("caption");
            addRow(2 * i + 1, name, track, time, factor);
            add(how, 1, 2 * i + 2, 3, 1);
        }
    }

    private static Label fixed(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }
}
