package org.stridescope.ui.view;

import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.stridescope.kernel.DistanceKernel;
import org.stridescope.ui.control.Palette;
import org.stridescope.ui.model.DistanceSettings;

/** A variant to tick, in its hue; greyed with the reason below it where it cannot take part. */
final class VariantRow extends VBox {
    private final CheckBox tick = new CheckBox();
    private final HBox line = new HBox();
    private final Label reason = new Label();
    private final DistanceKernel kernel;
    private final DistanceSettings settings;
    private boolean bound;

    VariantRow(DistanceKernel kernel, DistanceSettings settings, Appearance appearance) {
        this.kernel = kernel;
        this.settings = settings;
        tick.setText(kernel.name());
        tick.setId("variant-" + kernel.name());
        tick.setMinWidth(USE_PREF_SIZE);
        Label language = new Label(kernel.language());
        language.getStyleClass().add("caption");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        line.getStyleClass().add("variant");
        line.getChildren().addAll(tick, space, language);
        reason.getStyleClass().add("reason");
        reason.setId(tick.getId() + "-reason");
        reason.setWrapText(true);
        reason.setMinHeight(USE_PREF_SIZE);
        getChildren().add(line);
        settings.metric().addListener(_ -> update());
        appearance.look()
                .subscribe(look -> line.setStyle("-variant-hue: " + Palette.hueName(kernel.name()) + "; -st-on-hue: "
                        + (look.palette().isDark() ? "#0d1117;" : "#ffffff;")));
        update();
    }

    private void update() {
        String why = settings.whyNot(kernel);
        boolean fits = why.isEmpty();
        if (bound)
            tick.selectedProperty().unbindBidirectional(settings.ticked(kernel));
        if (fits)
            tick.selectedProperty().bindBidirectional(settings.ticked(kernel));
        else
            tick.setSelected(false);
        bound = fits;
        tick.setDisable(!fits);
        line.getStyleClass().remove("unavailable");
        if (!fits)
            line.getStyleClass().add("unavailable");
        reason.setText(why);
        if (fits)
            getChildren().remove(reason);
        else if (!getChildren().contains(reason))
            getChildren().add(reason);
    }
}
