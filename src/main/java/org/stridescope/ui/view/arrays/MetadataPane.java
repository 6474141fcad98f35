package org.stridescope.ui.view.arrays;

import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.stridescope.array.NDArray;
import org.stridescope.array.Shapes;
import org.stridescope.explain.layout.FlagReasons;
import org.stridescope.explain.layout.Quantity;
import org.stridescope.ui.model.arrays.ShownArray;

/** What NumPy knows of an array besides its bytes; every flag with its reason. */
final class MetadataPane extends ScrollPane {
    private final VBox rows = new VBox();

    MetadataPane() {
        setContent(rows);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        getStyleClass().add("metadata");
        setId("metadata");
        rows.getStyleClass().add("metadata-rows");
    }

    void show(ShownArray shown) {
        NDArray array = shown.array();
        rows.getChildren().clear();
        Label title = new Label("Metadata of " + shown.variable().name());
        title.getStyleClass().add("section");
        rows.getChildren().add(title);
        row("shape", Shapes.text(array.shape()), "");
        row("strides",
                Shapes.text(array.layout().strides()).replace('-', '\u2212') + (array.ndim() == 0 ? "" : " bytes"), "");
        row("dtype", array.dtype().pythonName() + " \u00b7 " + Quantity.of(array.itemsize(), "byte"), "");
        row("offset", Quantity.count(array.layout().offset()), "");
        row("base", array.ownsData() ? "None" : shown.hasNamedOwner() ? shown.ownerName() : "unnamed", "");
        row("size", Quantity.of(array.size(), "item"), "");
        row("nbytes", Quantity.count(array.nbytes()), array.nbytes() < 1024 ? "" : Quantity.bytes(array.nbytes()));
        for (FlagReasons.Reason flag : shown.flags())
            row(flag.flag(), flag.set() ? "yes" : "no", flag.why());
    }

    private void row(String name, String value, String why) {
        Label left = new Label(name);
        left.getStyleClass().add("muted");
        left.setMinWidth(Region.USE_PREF_SIZE);
        Label right = new Label(value);
        right.getStyleClass().add("mono");
        right.setId("metadata-" + name.replace(' ', '-'));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox line = new HBox(left, space, right);
        line.getStyleClass().add("metadata-line");
        VBox row = new VBox(line);
        row.getStyleClass().add("metadata-row");
        if (!why.isEmpty()) {
            Label reason = new Label(why);
            reason.getStyleClass().add("caption");
            reason.setWrapText(true);
            reason.setMinHeight(Region.USE_PREF_SIZE);
            row.getChildren().add(reason);
        }
        rows.getChildren().add(row);
    }
}
