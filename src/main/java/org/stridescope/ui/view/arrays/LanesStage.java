package org.stridescope.ui.view.arrays;

import java.util.List;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import org.stridescope.explain.broadcast.LaneFrames;
import org.stridescope.explain.layout.Quantity;
import org.stridescope.lab.lanes.LaneTimes;
import org.stridescope.ui.control.Look;
import org.stridescope.ui.control.arrays.LanePicture;
import org.stridescope.ui.model.arrays.LanesModel;
import org.stridescope.ui.view.TransportRow;

/** The same few items three ways on one clock: interpreted, item by item, by registers; below, many items timed. */
final class LanesStage extends VBox {
    /** What an interpreter does for {@code out[i] = a[i] + b[i]}, drawn as a step each. */
    private static final List<String> ROUNDS = List.of("find the names a, b, i", "fetch a[i] into a box of its own",
            "fetch b[i] into a box of its own", "look at both types, choose the operation",
            "compute, box the result", "unbox it into out[i]");

    private final LanesModel model;
    private final LanePicture interpreted;
    private final LanePicture single;
    private final LanePicture wide;
    private final Label round = new Label();
    private final Label words = new Label();
    private final Label invitation = new Label();
    private final TimesChart chart = new TimesChart();
    private final TransportRow transport;
    private boolean hidden;

    LanesStage(LanesModel model, ObservableValue<Look> look) {
        this.model = model;
        getStyleClass().add("stage");
        interpreted = new LanePicture(look, 4);
        single = new LanePicture(look, 1);
        wide = new LanePicture(look, 0);
        transport = new TransportRow(model.playhead(), look, TransportRow.Words.STEPS);
        round.getStyleClass().add("muted");
        round.setId("lane-round");
        words.getStyleClass().add("pairing");
        words.setId("lane-words");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        invitation.getStyleClass().add("rule-sentence");
        invitation.setId("lane-invitation");
        invitation.setText("Run the timing to see what each way costs on this machine.");
        invitation.setWrapText(true);
        invitation.managedProperty().bind(invitation.visibleProperty());
        VBox.setVgrow(chart, Priority.ALWAYS);
        HBox first = new HBox(section("Interpreted loop: six rounds of the interpreter an item"), round);
        first.getStyleClass().add("walk-lane");
        getChildren().addAll(first, interpreted, section("Compiled element loop: one item a step"), single,
                section("SIMD lanes, as in the whole-array ufunc: a register a step"), wide, words, transport,
                section("Measured here: the best of interleaved rounds"), invitation, chart);
    }

    private static Label section(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("section");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    /** What would answer a question about the lanes is hidden, or shown again. */
    void hide(boolean on) {
        hidden = on;
        wide.setVisible(!on);
        transport.setDisable(on);
        tick();
    }

    /** Says what is going on; the figures of the timing before stay. */
    void say(String sentence) {
        invitation.setText(sentence);
        invitation.setVisible(true);
    }

    /** Other figures, or a reason why there are none. */
    void show(@Nullable LaneTimes times, String message) {
        invitation.setVisible(times == null || !message.isEmpty());
        if (!message.isEmpty())
            invitation.setText(message);
        if (times != null)
            chart.show(times);
    }

    /** Another step, or another loop. */
    void tick() {
        LaneFrames loop = model.loop().get();
        int step = model.step();
        LaneFrames items = new LaneFrames(loop.size(), 1);
        interpreted.show(items, Math.ceilDiv(step, ROUNDS.size()));
        round.setText(step == 0 ? "" : ROUNDS.get((step - 1) % ROUNDS.size()));
        single.show(items, step);
        wide.show(loop, step);
        transport.say("step " + step + " of " + loop.size());
        words.setText(hidden ? "?" : words(loop, Math.min(step, loop.steps())));
    }

    private static String words(LaneFrames loop, long done) {
        boolean tail = done > 0 && loop.step(done - 1).tail();
        return loop.lanes() + " lanes: " + Quantity.of(loop.bodySteps(), "full step")
                + (loop.tailItems() > 0 ? " and a tail of " + Quantity.of(loop.tailItems(), "item") : ", no tail")
                + ", " + loop.steps() + " steps instead of " + loop.size()
                + (tail ? "; in the tail " + masked(loop.lanes() - loop.tailItems()) : "");
    }

    private static String masked(int lanes) {
        return lanes == 1 ? "one lane is masked" : lanes + " lanes are masked";
    }
}
