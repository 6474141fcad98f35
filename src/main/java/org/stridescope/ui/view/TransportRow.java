package org.stridescope.ui.view;

import java.util.ArrayList;
import java.util.List;

import javafx.beans.binding.Bindings;
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

/** To start, step back, play or pause, step, to end, speed, time: the same row under everything that moves. */
public final class TransportRow extends HBox {
    private final Playhead playhead;
    private final Label clock = new Label();
    private final ComboBox<Double> speed = new ComboBox<>();

    /** @param more what stands at the right end */
    public TransportRow(Playhead playhead, ObservableValue<Look> look, Node... more) {
        this.playhead = playhead;
        getStyleClass().add("transport-row");
        setMinWidth(0);
        clock.getStyleClass().add("clock");
        clock.setId("clock");
        clock.setMinWidth(Region.USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().addAll(buttons(look));
        Label speedName = new Label("speed");
        speedName.getStyleClass().add("muted");
        speedName.setMinWidth(Region.USE_PREF_SIZE);
        fillSpeeds();
        getChildren().addAll(speedName, speed, clock, space);
        getChildren().addAll(more);
        giveWay(speedName, look, 830);
    }

    /** Leaves the row while that is narrower than this on a desk. */
    public void giveWay(Node child, ObservableValue<Look> look, double width) {
        child.visibleProperty().bind(Bindings.createBooleanBinding(
                () -> getWidth() == 0 || getWidth() > width * look.getValue().scale(), widthProperty(), look));
        child.managedProperty().bind(child.visibleProperty());
    }

    /** The time, in words. */
    public void say(String text) {
        clock.setText(text);
    }

    private List<Button> buttons(ObservableValue<Look> look) {
        List<Button> buttons = new ArrayList<>();
        buttons.add(
                button("to-start", "", MaterialDesignS.SKIP_BACKWARD, "To the start (Home)", look, playhead::toStart));
        buttons.add(button("step-back", "", MaterialDesignS.SKIP_PREVIOUS, "One event back (comma)", look,
                playhead::stepBack));
        Button play = button("play", "replay", MaterialDesignP.PLAY, "Play or pause (space)", look, playhead::toggle);
        play.getStyleClass().add("main");
        play.textProperty().bind(playhead.playing().map(on -> on ? "pause" : "replay"));
        play.setMinWidth(Region.USE_PREF_SIZE);
        look.subscribe(now -> play.setPrefWidth(100 * now.scale()));
        if (play.getGraphic() instanceof FontIcon icon) {
            icon.iconCodeProperty()
                    .bind(playhead.playing().map(on -> on ? (Ikon) MaterialDesignP.PAUSE : MaterialDesignP.PLAY));
        }
        buttons.add(play);
        buttons.add(
                button("step", "", MaterialDesignS.SKIP_NEXT, "One event on (full stop)", look, playhead::stepForward));
        buttons.add(button("to-end", "", MaterialDesignS.SKIP_FORWARD, "To the end (End)", look, playhead::toEnd));
        return buttons;
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
        button.disableProperty().bind(playhead.following().or(playhead.length().isEqualTo(0)));
        return button;
    }

    private void fillSpeeds() {
        speed.setId("speed");
        speed.getItems().setAll(Speeds.ALL);
        speed.setConverter(new Fractions());
        speed.setMinWidth(Region.USE_PREF_SIZE);
        speed.setValue(playhead.speed().get());
        speed.setOnAction(_ -> {
            if (speed.getValue() != null)
                playhead.setSpeed(speed.getValue());
        });
        playhead.speed().addListener((_, _, now) -> speed.setValue(now.doubleValue()));
    }

    private static final class Fractions extends StringConverter<Double> {
        @Override
        public String toString(@Nullable Double value) {
            return value == null ? "" : Speeds.text(value);
        }

        @Override
        public Double fromString(String text) {
            return Speeds.ALL.stream().filter(speed -> Speeds.text(speed).equals(text)).findFirst().orElse(1.0);
        }
    }
}
