package org.stridescope.ui.view.profile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuItem;

import org.stridescope.ui.model.profile.OpenRecording;
import org.stridescope.ui.model.profile.PaneExport;
import org.stridescope.ui.model.profile.PaneExport.Format;
import org.stridescope.ui.model.profile.ProfileModel;
import org.stridescope.ui.view.WindowContext;

/** The shown pane as a file. */
final class ExportMenu {
    private final ProfileModel model;
    private final PaneExport export;
    private final WindowContext context;
    private final BooleanProperty dark = new SimpleBooleanProperty();
    private final java.util.function.Supplier<ProfilePane> pane;

    ExportMenu(ProfileModel model, PaneExport export, WindowContext context,
            java.util.function.Supplier<ProfilePane> pane) {
        this.model = model;
        this.export = export;
        this.context = context;
        this.pane = pane;
    }

    /** An entry a format. */
    List<MenuItem> items() {
        CheckMenuItem ground = new CheckMenuItem("Pictures on a dark ground");
        ground.setId("export-dark");
        ground.selectedProperty().bindBidirectional(dark);
        List<MenuItem> all = new ArrayList<>(formats());
        all.add(ground);
        return all;
    }

    private List<MenuItem> formats() {
        return Arrays.stream(Format.values()).map(format -> {
            MenuItem item = ProfileMenus.item(
                    format == Format.GIF
                            ? "Export the replay as GIF\u2026"
                            : "Export pane as " + format.title() + "\u2026",
                    "", () -> export(format));
            item.setId("export-" + format.ending());
            item.disableProperty().bind(model.shown().isNull());
            return item;
        }).toList();
    }

    private void export(Format format) {
        OpenRecording shown = model.shown().get();
        if (shown == null)
            return;
        String name = model.pane().get().title().toLowerCase(Locale.ROOT).replace(' ', '-') + "." + format.ending();
        ProfilePane now = pane.get();
        Optional<Path> file = context.choices().save(
                now.content().getScene() == null ? null : now.content().getScene().getWindow(), "Export", name,
                format.title(), "*." + format.ending());
        // made now, as the pane is set now; painted in the background
        file.ifPresent(to -> export.write(now.scene(shown.recording()), shown.recording(), format,
                dark.get(), to));
    }
}
