package org.stridescope.ui.view;

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

/** The one transport of all screens: to start, step back, play or pause, step, to end, speed, and where the playhead is in words. */
public final class TransportRow extends HBox {
    /** A row narrower than this on a desk leaves the word before the speed out. */
    private static final double ROOMY = 830;

    /**
     * What a screen calls things.
     *
     * @param step one step of it: event
     * @param play the button while nothing plays: replay
     * @param id of the words that say where the playhead is
     */
    public record Words(String step, String play, String id) {
        /** Things that go step by step. */
        public static final Words STEPS = new Words("step", "play", "step-text");
        /** A recording. */
        public static final Words EVENTS = new Words("event", "replay", "clock");
    }

    private final Playhead playhead;
    private final Label where = new Label();

    /** For a recording; {@code more} stands at the right end. */
    public TransportRow(Playhead playhead, ObservableValue<Look> look, Node... more) {
        this(playhead, look, Words.EVENTS, more);
    }

    /** For anything that moves; {@code more} stands at the right end. */
    public TransportRow(Playhead playhead, ObservableValue<Look> look, Words words, Node... more) {
        this.playhead = playhead;
        getStyleClass().add("transport-row");
        setMinWidth(0);
        where.getStyleClass().add("clock");
        where.setId(words.id());
        where.setMinWidth(USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label speedName = new Label("speed");
        speedName.getStyleClass().add("muted");
        speedName.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(
                button("to-start", "", MaterialDesignS.SKIP_BACKWARD, "To the start (Home)", look, playhead::toStart),
                button("step-back", "", MaterialDesignS.SKIP_PREVIOUS, "One " + words.step() + " back (comma)", look,
                        playhead::stepBack),
                play(words.play(), look),
                button("step", "", MaterialDesignS.SKIP_NEXT, "One " + words.step() + " on (full stop)", look,
                        playhead::stepForward),
                button("to-end", "", MaterialDesignS.SKIP_FORWARD, "To the end (End)", look, playhead::toEnd),
                speedName, speeds(), where, space);
        getChildren().addAll(more);
        giveWay(speedName, look, ROOMY);
    }

    /** Where the playhead is: {@code step 3 of 16}. */
    public void say(String text) {
        where.setText(text);
    }

    /** A part that leaves the row while that is narrower than this on a desk. */
    public void giveWay(Node child, ObservableValue<Look> look, double width) {
        child.visibleProperty().bind(Bindings.createBooleanBinding(
                () -> getWidth() == 0 || getWidth() > width * look.getValue().scale(), widthProperty(), look));
        child.managedProperty().bind(child.visibleProperty());
    }

    private Button play(String idle, ObservableValue<Look> look) {
        Button play = button("play", idle, MaterialDesignP.PLAY, "Play or pause (space)", look, playhead::toggle);
        play.getStyleClass().add("main");
        play.textProperty().bind(playhead.playing().map(on -> on ? "pause" : idle));
        look.subscribe(now -> play.setPrefWidth(100 * now.scale()));
        if (play.getGraphic() instanceof FontIcon icon) {
            icon.iconCodeProperty()
                    .bind(playhead.playing().map(on -> on ? (Ikon) MaterialDesignP.PAUSE : MaterialDesignP.PLAY));
        }
        return play;
    }

    private Button button(String id, String text, Ikon code, String tip, ObservableValue<Look> look, Runnable run) {
        Button button = new Button(text, Icons.icon(code, 16, look));
        button.setId(id);
        button.getStyleClass().add("action");
        if (text.isEmpty())
            button.getStyleClass().add("icon-only");
        button.setTooltip(new Tooltip(tip));
        button.setAccessibleText(tip);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> run.run());
        button.disableProperty().bind(playhead.following().or(playhead.length().isEqualTo(0)));
        return button;
    }

    private ComboBox<Double> speeds() {
        ComboBox<Double> speed = new ComboBox<>();
        speed.setId("speed");
        speed.getItems().setAll(Speeds.ALL);
        speed.setConverter(new Fractions());
        speed.setMinWidth(USE_PREF_SIZE);
        speed.setTooltip(new Tooltip("How fast it plays"));
        speed.setValue(playhead.speed().get());
        speed.setOnAction(_ -> {
            if (speed.getValue() != null)
                playhead.setSpeed(speed.getValue());
        });
        playhead.speed().addListener((_, _, now) -> speed.setValue(now.doubleValue()));
        return speed;
    }

    private static final class Fractions extends StringConverter<Double> {
        @Override
        public String toString(@Nullable Double value) {
            return value == null ? "" : Speeds.text(value) + "\u00d7";
        }

        @Override
        public Double fromString(String text) {
            return Speeds.ALL.stream().filter(speed -> toString(speed).equals(text)).findFirst().orElse(1.0);
        }
    }
}
