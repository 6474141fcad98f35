package org.stridescope.ui.view.profile;

import java.util.List;

import javafx.beans.InvalidationListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;

import org.stridescope.ui.control.Look;
import org.stridescope.ui.model.Figures;
import org.stridescope.ui.model.profile.OpenRecording;
import org.stridescope.ui.model.profile.ProfileModel;
import org.stridescope.ui.model.timeline.Span;
import org.stridescope.ui.model.timeline.TimelineModel;
import org.stridescope.ui.view.Icons;

/** Which pane, of which recording, of which stretch and threads; and the shown pane's tools. */
final class RecordingBar extends HBox {
    private final ProfileModel model;
    private final ComboBox<OpenRecording> recordings = new ComboBox<>();
    private final Label stretch = new Label();
    private final Hyperlink clear = new Hyperlink("clear");
    private final HBox tools = new HBox();
    private final InvalidationListener changed = _ -> describe();

    RecordingBar(ProfileModel model, List<ProfileModel.Pane> panes, ExportMenu export, ObservableValue<Look> look) {
        this.model = model;
        getStyleClass().add("recording-bar");
        setMinWidth(0);
        Choices<ProfileModel.Pane> choices = new Choices<>(panes, model.pane(), ProfileModel.Pane::title,
                pane -> "pane-" + pane.name().toLowerCase(java.util.Locale.ROOT));
        recordings.setId("recordings");
        recordings.setItems(model.open());
        look.subscribe(now -> {
            recordings.setMinWidth(110 * now.scale());
            recordings.setPrefWidth(210 * now.scale());
        });
        recordings.setOnAction(_ -> {
            OpenRecording chosen = recordings.getValue();
            if (chosen != null)
                model.show(chosen);
        });
        model.shown().subscribe(recordings::setValue);
        stretch.getStyleClass().add("caption");
        stretch.setId("stretch");
        stretch.setMinWidth(0);
        clear.setId("clear-brush");
        clear.getStyleClass().add("link");
        clear.setMinWidth(Region.USE_PREF_SIZE);
        clear.setOnAction(_ -> {
            model.timeline().clearBrush();
            model.timeline().chosen().clear();
        });
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        tools.getStyleClass().add("transport-row");
        tools.setMinWidth(USE_PREF_SIZE);
        MenuButton menu = new MenuButton("", Icons.icon(MaterialDesignE.EXPORT_VARIANT, 16, look));
        menu.setId("export-pane");
        menu.getStyleClass().add("action");
        menu.setTooltip(new Tooltip("This pane as a picture: SVG, PDF, PNG; or the replay as GIF"));
        menu.setMinWidth(USE_PREF_SIZE);
        menu.getItems().addAll(export.items());
        getChildren().addAll(choices, recordings, stretch, clear, space, tools, menu);
        TimelineModel timeline = model.timeline();
        timeline.brush().addListener(changed);
        timeline.data().addListener(changed);
        timeline.chosen().addListener(changed);
        describe();
    }

    void show(List<Node> paneTools) {
        tools.getChildren().setAll(paneTools);
    }

    private void describe() {
        TimelineModel timeline = model.timeline();
        @Nullable
        Span brush = timeline.brush().get();
        long length = timeline.window().length();
        String time = brush == null
                ? "all " + Figures.duration(length / 1e9)
                : Figures.clock(brush.from(), length) + " \u2013 " + Figures.clock(brush.to(), length);
        int threads = timeline.chosen().size();
        stretch.setText(time + (threads == 0 ? "" : " \u00b7 " + threads + (threads == 1 ? " thread" : " threads")));
        boolean narrowed = brush != null || threads > 0;
        clear.setVisible(narrowed);
        clear.setManaged(narrowed);
        stretch.setVisible(timeline.data().get() != null);
    }
}
