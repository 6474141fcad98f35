package org.stridescope.ui.view.profile;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import javafx.scene.control.MenuItem;

import org.stridescope.ui.model.profile.OpenRecording;
import org.stridescope.ui.model.profile.PaneExport;
import org.stridescope.ui.model.profile.PaneExport.Format;
import org.stridescope.ui.model.profile.ProfileModel;
import org.stridescope.ui.view.Appearance;
import org.stridescope.ui.view.WindowContext;

/** The shown pane as a file. */
final class ExportMenu {
    private final ProfileModel model;
    private final PaneExport export;
    private final WindowContext context;
    private final Appearance appearance;
    private final java.util.function.Supplier<ProfilePane> pane;

    ExportMenu(ProfileModel model, PaneExport export, WindowContext context, Appearance appearance,
            java.util.function.Supplier<ProfilePane> pane) {
        this.model = model;
        this.export = export;
        this.context = context;
        this.appearance = appearance;
        this.pane = pane;
    }

    /** An entry a format. */
    List<MenuItem> items() {
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
                appearance.look().get().palette().isDark(), to));
    }
}
