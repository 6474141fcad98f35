package org.stridescope.ui.view.profile;

import java.util.function.Function;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;

import org.stridescope.ui.control.Look;
import org.stridescope.ui.control.Palette;
import org.stridescope.ui.model.timeline.StateInks;

/** What the colours of a thread's lane say. */
final class StateLegend extends HBox {
    StateLegend(ObservableValue<Look> look) {
        getStyleClass().add("state-legend");
        setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(entry("running (hue of the variant)", Palette::accent, look),
                entry("no processor free", palette -> palette.of(StateInks.RUNNABLE), look),
                entry("waits for a lock", palette -> palette.of(StateInks.LOCKED), look),
                entry("device", palette -> palette.of(StateInks.DISK), look));
    }

    private static Node entry(String text, Function<Palette, Color> colour, ObservableValue<Look> look) {
        Rectangle mark = new Rectangle();
        look.subscribe(now -> {
            mark.setFill(colour.apply(now.palette()));
            mark.setWidth(9 * now.scale());
            mark.setHeight(9 * now.scale());
        });
        Label label = new Label(text, mark);
        label.getStyleClass().add("caption");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }
}
