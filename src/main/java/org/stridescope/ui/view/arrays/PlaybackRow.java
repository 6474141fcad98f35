package org.stridescope.ui.view.arrays;

import java.util.List;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

import org.stridescope.ui.control.Look;
import org.stridescope.ui.model.Playhead;
import org.stridescope.ui.model.Speeds;
import org.stridescope.ui.view.Icons;

/** The transport of things that go step by step: to start, step back, play, step, to end, speed; the step in words. */
final class PlaybackRow extends HBox {
    private final Playhead playhead;
    private final Label where = new Label();

    PlaybackRow(Playhead playhead, ObservableValue<Look> look, Node... more) {
        this.playhead = playhead;
        getStyleClass().add("transport-row");
        where.getStyleClass().add("clock");
        where.setId("step-text");
        where.setMinWidth(Region.USE_PREF_SIZE);
        Button play = button("play", "play", MaterialDesignP.PLAY, "Play or pause (space)", look, playhead::toggle);
        play.textProperty().bind(playhead.playing().map(on -> on ? "pause" : "play"));
        play.getStyleClass().add("main");
        look.subscribe(now -> play.setPrefWidth(92 * now.scale()));
        if (play.getGraphic() instanceof FontIcon icon) {
            icon.iconCodeProperty()
                    .bind(playhead.playing().map(on -> on ? (Ikon) MaterialDesignP.PAUSE : MaterialDesignP.PLAY));
        }
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().addAll(
                button("to-start", "", MaterialDesignS.SKIP_BACKWARD, "To the start (Home)", look, playhead::toStart),
                button("step-back", "", MaterialDesignS.SKIP_PREVIOUS, "One step back (comma)", look,
                        playhead::stepBack),
                play,
                button("step", "", MaterialDesignS.SKIP_NEXT, "One step on (full stop)", look, playhead::stepForward),
                button("to-end", "", MaterialDesignS.SKIP_FORWARD, "To the end (End)", look, playhead::toEnd), speeds(),
                where,
                space);
        getChildren().addAll(more);
    }

    /** The step in words: {@code step 3 of 16}. */
    void say(String text) {
        where.setText(text);
    }

    private Button button(String id, String text, Ikon code, String tip, ObservableValue<Look> look, Runnable run) {
        Button button = new Button(text, Icons.icon(code, 16, look));
        button.setId(id);
        button.getStyleClass().add("action");
        if (text.isEmpty())
            button.getStyleClass().add("icon-only");
        button.setTooltip(new Tooltip(tip));
        button.setAccessibleText(tip);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> run.run());
        button.disableProperty().bind(playhead.length().isEqualTo(0));
        return button;
    }

    private ComboBox<Double> speeds() {
        ComboBox<Double> speed = new ComboBox<>();
        speed.setId("speed");
        speed.getItems().setAll(List.copyOf(Speeds.ALL));
        speed.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Double value) {
                return value == null ? "" : Speeds.text(value) + "\u00d7";
            }

            @Override
            public Double fromString(String text) {
                return 1.0;
            }
        });
        speed.getStyleClass().add("narrow");
        speed.setValue(playhead.speed().get());
        speed.setOnAction(_ -> {
            if (speed.getValue() != null)
                playhead.setSpeed(speed.getValue());
        });
        playhead.speed().addListener((_, _, now) -> speed.setValue(now.doubleValue()));
        return speed;
    }
}
