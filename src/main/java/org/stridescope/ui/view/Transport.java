package org.stridescope.ui.view;

import java.util.List;

import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import org.stridescope.ui.control.Look;
import org.stridescope.ui.control.ScaleLegend;
import org.stridescope.ui.control.TileStrips;
import org.stridescope.ui.model.Figures;
import org.stridescope.ui.model.Playhead;
import org.stridescope.ui.model.RaceMoment;
import org.stridescope.ui.model.ValueRange;

/** The transport of the distance lab: the row that all screens have, and the strips to scrub on. */
final class Transport extends VBox {
    private final Playhead playhead;
    private final TransportRow row;
    private final ScaleLegend legend;
    private final TileStrips strips;

    Transport(Playhead playhead, ObservableValue<Look> look, Region views) {
        this.playhead = playhead;
        getStyleClass().add("transport");
        setMinWidth(0);
        legend = new ScaleLegend(look);
        strips = new TileStrips(look, playhead::seek);
        strips.setId("strips");
        views.setMinWidth(USE_PREF_SIZE);
        row = new TransportRow(playhead, look, TransportRow.Words.EVENTS, legend, views);
        row.giveWay(legend, look, 850);
        getChildren().addAll(row, strips);
    }

    void show(List<String> variants, @Nullable RaceMoment moment, ValueRange range) {
        boolean live = playhead.following().get();
        row.say(moment == null
                ? ""
                : live ? "\u25cf live" : "t = " + Figures.clock(playhead.time().get(), playhead.length().get()));
        strips.show(variants, moment, playhead.time().get(), !live);
        legend.show(range);
    }
}
