package org.stridescope.ui.view;

import java.util.List;

import javafx.beans.property.ObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.materialdesign2.MaterialDesignD;

/** One entry a workbench, and at its foot the way to fold the settings. */
final class Rail extends VBox {
    Rail(List<Workbench> workbenches, ObjectProperty<Workbench> shown, Appearance appearance, Runnable foldSettings) {
        getStyleClass().add("rail");
        ToggleGroup group = new ToggleGroup();
        for (Workbench workbench : workbenches) {
            ToggleButton entry = new ToggleButton(workbench.shortName(),
                    Icons.icon(workbench.icon(), 21, appearance.look()));
            entry.setId("rail-" + workbench.id());
            entry.setToggleGroup(group);
            // a workbench also comes to the front by itself, with a file that is opened
            shown.subscribe(now -> entry.setSelected(now == workbench));
            // a click on the shown one must not unselect it
            entry.setOnAction(_ -> {
                entry.setSelected(true);
                shown.set(workbench);
            });
            getChildren().add(entry);
        }
        Region space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        Button fold = new Button("Settings", Icons.icon(MaterialDesignD.DOCK_LEFT, 18, appearance.look()));
        fold.setId("fold-settings");
        fold.setTooltip(new Tooltip("Fold the settings away, or bring them back (Ctrl+B)"));
        fold.setOnAction(_ -> foldSettings.run());
        getChildren().addAll(space, fold);
    }
}
