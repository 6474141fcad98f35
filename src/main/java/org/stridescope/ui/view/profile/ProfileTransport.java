package org.stridescope.ui.view.profile;

import javafx.beans.InvalidationListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.VBox;

import org.stridescope.ui.control.Look;
import org.stridescope.ui.control.timeline.OverviewStrip;
import org.stridescope.ui.model.Figures;
import org.stridescope.ui.model.Playhead;
import org.stridescope.ui.model.timeline.TimelineModel;
import org.stridescope.ui.view.TransportRow;

/** The transport of a recording, with all of it in a strip. */
final class ProfileTransport extends VBox {
    private final TransportRow row;
    private final Playhead playhead;
    private final InvalidationListener moved = _ -> say();

    ProfileTransport(TimelineModel model, ObservableValue<Look> look) {
        playhead = model.playhead();
        getStyleClass().addAll("transport", "profile-transport");
        setMinWidth(0);
        StateLegend legend = new StateLegend(look);
        row = new TransportRow(playhead, look, legend);
        row.giveWay(legend, look, 900);
        getChildren().addAll(row, new OverviewStrip(model, look));
        playhead.time().addListener(moved);
        playhead.length().addListener(moved);
        say();
    }

    private void say() {
        row.say("t = " + Figures.clock(playhead.time().get(), playhead.length().get()));
    }
}
