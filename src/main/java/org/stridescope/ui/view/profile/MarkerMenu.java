package org.stridescope.ui.view.profile;

import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.TextInputDialog;

import org.stridescope.ui.model.timeline.Marker;
import org.stridescope.ui.model.timeline.TimelineModel;
import org.stridescope.ui.view.Appearance;

/** What can be done with a marker: another name, or away with it. */
final class MarkerMenu {
    private final TimelineModel model;
    private final Appearance appearance;
    private final ContextMenu menu = new ContextMenu();

    MarkerMenu(TimelineModel model, Appearance appearance) {
        this.model = model;
        this.appearance = appearance;
    }

    void show(Marker marker, Node at, double screenX, double screenY) {
        menu.getItems().setAll(
                ProfileMenus.item("Rename \u201c" + marker.name() + "\u201d\u2026", "", () -> rename(marker)),
                ProfileMenus.item("Delete", "", () -> model.delete(marker)));
        menu.show(at, screenX, screenY);
    }

    void rename(Marker marker) {
        TextInputDialog dialog = new TextInputDialog(marker.name());
        dialog.setTitle("Rename the marker");
        dialog.setHeaderText(null);
        dialog.setGraphic(null);
        dialog.setContentText("Name:");
        appearance.dress(dialog.getDialogPane());
        dialog.showAndWait().ifPresent(name -> model.rename(marker, name));
    }
}
